/** The secretariat's rounds: planned, changed, and seen with what stands in them. Every change is logged and re-plans the reminders. */

import type { api } from '#contract/api.ts';
import type { DeskRound, ReminderRule } from '#contract/campaign.ts';
import type { InputOf, OutputOf } from '#contract/endpoint.ts';
import { Failure, type FieldProblem } from '#contract/failure.ts';
import type { State } from '#contract/initiative.ts';
import { states } from '#contract/terms.ts';
import { sayDeadline } from '#domain/calendar.ts';
import { phaseOf } from '#domain/round.ts';
import { stateLabels } from '#domain/words.ts';
import { type Context, hasRole, type Tx, type Who } from '../context.ts';
import { Prisma, type Round } from '../store/generated/client.ts';
import { currentCampaign } from './organisation.ts';
import { planReminders, upcomingReminders } from './reminders.ts';
import { byUrgency, type Counts, countByRound, roundView } from './round-view.ts';

type Api = typeof api;
type Fields = Omit<InputOf<Api['createRound']>, 'id'>;

export async function deskRounds(
  ctx: Context,
  who: Who,
  _input: InputOf<Api['deskRounds']>,
): Promise<OutputOf<Api['deskRounds']>> {
  const { id } = await currentCampaign(ctx.db);
  const rows = await ctx.db.round.findMany({ where: { campaignId: id } });
  rows.sort((a, b) => byUrgency(a, b, ctx.now));
  return { items: await viewsFor(ctx, who, rows) };
}

interface StateCount {
  roundId: string;
  state: State;
  count: number;
  staged: number;
}

async function viewsFor(ctx: Context, who: Who, rows: Round[]): Promise<DeskRound[]> {
  const ids = rows.map((row) => row.id);
  const [counts, inStates, reminders] = await Promise.all([
    countByRound(ctx.db, ids),
    ctx.db.$queryRaw<StateCount[]>`
      SELECT i.round_id AS "roundId", i.state, count(*)::int AS count, count(s.initiative_id)::int AS staged
        FROM initiative i LEFT JOIN staged_outcome s ON s.initiative_id = i.id AND i.state = 'under_review'
       WHERE i.round_id = ANY(${ids}) AND i.submitted_at IS NOT NULL GROUP BY i.round_id, i.state`,
    Promise.all(ids.map((id) => upcomingReminders(ctx, id))),
  ]);
  return rows.map((row, i) => {
    const own = inStates.filter((one) => one.roundId === row.id);
    return viewOf(ctx, who, row, counts, own, reminders[i]!);
  });
}

function viewOf(
  ctx: Context,
  who: Who,
  row: Round,
  counts: Counts,
  inStates: StateCount[],
  reminders: DeskRound['reminders'],
): DeskRound {
  const review = inStates.find((one) => one.state === 'under_review');
  const [staged, underReview] = [review?.staged ?? 0, review?.count ?? 0];
  const mayRelease = hasRole(who, 'secretariat') && underReview > 0 && staged === underReview;
  const over = phaseOf(row, ctx.now) === 'published';
  return {
    ...roundView(row, counts, ctx.now),
    version: row.version,
    reminder: row.reminder as ReminderRule | null,
    reminders,
    states: [...inStates]
      .sort((a, b) => states.indexOf(a.state) - states.indexOf(b.state))
      .map(({ state, count }) => ({ state, label: stateLabels[state], count })),
    staged,
    underReview,
    allowed: [...(over ? [] : (['edit'] as const)), ...(mayRelease ? (['release'] as const) : [])],
  };
}

/** Plans a round under the id that the phone chose, so that five taps give one round. */
export async function createRound(
  ctx: Context,
  who: Who,
  input: InputOf<Api['createRound']>,
): Promise<OutputOf<Api['createRound']>> {
  const { id, ...fields } = input;
  await check(ctx, fields);
  if (new Date(fields.closesAt) <= ctx.now)
    throw new Failure('input', [{ field: 'closesAt', message: 'Chọn hạn nộp sau lúc này' }]);
  const campaign = await currentCampaign(ctx.db);
  const row = await ctx.db.$transaction(async (tx) => {
    const { count } = await tx.round.createMany({
      data: [{ id, campaignId: campaign.id, ...columns(fields) }],
      skipDuplicates: true,
    });
    if (count > 0) {
      await log(tx, ctx, who, 'round_created', id, { ...fields });
      await planReminders(tx, ctx, id);
    }
    return tx.round.findUniqueOrThrow({ where: { id } });
  });
  return one(ctx, who, row);
}

/** Changes a round; whoever comes second is told and nothing is overwritten. A moved deadline is told to those who are writing. */
export async function changeRound(
  ctx: Context,
  who: Who,
  input: InputOf<Api['changeRound']>,
): Promise<OutputOf<Api['changeRound']>> {
  const { id, version, ...fields } = input;
  await check(ctx, fields);
  const row = await ctx.db.$transaction(async (tx) => {
    const before = await tx.round.findUnique({ where: { id } });
    if (!before) throw new Failure('not_found');
    if (phaseOf(before, ctx.now) === 'published') throw new Failure('round_released');
    const { count } = await tx.round.updateMany({
      where: { id, version },
      data: { ...columns(fields), version: version + 1 },
    });
    if (count === 0) throw new Failure('round_changed');
    const after = await tx.round.findUniqueOrThrow({ where: { id } });
    await log(tx, ctx, who, 'round_changed', id, { before: plain(before), after: plain(after) });
    if (before.closesAt?.getTime() !== after.closesAt?.getTime()) await tellWriters(tx, ctx, after);
    await planReminders(tx, ctx, id);
    return after;
  });
  return one(ctx, who, row);
}

const one = async (ctx: Context, who: Who, row: Round): Promise<DeskRound> =>
  (await viewsFor(ctx, who, [row]))[0]!;

async function check(ctx: Context, fields: Fields): Promise<void> {
  const { blocks } = await ctx.profile();
  const problems: FieldProblem[] = [];
  if (fields.blocks.some((id) => !blocks.some((block) => block.id === id)))
    problems.push({ field: 'blocks', message: 'Chọn khối trong danh sách' });
  if (new Date(fields.closesAt) <= new Date(fields.opensAt))
    problems.push({ field: 'closesAt', message: 'Chọn hạn nộp sau lúc mở nhận hồ sơ' });
  if (problems.length > 0) throw new Failure('input', problems);
}

const columns = (fields: Fields) => ({
  name: fields.name,
  scope: fields.scope,
  blocks: [...new Set(fields.blocks)],
  opensAt: new Date(fields.opensAt),
  closesAt: new Date(fields.closesAt),
  graceMinutes: fields.graceMinutes,
  reminder: fields.reminder
    ? { ...fields.reminder, daysBefore: [...new Set(fields.reminder.daysBefore)].sort((a, b) => b - a) }
    : Prisma.DbNull,
});

const plain = (row: Round): Prisma.InputJsonObject => ({
  name: row.name,
  scope: row.scope,
  blocks: row.blocks,
  opensAt: row.opensAt?.toISOString() ?? null,
  closesAt: row.closesAt?.toISOString() ?? null,
  graceMinutes: row.graceMinutes,
  reminder: row.reminder as Prisma.InputJsonObject | null,
});

const log = (tx: Tx, ctx: Context, who: Who, act: string, roundId: string, detail: Prisma.InputJsonObject) =>
  tx.auditEntry.create({ data: { at: ctx.now, actorId: who.id, act, object: `round:${roundId}`, detail } });

/** A notice in the mini app to everybody with a draft in the round. */
async function tellWriters(tx: Tx, ctx: Context, round: Round): Promise<void> {
  if (!round.closesAt) return;
  const drafts = await tx.initiative.findMany({
    where: { roundId: round.id, state: 'draft' },
    select: { id: true, authorId: true },
    distinct: ['authorId'],
    orderBy: { updatedAt: 'desc' },
  });
  await tx.notice.createMany({
    data: drafts.map((draft) => ({
      personId: draft.authorId,
      kind: 'round_changed',
      title: `${round.name}: hạn nộp thay đổi`,
      text: `Hạn nộp mới của ${round.name}: ${sayDeadline(round.closesAt!)}. Bản nháp của anh/chị vẫn được giữ.`,
      initiativeId: draft.id,
      createdAt: ctx.now,
      link: { label: 'Viết tiếp bản nháp', path: `/initiatives/${draft.id}` },
    })),
  });
}
