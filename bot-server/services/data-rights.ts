/**
 * Forgetting a person: whoever takes the consent back at Zalo, or asks the office. What was handed in is the record of an official
 * act and is kept, with a note; everything else goes at once.
 */

import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Context, Tx } from '../context.ts';
import type { Prisma } from '../store/generated/client.ts';
import { ZaloError } from '../zalo/error.ts';
import { emptyEventsOf } from './inbox.ts';

/** Somebody by any one of the three ids. */
export type Subject = { personId: string } | { oaUserId: string } | { appUserId: string };

interface Found {
  personId: string | null;
  appUserId: string | null;
  oaUserId: string | null;
  /** True when the follower came back, or stays, and only the past is forgotten. */
  keepsFollowing: boolean;
  demo: boolean;
}

export interface Erased {
  /** Dossiers that were handed in: they stay, as the law on archives demands. */
  kept: number;
  drafts: number;
  messages: number;
  events: number;
}

/** Zalo's clock and ours may differ a little. */
const skew = 5 * 60_000;
/** Zalo repeats an event for less than two hours; one that is later than this is not waited for. */
const rememberedFor = 2 * 24 * 3_600_000;
const note =
  'Tác giả đã rút đồng ý và dữ liệu cá nhân trong tài khoản đã được xóa. Hồ sơ đã nộp được giữ theo quy định về lưu trữ.';

/**
 * Erases somebody as of `askedAt`, by Zalo's clock when Zalo tells it: what the person did after that stays. `keepFollower` is for
 * whoever only left the mini app and still follows the page. Null when nobody is known by this id.
 */
export async function erasePerson(
  ctx: Context,
  subject: Subject,
  { askedAt = ctx.now, keepFollower = false }: { askedAt?: Date; keepFollower?: boolean } = {},
): Promise<Erased | null> {
  const found = await find(ctx, subject, askedAt, keepFollower);
  if (!found) return null;
  await takeBackMessages(ctx, found);
  const erased = await ctx.db.$transaction((tx) => erase(tx, ctx, found, askedAt), { timeout: 60_000 });
  ctx.log.info({ ...erased, keepsFollowing: found.keepsFollowing }, 'a person was erased');
  return erased;
}

async function find(
  ctx: Context,
  subject: Subject,
  askedAt: Date,
  keepFollower: boolean,
): Promise<Found | null> {
  const byPage = 'oaUserId' in subject;
  const known = byPage
    ? (await followerOf(ctx, subject))?.person
    : await ctx.db.person.findUnique({
        where: 'personId' in subject ? { id: subject.personId } : { appUserId: subject.appUserId },
      });
  const follower = await followerOf(ctx, byPage ? subject : known ? { personId: known.id } : null);
  // Somebody who signed in again after that is a new person to us.
  const person =
    known && !known.erasedAt && known.createdAt.getTime() <= askedAt.getTime() + skew ? known : null;
  if (!person && !byPage) return null;
  const since = Math.max(
    follower?.followEventAt?.getTime() ?? 0,
    follower?.lastInteractionAt?.getTime() ?? 0,
  );
  return {
    personId: person?.id ?? null,
    appUserId: person?.appUserId ?? null,
    oaUserId: byPage ? subject.oaUserId : (follower?.oaUserId ?? null),
    keepsFollowing: follower !== null && (keepFollower || since > askedAt.getTime()),
    demo: (follower?.demo ?? false) || (person?.demo ?? false),
  };
}

const followerOf = async (ctx: Context, where: { oaUserId: string } | { personId: string } | null) =>
  where && ctx.db.follower.findUnique({ where, include: { person: true } });

const mine = `(oa_user_id = $1 OR person_id = $2::uuid)`;
const looks = 40;
const lookAgainMs = 250;

/** What has not left is cancelled; what is on its way to Zalo at this moment is waited for, because its row is still needed. */
async function takeBackMessages(ctx: Context, { oaUserId, personId }: Found): Promise<void> {
  for (let look = 0; look < looks; look += 1) {
    await ctx.pool.query(
      `UPDATE message SET state = 'cancelled', reason = 'erased', settled_at = $3 WHERE ${mine} AND state = 'waiting'`,
      [oaUserId, personId, ctx.now],
    );
    const { rowCount } = await ctx.pool.query(
      `SELECT FROM message WHERE ${mine} AND state IN ('waiting', 'sending') LIMIT 1`,
      [oaUserId, personId],
    );
    if (rowCount === 0) return;
    await sleep(lookAgainMs);
  }
  throw new Error('A message to somebody who is to be erased is still on its way.');
}

async function erase(tx: Tx, ctx: Context, found: Found, askedAt: Date): Promise<Erased> {
  const { personId, oaUserId } = found;
  const messages = await tx.$executeRaw`
    UPDATE message SET payload = NULL, oa_user_id = NULL, person_id = NULL
    WHERE oa_user_id = ${oaUserId} OR person_id = ${personId}::uuid`;
  const events = await emptyEventsOf(tx, found, askedAt);
  if (oaUserId) await eraseFollower(tx, ctx, found, oaUserId, askedAt);
  const { kept, drafts } = personId ? await eraseAccount(tx, ctx, personId) : { kept: 0, drafts: 0 };
  return { kept, drafts, messages, events };
}

async function eraseFollower(tx: Tx, ctx: Context, found: Found, oaUserId: string, askedAt: Date) {
  if (found.keepsFollowing) {
    await tx.follower.update({ where: { oaUserId }, data: { personId: null, userIdByApp: null } });
    return;
  }
  await tx.ticket.deleteMany({ where: { oaUserId } });
  await tx.follower.deleteMany({ where: { oaUserId } });
  const until = new Date(ctx.now.getTime() + rememberedFor).toISOString();
  const value = { at: askedAt.toISOString(), until };
  await tx.setting.upsert({
    where: { key: forgotten(oaUserId) },
    create: { key: forgotten(oaUserId), value },
    update: { value },
  });
  // No real Zalo is ever told about people who were invented.
  if (found.demo && !ctx.config.sandbox) return;
  await tx.timetableEntry.createMany({
    data: { key: `${forgetKind}:${hashOf(oaUserId)}`, kind: forgetKind, data: { oaUserId }, dueAt: ctx.now },
    skipDuplicates: true,
  });
}

async function eraseAccount(
  tx: Tx,
  ctx: Context,
  personId: string,
): Promise<Pick<Erased, 'kept' | 'drafts'>> {
  const own = { where: { personId } };
  await tx.membership.deleteMany(own);
  await tx.grantCode.deleteMany(own);
  await tx.consent.deleteMany(own);
  await tx.noticeRead.deleteMany(own);
  await tx.notice.deleteMany(own);
  await tx.grant.updateMany({ where: { personId, revokedAt: null }, data: { revokedAt: ctx.now } });
  // A kept dossier says in its form what was agreed to when it was handed in: this word is newer.
  await tx.consent.create({ data: { personId, purpose: 'publish_name', given: false, at: ctx.now } });
  const drafts = await tx.initiative.deleteMany({ where: { authorId: personId, submittedAt: null } });
  const dossiers = await tx.initiative.findMany({
    where: { authorId: personId },
    select: { id: true, state: true },
  });
  await tx.historyEntry.createMany({
    data: dossiers.map(({ id, state }) => ({
      initiativeId: id,
      at: ctx.now,
      actorRole: 'author',
      fromState: state,
      toState: state,
      reason: note,
    })),
  });
  await tx.person.update({
    where: { id: personId },
    data: {
      name: '',
      appUserId: `erased:${personId}`,
      erasedAt: ctx.now,
      sessionEpoch: { increment: 1 },
    },
  });
  await tx.auditEntry.create({
    data: {
      at: ctx.now,
      act: 'person_erased',
      object: `person:${personId}`,
      detail: { kept: dossiers.length, drafts: drafts.count },
    },
  });
  return { kept: dossiers.length, drafts: drafts.count };
}

const hashOf = (oaUserId: string): string => createHash('sha256').update(oaUserId).digest('hex');
const forgotten = (oaUserId: string): string => `forgotten:${hashOf(oaUserId)}`;

/** Whether the person was forgotten after that moment: an older event that arrives late must not bring anything back. */
export async function wasForgottenAfter(ctx: Context, oaUserId: string, at: Date): Promise<boolean> {
  const row = await ctx.db.setting.findUnique({ where: { key: forgotten(oaUserId) } });
  const value = row?.value as { at: string } | undefined;
  return value !== undefined && at <= new Date(value.at);
}

/** Forgets what such a late event says. */
export const forgetLateEvent = (ctx: Context, oaUserId: string, at: Date): Promise<number> =>
  ctx.db.$transaction((tx) => emptyEventsOf(tx, { oaUserId, appUserId: null }, at));

const forgetKind = 'forget_at_zalo';
const longestWait = 6 * 3_600_000;

/**
 * Asks Zalo to delete what the person once shared with the page, and then forgets the id as well. Tried until Zalo has said so;
 * false when nothing is due.
 */
export async function forgetNextAtZalo(ctx: Context): Promise<boolean> {
  const later = (milliseconds: number) => new Date(ctx.now.getTime() + milliseconds);
  const { rows } = await ctx.pool.query<{ key: string; data: { oaUserId: string; attempts?: number } }>({
    name: 'forget-at-zalo',
    text: `
      UPDATE timetable_entry SET due_at = $2 WHERE key = (
        SELECT key FROM timetable_entry WHERE kind = '${forgetKind}' AND done_at IS NULL AND due_at <= $1
        ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING key, data`,
    values: [ctx.now, later(60_000)],
  });
  const entry = rows[0];
  if (!entry) return false;
  const { oaUserId, attempts = 0 } = entry.data;
  try {
    await ctx.zalo.people.forgetShared(oaUserId);
  } catch (error) {
    if (!isFinal(error)) {
      const data = { oaUserId, attempts: attempts + 1 } satisfies Prisma.InputJsonObject;
      const dueAt = later(Math.min(longestWait, 60_000 * 2 ** attempts));
      await ctx.db.timetableEntry.update({ where: { key: entry.key }, data: { data, dueAt } });
      ctx.log.warn(
        { err: error, job: 'timetable', attempts: attempts + 1 },
        'Zalo could not be told to forget',
      );
      return true;
    }
  }
  await ctx.db.timetableEntry.deleteMany({ where: { key: entry.key } });
  return true;
}

/** Zalo does not know the person (any more): there is nothing left to delete. */
const isFinal = (error: unknown): boolean =>
  error instanceof ZaloError && error.kind === 'refused' && (error.class === 'U' || error.class === 'P');
