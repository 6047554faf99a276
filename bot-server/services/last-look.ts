/**
 * The last look before a message leaves: is it still wanted, and what does it say now? "Dừng", a closed window, quiet hours, a
 * moved deadline and somebody who has finished meanwhile are all decided here, whatever was planned.
 */

import { messageText } from '#domain/announcement.ts';
import { isQuiet, nextAllowed } from '#domain/quiet-hours.ts';
import { purposeOf, type Recipient, reach } from '#domain/reach.ts';
import { type RemindedRound, reminderText, reminderTitle } from '#domain/reminder.ts';
import { lastMoment } from '#domain/round.ts';
import { isLoopback } from '../config.ts';
import type { Context } from '../context.ts';
import type { OutboxRow } from '../store/outbox.ts';
import type { OutgoingMessage } from '../zalo/message.ts';
import { type MessageContent, wireButton } from './messages.ts';
import { miniAppLink } from './mini-app-link.ts';

export type Verdict =
  | { send: OutgoingMessage }
  /** The reason is a word of `cancelReasons` in announcement-words.ts or of domain/reach. */
  | { cancel: string }
  | { later: Date };

/** One kind's look at all its rows of a batch. */
type Look = (ctx: Context, rows: OutboxRow[]) => Promise<(row: OutboxRow) => Verdict>;

const looks: Record<string, Look> = {
  reply: async () => contentOf,
  receipt: personal,
  state_changed: personal,
  to_unit_head: personal,
  to_secretariat: personal,
  supplement: personal,
  result: personal,
  announcement: async (ctx, rows) => {
    const runs = await runsOf(ctx, rows);
    const profile = await ctx.profile();
    const quiet = isQuiet(ctx.now, profile);
    return (row) => {
      const reached = reach(recipientOf(row), ctx.now, purposeOf(row.kind));
      if ('reason' in reached) return { cancel: reached.reason };
      if (quiet) return { later: nextAllowed(ctx.now, profile) };
      return { send: announcementMessage(ctx, runs.get(row.announcementId!)!) };
    };
  },
  /** An operator's word knows Zalo's hours only, and for an open conversation Zalo has none. */
  operator: async (ctx, rows) => {
    const runs = await runsOf(ctx, rows);
    return (row) => {
      const reached = reach(recipientOf(row), ctx.now, purposeOf(row.kind));
      if ('reason' in reached) return { cancel: reached.reason };
      return { send: { text: runs.get(row.announcementId!)!.text } };
    };
  },
  reminder: async (ctx, rows) => {
    const runs = await runsOf(ctx, rows);
    const done = await whoHasSubmitted(ctx, rows);
    const profile = await ctx.profile();
    const quiet = isQuiet(ctx.now, profile);
    return (row) => {
      const { round } = runs.get(row.announcementId!)!;
      const last = round && lastMoment(round);
      if (!round || !last || ctx.now > last) return { cancel: 'round_closed' };
      if (done.has(`${row.announcementId}:${row.personId}`)) return { cancel: 'done' };
      const reached = reach(recipientOf(row), ctx.now, purposeOf(row.kind));
      if ('reason' in reached) return { cancel: reached.reason };
      if (quiet) return { later: nextAllowed(ctx.now, profile) };
      return { send: reminderMessage(ctx, round) };
    };
  },
};

/** One verdict for each row, in the order of the rows. */
export async function stillWanted(ctx: Context, rows: OutboxRow[]): Promise<Verdict[]> {
  const rehearsal = isLoopback(new URL(ctx.config.zalo.openapi).hostname);
  const verdictOf = new Map<string, (row: OutboxRow) => Verdict>();
  for (const kind of new Set(rows.map((row) => row.kind))) {
    const look = looks[kind] ?? notOurs;
    verdictOf.set(
      kind,
      await look(
        ctx,
        rows.filter((row) => row.kind === kind),
      ),
    );
  }
  return rows.map((row) => {
    if (row.demo && !rehearsal) return { cancel: 'demo' };
    return verdictOf.get(row.kind)!(row);
  });
}

/** A kind that only a newer version of the program knows: left to the workers of that version. */
async function notOurs(ctx: Context): Promise<(row: OutboxRow) => Verdict> {
  return () => ({ later: new Date(ctx.now.getTime() + 60_000) });
}

/** Receipts and news of a person's own dossier know no night, but they need an open conversation. */
async function personal(ctx: Context): Promise<(row: OutboxRow) => Verdict> {
  return (row) => {
    const reached = reach(recipientOf(row), ctx.now, 'personal');
    return 'reason' in reached ? { cancel: reached.reason } : contentOf(row);
  };
}

const recipientOf = (row: OutboxRow): Recipient => ({
  oaUserId: row.following === null ? null : row.oaUserId,
  following: row.following ?? false,
  stoppedAt: row.stoppedAt,
  muted: row.muted ?? [],
  lastInteractionAt: row.lastInteractionAt,
});

function contentOf(row: OutboxRow): Verdict {
  const { text, buttons } = row.payload as MessageContent;
  return { send: { text, buttons: buttons.map(wireButton) } };
}

interface Run {
  title: string;
  text: string;
  round: RemindedRound | null;
}

/** Texts of runs that were looked up before: they do not change once a run has begun. A reminder speaks of its round as it is now. */
const frozen = new Map<string, Run>();
const mostFrozen = 100;

/** The announcements of a batch. */
async function runsOf(ctx: Context, rows: OutboxRow[]): Promise<Map<string, Run>> {
  const ids = [...new Set(rows.map((row) => row.announcementId!))];
  if (ids.every((id) => frozen.has(id))) return frozen;
  const { rows: found } = await ctx.pool.query({
    name: 'last-look-runs',
    text: `
      SELECT a.id, a.title, a.text, CASE WHEN r.id IS NOT NULL THEN json_build_object('id', r.id, 'name', r.name,
             'opensAt', r.opens_at, 'closesAt', r.closes_at, 'graceMinutes', r.grace_minutes, 'releasedAt', r.released_at) END AS round
      FROM announcement a LEFT JOIN round r ON r.id = a.round_id WHERE a.id = ANY($1::uuid[])`,
    values: [ids],
  });
  const runs = new Map<string, Run>(
    found.map(({ id, round, ...run }) => [id, { ...run, round: round && withDates(round) }]),
  );
  if (frozen.size > mostFrozen) frozen.clear();
  for (const [id, run] of runs) if (!run.round) frozen.set(id, run);
  return runs;
}

function withDates(round: Record<'opensAt' | 'closesAt' | 'releasedAt', string | null> & RemindedRound) {
  const date = (value: string | null) => (value === null ? null : new Date(value));
  return {
    ...round,
    opensAt: date(round.opensAt),
    closesAt: date(round.closesAt),
    releasedAt: date(round.releasedAt),
  };
}

/** "run:person" of everybody in the batch who has handed something in in the round of their reminder. */
async function whoHasSubmitted(ctx: Context, rows: OutboxRow[]): Promise<Set<string>> {
  const { rows: found } = await ctx.pool.query<{ key: string }>(
    `SELECT DISTINCT a.id || ':' || i.author_id AS key
     FROM announcement a JOIN initiative i ON i.round_id = a.round_id
     WHERE a.id = ANY($1::uuid[]) AND i.author_id = ANY($2::uuid[]) AND i.submitted_at IS NOT NULL`,
    [rows.map((row) => row.announcementId), rows.map((row) => row.personId).filter(Boolean)],
  );
  return new Set(found.map(({ key }) => key));
}

/** The buttons that a message of a run carries, also for the preview. */
export const announcementButtons = ['Mở thông báo'];
function announcementMessage(ctx: Context, run: Run): OutgoingMessage {
  const url = miniAppLink(ctx.config, '/notices');
  return {
    text: messageText(run),
    buttons: announcementButtons.map((title) => ({ title, kind: 'open', url })),
  };
}

function reminderMessage(ctx: Context, round: RemindedRound): OutgoingMessage {
  const url = miniAppLink(ctx.config, '/initiatives');
  return {
    text: messageText({ title: reminderTitle(round, ctx.now), text: reminderText(round, ctx.now) }),
    buttons: [{ title: 'Mở sáng kiến của tôi', kind: 'open', url }],
  };
}
