// Webhooks as Zalo sends them at the worst of times: late, twice, forged; once in peace, once while the server is killed five times.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '#bot/config.ts';
import { initYear } from '#bot/services/setup.ts';
import { type Database, openDatabase } from '#bot/store/database.ts';
import { startEmbedded } from '#bot/store/embedded.ts';
import { migrate } from '#bot/store/migrate.ts';
import { type Running, startProgram } from '../support/process.ts';
import {
  type Answers,
  allHandled,
  type Deeds,
  type Storm,
  send,
  storm,
  surroundings,
} from '../support/storm.ts';
import type { BenchOptions, Row } from './run.ts';

export const name = 'webhooks';
const port = 4821;
const hands = 16;
const patience = 600_000;

export async function run({ quick }: BenchOptions): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const embedded = await startEmbedded(folder);
  const database = await openDatabase(embedded.url, { connections: 5, name: 'bench' });
  try {
    await migrate(database.pool);
    const env = surroundings(embedded.url, port);
    await initYear({ config: readConfig(env), db: database.prisma, now: new Date() }, 'district-2023');
    const size = quick ? 2_000 : 10_000;
    return [...rowsOf(await pass(database, env, size, 0)), ...rowsOf(await pass(database, env, size, 5))];
  } finally {
    await database.close();
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Pass {
  given: Storm;
  answers: Answers;
  deeds: Deeds;
  kills: number;
}

async function pass(
  database: Database,
  env: Record<string, string>,
  size: number,
  kills: number,
): Promise<Pass> {
  await database.pool.query('TRUNCATE inbox_event, message, follower CASCADE');
  const start = () => startProgram('test/support/webhook-process.ts', [], env);
  let server: Running = start();
  await server.says(/ready/);
  const url = `http://127.0.0.1:${port}`;
  if (kills === 0) await send(url, storm(200), hands);
  const given = storm(size);

  const sending = send(url, given, hands);
  for (let kill = 0; kill < kills; kill += 1) {
    await sleep(1_000);
    await server.kill('SIGKILL');
    server = start();
    await server.says(/ready/);
  }
  const answers = await sending;
  const deeds = await allHandled(database, given, patience);
  await server.kill('SIGKILL');
  return { given, answers, deeds, kills };
}

function rowsOf({ given, answers, deeds, kills }: Pass): Row[] {
  const deliveries = given.groups.flat().length;
  const times = [...answers.times].sort((a, b) => a - b);
  const at = (share: number) => times[Math.ceil(times.length * share) - 1]!;
  const when = kills === 0 ? 'in peace' : `killed ${kills} times`;
  const share = (line: string, good: number, of: number): Row => ({
    line: `webhooks ${when}: ${line}`,
    ours: `${good}`,
    theirs: `${of}`,
    ratio: good / of,
    atLeast: 1,
    runs: 1,
  });
  return [
    share('good ones 200, forged ones 401', answers.right, deliveries),
    share('questions that were answered exactly once', deeds.answeredOnce, given.answered.length),
    {
      line: `webhooks ${when}: wanted 100 ms ÷ 99th of 100 answers (the longest: ${at(1).toFixed(0)} ms, allowed: 2 000)`,
      ours: `${at(0.99).toFixed(0)} ms`,
      theirs: '100 ms',
      ratio: 100 / at(0.99),
      runs: 1,
    },
  ];
}
