// The operator's verbs: a key is one run, its ledger has one line per person, and a hundred thousand followers are quickly made.
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { at } from '#bot/context.ts';
import { deliver } from '#bot/jobs/deliver.ts';
import { announceByOperator, ledger, operatorRun, seed } from '#bot/services/operator.ts';
import { testApp } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { emptyAll, office } from '../support/people.ts';
import { startZalo, textsTo, turnKnobs } from '../support/zalo-server.ts';

vi.setConfig({ testTimeout: 60_000 });
const db = await freshDatabase({ connections: 24 });
const zalo = await startZalo({ ranges: [{ prefix: 'u', count: 1_000, staleShare: 0.3 }] });
afterAll(() => zalo.stop());
const app = testApp({ database: db, zalo, quiet: { quietFrom: '00:00', quietTo: '23:59' } });
const text = 'Kính gửi anh/chị: đợt 2 nhận hồ sơ đến 17 giờ.';

beforeEach(() => emptyAll(db));

async function ledgerOf(key: string) {
  const lines = [];
  for await (const line of ledger(at(app), key)) lines.push(line);
  return lines;
}

describe('announcing by key', () => {
  test('delivers the text unchanged, also in the quiet hours, and accounts for every follower', async () => {
    await seed(at(app), { followers: 100, stale: 0.3 });
    await turnKnobs(zalo.url, { refusals: [{ code: -213, share: 1, user: 'u51' }] });

    const { id } = await announceByOperator(at(app), { key: 'k1', text });
    await deliver(app, id);

    expect(await operatorRun(at(app), id)).toEqual({
      key: 'k1',
      announcement: id,
      state: 'finished',
      total: 100,
      waiting: 0,
      sending: 0,
      sent: 69,
      refused: 1,
      unknown: 0,
      cancelled: 30,
    });
    const lines = await ledgerOf('k1');
    expect(new Set(lines.map(({ user }) => user)).size).toBe(100);
    expect(lines).toContainEqual({ user: 'u51', state: 'refused', code: -213 });
    expect(lines).toContainEqual({ user: 'u0', state: 'cancelled', reason: 'window_closed' });
    const sent = lines.find(({ state }) => state === 'sent');
    expect(await textsTo(zalo.url, sent!.user)).toEqual([text]);
  });

  test('twice is one run; another text under the same key is refused', async () => {
    await seed(at(app), { followers: 20, stale: 0.3 });
    const first = await announceByOperator(at(app), { key: 'k2', text });
    await deliver(app, first.id);

    const second = await announceByOperator(at(app), { key: 'k2', text });
    await deliver(app, second.id);

    expect(second).toEqual(first);
    expect(await operatorRun(at(app), first.id)).toMatchObject({
      total: 20,
      sent: 14,
      cancelled: 6,
      state: 'finished',
    });
    await expect(announceByOperator(at(app), { key: 'k2', text: 'Khác.' })).rejects.toThrow('another text');
    await expect(ledgerOf('k3')).rejects.toThrow('no run');
  });
});

describe('seeding', () => {
  test('makes followers that are linked to nobody, the stale share ten days back, and tells the rehearsal of them', async () => {
    await seed(at(app), { followers: 1_000, stale: 0.3 });

    const { rows } = await db.pool.query(
      `SELECT count(*)::int AS all, count(person_id)::int AS linked,
              count(*) FILTER (WHERE last_interaction_at < now() - interval '9 days')::int AS stale,
              count(*) FILTER (WHERE last_interaction_at >= now() - interval '1 day')::int AS fresh
       FROM follower`,
    );
    expect(rows).toEqual([{ all: 1_000, linked: 0, stale: 300, fresh: 700 }]);
    expect(await db.prisma.setting.findUnique({ where: { key: 'seeded-followers' } })).toMatchObject({
      value: [{ prefix: 'u', count: 1_000, staleShare: 0.3 }],
    });
  });

  test('makes dossiers with codes of their own in the rounds of the current campaign', async () => {
    await office(db, new Date(Date.now() + 86_400_000));

    await seed(at(app), { initiatives: 500 });
    await seed(at(app), { initiatives: 500 });

    const { rows } = await db.pool.query(
      `SELECT count(*)::int AS all, count(DISTINCT code)::int AS codes, count(DISTINCT author_id)::int AS authors,
              count(DISTINCT unit_id)::int AS units FROM initiative`,
    );
    expect(rows).toEqual([{ all: 500, codes: 500, authors: 167, units: 2 }]);
    expect(await db.prisma.historyEntry.count()).toBe(500);
  });
});
