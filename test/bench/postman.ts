// The postman against a bare axios loop with as many connections to the same Zalo, which is a process of its own.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startSpread } from '#bot/jobs/spread.ts';
import { openDatabase } from '#bot/store/database.ts';
import { startEmbedded } from '#bot/store/embedded.ts';
import { migrate } from '#bot/store/migrate.ts';
import { testApp } from '../support/app.ts';
import { during, follow, running, tally, until } from '../support/outbox.ts';
import type { BenchOptions, Row } from './run.ts';
import type { Order, Report } from './sender.ts';

export const name = 'postman';
const people = 5_000;
const connections = 32;

export async function run({ quick }: BenchOptions): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const embedded = await startEmbedded(folder);
  const database = await openDatabase(embedded.url, { connections: 5, name: 'bench' });
  await migrate(database.pool);
  await follow(database, 'u', people);
  const { child, zalo } = await startZaloProcess();
  const pairs: { bare: Report; postman: Report }[] = [];
  try {
    for (let pair = 0; pair <= (quick ? 5 : 9); pair += 1) {
      const announcement = await spreadOne(database);
      const order = { people, connections, zalo, database: embedded.url, announcement };
      const bare = await send({ ...order, way: 'bare' });
      const postman = await send({ ...order, way: 'postman' });
      const states = await tally(database, announcement);
      if (states.sent !== people) throw new Error(`not everybody was served: ${JSON.stringify(states)}`);
      // The first pair warms the disk, the database and the Zalo.
      if (pair > 0) pairs.push({ bare, postman });
    }
  } finally {
    child.disconnect();
    await database.close();
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  const of = (value: (pair: { bare: Report; postman: Report }) => number) => median(pairs.map(value));
  const perSecond = (report: Report) => people / report.seconds;
  return [
    {
      line: 'postman ÷ bare axios loop, messages a second',
      ours: `${Math.round(of(({ postman }) => perSecond(postman)))}/s`,
      theirs: `${Math.round(of(({ bare }) => perSecond(bare)))}/s`,
      ratio: of(({ bare, postman }) => bare.seconds / postman.seconds),
      atLeast: 0.5,
      runs: pairs.length,
    },
    {
      line: 'CPU of the sending process per 1 000 messages',
      ours: `${of(({ postman }) => (postman.cpuSeconds * 1e6) / people).toFixed(0)} ms`,
      theirs: `${of(({ bare }) => (bare.cpuSeconds * 1e6) / people).toFixed(0)} ms`,
      ratio: of(({ bare, postman }) => postman.cpuSeconds / bare.cpuSeconds),
      runs: pairs.length,
    },
    {
      line: 'resident memory of the sending process',
      ours: `${of(({ postman }) => postman.residentMb).toFixed(0)} MB`,
      theirs: `${of(({ bare }) => bare.residentMb).toFixed(0)} MB`,
      ratio: of(({ bare, postman }) => postman.residentMb / bare.residentMb),
      runs: pairs.length,
    },
  ];
}

async function spreadOne(database: Parameters<typeof running>[0]): Promise<string> {
  await database.pool.query('TRUNCATE message, announcement CASCADE');
  const id = await running(database);
  await during(testApp({ database }), [startSpread], () =>
    until(
      async () => (await database.prisma.announcement.findUnique({ where: { id } }))?.spreadDone === true,
    ),
  );
  await database.pool.query('VACUUM ANALYZE message');
  return id;
}

async function startZaloProcess() {
  const script = fileURLToPath(new URL('../support/zalo-process.ts', import.meta.url));
  const ranges = JSON.stringify([{ prefix: 'u', count: people, staleShare: 0 }]);
  const child = fork(script, { execArgv: ['--import', 'tsx'], env: { ...process.env, RANGES: ranges } });
  const [zalo] = await once(child, 'message');
  return { child, zalo };
}

async function send(order: Order): Promise<Report> {
  const script = fileURLToPath(new URL('./sender.ts', import.meta.url));
  const child = fork(script, {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, ORDER: JSON.stringify(order) },
  });
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`the sending process ended with ${code}`);
  });
  const [report] = await Promise.race([once(child, 'message'), failed]);
  failed.catch(() => {});
  return report;
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
