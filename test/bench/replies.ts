// People write to the page while a broadcast runs at the allowed rate: how soon is the answer with Zalo?
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { handleEvent } from '#bot/chat/bot.ts';
import { at } from '#bot/context.ts';
import { startInbox } from '#bot/jobs/inbox.ts';
import { startPostman } from '#bot/jobs/postman.ts';
import { startSpread } from '#bot/jobs/spread.ts';
import { remember } from '#bot/services/inbox.ts';
import { loadDemo } from '#bot/services/setup.ts';
import { openDatabase } from '#bot/store/database.ts';
import { startEmbedded } from '#bot/store/embedded.ts';
import { migrate } from '#bot/store/migrate.ts';
import type { OaEvent } from '#bot/zalo/event.ts';
import { testApp } from '../support/app.ts';
import { during, follow, running, tally, until } from '../support/outbox.ts';
import { control } from '../support/zalo-server.ts';
import type { BenchOptions, Row } from './run.ts';

export const name = 'replies';
const perMinute = 4_000;
const everyMs = 200;
const soon = 2_000;
const wanted = 0.995;
const questions = ['bao h het han', 'cach nop', 'sk tieu bieu', 'xin chao', 'van ban 79'];

export async function run({ quick }: BenchOptions): Promise<Row[]> {
  const people = quick ? 2_000 : 10_000;
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const embedded = await startEmbedded(folder);
  const database = await openDatabase(embedded.url, { connections: 30, name: 'bench' });
  await migrate(database.pool);
  const { child, zalo } = await startZalo(people);
  const app = testApp({ database, zalo, perMinute });
  try {
    await loadDemo({ config: app.config, db: app.db, now: new Date() });
    await database.pool.query('DELETE FROM follower');
    await follow(database, 'u', people);
    const askedAt = new Map<string, number>();
    const replied = async (count: number) =>
      (await database.prisma.message.count({ where: { kind: 'reply', state: 'sent' } })) === count;
    let announcement = '';
    let seconds = 0;
    await during(app, [startSpread, startPostman, (given) => startInbox(given, handleEvent)], async () => {
      // The first answers warm the process, as it would be on any day but its first.
      for (const [n] of questions.entries()) await remember(at(app), 'oa', question(-1 - n));
      await until(() => replied(questions.length));
      announcement = await running(database);
      const from = performance.now();
      for (let n = 0; !(await isFinished(database, announcement)); n += 1) {
        askedAt.set(`r${n}`, Date.now());
        await remember(at(app), 'oa', question(n));
        await sleep(everyMs);
      }
      seconds = (performance.now() - from) / 1000;
      await until(() => replied(questions.length + askedAt.size));
    });
    const states = await tally(database, announcement);
    if (states.sent !== people) throw new Error(`not everybody was served: ${JSON.stringify(states)}`);
    const waits = await waitsOf(zalo.url, askedAt);
    const share = waits.filter((wait) => wait <= soon).length / waits.length;
    const pace = Math.round(((people + waits.length) / seconds) * 60);
    return [
      {
        line: `replies with Zalo within 2 s, ${waits.length} of them during a broadcast to ${people}`,
        ours: `${(share * 100).toFixed(1)} %, p99 ${percentile(waits, 0.99)} ms`,
        theirs: `${(wanted * 100).toFixed(1)} %`,
        ratio: share / wanted,
        atLeast: 1,
        runs: 1,
      },
      {
        line: 'messages a minute meanwhile, of those allowed',
        ours: `${pace}`,
        theirs: `${perMinute}`,
        ratio: pace / perMinute,
        runs: 1,
      },
    ];
  } finally {
    app.zalo.close();
    child.disconnect();
    await database.close();
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each from another telephone, as an event of Zalo is remembered. */
const question = (n: number): OaEvent => ({
  kind: 'text',
  name: 'user_send_text',
  oaId: '',
  at: new Date(),
  dedupeKey: `question-${n}`,
  userId: n < 0 ? `w${-n}` : `r${n}`,
  messageId: `question-${n}`,
  text: questions[Math.abs(n) % questions.length]!,
});

async function isFinished(database: Awaited<ReturnType<typeof openDatabase>>, id: string): Promise<boolean> {
  const { rows } = await database.pool.query('SELECT state FROM announcement WHERE id = $1', [id]);
  return rows[0].state === 'finished';
}

/** From the question to the moment at which Zalo has the answer, by Zalo's own ledger; a lost answer waits for ever. */
async function waitsOf(url: string, askedAt: Map<string, number>): Promise<number[]> {
  const answered = new Map<string, number>();
  for (let after: number | null = 0; after !== null; ) {
    const page: { entries: { user: string; at: string }[]; next: number | null } = await control(
      url,
      'GET',
      `/ledger?after=${after}`,
    );
    for (const { user, at: when } of page.entries)
      if (!answered.has(user)) answered.set(user, Date.parse(when));
    after = page.next;
  }
  return [...askedAt].map(([user, asked]) => (answered.get(user) ?? Number.POSITIVE_INFINITY) - asked);
}

function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)]!);
}

async function startZalo(people: number) {
  const script = fileURLToPath(new URL('../support/zalo-process.ts', import.meta.url));
  const ranges = [
    { prefix: 'u', count: people, staleShare: 0 },
    { prefix: 'r', count: people, staleShare: 0 },
    { prefix: 'w', count: people, staleShare: 0 },
  ];
  const child = fork(script, {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, RANGES: JSON.stringify(ranges) },
  });
  const [zalo] = await once(child, 'message');
  return { child, zalo };
}
