/** The one door through which a dossier changes its state: rule, version, history and notices in one transaction. */

import type { api } from '#contract/api.ts';
import type { OutputOf } from '#contract/endpoint.ts';
import { Failure } from '#contract/failure.ts';
import type { Action, State } from '#contract/initiative.ts';
import { sayMoment } from '#domain/calendar.ts';
import { type Actor, decide, dueAfter, transitions } from '#domain/initiative.ts';
import { stateLabels } from '#domain/words.ts';
import type { Context, Tx, Who } from '../context.ts';
import type { Prisma } from '../store/generated/client.ts';
import { statusFor } from './initiative-view.ts';
import { tell } from './messages.ts';
import { dossierOf, type Found, findSeen, roundOpen } from './standing.ts';

/** What the office reads about an author's or a unit head's act. */
export interface OfficeWords {
  title: string;
  text: string;
}

/** What one act adds to the common course. */
export interface Course {
  reason?: string;
  detail?: Prisma.InputJsonObject;
  /** A date chosen by a person instead of the rule's. */
  dueAt?: Date;
  /** What else is written; may give words for the office. */
  write?(tx: Tx, found: Found): Promise<OfficeWords | undefined>;
  tellAuthor?: boolean;
}

type Acted = OutputOf<(typeof api)['accept']>;

export async function act(
  ctx: Context,
  who: Who,
  input: { id: string; version: number },
  action: Action,
  course: Course = {},
): Promise<Acted> {
  const profile = await ctx.profile();
  const { found, standing } = await findSeen(ctx, who, input.id);
  const decision = decide(action, dossierOf(found), standing, roundOpen(found, ctx.now), profile, ctx.now);
  if ('refused' in decision && decision.refused !== 'wrong_state') throw new Failure(decision.refused);
  if (found.version !== input.version) throw new Failure('changed', [], { at: sayMoment(found.updatedAt) });
  if ('refused' in decision) throw new Failure(decision.refused);
  const to = decision.to as State;
  const actor = transitions.find((row) => row.action === action)!.by[0]!;
  await ctx.db.$transaction((tx) => change(tx, ctx, who, found, to, actor, course));
  const after = await findSeen(ctx, who, input.id);
  return {
    id: input.id,
    version: after.found.version,
    status: statusFor(ctx, after.found, after.standing, profile),
  };
}

/** Writes a state that the rule has allowed. Whoever comes second finds another version and is told. */
export async function change(
  tx: Tx,
  ctx: Context,
  who: Who,
  found: Found,
  to: State,
  actor: Actor,
  course: Course,
): Promise<void> {
  const profile = await ctx.profile();
  const acceptedAt = to === 'accepted' && !found.acceptedAt ? ctx.now : found.acceptedAt;
  const { count } = await tx.initiative.updateMany({
    where: { id: found.id, version: found.version },
    data: {
      state: to,
      stateSince: ctx.now,
      stateReason: course.reason ?? null,
      dueAt: course.dueAt ?? (to === 'lapsed' ? found.dueAt : dueAfter(to, ctx.now, acceptedAt, profile)),
      acceptedAt,
      updatedAt: ctx.now,
      version: found.version + 1,
    },
  });
  if (count === 0) throw new Failure('changed', [], { at: sayMoment(ctx.now) });
  const entry = await tx.historyEntry.create({
    data: {
      initiativeId: found.id,
      at: ctx.now,
      actorId: who.id,
      actorRole: actor,
      fromState: found.state,
      toState: to,
      reason: course.reason ?? null,
      ...(course.detail ? { detail: course.detail } : {}),
    },
  });
  const words = await course.write?.(tx, found);
  if (course.tellAuthor !== false) await tellAuthor(tx, ctx, found, to, entry.id);
  if (words) await tellOffice(tx, ctx, found, who, words, entry.id);
}

/** One notice per change, in the very words that the status page shows. */
async function tellAuthor(tx: Tx, ctx: Context, before: Found, to: State, entryId: bigint): Promise<void> {
  const found = await tx.initiative.findUniqueOrThrow({
    where: { id: before.id },
    include: { unit: true, round: true, supplements: { orderBy: { askedAt: 'desc' } }, recognitions: true },
  });
  const author = {
    isAuthor: true,
    headsUnit: false,
    isSecretariat: false,
    isAdmin: false,
    unitHasHead: true,
  };
  const status = statusFor(ctx, found, author, await ctx.profile());
  await tell(tx, ctx, {
    personId: found.authorId,
    kind: to === 'supplement_requested' ? 'supplement' : 'state_changed',
    title: `${found.code}: ${stateLabels[to]}`,
    text: `“${found.title}”. ${status.sentence}`,
    initiativeId: found.id,
    cause: `state:${entryId}`,
    button: { label: status.mine ? status.todo : 'Theo dõi hồ sơ', path: `/initiatives/${found.id}` },
  });
}

/** Those who follow the dossier from the office's side: in the mini app, and over Zalo where they may be reached. */
async function tellOffice(
  tx: Tx,
  ctx: Context,
  found: Found,
  who: Who,
  words: OfficeWords,
  entryId: bigint,
): Promise<void> {
  const office = await tx.grant.findMany({
    where: {
      revokedAt: null,
      personId: { notIn: [who.id, found.authorId] },
      OR: [
        { role: 'secretariat' },
        ...(found.state === 'submitted' && found.unitId ? [{ role: 'unit_head', unitId: found.unitId }] : []),
      ],
    },
    select: { personId: true, role: true },
    distinct: ['personId'],
  });
  for (const { personId, role } of office)
    await tell(tx, ctx, {
      personId,
      kind: 'to_secretariat',
      ...words,
      initiativeId: found.id,
      cause: `office:${entryId}:${personId}`,
      button: {
        label: 'Xem hồ sơ',
        path: `/${role === 'unit_head' ? 'confirm' : 'desk/initiatives'}/${found.id}`,
      },
    });
}
