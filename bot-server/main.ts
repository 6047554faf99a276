/** Starts the program: configuration, listening socket, database, rehearsal, application, jobs; and stops it gracefully. */

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from '../mini-app/build.ts';
import { handleEvent } from './chat/bot.ts';
import { composeApp, neededForZalo } from './compose.ts';
import { type Config, readConfig, requireFor, type SecretName } from './config.ts';
import { type App, at } from './context.ts';
import { createApp } from './http/app.ts';
import { type Door, openDoor } from './http/door.ts';
import { startInbox } from './jobs/inbox.ts';
import type { Job } from './jobs/loop.ts';
import { startPostman } from './jobs/postman.ts';
import { startPublisher } from './jobs/publish.ts';
import { startSpread } from './jobs/spread.ts';
import { startTimetable } from './jobs/timetable.ts';
import { createLog } from './log.ts';
import { type Rehearsal, startRehearsal } from './rehearsal.ts';
import { moveDemoDates } from './services/demo-dates.ts';
import { readMenu, setMenu } from './services/menu.ts';
import { loadDemo } from './services/setup.ts';
import { migrate, migrationsPending } from './store/migrate.ts';
import { openStore, type Store } from './store/open.ts';
import { isStartError, startError } from './store/start-error.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
/** How long work under way may take to finish when the program is asked to stop. */
const patience = 10_000;
const neededByWeb: SecretName[] = ['SESSION_SECRET', ...neededForZalo, 'ZALO_OA_SECRET_KEY'];

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
  requireFor(config, config.role === 'worker' ? [...neededForZalo] : neededByWeb);

  const door = config.role === 'worker' ? undefined : await openDoor(config.host, config.port);
  if (door) {
    config = readConfig({ ...process.env, PORT: String(door.port) });
    await build();
  }

  const store = await openStore(config, {
    connections: config.sendConnections + 10,
    name: config.role,
    onLost: reportLost,
  });
  opened.push(store.close);
  const applied = await migrate(store.pool);
  if (applied.length > 0) log.info({ applied }, 'the database was brought up to date');

  const rehearsal = config.sandbox ? await rehearse(config, store) : undefined;
  const app = composeApp({
    config,
    prisma: store.prisma,
    pool: store.pool,
    log,
    clock: rehearsal?.clock ?? (() => new Date()),
  });
  opened.push(async () => app.zalo.close());
  if (rehearsal) await app.db.$transaction((tx) => moveDemoDates(tx, at(app)));

  door?.serve(
    createApp({
      app,
      isReady: async () => !stopping && (await migrationsPending(store.pool)).length === 0,
      miniAppFolder: `${root}mini-app/www`,
      ...(rehearsal ? { sandbox: rehearsal.handler } : {}),
    }),
  );
  // Closed before the database and the jobs' Zalo, so that requests under way can finish.
  if (door) opened.push(() => door.close(patience));
  if (rehearsal) await connectRehearsal(app, rehearsal);
  if (config.role !== 'web') for (const job of jobs(app)) opened.push(() => job.stop());
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

/** The demo is loaded before the local Zalo opens, because the two must know the same people. */
async function rehearse(config: Config, store: Store): Promise<Rehearsal> {
  const { loaded } = await loadDemo({ config, db: store.prisma, now: new Date() });
  if (loaded) log.info('the demo data was loaded');
  const { profile } = await store.prisma.campaign.findFirstOrThrow({
    where: { current: true },
    include: { profile: true },
  });
  const rehearsal = await startRehearsal({ config, store, log, oaName: profile.name });
  opened.push(() => rehearsal.stop());
  return rehearsal;
}

/** As an administrator would connect the page and give it its menu once. */
async function connectRehearsal(app: App, rehearsal: Rehearsal): Promise<void> {
  if ((await app.oaTokens.status()).state !== 'connected') {
    const pair = rehearsal.firstTokens();
    if (pair) await app.oaTokens.saveFirstPair(pair);
  }
  if (!(await readMenu(at(app))).current)
    await setMenu(at(app), null).catch((error) => log.warn({ err: error }, 'the rehearsal has no menu'));
}

const jobs = (app: App): Pick<Job, 'stop'>[] => [
  startPostman(app),
  startSpread(app),
  startPublisher(app),
  startTimetable(app),
  startInbox(app, handleEvent),
];

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
    ...(door && config.sandbox
      ? [
          `  Phones         ${config.publicUrl}/sandbox/   choose Nguyễn Minh Hà (author), Trần Văn Thắng (unit head)`,
          `  The desk       ${config.publicUrl}/app/desk   sign in as Lê Thu Hương (secretariat) or Vũ Hải Nam (administrator)`,
        ]
      : []),
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
