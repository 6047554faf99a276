/** What is not needed any more goes by itself, once a night. How long each thing is kept stands here. */

import { addMonths, dayOf, instantAt } from '#domain/calendar.ts';
import type { Context } from '../context.ts';
import { Prisma } from '../store/generated/client.ts';
import { emptyOldEvents } from './inbox.ts';
import { closeSilentTickets } from './tickets.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** The office sleeps, and so do the authors. */
const tidiedAt = 3 * hour;
const chatsKept = 30 * day;
/** After the end of its round, and after its last change. */
const draftsKeptMonths = 12;
/** Longer than the longest of the steps. */
const lease = 10 * 60_000;

/**
 * Tidies once for each night over all processes and restarts; a night that was missed is made up for. False when this night's is
 * done or under way.
 */
export async function tidyForTheNight(ctx: Context): Promise<boolean> {
  const key = `tidy:${nightOf(ctx.now)}`;
  const { rowCount } = await ctx.pool.query(
    `INSERT INTO timetable_entry (key, kind, data, due_at, lease_until) VALUES ($1, 'tidy', '{}', $2, $3)
     ON CONFLICT (key) DO UPDATE SET lease_until = excluded.lease_until
       WHERE timetable_entry.done_at IS NULL AND timetable_entry.lease_until < $2`,
    [key, ctx.now, new Date(ctx.now.getTime() + lease)],
  );
  if (rowCount === 0) return false;
  const gone = await tidy(ctx);
  await ctx.db.timetableEntry.update({
    where: { key },
    data: { doneAt: ctx.now, outcome: JSON.stringify(gone) },
  });
  ctx.log.info({ job: 'timetable', ...gone }, 'tidied for the night');
  return true;
}

/** The night that this moment belongs to: it begins at three. */
export const nightOf = (now: Date): string => dayOf(new Date(now.getTime() - tidiedAt));

async function tidy(ctx: Context): Promise<Record<string, number>> {
  return {
    chats: await forgetOldChats(ctx),
    tickets: await closeSilentTickets(ctx),
    drafts: await deleteOldDrafts(ctx),
    once: await deleteUsedUp(ctx),
    nights: await deleteOldNights(ctx),
  };
}

/** What was written on either side is kept for 30 days; after that only that something was. Gives how many events were emptied. */
export async function forgetOldChats(ctx: Context): Promise<number> {
  const before = new Date(ctx.now.getTime() - chatsKept);
  await ctx.db.message.updateMany({
    where: {
      kind: 'reply',
      state: { notIn: ['waiting', 'sending'] },
      createdAt: { lt: before },
      NOT: { payload: { equals: Prisma.DbNull } },
    },
    data: { payload: Prisma.DbNull },
  });
  return emptyOldEvents(ctx, before);
}

/** Drafts that were never handed in, a year after their round; without a round a year after they were last touched. */
async function deleteOldDrafts(ctx: Context): Promise<number> {
  const before = instantAt(addMonths(dayOf(ctx.now), -draftsKeptMonths));
  return ctx.db.$executeRaw`
    DELETE FROM initiative i
    WHERE i.state = 'draft' AND i.submitted_at IS NULL AND i.updated_at < ${before}
      AND NOT EXISTS (SELECT FROM round r WHERE r.id = i.round_id AND r.closes_at >= ${before})`;
}

/** Names of things that could be used once within some minutes, and codes that were never read aloud. */
async function deleteUsedUp(ctx: Context): Promise<number> {
  const [settings, codes] = await ctx.db.$transaction([
    ctx.db.$executeRaw`
      DELETE FROM setting
      WHERE split_part(key, ':', 1) IN ('connect', 'login', 'ticket', 'forgotten')
        AND (value->>'until')::timestamptz < ${ctx.now}`,
    ctx.db.grantCode.deleteMany({ where: { expiresAt: { lt: ctx.now } } }),
  ]);
  return settings + codes.count;
}

async function deleteOldNights(ctx: Context): Promise<number> {
  const { count } = await ctx.db.timetableEntry.deleteMany({
    where: { kind: 'tidy', dueAt: { lt: new Date(ctx.now.getTime() - chatsKept) } },
  });
  return count;
}
