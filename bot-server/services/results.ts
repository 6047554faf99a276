/** Deciding and announcing are two acts: outcomes are staged beside the dossier and released for the whole round at once. */

import { randomUUID } from 'node:crypto';
import type { api } from '#contract/api.ts';
import type { InputOf, OutputOf } from '#contract/endpoint.ts';
import { Failure, type FieldProblem } from '#contract/failure.ts';
import { dayOf, sayDay, sayMoment } from '#domain/calendar.ts';
import { countLetters } from '#domain/text.ts';
import type { Context, Tx, Who } from '../context.ts';
import { detailFor } from './initiative-view.ts';
import { act, change } from './move.ts';
import { type Found, findSeen } from './standing.ts';

type Api = typeof api;
type Verb<N extends keyof Api> = (
  ctx: Context,
  who: Who,
  input: InputOf<Api[N]>,
) => Promise<OutputOf<Api[N]>>;

/** Writes down what the council decided. The dossier itself does not change, so nothing shows it to anybody else. */
export const stageOutcome: Verb<'stageOutcome'> = async (ctx, who, input) => {
  const { found, standing } = await findSeen(ctx, who, input.id);
  if (standing.isAuthor) throw new Failure('own_dossier');
  if (!standing.isSecretariat) throw new Failure('not_secretariat');
  if (found.state !== 'under_review') throw new Failure('wrong_state');
  const problems = incomplete(input, dayOf(ctx.now));
  if (problems.length > 0) throw new Failure('input', problems);

  const recognised = input.outcome === 'recognised';
  const content = {
    outcome: input.outcome,
    level: recognised ? input.level : null,
    kinds: recognised ? input.kinds : [],
    reason: recognised ? null : input.reason,
    decisionNo: input.decisionNo || null,
    decisionDate: input.decisionDate ? new Date(input.decisionDate) : null,
    certificateNo: recognised ? input.certificateNo || null : null,
    stagedBy: who.id,
    stagedAt: ctx.now,
    version: input.version + 1,
  };
  if (input.version === 0) {
    const { count } = await ctx.db.stagedOutcome.createMany({
      data: [{ initiativeId: input.id, ...content }],
      skipDuplicates: true,
    });
    if (count === 0) throw new Failure('outcome_changed');
  } else {
    const { count } = await ctx.db.stagedOutcome.updateMany({
      where: { initiativeId: input.id, version: input.version },
      data: content,
    });
    if (count === 0) throw new Failure('outcome_changed');
  }
  return detailFor(ctx, found, standing);
};

/** A recognition names level, kind and decision; a non-recognition names its reason. */
function incomplete(input: InputOf<Api['stageOutcome']>, today: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const add = (field: string, message: string) => problems.push({ field, message });
  if (input.outcome === 'not_recognised') {
    if (countLetters(input.reason ?? '') < 10) add('reason', 'Viết lý do không công nhận, ít nhất 10 ký tự');
    return problems;
  }
  if (!input.level) add('level', 'Chọn cấp công nhận');
  if (input.kinds.length === 0) add('kinds', 'Chọn nội dung được công nhận');
  if (!input.decisionNo) add('decisionNo', 'Ghi số quyết định');
  if (!input.decisionDate) add('decisionDate', 'Nhập ngày quyết định');
  else if (input.decisionDate > today)
    add('decisionDate', `Nhập ngày quyết định không muộn hơn hôm nay, ${sayDay(today)}`);
  return problems;
}

/** A release of some hundred dossiers takes a few seconds; Prisma's own limit of five would cut it off. */
const releaseTime = { timeout: 120_000, maxWait: 10_000 };

/**
 * Releases every staged outcome of a round in one transaction: states, recognitions, history, private notices. It does exactly
 * what was looked at: another number of staged outcomes, or a dossier without one, stops it.
 */
export const releaseResults: Verb<'release'> = async (ctx, who, input) =>
  ctx.db.$transaction(async (tx) => {
    const { count } = await tx.round.updateMany({
      where: { id: input.id, version: input.version },
      data: { releasedAt: ctx.now, version: input.version + 1 },
    });
    if (count === 0)
      throw new Failure(
        (await tx.round.count({ where: { id: input.id } })) > 0 ? 'round_changed' : 'not_found',
      );
    const waiting = await tx.initiative.findMany({
      where: { roundId: input.id, state: 'under_review' },
      include: { outcome: true, unit: true, round: true, supplements: true, recognitions: true },
      orderBy: { id: 'asc' },
    });
    const staged = waiting.filter((one) => one.outcome !== null);
    if (staged.length === 0) throw new Failure('nothing_to_release');
    if (staged.length < waiting.length) throw new Failure('outcomes_missing');
    if (staged.length !== input.staged) throw new Failure('round_changed');
    for (const dossier of staged) await releaseOne(tx, ctx, who, dossier, dossier.outcome!);
    await tx.auditEntry.create({
      data: {
        at: ctx.now,
        actorId: who.id,
        act: 'results_released',
        object: `round:${input.id}`,
        detail: { count: staged.length },
      },
    });
    const recognised = staged.filter((one) => one.outcome!.outcome === 'recognised').length;
    return { recognised, notRecognised: staged.length - recognised };
  }, releaseTime);

type Outcome = NonNullable<Awaited<ReturnType<Context['db']['stagedOutcome']['findUnique']>>>;

async function releaseOne(tx: Tx, ctx: Context, who: Who, dossier: Found, outcome: Outcome): Promise<void> {
  if (outcome.outcome === 'recognised')
    await tx.recognition.createMany({
      data: outcome.kinds.map((kind) => ({
        id: randomUUID(),
        initiativeId: dossier.id,
        kind,
        level: outcome.level!,
        decisionNo: outcome.decisionNo!,
        decisionDate: outcome.decisionDate!,
        certificateNo: outcome.certificateNo,
      })),
    });
  const to = outcome.outcome === 'recognised' ? 'recognised' : 'not_recognised';
  await change(tx, ctx, who, dossier, to, 'secretariat', outcome.reason ? { reason: outcome.reason } : {});
  await tx.stagedOutcome.delete({ where: { initiativeId: dossier.id } });
}

/** Records the city's answer to a dossier that was forwarded; the recognition below stays as it is. */
export const recordCityResult: Verb<'recordCity'> = async (ctx, who, input) => {
  const { found, standing } = await findSeen(ctx, who, input.id);
  if (standing.isAuthor) throw new Failure('own_dossier');
  if (!standing.isSecretariat) throw new Failure('not_secretariat');
  if (found.version !== input.version) throw new Failure('changed', [], { at: sayMoment(found.updatedAt) });
  if (found.state !== 'forwarded_city') throw new Failure('wrong_state');
  if (input.documentDate > dayOf(ctx.now))
    throw new Failure('input', [
      { field: 'documentDate', message: `Nhập ngày văn bản không muộn hơn hôm nay, ${sayDay(ctx.now)}` },
    ]);
  await ctx.db.$transaction(async (tx) => {
    if (input.recognised)
      await tx.recognition.create({
        data: {
          id: randomUUID(),
          initiativeId: found.id,
          kind: 'impact',
          level: 'city',
          decisionNo: input.documentNo,
          decisionDate: new Date(input.documentDate),
        },
      });
    await change(
      tx,
      ctx,
      who,
      found,
      input.recognised ? 'city_recognised' : 'city_not_recognised',
      'secretariat',
      {
        detail: { documentNo: input.documentNo, documentDate: input.documentDate },
      },
    );
  });
  return answer(ctx, who, input.id);
};

/** Reopens a recognised dossier to correct it; its recognitions are taken back and the council's outcome is staged anew. */
export const correctInitiative: Verb<'correct'> = async (ctx, who, input) => {
  if (countLetters(input.reason) < 10)
    throw new Failure('input', [{ field: 'reason', message: 'Viết lý do sửa kết quả, ít nhất 10 ký tự' }]);
  return act(ctx, who, input, 'correct', {
    reason: input.reason,
    async write(tx, found) {
      await tx.recognition.deleteMany({ where: { initiativeId: found.id } });
      return undefined;
    },
  });
};

async function answer(ctx: Context, who: Who, id: string): Promise<OutputOf<Api['recordCity']>> {
  const { found, standing } = await findSeen(ctx, who, id);
  const { version, status } = await detailFor(ctx, found, standing);
  return { id, version, status };
}
