// Starts the program: configuration, listening socket, database, migrations, application; and stops it gracefully.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from '../mini-app/build.ts';
import { type Config, readConfig, requireFor, type SecretName } from './config.ts';
import { createApp } from './http/app.ts';
import { type Door, openDoor } from './http/door.ts';
import { createLog } from './log.ts';
import { isUpToDate, migrate } from './store/migrate.ts';
import { openStore } from './store/open.ts';
import { isStartError, startError } from './store/start-error.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
/** How long work under way may take to finish when the program is asked to stop. */
const patience = 10_000;
const neededByWorker: SecretName[] = ['ENCRYPTION_KEY', 'ZALO_APP_ID', 'ZALO_APP_SECRET', 'ZALO_OA_ID'];
const neededByWeb: SecretName[] = ['SESSION_SECRET', ...neededByWorker, 'ZALO_OA_SECRET_KEY'];

/** What has been opened, each with how it is closed; closed in reverse order. */
const opened: (() => Promise<void>)[] = [];
let stopping = false;
let log = createLog('info');

process.on('SIGINT', () => leave(0));
process.on('SIGTERM', () => leave(0));
process.on('uncaughtException', (error) => {
  log.fatal({ err: error }, 'stopped by an error nobody expected');
  leave(1);
});

start().catch((error) => {
  if (isStartError(error)) process.stderr.write(`${error.message}\n`);
  else log.fatal({ err: error }, 'could not start');
  leave(1);
});

async function start(): Promise<void> {
  if (existsSync(`${root}.env`)) process.loadEnvFile(`${root}.env`);
  let config = readConfig(process.env);
  log = createLog(config.logLevel);
  requireFor(config, config.role === 'worker' ? neededByWorker : neededByWeb);

  const door = config.role === 'worker' ? undefined : await openDoor(config.host, config.port);
  if (door) {
    opened.push(() => door.close(patience));
    config = readConfig({ ...process.env, PORT: String(door.port) });
    await build();
  }

  const connections = config.sendConnections + 10;
  const store = await openStore(config, { connections, name: config.role, onLost: reportLost });
  opened.push(store.close);
  const applied = await migrate(store.pool);
  if (applied.length > 0) log.info({ applied }, 'the database was brought up to date');

  door?.serve(createApp({ isReady: async () => !stopping && (await isUpToDate(store.pool)) }));
  greet(config, store.note, door);
}

async function build(): Promise<void> {
  try {
    if ((await ensureBuilt(root)) === 'built') log.info('the mini app was built');
  } catch (error) {
    log.debug({ err: error });
    throw startError('The mini app could not be built: "npm run build" shows why.', error);
  }
}

/** A few lines for a person, not for the log. */
function greet(config: Config, note: string | undefined, door: Door | undefined): void {
  const lines = [
    config.sandbox
      ? 'Rehearsal: a Zalo of our own, nothing leaves this machine.'
      : 'Connected to the real Zalo by its configuration.',
    ...(note ? [note] : []),
    ...(door
      ? [`  Public pages   ${config.publicUrl}/`, `  Mini app       ${config.publicUrl}/app/`]
      : ['Worker started.']),
    ...(door && config.sandbox ? [`  Phones         ${config.publicUrl}/sandbox/`] : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function reportLost(error: Error): void {
  log.warn({ err: error }, 'a database connection was lost');
}

/** Closes what was opened, the newest first: requests and work finish while the database is still there. */
async function leave(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(code || 1), patience + 5_000).unref();
  for (const close of opened.reverse()) {
    await close().catch((error) => log.error({ err: error }, 'did not close cleanly'));
  }
  process.exit(code);
}
