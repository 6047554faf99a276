// One embedded PostgreSQL for all processes of a data folder, whatever happens to any of them.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { type Running, startProgram } from '../support/process.ts';

const folder = mkdtempSync(join(tmpdir(), 'embedded-'));
// Made for its owner only; the database's own user must be able to pass.
chmodSync(folder, 0o755);
const pidFile = join(folder, 'postgres/postmaster.pid');
const started: Running[] = [];

vi.setConfig({ testTimeout: 60_000 });

beforeEach(leaveAll);
afterAll(async () => {
  await leaveAll();
  rmSync(folder, { recursive: true, force: true });
});

function enter(word: string): Running {
  const running = startProgram('test/store/hold.ts', [folder, word]);
  started.push(running);
  return running;
}

async function leaveAll(): Promise<void> {
  await Promise.all(started.splice(0).map((running) => running.kill('SIGTERM')));
}

function serverPid(): number {
  return Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
}

test('two processes that start at once share one server, and the last one out stops it', async () => {
  const [first, second] = [enter('a'), enter('b')];
  await Promise.all([first.says(/kept: .*\n/), second.says(/kept: .*\n/)]);
  const server = serverPid();

  await first.kill('SIGTERM');
  process.kill(second.pid, 'SIGUSR2');
  await second.says(/still here: 2/);
  expect(serverPid()).toBe(server);

  await second.kill('SIGTERM');
  expect(existsSync(pidFile)).toBe(false);
});

test('two processes that leave at once leave no server behind', async () => {
  const both = [enter('c'), enter('d')];
  await Promise.all(both.map((each) => each.says(/kept: .*\n/)));

  await leaveAll();

  expect(existsSync(pidFile)).toBe(false);
});

test('a start after a kill -9 finds the server that was left running', async () => {
  await enter('e').says(/kept: .*\n/);
  const server = serverPid();
  await started.pop()!.kill('SIGKILL');

  await enter('f').says(/kept: a b c d e f\n/);

  expect(serverPid()).toBe(server);
});

test('a server that is killed is started again under the process that uses it, and what was kept is kept', async () => {
  const running = enter('g');
  await running.says(/kept: .*\n/);
  const server = serverPid();

  process.kill(server, 'SIGKILL');
  for (let tries = 0; tries < 100 && !/still here: 7/.test(running.out()); tries += 1) {
    await sleep(100);
    process.kill(running.pid, 'SIGUSR2');
  }

  expect(running.out()).toMatch(/still here: 7/);
  expect(serverPid()).not.toBe(server);
});

test('a stale file that names some other program does not keep the server from starting', async () => {
  const lines = [process.pid, join(folder, 'postgres'), 1, 5432, '', '127.0.0.1'];
  writeFileSync(pidFile, `${lines.join('\n')}\n`);

  await enter('h').says(/kept: a b c d e f g h\n/);

  expect(serverPid()).not.toBe(process.pid);
});

test('nobody but its owner can read the password', () => {
  const access = statSync(join(folder, 'postgres/access.json'));

  expect(access.mode & 0o777).toBe(0o600);
});
