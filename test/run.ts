// `npm test`: types, lint and format, then all tests; the last line counts them. With file names: only those tests.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { provideChromium } from './support/chromium.ts';

type Count = { passed: number; failed: number; skipped: number };
/** What we read of Vitest's report. */
type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

const root = fileURLToPath(new URL('..', import.meta.url));
const report = `${root}test/output/report.json`;
const filter = process.argv.slice(2);

const counts: Count[] = [];
if (filter.length === 0) {
  counts.push(await step('types', 'node_modules/typescript/bin/tsc', ['--noEmit']));
  counts.push(
    await step('lint and format', 'node_modules/@biomejs/biome/bin/biome', [
      'check',
      '--error-on-warnings',
      '.',
    ]),
  );
}
counts.push(await tests());

const total = (key: keyof Count) => counts.reduce((sum, count) => sum + count[key], 0);
process.exitCode = total('failed') > 0 ? 1 : 0;
process.stdout.write(`${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped\n`);

async function step(name: string, program: string, args: string[]): Promise<Count> {
  const ok = (await run(program, args)) === 0;
  process.stdout.write(`${ok ? '✓' : '✗'} ${name}\n`);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

async function tests(): Promise<Count> {
  try {
    process.env.CHROME_PATH = provideChromium();
  } catch (error) {
    // The browser tests will fail and say so; all others can still run.
    process.stdout.write(`${(error as Error).message}\n`);
  }
  mkdirSync(`${root}test/output`, { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run('node_modules/vitest/vitest.mjs', [
    'run',
    '-c',
    'test/vitest.config.ts',
    ...reporters,
    ...filter,
  ]);
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };

  const result: Report = JSON.parse(readFileSync(report, 'utf8'));
  // A file that could not be loaded has failed without a single failed test.
  const broken = result.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  const failed = result.numFailedTests + broken.length;
  return {
    passed: result.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

function run(program: string, args: string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}
