// The secretariat's rounds, and the rehearsal's rounds that are moved on to today.
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { at } from '#bot/context.ts';
import { moveDemoDates } from '#bot/services/demo-dates.ts';
import { changeRound, createRound, deskRounds } from '#bot/services/rounds.ts';
import { loadDemo } from '#bot/services/setup.ts';
import type { DeskRound } from '#contract/campaign.ts';
import { dossierId } from '../../prisma/seed/dossiers.ts';
import { people } from '../../prisma/seed/people.ts';
import { freshDatabase } from '../support/database.ts';
import { rehearsal, who } from '../support/rehearsal.ts';

const day = 86_400_000;
const db = await freshDatabase();
const ctx = rehearsal(db);
await loadDemo(ctx);
const huong = who('huong');

const later = (days: number) => at(ctx, new Date(ctx.now.getTime() + days * day));
const fields = {
  name: 'Đợt 4',
  scope: 'Xét công nhận sáng kiến khối phường',
  blocks: ['ward'],
  opensAt: '2026-12-01T01:00:00.000Z',
  closesAt: '2026-12-20T10:00:00.000Z',
  graceMinutes: 0,
  reminder: { daysBefore: [1, 7, 3], at: '08:30' },
};
const found = async (id: string, context = ctx): Promise<DeskRound> =>
  (await deskRounds(context, huong, {})).items.find((round) => round.id === id)!;
const changeOf = ({
  id,
  version,
  name,
  scope,
  blocks,
  opensAt,
  closesAt,
  graceMinutes,
  reminder,
}: DeskRound) => ({
  id,
  version,
  name,
  scope,
  blocks,
  opensAt: opensAt!,
  closesAt: closesAt!,
  graceMinutes,
  reminder,
});

describe('planning a round', () => {
  test('five taps give one round, with its reminders in the timetable', async () => {
    const id = randomUUID();

    const made = await createRound(ctx, huong, { id, ...fields });
    const again = await createRound(ctx, huong, { id, ...fields });

    expect(again).toEqual(made);
    expect(made).toMatchObject({
      phase: 'planned',
      version: 1,
      allowed: ['edit'],
      states: [],
      counted: null,
    });
    expect(made.reminders.map((reminder) => [reminder.at, reminder.done])).toEqual([
      ['2026-12-13T01:30:00.000Z', false],
      ['2026-12-17T01:30:00.000Z', false],
      ['2026-12-19T01:30:00.000Z', false],
    ]);
    expect(await db.prisma.auditEntry.count({ where: { object: `round:${id}` } })).toBe(1);
  });

  test('that closes before it opens, or takes a block nobody knows, is refused at the field', async () => {
    const upsideDown = { ...fields, id: randomUUID(), closesAt: fields.opensAt, blocks: ['ward', 'moon'] };

    await expect(createRound(ctx, huong, upsideDown)).rejects.toMatchObject({
      code: 'input',
      fields: [{ field: 'blocks' }, { field: 'closesAt' }],
    });
  });
});

describe('changing a round', () => {
  test('the second of two people is told, and nothing is overwritten', async () => {
    const seen = await found('dien-tap-3');
    await changeRound(ctx, huong, { ...changeOf(seen), name: 'Đợt 3 khối Giáo dục' });

    const second = changeRound(ctx, who('huy'), { ...changeOf(seen), name: 'Đợt ba' });

    await expect(second).rejects.toMatchObject({ code: 'round_changed' });
    expect(await found('dien-tap-3')).toMatchObject({
      name: 'Đợt 3 khối Giáo dục',
      version: seen.version + 1,
    });
  });

  test('a moved deadline is logged, re-plans the reminders and is told to those with a draft', async () => {
    const seen = await found('dien-tap-chuyen-de');
    const closesAt = '2027-01-15T10:00:00.000Z';

    const changed = await changeRound(ctx, huong, { ...changeOf(seen), closesAt });

    expect(changed.reminders.map((reminder) => reminder.at)).toEqual([
      '2027-01-08T01:30:00.000Z',
      '2027-01-12T01:30:00.000Z',
      '2027-01-14T01:30:00.000Z',
    ]);
    expect(await db.prisma.notice.findMany({ where: { kind: 'round_changed' } })).toMatchObject([
      { personId: people.minhHa.id, initiativeId: dossierId(2), link: { label: 'Viết tiếp bản nháp' } },
    ]);
    const entry = await db.prisma.auditEntry.findFirstOrThrow({ where: { object: `round:${seen.id}` } });
    expect(entry).toMatchObject({
      act: 'round_changed',
      actorId: people.huong.id,
      detail: { before: { closesAt: seen.closesAt }, after: { closesAt } },
    });
  });

  test('a round whose results are released stays as it is', async () => {
    const released = await found('dien-tap-dau-nam');

    expect(released.allowed).toEqual([]);
    await expect(changeRound(ctx, huong, changeOf(released))).rejects.toMatchObject({
      code: 'round_released',
    });
  });
});

describe('what stands in a round', () => {
  test('is counted by state, without drafts; release is offered once every outcome is staged', async () => {
    expect(await found('dien-tap-1')).toMatchObject({
      phase: 'closed',
      states: [{ state: 'under_review', label: 'Đang xét', count: 2 }],
      staged: 0,
      underReview: 2,
      allowed: ['edit'],
    });

    await db.prisma.stagedOutcome.createMany({
      data: [15, 16].map((n) => ({
        initiativeId: dossierId(n),
        outcome: 'not_recognised',
        reason: 'Chưa đủ minh chứng',
        stagedBy: people.huong.id,
        stagedAt: ctx.now,
      })),
    });

    expect(await found('dien-tap-1')).toMatchObject({ staged: 2, allowed: ['edit', 'release'] });
    const forAdmin = await deskRounds(ctx, who('nam'), {});
    expect(forAdmin.items.find((round) => round.id === 'dien-tap-1')?.allowed).toEqual(['edit']);
  });
});

describe('the rehearsal moves on', () => {
  const move = (days: number) => db.prisma.$transaction((tx) => moveDemoDates(tx, later(days)));
  const left = (round: DeskRound, days: number) =>
    (Date.parse(round.closesAt!) - later(days).now.getTime()) / day;

  test('so that weeks later one round still closes within three days, one is open longer, one planned', async () => {
    for (const days of [0, 1, 2, 3, 40, 400]) {
      await move(days);
      const { items } = await deskRounds(later(days), huong, {});
      const open = items.filter((round) => round.phase === 'open').map((round) => left(round, days));
      expect(Math.min(...open)).toBeGreaterThan(0);
      expect(Math.min(...open)).toBeLessThanOrEqual(3);
      expect(Math.max(...open)).toBeGreaterThan(3);
      expect(items.some((round) => round.phase === 'planned')).toBe(true);
    }
  });

  test('and no dossier of the demo is overdue only because nobody played', async () => {
    await move(400);

    const overdue = await db.prisma.initiative.count({ where: { dueAt: { lt: later(400).now } } });
    expect(overdue).toBe(0);
    const supplement = await db.prisma.supplement.findFirstOrThrow({ where: { initiativeId: dossierId(1) } });
    expect(supplement.dueAt > later(400).now).toBe(true);
  });

  test('starting again the same day leaves everything as people changed it', async () => {
    const before = await deskRounds(later(400), huong, {});

    await move(400);

    expect(await deskRounds(later(400), huong, {})).toEqual(before);
  });

  test('once a round is over and its results are released, the next one takes its place', async () => {
    await db.prisma.round.update({ where: { id: 'dien-tap-2' }, data: { releasedAt: later(400).now } });

    await move(403);

    const { items } = await deskRounds(later(403), huong, {});
    expect(items[0]).toMatchObject({ id: 'dien-tap-2-lan-2', name: 'Đợt 2, lần 2', phase: 'open' });
    expect(items[0]!.reminders.some((reminder) => !reminder.done)).toBe(true);
  });
});
