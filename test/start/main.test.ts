// The program as it is started: ready, stopped in order, and plain words when it cannot start.
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { runProgram, startProgram } from '../support/process.ts';

const { url: DATABASE_URL } = await freshDatabase({ migrated: false });
const DATA_DIR = mkdtempSync(join(tmpdir(), 'start-'));
const usual = { PORT: '0', DATABASE_URL, DATA_DIR };
const main = 'bot-server/main.ts';

// The first start builds the mini app.
vi.setConfig({ testTimeout: 90_000 });

test('it migrates, says where to click, is ready, and stops when asked', async () => {
  const program = startProgram(main, [], usual);
  const [, url] = await program.says(/(http:\/\/127\.0\.0\.1:\d+)\/app\//);

  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  expect(await program.kill('SIGTERM')).toMatchObject({ code: 0, err: '' });
});

async function refusal(variables: Record<string, string>) {
  const { code, err } = await runProgram(main, [], { ...usual, ...variables });
  return { code, err };
}

test('a port that is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as { port: number };

  expect(await refusal({ PORT: String(port) })).toEqual({
    code: 1,
    err: `Port ${port} at 127.0.0.1 is taken by another program: choose another with PORT.\n`,
  });
  other.close();
});

test('a folder that cannot be written', async () => {
  expect(await refusal({ DATA_DIR: '/dev/null/data', DATABASE_URL: '' })).toEqual({
    code: 1,
    err: 'The data folder /dev/null/data cannot be written (ENOTDIR): choose another with DATA_DIR.\n',
  });
});

test.each([
  ['postgresql://a:b@127.0.0.1:1/x', 'No PostgreSQL answers at 127.0.0.1:1 (DATABASE_URL).'],
  [
    'postgresql://a:b@nowhere.invalid/x',
    'DATABASE_URL names the host nowhere.invalid, which cannot be found.',
  ],
  ['mysql://a/b', 'DATABASE_URL must look like postgresql://user:password@host:5432/database.'],
  [
    DATABASE_URL.replace(/:[^:]+@/, ':wrong@'),
    'does not accept the user postgres with the password in DATABASE_URL.',
  ],
  [DATABASE_URL.replace(/[^/]+$/, 'nothing_here'), 'has no database named nothing_here (DATABASE_URL).'],
])('a wrong DATABASE_URL: %#', async (url, sentence) => {
  const { code, err } = await refusal({ DATABASE_URL: url });

  expect(code).toBe(1);
  expect(err).toMatch(/^.+\.\n$/);
  expect(err).toContain(sentence);
});

test('a variable that is missing', async () => {
  expect(
    await refusal({
      ZALO_APP_SECRET: 's',
      ZALO_APP_ID: 'a',
      ZALO_OA_ID: 'o',
      ENCRYPTION_KEY: 'a'.repeat(64),
    }),
  ).toEqual({
    code: 1,
    err: 'Set SESSION_SECRET, ZALO_OA_SECRET_KEY (see .env.example).\n',
  });
});
