import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildForZalo, whyNot } from '../../mini-app/deploy.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const www = mkdtempSync(join(tmpdir(), 'mini-app-'));

beforeAll(() => buildForZalo('https://sangkien.example.vn/', www), 120_000);
afterAll(() => rmSync(www, { recursive: true, force: true }));

const read = (name: string) => readFileSync(join(www, name), 'utf8');
const config = () => JSON.parse(read('app-config.json'));
const scripts = () => readdirSync(join(www, 'assets')).filter((name) => name.endsWith('.js'));

test("Zalo's tool finds what to load: lists that are not empty, of files that exist, in names its loader understands", () => {
  const { app, listCSS, listSyncJS, listAsyncJS } = config();
  expect(app.title).toBe('Sáng kiến, sáng tạo');
  expect(listSyncJS).toHaveLength(1);
  expect(listCSS.length).toBeGreaterThan(0);
  for (const name of [...listCSS, ...listSyncJS, ...listAsyncJS]) {
    expect(existsSync(join(www, name)), name).toBe(true);
  }
  for (const name of scripts()) expect(name).toMatch(/\.module\.js$/);
});

test('the settings stand where the tool does not overwrite the built ones with them', () => {
  expect(existsSync(join(root, 'mini-app/app-config.json'))).toBe(false);
});

test('no file is too large for Zalo', () => {
  for (const name of readdirSync(www, { recursive: true, encoding: 'utf8' })) {
    expect(statSync(join(www, name)).size, name).toBeLessThan(3 * 1024 * 1024);
  }
});

test("Zalo's SDK is a part of its own, which the first visit in a browser does not load", () => {
  const { listSyncJS, listAsyncJS } = config();
  const first = [...listSyncJS, ...listAsyncJS].map(read).join('');
  expect(first).not.toContain('ZaloMiniAppSDK');
  expect(scripts().some((name) => read(`assets/${name}`).includes('ZaloMiniAppSDK'))).toBe(true);
});

test("the page obeys our server's rules: every script and style is a file of ours", () => {
  const page = read('index.html');
  expect(page).not.toMatch(/<script(?![^>]*\ssrc=)/);
  expect(page.match(/(?:src|href)="[^"]*"/g)).toEqual(
    expect.arrayContaining([expect.stringContaining('"./assets/')]),
  );
  expect(page).not.toMatch(/(src|href)="https?:/);
});

test('the address of the server is built in, without a slash at its end', () => {
  const all = scripts()
    .map((name) => read(`assets/${name}`))
    .join('');
  expect(all).toMatch(/["'`]https:\/\/sangkien\.example\.vn["'`]/);
});

test('an address that Zalo would not call is refused before anything is built', () => {
  expect(whyNot(undefined)).toMatch(/PUBLIC_URL/);
  expect(whyNot('sangkien.example.vn')).toMatch(/PUBLIC_URL/);
  expect(whyNot('http://sangkien.example.vn')).toMatch(/https/);
  expect(whyNot('https://sangkien.example.vn')).toBeNull();
});

test('the command ends with one plain sentence and exit code 1 when it refuses', async () => {
  const run = await new Promise<{ code: number | null; said: string }>((resolve) => {
    const env = { ...process.env, PUBLIC_URL: 'http://127.0.0.1:3000' };
    const child = execFile(
      'node',
      ['--import', 'tsx', 'mini-app/deploy.ts'],
      { cwd: root, env },
      (_error, _out, said) => resolve({ code: child.exitCode, said }),
    );
  });
  expect(run.code).toBe(1);
  expect(run.said).toMatch(/^PUBLIC_URL must begin with https:\/\//);
});
