// Zalo's events are remembered once, handled once, one person's in their order, and not lost by an error.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { at } from '#bot/context.ts';
import { startInbox } from '#bot/jobs/inbox.ts';
import { noteFollower } from '#bot/services/followers.ts';
import { claimEvents, type InboxEvent, remember } from '#bot/services/inbox.ts';
import { testApp } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { until } from '../support/outbox.ts';
import { emptyAll } from '../support/people.ts';

vi.setConfig({ testTimeout: 60_000 });
const db = await freshDatabase({ connections: 10 });
let shift = 0;
const app = testApp({ database: db, clock: () => new Date(Date.now() + shift) });
const event = (n: number, userId = 'u1') => ({
  dedupeKey: `e${n}`,
  kind: 'text',
  at: new Date(1_760_000_000_000 + n),
  userId,
});
const say = (n: number, userId?: string) => remember(at(app), 'oa', event(n, userId));

beforeEach(async () => {
  shift = 0;
  await emptyAll(db);
});

describe('an event', () => {
  test('that Zalo sends three times is remembered once', async () => {
    expect(await Promise.all([say(1), say(1), say(1)])).toEqual(expect.arrayContaining([true, false, false]));
    expect(await say(1)).toBe(false);
    expect(await db.prisma.inboxEvent.count()).toBe(1);
  });

  test('is handled once and in the order of its person', async () => {
    for (let n = 0; n < 10; n += 1) await say(n, n % 2 ? 'odd' : 'even');
    const seen: InboxEvent[] = [];
    const job = startInbox(app, async (_ctx, one) => void seen.push(one));

    await until(async () => (await db.prisma.inboxEvent.count({ where: { state: 'handled' } })) === 10);
    await job.stop();

    const keysOf = (person: string) =>
      seen
        .filter((one) => (one.event as { userId?: string }).userId === person)
        .map((one) => one.event.dedupeKey);
    expect(keysOf('even')).toEqual(['e0', 'e2', 'e4', 'e6', 'e8']);
    expect(keysOf('odd')).toEqual(['e1', 'e3', 'e5', 'e7', 'e9']);
    expect(seen[0]?.event.at).toBeInstanceOf(Date);
  });

  test('reaches the handler at once, not at the next look', async () => {
    let handledAt = 0;
    const job = startInbox(app, async () => {
      handledAt = performance.now();
    });
    await until(async () => {
      const { rows } = await db.pool.query(
        `SELECT FROM pg_stat_activity WHERE query = 'LISTEN inbox' AND datname = current_database()`,
      );
      return rows.length > 0;
    });
    await new Promise((resolve) => setTimeout(resolve, 100));

    const saidAt = performance.now();
    await say(1);
    await until(async () => handledAt > 0);
    await job.stop();

    expect(handledAt - saidAt).toBeLessThan(700);
  });

  test('that cannot be handled is tried again later and given up at last', async () => {
    await say(1);
    let tries = 0;
    const job = startInbox(app, async () => {
      tries += 1;
      throw new Error('not today');
    });
    await until(async () => {
      shift += 600_000;
      job.wake();
      return (await db.prisma.inboxEvent.count({ where: { state: 'failed' } })) === 1;
    });
    await job.stop();

    expect(tries).toBe(8);
  });

  test('that a dead worker had taken comes back', async () => {
    await say(1);
    expect(await claimEvents(at(app), 5)).toHaveLength(1);
    expect(await claimEvents(at(app), 5)).toHaveLength(0);

    shift = 61_000;

    expect(await claimEvents(at(app), 5)).toMatchObject([{ dedupeKey: 'oa:e1', attempts: 2 }]);
  });
});

describe('who follows', () => {
  const t = (n: number) => new Date(1_760_000_000_000 + n * 1_000);
  const changes = {
    follow: { oaUserId: 'f', at: t(1), interacted: true, following: true },
    write: { oaUserId: 'f', at: t(2), interacted: true, userIdByApp: 'f-by-app' },
    leave: { oaUserId: 'f', at: t(3), interacted: false, following: false },
  };

  test('is the same whatever order the events arrive in, and however often', async () => {
    const orders = [
      ['follow', 'write', 'leave'],
      ['leave', 'write', 'follow'],
      ['write', 'leave', 'follow'],
      ['leave', 'follow', 'follow', 'write', 'leave', 'follow'],
    ] as const;
    for (const order of orders) {
      await db.prisma.follower.deleteMany();
      for (const name of order) await db.prisma.$transaction((tx) => noteFollower(tx, changes[name]));

      expect(await db.prisma.follower.findUnique({ where: { oaUserId: 'f' } })).toMatchObject({
        following: false,
        lastInteractionAt: t(2),
        userIdByApp: 'f-by-app',
      });
    }
  });
});
