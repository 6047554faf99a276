/** What an author does with an initiative: write, hand in, read, withdraw, copy, answer what was asked for. */

import { randomInt } from 'node:crypto';
import type { api } from '#contract/api.ts';
import type { InputOf, OutputOf } from '#contract/endpoint.ts';
import { Failure, type FieldProblem } from '#contract/failure.ts';
import type { Form, State } from '#contract/initiative.ts';
import { dayOf, sayMoment } from '#domain/calendar.ts';
import { makeCode } from '#domain/code.ts';
import { checkForm } from '#domain/form.ts';
import { decide, dueAfter, editableStates } from '#domain/initiative.ts';
import { phaseOf } from '#domain/round.ts';
import type { Context, Tx, Who } from '../context.ts';
import { takesPart } from './campaigns.ts';
import { detailFor, statusFor } from './initiative-view.ts';
import { tell } from './messages.ts';
import { act } from './move.ts';
import { dossierOf, findSeen, openSupplement, roundOpen } from './standing.ts';

type Api = typeof api;

export async function readInitiative(
  ctx: Context,
  who: Who,
  input: InputOf<Api['initiative']>,
): Promise<OutputOf<Api['initiative']>> {
  const { found, standing } = await findSeen(ctx, who, input.id);
  return detailFor(ctx, found, standing);
}

/** Two requests for one id wait for each other, also when the row does not exist yet. */
const oneAtATime = (tx: Tx, id: string) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${id}, 0))`;

/** Keeps a draft. The version tells of a second phone: whoever saves over a newer text is told and loses nothing. */
export async function saveDraft(
  ctx: Context,
  who: Who,
  input: InputOf<Api['saveDraft']>,
): Promise<OutputOf<Api['saveDraft']>> {
  const { id, version, form } = input;
  return ctx.db.$transaction(async (tx) => {
    await oneAtATime(tx, id);
    const found = await tx.initiative.findUnique({
      where: { id },
      select: { authorId: true, state: true, version: true, updatedAt: true },
    });
    if (found && found.authorId !== who.id) throw new Failure('not_found');
    if (found && !editableStates.includes(found.state as State)) throw new Failure('not_editable');
    if ((found?.version ?? 0) !== version)
      throw new Failure('changed', [], found ? { at: sayMoment(found.updatedAt) } : undefined);
    const links = await knownLinks(tx, form);
    const content = {
      form,
      title: form.title,
      authorNames: namesIn(form),
      ...links,
      updatedAt: ctx.now,
      version: version + 1,
    };
    if (found) await tx.initiative.update({ where: { id }, data: content });
    else
      await tx.initiative.create({
        data: { id, authorId: who.id, state: 'draft', createdAt: ctx.now, stateSince: ctx.now, ...content },
      });
    return { id, version: version + 1, savedAt: ctx.now.toISOString() };
  });
}

const namesIn = (form: Form): string =>
  form.authors
    .map((author) => author.name)
    .filter(Boolean)
    .join(', ');

/** A draft may name a round or unit that has gone meanwhile; then the link stays empty and the form keeps the choice. */
async function knownLinks(tx: Tx, form: Form): Promise<{ roundId: string | null; unitId: string | null }> {
  const round = form.roundId
    ? await tx.round.findUnique({ where: { id: form.roundId }, select: { id: true } })
    : null;
  const unit = form.unitId
    ? await tx.unit.findUnique({ where: { id: form.unitId }, select: { id: true } })
    : null;
  return { roundId: round?.id ?? null, unitId: unit?.id ?? null };
}

export async function deleteDraft(
  ctx: Context,
  who: Who,
  input: InputOf<Api['deleteDraft']>,
): Promise<OutputOf<Api['deleteDraft']>> {
  const { found, standing } = await findSeen(ctx, who, input.id);
  const decision = decide('delete', dossierOf(found), standing, true, await ctx.profile(), ctx.now);
  if ('refused' in decision) throw new Failure(decision.refused);
  const { count } = await ctx.db.initiative.deleteMany({
    where: { id: input.id, state: 'draft', version: input.version },
  });
  if (count === 0) throw new Failure('changed');
  return { ok: true };
}

/**
 * Hands an initiative in, from a draft or again after the unit returned it. Decided on the server's clock. Repeating it (five
 * taps, a lost answer, a second phone) gives the same code and changes nothing.
 */
export async function submitInitiative(
  ctx: Context,
  who: Who,
  input: InputOf<Api['submit']>,
): Promise<OutputOf<Api['submit']>> {
  const { id, form } = input;
  const profile = await ctx.profile();
  const repeated = await ctx.db.$transaction(async (tx) => {
    await oneAtATime(tx, id);
    const found = await tx.initiative.findUnique({ where: { id } });
    if (found && found.authorId !== who.id) throw new Failure('not_found');
    if (found && !editableStates.includes(found.state as State)) {
      if (found.submittedAt === null || found.state === 'withdrawn') throw new Failure('wrong_state');
      return true;
    }
    if ((found?.version ?? 0) !== input.version)
      throw new Failure('changed', [], found ? { at: sayMoment(found.updatedAt) } : undefined);

    const problems = checkForm(form, dayOf(ctx.now)).map(inForm);
    if (problems.length > 0) throw new Failure('input', problems);
    const { round, unit } = await placeOf(tx, form, ctx.now);
    const mending = found?.state === 'unit_returned';
    if (mending && found.dueAt && ctx.now > found.dueAt) throw new Failure('mend_over');
    if (!mending) {
      const phase = phaseOf(round, ctx.now);
      if (phase === 'planned')
        throw new Failure('round_not_open', [
          { field: 'form.roundId', message: 'Chọn một đợt đang nhận hồ sơ' },
        ]);
      if (phase !== 'open')
        throw new Failure('round_closed', [
          { field: 'form.roundId', message: 'Chọn một đợt đang nhận hồ sơ' },
        ]);
    }

    const code = found?.code ?? (await freeCode(tx, round.campaign.year));
    const content = {
      code,
      roundId: round.id,
      unitId: unit.id,
      title: form.title,
      authorNames: namesIn(form),
      form,
      state: 'submitted',
      stateSince: ctx.now,
      stateReason: null,
      submittedAt: ctx.now,
      updatedAt: ctx.now,
      dueAt: dueAfter('submitted', ctx.now, null, profile),
      version: (found?.version ?? 0) + 1,
    };
    if (found) await tx.initiative.update({ where: { id }, data: content });
    else await tx.initiative.create({ data: { id, authorId: who.id, createdAt: ctx.now, ...content } });

    const revisions = await tx.revision.count({ where: { initiativeId: id } });
    await tx.revision.create({ data: { initiativeId: id, number: revisions + 1, at: ctx.now, form } });
    const entry = await tx.historyEntry.create({
      data: {
        initiativeId: id,
        at: ctx.now,
        actorId: who.id,
        actorRole: 'author',
        fromState: found?.state ?? 'draft',
        toState: 'submitted',
      },
    });
    await rememberAuthor(tx, ctx, who, form, unit.id);
    await announceSubmission(tx, ctx, { id, code, form, unit, authorId: who.id, entryId: entry.id });
    return false;
  });

  const { found, standing } = await findSeen(ctx, who, id);
  return {
    id,
    code: found.code!,
    submittedAt: found.submittedAt!.toISOString(),
    repeated,
    status: statusFor(ctx, found, standing, profile),
  };
}

const inForm = (problem: FieldProblem): FieldProblem => ({ ...problem, field: `form.${problem.field}` });

/** Round and unit named in the form, or a failure on the right field. A unit hands in where its block is examined. */
async function placeOf(tx: Tx, form: Form, now: Date) {
  const round = await tx.round.findUnique({ where: { id: form.roundId! }, include: { campaign: true } });
  if (!round?.campaign.current)
    throw new Failure('input', [{ field: 'form.roundId', message: 'Chọn đợt xét' }]);
  const unit = await tx.unit.findUnique({ where: { id: form.unitId! } });
  if (!unit || !(await takesPart(tx, unit.id, now)))
    throw new Failure('input', [{ field: 'form.unitId', message: 'Chọn đơn vị của anh/chị' }]);
  if (!round.blocks.includes(unit.block))
    throw new Failure('input', [
      {
        field: 'form.roundId',
        message: `Chọn đợt có xét ${unit.name}. ${round.name} không xét khối của đơn vị này`,
      },
    ]);
  return { round, unit };
}

async function freeCode(tx: Tx, year: number): Promise<string> {
  for (;;) {
    const code = makeCode(year, (below) => randomInt(below));
    if ((await tx.initiative.count({ where: { code } })) === 0) return code;
  }
}

/** The unit that was named is a claim until its head confirms; consents are kept with their time, one row per purpose. */
async function rememberAuthor(tx: Tx, ctx: Context, who: Who, form: Form, unitId: string): Promise<void> {
  await tx.membership.upsert({
    where: { personId_unitId: { personId: who.id, unitId } },
    create: { personId: who.id, unitId, claimedAt: ctx.now },
    update: {},
  });
  if (!who.name && form.authors[0])
    await tx.person.update({ where: { id: who.id }, data: { name: form.authors[0].name } });
  await tx.consent.createMany({
    data: [
      { personId: who.id, purpose: 'processing', given: true, at: ctx.now },
      { personId: who.id, purpose: 'publish_name', given: form.consentPublishName, at: ctx.now },
      { personId: who.id, purpose: 'zalo_news', given: form.consentZaloNews, at: ctx.now },
    ],
  });
}

async function announceSubmission(
  tx: Tx,
  ctx: Context,
  sent: {
    id: string;
    code: string;
    form: Form;
    unit: { id: string; name: string; parentId: string | null };
    authorId: string;
    entryId: bigint;
  },
): Promise<void> {
  const { code, form, unit } = sent;
  await tell(tx, ctx, {
    personId: sent.authorId,
    kind: 'receipt',
    title: `Đã nhận hồ sơ ${code}`,
    text: `“${form.title}” đã được nhận lúc ${sayMoment(ctx.now)}. Mã hồ sơ: ${code}. Đây là giấy báo đã nộp, chưa phải là được công nhận.`,
    initiativeId: sent.id,
    cause: `receipt:${sent.entryId}`,
    button: { label: 'Theo dõi hồ sơ', path: `/initiatives/${sent.id}` },
  });
  const heads = await tx.grant.findMany({
    where: {
      role: 'unit_head',
      revokedAt: null,
      unitId: { in: [unit.id, ...(unit.parentId ? [unit.parentId] : [])] },
      personId: { not: sent.authorId },
    },
    select: { personId: true },
    distinct: ['personId'],
  });
  for (const { personId } of heads)
    await tell(tx, ctx, {
      personId,
      kind: 'to_unit_head',
      title: 'Có hồ sơ chờ xác nhận',
      text: `${namesIn(form)} (${unit.name}) đã nộp “${form.title}”. Anh/chị xem và xác nhận hoặc trả lại.`,
      initiativeId: sent.id,
      cause: `to-head:${sent.entryId}:${personId}`,
      button: { label: 'Xem hồ sơ', path: `/confirm/${sent.id}` },
    });
}

export const withdrawInitiative = (
  ctx: Context,
  who: Who,
  input: InputOf<Api['withdraw']>,
): Promise<OutputOf<Api['withdraw']>> =>
  act(ctx, who, input, 'withdraw', {
    tellAuthor: false,
    write: async (_, found) => ({
      title: 'Tác giả đã rút hồ sơ',
      text: `${found.code}: tác giả đã rút “${found.title}”.`,
    }),
  });

/** A closed dossier becomes a new draft: the answers are kept, the oath and the consents are asked again. */
export async function copyInitiative(
  ctx: Context,
  who: Who,
  input: InputOf<Api['copy']>,
): Promise<OutputOf<Api['copy']>> {
  const { found, standing } = await findSeen(ctx, who, input.id);
  if (!standing.isAuthor) throw new Failure('not_author');
  const form: Form = {
    ...(found.form as Form),
    roundId: roundOpen(found, ctx.now) ? found.roundId : null,
    oath: false,
    consentProcessing: false,
    consentPublishName: false,
    consentZaloNews: false,
  };
  return saveDraft(ctx, who, { id: input.newId, version: 0, form });
}

/** Answers every item that was asked for; the dossier goes back to the state in which it was asked. */
export async function answerSupplement(
  ctx: Context,
  who: Who,
  input: InputOf<Api['answerSupplement']>,
): Promise<OutputOf<Api['answerSupplement']>> {
  return act(ctx, who, input, 'answer_supplement', {
    tellAuthor: false,
    async write(tx, found) {
      const open = openSupplement(found);
      if (!open) throw new Failure('wrong_state');
      const items = open.items as { label: string; answer: string | null }[];
      const problems = items.flatMap((item, i) =>
        input.answers[i]?.trim() ? [] : [{ field: `answers.${i}`, message: `Trả lời mục “${item.label}”` }],
      );
      if (input.answers.length > items.length)
        problems.push({ field: 'answers', message: `Chỉ có ${items.length} mục cần trả lời` });
      if (problems.length > 0) throw new Failure('input', problems);
      await tx.supplement.update({
        where: { id: open.id },
        data: {
          answeredAt: ctx.now,
          items: items.map((item, i) => ({ ...item, answer: input.answers[i] ?? null })),
        },
      });
      return {
        title: 'Tác giả đã bổ sung',
        text: `${found.code}: tác giả đã trả lời ${items.length} mục cần bổ sung.`,
      };
    },
  });
}
