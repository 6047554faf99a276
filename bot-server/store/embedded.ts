// Runs the PostgreSQL that comes with the package, for every process that uses the same data folder.
// The server belongs to no process of ours: whoever comes first starts it, whoever comes later finds it, the last one
// out stops it, and after a crash the next start finds it running or lets it recover. The library's own launcher is
// not used: it stops the server the moment a signal arrives, before our work under way is finished.
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { anyProcessPrefix, applicationName, processPrefix } from './database.ts';
import { createCluster, isRunning, passwordOf, portOf, startServer, stopServer } from './embedded-cluster.ts';
import { choosePlace, type Place } from './embedded-place.ts';
import { startError } from './start-error.ts';

export type Embedded = {
  url: string;
  /** The folder of the cluster. */
  folder: string;
  /** One line for the operator when the data is not where he asked for it. */
  note?: string;
  /** Leaves the server, and stops it if nobody of ours stays. Close your own connections first. */
  stop(): Promise<void>;
};

/** The connection that shows in pg_stat_activity that this process is here. */
type Keeper = { client: pg.Client; isOpen(): boolean };

const productDatabase = 'sang_kien';
/** Held by whoever decides whether the server stops; whoever arrives waits for that decision. */
const leavingLock = 20_231_107;
const patience = 120_000;

/** Starts or finds the server of a data folder, makes the product's database if it is missing, and stays connected. */
export async function startEmbedded(dataDir: string): Promise<Embedded> {
  const place = choosePlace(dataDir);
  if (!existsSync(place.cluster)) await createCluster(place);
  let keeper = await join(place, { anyPort: true });
  await createProductDatabase(keeper.client);

  // A server that was killed under us is started again at the port we know; until then every query fails.
  let mending: Promise<void> | undefined;
  async function mend(): Promise<void> {
    keeper = await join(place, { anyPort: false }).catch(() => keeper);
    mending = undefined;
  }
  const watch = setInterval(() => {
    if (!keeper.isOpen()) mending ??= mend();
  }, 1_000);

  return {
    url: urlOf(place, productDatabase),
    folder: place.cluster,
    note: place.note,
    async stop() {
      clearInterval(watch);
      await mending;
      if (keeper.isOpen()) await leave(keeper.client, place);
    },
  };
}

/** Connects to the server of this folder; starts it if it does not run. */
async function join(place: Place, { anyPort }: { anyPort: boolean }): Promise<Keeper> {
  let reason = 'it does not answer';
  for (let starts = 0, until = Date.now() + patience; Date.now() < until && starts < 8; await sleep(200)) {
    const keeper = await connect(place);
    if (keeper) return keeper;
    if (isRunning(place)) continue;
    starts += 1;
    reason = (await startServer(place, { anyPort })) ?? reason;
  }
  throw startError(`The embedded PostgreSQL in ${place.cluster} does not start: ${reason}.`);
}

/** Nothing if no server answers, if another folder's server answers at our port, or if ours is just being stopped. */
async function connect(place: Place): Promise<Keeper | undefined> {
  const client = new pg.Client({
    connectionString: urlOf(place, 'postgres'),
    application_name: applicationName('keeper'),
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  let open = true;
  client.on('error', () => {});
  client.once('end', () => {
    open = false;
  });
  try {
    await client.connect();
    const { rows } = await client.query("SELECT current_setting('data_directory') AS folder");
    if (rows[0].folder !== place.cluster) throw new Error('the server of another folder');
    await client.query('SELECT pg_advisory_lock_shared($1)', [leavingLock]);
    await client.query('SELECT pg_advisory_unlock_shared($1)', [leavingLock]);
    return { client, isOpen: () => open };
  } catch {
    await client.end().catch(() => {});
    return undefined;
  }
}

/**
 * Those who leave decide one after the other. Who stays because he sees another one takes his name off before he lets
 * go of the lock, so that the other one no longer counts him.
 */
async function leave(client: pg.Client, place: Place): Promise<void> {
  try {
    await client.query('SELECT pg_advisory_lock($1)', [leavingLock]);
    const { rows } = await client.query(
      `SELECT count(*)::int AS others FROM pg_stat_activity
       WHERE backend_type = 'client backend' AND application_name LIKE $1 AND application_name NOT LIKE $2`,
      [`${anyProcessPrefix}%`, `${processPrefix}%`],
    );
    if (rows[0].others === 0) await stopServer(place);
    else await client.query("SET application_name = 'leaving'");
  } catch {
    // The server has gone by itself: nothing is left to leave.
  }
  await client.end().catch(() => {});
}

async function createProductDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [productDatabase]);
  if (rowCount) return;
  await client.query(`CREATE DATABASE ${productDatabase}`).catch((error) => {
    // Another process did it in the same moment: 42P04 is a duplicate database, 23505 the same seen later.
    if (!['42P04', '23505'].includes(error.code)) throw error;
  });
}

function urlOf(place: Place, database: string): string {
  return `postgresql://postgres:${passwordOf(place)}@127.0.0.1:${portOf(place)}/${database}`;
}
