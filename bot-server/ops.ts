// Operator's commands: `npm run -s ops -- <verb>`. Standard output carries only the answer, logs go to standard error.
// What there is stands in verbs.ts; this file reads the flags, opens what a verb needs and closes it whatever happens.
import { existsSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readConfig } from './config.ts';
import { createLog } from './log.ts';
import { openStore, type Store } from './store/open.ts';
import { isStartError } from './store/start-error.ts';
import { type Values, type Verb, verbs } from './verbs.ts';

process.exitCode = await main(process.argv.slice(2));

async function main([name, ...rest]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === 'help')
    return say(helpForAll(), name === undefined ? 2 : 0);
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (!verb) return refuse(`There is no verb "${name}": --help lists them.`);
  if (rest.includes('--help')) return say(helpFor(name, verb), 0);

  let values: Values;
  try {
    values = parseArgs({ args: rest, options: verb.flags, strict: true }).values;
  } catch (error) {
    const [sentence] = (error as Error).message.split(/\.\s/);
    return refuse(`${sentence}: "${name} --help" says what there is.`);
  }
  const lacking = Object.entries(verb.flags).filter(
    ([flag, { required }]) => required && values[flag] === undefined,
  );
  if (lacking.length > 0)
    return refuse(`${name} needs ${lacking.map(([flag]) => `--${flag}`).join(' and ')}.`);
  return perform(verb, values);
}

/** Opens what the verb asks for, and closes it whatever happens. */
async function perform(verb: Verb, values: Values): Promise<number> {
  let store: Store | undefined;
  let log = createLog('info', process.stderr);
  try {
    const root = fileURLToPath(new URL('..', import.meta.url));
    if (existsSync(`${root}.env`)) process.loadEnvFile(`${root}.env`);
    const config = readConfig(process.env);
    log = createLog(config.logLevel, process.stderr);
    const open = async () => {
      const onLost = (error: Error) => log.warn({ err: error }, 'a database connection was lost');
      store ??= await openStore(config, { connections: config.sendConnections + 4, name: 'ops', onLost });
      return store;
    };
    const { print, lines, exit = 0 } = await verb.run(values, { config, log, openStore: open });
    if (print !== undefined) say(JSON.stringify(print), exit);
    if (lines) await sayLines(lines);
    return exit;
  } catch (error) {
    if (isStartError(error)) process.stderr.write(`${error.message}\n`);
    else log.fatal({ err: error }, 'the command failed');
    return 1;
  } finally {
    await store?.close();
  }
}

function helpForAll(): string {
  const width = Math.max(...Object.keys(verbs).map((name) => name.length));
  const lines = Object.entries(verbs).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return [
    'npm run -s ops -- <verb> [flags]',
    '',
    ...lines,
    '',
    '<verb> --help says more about one of them.',
  ].join('\n');
}

function helpFor(name: string, { summary, flags }: Verb): string {
  const shown = Object.entries(flags).map(([flag, { value, help, required }]) => ({
    left: `--${flag}${value ? ` ${value}` : ''}`,
    right: `${help}${required ? ' (required)' : ''}`,
  }));
  const width = Math.max(0, ...shown.map(({ left }) => left.length));
  const lines = shown.map(({ left, right }) => `  ${left.padEnd(width)}  ${right}`);
  return [`npm run -s ops -- ${name}${lines.length ? ' [flags]' : ''}`, '', summary, ...lines].join('\n');
}

/** A million lines pass without being kept; a reader that went away (`| head`) ends it quietly. */
async function sayLines(lines: AsyncIterable<string> | Iterable<string>): Promise<void> {
  const output = Readable.from(withBreaks(lines));
  await pipeline(output, process.stdout, { end: false }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

async function* withBreaks(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}

function say(text: string, exit: number): number {
  process.stdout.write(`${text}\n`);
  return exit;
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 2;
}
