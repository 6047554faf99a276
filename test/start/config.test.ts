// What the environment means, and what is refused in plain words.
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig, requireFor } from '#bot/config.ts';

const DATA_DIR = mkdtempSync(join(tmpdir(), 'config-'));
const read = (variables: Record<string, string> = {}) => readConfig({ DATA_DIR, ...variables });

test('an empty environment is a rehearsal on this machine', () => {
  const config = read();

  expect(config).toMatchObject({ port: 3000, host: '127.0.0.1', role: 'all', sandbox: true });
  expect(config.publicUrl).toBe('http://127.0.0.1:3000');
  expect(config.zalo).toEqual({
    oauth: 'http://127.0.0.1:3000/sandbox/oauth',
    openapi: 'http://127.0.0.1:3000/sandbox/openapi',
    business: 'http://127.0.0.1:3000/sandbox/business',
    graph: 'http://127.0.0.1:3000/sandbox/graph',
    miniApp: 'http://127.0.0.1:3000/sandbox/mini',
  });
});

test('a rehearsal invents what is not given, once, and keeps what is given', () => {
  const first = read({ ZALO_OA_ID: 'trang-1' }).given;

  expect(first.ZALO_OA_ID).toBe('trang-1');
  expect(first.ENCRYPTION_KEY).toMatch(/^[0-9a-f]{64}$/);
  expect(first.ZALO_APP_ID).toMatch(/^[1-9]\d{18}$/);
  expect(read({ ZALO_OA_ID: 'trang-1' }).given).toEqual(first);
});

test('a real secret means the real Zalo, and given addresses win with the path they carry', () => {
  const config = read({ ZALO_APP_SECRET: 's', ZALO_OPENAPI_URL: 'https://relay.example/zalo/' });

  expect(config.sandbox).toBe(false);
  expect(config.zalo.openapi).toBe('https://relay.example/zalo');
  expect(config.zalo.graph).toBe('https://graph.zalo.me');
});

test('a worker reaches the sandbox at the public address, the process that serves it at its own', () => {
  const PUBLIC_URL = 'https://thu.example.vn';

  expect(read({ PUBLIC_URL, ROLE: 'worker' }).zalo.graph).toBe('https://thu.example.vn/sandbox/graph');
  expect(read({ PUBLIC_URL, ROLE: 'all' }).zalo.graph).toBe('http://127.0.0.1:3000/sandbox/graph');
});

test('a variable that is set to nothing is not set', () => {
  expect(read({ ZALO_APP_SECRET: '', PORT: ' ', PUBLIC_URL: '' })).toMatchObject({
    port: 3000,
    sandbox: true,
  });
});

test('a command names what it needs and lacks, nothing else', () => {
  const config = read({ ZALO_APP_SECRET: 's', ZALO_APP_ID: 'a' });

  expect(requireFor(config, ['ZALO_APP_ID'])).toEqual({ ZALO_APP_ID: 'a' });
  expect(() => requireFor(config, ['ZALO_APP_ID', 'ENCRYPTION_KEY'])).toThrow(
    'Set ENCRYPTION_KEY (see .env.example).',
  );
});

test.each([
  [{ PORT: 'abc' }, 'PORT must be a whole number from 0 to 65535.'],
  [{ PORT: '80000' }, 'PORT must be 65535 or less.'],
  [{ ROLE: 'boss' }, 'ROLE must be all, web or worker.'],
  [{ SESSION_SECRET: 'short' }, 'SESSION_SECRET must have 32 characters or more.'],
  [{ ENCRYPTION_KEY: 'zz' }, 'ENCRYPTION_KEY must be 64 hex digits.'],
  [{ PUBLIC_URL: 'ftp://x' }, 'PUBLIC_URL must be an address that begins with http:// or https://.'],
  [{ SANDBOX: 'on', ZALO_APP_SECRET: 's' }, 'SANDBOX=on is refused together with a real ZALO_APP_SECRET'],
  [{ HOST: '0.0.0.0' }, 'write SANDBOX=on if that is wanted'],
  [{ TRUST_PROXY: 'true' }, 'TRUST_PROXY must be the number of proxies in front'],
])('%o is refused: %s', (variables, sentence) => {
  expect(() => read(variables as Record<string, string>)).toThrow(sentence);
});

test('a rehearsal that others can reach needs the word SANDBOX=on', () => {
  expect(read({ HOST: '0.0.0.0', SANDBOX: 'on' })).toMatchObject({ sandbox: true, host: '0.0.0.0' });
});

test('.env.example lists every variable that is read, and no other', () => {
  const listed = readFileSync('.env.example', 'utf8').match(/^[A-Z_]+(?==)/gm);
  const code = readFileSync('bot-server/config.ts', 'utf8');
  const known = code
    .slice(code.indexOf('z.object({'), code.indexOf('type Environment'))
    .match(/^ {2}[A-Z_]+(?=:)/gm);

  expect(listed?.sort()).toEqual(known?.map((name) => name.trim()).sort());
});
