// The files and the server process of an embedded PostgreSQL cluster: make it, tell whether it runs, start it, stop it.
import { execFile, execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdirSync, readFileSync, readlinkSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Place } from './embedded-place.ts';
import { startError } from './start-error.ts';

const run = promisify(execFile);
/** Port and password, kept inside the cluster (which only its owner may enter) and written with mode 0600. */
const access = 'access.json';

/** Messages of the log carry no statement and no detail: both could hold personal data. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  fsync: 'on',
  synchronous_commit: 'on',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
};

/** Made beside its place and moved there whole, so that a crash or a second process never leaves half a cluster. */
export async function createCluster(place: Place): Promise<void> {
  const fresh = `${place.cluster}.new-${process.pid}`;
  const passwordFile = `${fresh}.password`;
  const password = randomBytes(24).toString('hex');
  try {
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh, { mode: 0o700 });
    own(place, fresh);
    writeOwn(place, passwordFile, password);
    await program(place, 'initdb', [
      ...['-D', fresh, '--username=postgres', `--pwfile=${passwordFile}`],
      ...['--auth=scram-sha-256', '--encoding=UTF8', ...locale()],
    ]);
    writeOwn(place, join(fresh, access), JSON.stringify({ port: await freePort(), password }));
    renameSync(fresh, place.cluster);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    const { code, stderr, message } = error as NodeJS.ErrnoException & { stderr?: string };
    // Another process was faster: its cluster is the cluster.
    if (code === 'ENOTEMPTY' || code === 'EEXIST') return;
    throw startError(
      `The database in ${place.cluster} cannot be made: ${lastLine(stderr) || message}.`,
      error,
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Starts the server; returns why it did not start, in words for the operator. */
export async function startServer(
  place: Place,
  { anyPort }: { anyPort: boolean },
): Promise<string | undefined> {
  checkVersion(place);
  removeStalePidFile(place);
  const { port, password } = readAccess(place);
  if (!(await isFree(port))) {
    if (!anyPort) return `port ${port} is taken by another program`;
    writeOwn(place, join(place.cluster, access), JSON.stringify({ port: await freePort(), password }));
  }
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  const log = join(place.cluster, 'server.log');
  try {
    const how = ['-o', [`-p ${readAccess(place).port}`, ...options].join(' ')];
    await program(place, 'pg_ctl', ['start', '-w', '-D', place.cluster, '-l', log, ...how]);
    return undefined;
  } catch {
    return (
      lastLine(
        readText(log)
          ?.match(/FATAL:.*/g)
          ?.join('\n'),
      ) || `see ${log}`
    );
  }
}

export async function stopServer(place: Place): Promise<void> {
  await program(place, 'pg_ctl', ['stop', '-w', '-m', 'fast', '-D', place.cluster]);
}

/** Where the running server listens, or where the next one will. */
export function portOf(place: Place): number {
  return pidFile(place)?.port ?? readAccess(place).port;
}

export function passwordOf(place: Place): string {
  return readAccess(place).password;
}

/** Whether the process named in postmaster.pid is the server of this folder. */
export function isRunning(place: Place): boolean {
  const pid = pidFile(place)?.pid;
  return pid !== undefined && isServer(pid, place.cluster);
}

/**
 * PostgreSQL itself replaces the file of a process that no longer exists. It does not when the number belongs to a
 * zombie, or to some other program after a restart of the machine or container: only then we remove it, and look once
 * more at what we took, in case a second process has started the server in the same moment.
 */
function removeStalePidFile(place: Place): void {
  const stale = pidFile(place);
  if (!stale || !exists(stale.pid) || isServer(stale.pid, place.cluster)) return;
  const file = join(place.cluster, 'postmaster.pid');
  const aside = `${file}.stale-${process.pid}`;
  renameSync(file, aside);
  if (Number.parseInt(readText(aside) ?? '', 10) === stale.pid) rmSync(aside);
  else renameSync(aside, file);
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function isServer(pid: number, cluster: string): boolean {
  if (!exists(pid)) return false;
  if (process.platform === 'win32') return true;
  if (process.platform !== 'linux') return /^[^Z]\S*\s.*postgres/.test(processStatus(pid));
  const [, name, state] = readText(`/proc/${pid}/stat`)?.match(/\((.*)\) (\w)/s) ?? [];
  if (name !== 'postgres' || state === 'Z' || state === 'X') return false;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === cluster;
  } catch {
    return true;
  }
}

function processStatus(pid: number): string {
  try {
    return execFileSync('ps', ['-o', 'stat=,comm=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/** Lines of postmaster.pid: process, folder, start time, port … */
function pidFile(place: Place): { pid: number; port: number } | undefined {
  const lines = readText(join(place.cluster, 'postmaster.pid'))?.split('\n');
  const [pid, port] = [Number(lines?.[0]), Number(lines?.[3])];
  return pid && port ? { pid, port } : undefined;
}

function readAccess(place: Place): { port: number; password: string } {
  const file = join(place.cluster, access);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'damaged';
    throw startError(
      `The database's access file ${file} cannot be read (${reason}): start as the user who made it.`,
      error,
    );
  }
}

function checkVersion(place: Place): void {
  const made = readText(join(place.cluster, 'PG_VERSION'))?.trim();
  const major = String(execFileSync(join(place.native, 'bin/postgres'), ['--version'])).match(/(\d+)/)?.[1];
  if (made && made !== major)
    throw startError(
      `The database in ${place.cluster} was made by PostgreSQL ${made}, and this is ${major}.`,
    );
}

/** Runs a program of PostgreSQL as its user, without the PG… variables of our own surroundings. */
async function program(place: Place, name: string, args: string[]): Promise<void> {
  const surroundings = Object.entries(process.env).filter(([key]) => !/^(PG|LC_|LANG)/.test(key));
  const env = { ...Object.fromEntries(surroundings), LC_ALL: 'C' };
  await run(join(place.native, 'bin', name), args, {
    ...place.runAs,
    cwd: place.runAs ? '/' : undefined,
    env,
  });
}

function locale(): string[] {
  if (process.platform === 'linux') return ['--locale=C.UTF-8'];
  return ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
}

function writeOwn(place: Place, file: string, text: string): void {
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, text, { mode: 0o600 });
  own(place, aside);
  renameSync(aside, file);
}

function own(place: Place, path: string): void {
  if (place.runAs) chownSync(path, place.runAs.uid, place.runAs.gid);
}

function freePort(): Promise<number> {
  return listenOnce(0) as Promise<number>;
}

async function isFree(port: number): Promise<boolean> {
  return (await listenOnce(port)) !== undefined;
}

function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function lastLine(text: string | undefined): string {
  return text?.trim().split('\n').at(-1)?.trim().replace(/\.$/, '') ?? '';
}
