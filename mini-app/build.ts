/** Builds the mini app for our own server when its sources have changed since the last time. */

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const sources = ['mini-app', 'bot-server/contract', 'bot-server/domain', 'package-lock.json'];

/**
 * Compares what www was built from, and what it holds, with what the last build noted. Built beside www and then put
 * in its place, so that a server that is running serves whole builds.
 */
export async function ensureBuilt(rootDir: string): Promise<'built' | 'fresh'> {
  const www = join(rootDir, 'mini-app/www');
  const cache = join(rootDir, 'node_modules/.cache/sang-kien');
  const note = join(cache, 'mini-app.json');
  const from = hashOf(sources.flatMap((source) => filesOf(rootDir, source)));
  if (textOf(note) === JSON.stringify({ from, index: hashOf([join(www, 'index.html')]) })) return 'fresh';

  const fresh = join(cache, `www-${process.pid}`);
  mkdirSync(cache, { recursive: true });
  try {
    await build(rootDir, fresh);
    rmSync(www, { recursive: true, force: true });
    cpSync(fresh, www, { recursive: true });
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  writeFileSync(note, JSON.stringify({ from, index: hashOf([join(www, 'index.html')]) }));
  return 'built';
}

/** The address of our server is left out of this build: in a browser the app asks the server it came from. */
async function build(rootDir: string, outDir: string): Promise<void> {
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
  const args = [
    vite,
    'build',
    '--config',
    'mini-app/vite.config.ts',
    '--outDir',
    outDir,
    '--logLevel',
    'warn',
  ];
  await promisify(execFile)(process.execPath, args, {
    cwd: rootDir,
    env: { ...process.env, VITE_API_URL: '' },
  });
}

function filesOf(rootDir: string, source: string): string[] {
  const path = join(rootDir, source);
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(join(rootDir, 'mini-app/www')))
    .sort();
}

function hashOf(files: string[]): string {
  const hash = createHash('sha256');
  for (const file of files) {
    if (existsSync(file)) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
