// Words for tests about sending: people who follow, announcements that run, and what became of each row.
import { randomUUID } from 'node:crypto';
import type { App } from '#bot/context.ts';
import type { Database } from '#bot/store/database.ts';
import type { Audience } from '#contract/announcement.ts';

type Db = Pick<Database, 'prisma' | 'pool'>;

/** Followers `prefix0` …, linked to nobody, who wrote to the page an hour ago. */
export async function follow(db: Db, prefix: string, count: number, now = new Date()): Promise<void> {
  await db.pool.query(
    `INSERT INTO follower (oa_user_id, following, last_interaction_at, created_at)
     SELECT $1 || n, true, $3::timestamptz - interval '1 hour', $3 FROM generate_series(0, $2 - 1) AS n`,
    [prefix, count, now],
  );
}

/** An announcement that has just been sent, as the service leaves it. */
export async function running(
  db: Db,
  change: {
    kind?: string;
    audience?: Audience;
    roundId?: string;
    text?: string;
    withMessages?: boolean;
  } = {},
  now = new Date(),
): Promise<string> {
  const id = randomUUID();
  await db.prisma.announcement.create({
    data: {
      id,
      kind: 'announcement',
      title: 'Mở đợt 2',
      text: 'Đợt 2 nhận hồ sơ đến 30/11.',
      audience: { kind: 'everybody' },
      state: 'sending',
      createdAt: now,
      updatedAt: now,
      sentAt: now,
      ...change,
    },
  });
  return id;
}

/** How many rows of a run are in which state; for cancelled and refused ones with reason or code. */
export async function tally(db: Db, announcementId: string): Promise<Record<string, number>> {
  const { rows } = await db.pool.query(
    `SELECT concat_ws(' ', state, CASE WHEN state IN ('refused', 'waiting') THEN code::text END, reason) AS what, count(*)::int
     FROM message WHERE announcement_id = $1 GROUP BY 1 ORDER BY 1`,
    [announcementId],
  );
  return Object.fromEntries(rows.map(({ what, count }) => [what, count]));
}

/** Waits until nothing of the run is waiting or under way any more. */
export async function settled(db: Db, announcementId: string, patience = 60_000): Promise<void> {
  await until(async () => {
    const { rows } = await db.pool.query(
      `SELECT spread_done AND NOT EXISTS (
         SELECT FROM message WHERE announcement_id = $1 AND state IN ('waiting', 'sending')) AS done
       FROM announcement WHERE id = $1`,
      [announcementId],
    );
    return rows[0].done;
  }, patience);
}

export async function until(condition: () => Promise<boolean>, patience = 30_000): Promise<void> {
  for (const end = Date.now() + patience; !(await condition()); ) {
    if (Date.now() > end) throw new Error(`still not true after ${patience} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Runs jobs of a process until the work is done, then stops them. */
export async function during(
  app: App,
  starts: ((app: App) => { stop(): Promise<void> })[],
  work: () => Promise<void>,
) {
  const jobs = starts.map((start) => start(app));
  try {
    await work();
  } finally {
    for (const job of jobs) await job.stop();
  }
}
