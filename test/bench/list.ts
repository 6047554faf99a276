// The desk's list of dossiers as it really is (session, validation, log, one answer shape) against a bare Express route with the same rows.
import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { at } from '#bot/context.ts';
import { seed } from '#bot/services/operator.ts';
import { loadDemo } from '#bot/services/setup.ts';
import { openDatabase } from '#bot/store/database.ts';
import { startEmbedded } from '#bot/store/embedded.ts';
import { migrate } from '#bot/store/migrate.ts';
import { testApp } from '../support/app.ts';
import { median } from './median.ts';
import type { BenchOptions, Row } from './run.ts';

export const name = 'list';
const dossiers = 10_000;
const atOnce = 16;

interface Server {
  url: string;
  token?: string;
  child: ChildProcess;
}

export async function run({ quick }: BenchOptions): Promise<Row[]> {
  const requests = quick ? 1_000 : 3_000;
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const embedded = await startEmbedded(folder);
  const database = await openDatabase(embedded.url, { connections: 5, name: 'bench' });
  await migrate(database.pool);
  const app = testApp({ database });
  await loadDemo(at(app));
  await seed(at(app), { initiatives: dossiers });
  const person = await secretary(database);
  await database.pool.query('VACUUM ANALYZE');
  const bare = await serve('bare', embedded.url, person);
  const ours = await serve('ours', embedded.url, person);
  const pairs: { bare: number; ours: number }[] = [];
  try {
    // The first pair warms both.
    for (let pair = 0; pair <= (quick ? 5 : 9); pair += 1) {
      const seconds = { bare: await load(bare, requests), ours: await load(ours, requests) };
      if (pair > 0) pairs.push(seconds);
    }
  } finally {
    bare.child.disconnect();
    ours.child.disconnect();
    await database.close();
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  const perSecond = (of: 'bare' | 'ours') =>
    `${Math.round(median(pairs.map((pair) => requests / pair[of])))}/s`;
  const ratio = median(pairs.map((pair) => pair.bare / pair.ours));
  return [
    {
      line: `list of ${dossiers} dossiers, first page ÷ bare Express + pg`,
      ours: perSecond('ours'),
      theirs: perSecond('bare'),
      ratio,
      atLeast: 0.6,
      runs: pairs.length,
    },
  ];
}

async function secretary(database: Awaited<ReturnType<typeof openDatabase>>): Promise<string> {
  const id = randomUUID();
  await database.prisma.person.create({ data: { id, appUserId: 'bench', name: 'Thư ký' } });
  await database.prisma.grant.create({
    data: { id: randomUUID(), personId: id, role: 'secretariat', grantedAt: new Date() },
  });
  return id;
}

async function serve(kind: string, databaseUrl: string, person: string): Promise<Server> {
  const script = fileURLToPath(new URL('./list-server.ts', import.meta.url));
  const env = { ...process.env, NODE_ENV: 'production', KIND: kind, DATABASE: databaseUrl, PERSON: person };
  const child = fork(script, {
    execArgv: ['--import', 'tsx'],
    env,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [server] = await once(child, 'message');
  return { ...server, child };
}

/** Seconds for so many requests, some at once, over connections that stay open. */
async function load(server: Server, requests: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const headers: Record<string, string> = server.token ? { Authorization: `Bearer ${server.token}` } : {};
  let left = requests;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (left > 0) {
        left -= 1;
        await fetchOnce(server.url, agent, headers);
      }
    }),
  );
  agent.destroy();
  return (performance.now() - started) / 1000;
}

const fetchOnce = (url: string, agent: Agent, headers: Record<string, string>) =>
  new Promise<void>((resolve, reject) => {
    get(url, { agent, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`answered ${response.statusCode}`));
      response.resume().on('end', resolve);
    }).on('error', reject);
  });
