/** Reminders of a round: kept in the timetable in step with its dates, and turned into an announcement when their time comes. */

import { randomUUID } from 'node:crypto';
import { type ReminderRule, reminderRule } from '#contract/campaign.ts';
import {
  firing,
  plannedReminders,
  type RemindedRound,
  reminderText,
  reminderTitle,
  sayReminder,
} from '#domain/reminder.ts';
import type { Context, Tx } from '../context.ts';

interface ReminderData {
  roundId: string;
  daysBefore: number;
}

interface DueReminder {
  key: string;
  data: ReminderData;
  dueAt: Date;
}

/** Makes the timetable agree with the round as it stands now. What has fired stays as it was. Call it in the change's transaction. */
export async function planReminders(tx: Tx, ctx: Context, roundId: string): Promise<void> {
  const round = await tx.round.findUniqueOrThrow({ where: { id: roundId } });
  const planned = plannedReminders(round, ruleOf(round.reminder), await ctx.profile(), ctx.now);
  await tx.$executeRaw`
    DELETE FROM timetable_entry
    WHERE kind = 'reminder' AND done_at IS NULL AND data->>'roundId' = ${roundId}
      AND key <> ALL(${planned.map(({ key }) => key)}::text[]) AND due_at > ${ctx.now}`;
  for (const { key, daysBefore, dueAt } of planned) {
    const data = { roundId, daysBefore } satisfies ReminderData;
    await tx.$executeRaw`
      INSERT INTO timetable_entry (key, kind, data, due_at) VALUES (${key}, 'reminder', ${JSON.stringify(data)}::jsonb, ${dueAt})
      ON CONFLICT (key) DO UPDATE SET due_at = excluded.due_at WHERE timetable_entry.done_at IS NULL`;
  }
}

function ruleOf(stored: unknown): ReminderRule | null {
  const parsed = reminderRule.safeParse(stored);
  return parsed.success ? parsed.data : null;
}

/**
 * Fires the next reminder that is due. The entry, its outcome and the announcement are one transaction, so it fires once over
 * any number of processes and restarts. False when none is due.
 */
export async function fireNextReminder(ctx: Context): Promise<boolean> {
  const profile = await ctx.profile();
  return ctx.db.$transaction(async (tx) => {
    const [due] = await tx.$queryRaw<DueReminder[]>`
      SELECT key, data, due_at AS "dueAt" FROM timetable_entry
      WHERE kind = 'reminder' AND done_at IS NULL AND due_at <= ${ctx.now}
      ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED`;
    if (!due) return false;
    const round = await tx.round.findUnique({ where: { id: due.data.roundId } });
    if (!round) {
      await finish(tx, ctx, due.key, 'Đợt không còn.');
      return true;
    }
    const decision = firing(due.dueAt, round, profile, ctx.now);
    if ('waitUntil' in decision) {
      await tx.timetableEntry.update({ where: { key: due.key }, data: { dueAt: decision.waitUntil } });
    } else if ('missed' in decision) {
      ctx.log.warn({ job: 'timetable', key: due.key }, 'a reminder was missed');
      await finish(tx, ctx, due.key, decision.missed);
    } else {
      await announce(tx, ctx, due.key, round);
      await finish(tx, ctx, due.key, null);
    }
    return true;
  });
}

const finish = (tx: Tx, ctx: Context, key: string, outcome: string | null) =>
  tx.timetableEntry.update({ where: { key }, data: { doneAt: ctx.now, outcome } });

async function announce(
  tx: Tx,
  ctx: Context,
  key: string,
  round: RemindedRound & { blocks: string[] },
): Promise<void> {
  const audience = { kind: 'blocks', blocks: round.blocks };
  await tx.announcement.createMany({
    data: {
      id: randomUUID(),
      key,
      kind: 'reminder',
      title: reminderTitle(round, ctx.now),
      text: reminderText(round, ctx.now),
      audience,
      roundId: round.id,
      state: 'sending',
      createdAt: ctx.now,
      updatedAt: ctx.now,
      sentAt: ctx.now,
      withArticle: false,
    },
    skipDuplicates: true,
  });
}

/** The reminders of a round for the desk: what is to come, and what became of those before. */
export async function upcomingReminders(
  ctx: Context,
  roundId: string,
): Promise<{ at: string; text: string; done: boolean; outcome: string | null }[]> {
  const entries = await ctx.db.$queryRaw<(DueReminder & { doneAt: Date | null; outcome: string | null })[]>`
    SELECT t.key, t.data, t.due_at AS "dueAt", t.done_at AS "doneAt", coalesce(t.outcome, (
             SELECT 'Đã gửi cho ' || count(*) || ' người.' FROM message m JOIN announcement a ON a.id = m.announcement_id
             WHERE a.key = t.key AND m.state = 'sent')) AS outcome
    FROM timetable_entry t WHERE t.kind = 'reminder' AND t.data->>'roundId' = ${roundId} ORDER BY t.due_at`;
  return entries.map(({ data, dueAt, doneAt, outcome }) => ({
    at: dueAt.toISOString(),
    text: sayReminder(data.daysBefore),
    done: doneAt !== null,
    outcome: doneAt ? outcome : null,
  }));
}
