/** How the desk sees announcements: their counts, their article, what can be done next, and each person's outcome. */

import {
  type AnnouncementDetail,
  type AnnouncementState,
  type AnnouncementSummary,
  type Audience,
  type MessageState,
  messageStates,
  type Outcomes,
  type PersonOutcome,
} from '#contract/announcement.ts';
import { allowedActions } from '#domain/announcement.ts';
import type { Profile } from '#domain/organisation.ts';
import { isQuiet, nextAllowed } from '#domain/quiet-hours.ts';
import type { Context } from '../context.ts';
import { type Outcome, type RunNow, sayAudience, sayOutcome, stateLabels } from './announcement-words.ts';
import { sayArticle } from './articles.ts';

export interface AnnouncementRow {
  id: string;
  kind: string;
  title: string;
  text: string;
  audience: Audience;
  state: AnnouncementState;
  version: number;
  writtenBy: string | null;
  createdAt: Date;
  sentAt: Date | null;
  finishedAt: Date | null;
  withMessages: boolean;
  withArticle: boolean;
  spreadDone: boolean;
  pausedAt: Date | null;
  pausedByName: string | null;
  pauseReason: string | null;
  articleState: string | null;
  articleReason: string | null;
  articleId: string | null;
}

/** Whoever reads it adds WHERE and ORDER BY. */
export const selectAnnouncements = `
  SELECT a.id, a.kind, a.title, a.text, a.audience, a.state, a.version, w.name AS "writtenBy", a.created_at AS "createdAt",
         a.sent_at AS "sentAt", a.finished_at AS "finishedAt", a.with_messages AS "withMessages",
         a.with_article AS "withArticle", a.spread_done AS "spreadDone", a.paused_at AS "pausedAt",
         s.name AS "pausedByName", a.pause_reason AS "pauseReason", p.state AS "articleState",
         p.reason AS "articleReason", p.article_id AS "articleId"
  FROM announcement a
  LEFT JOIN person w ON w.id = a.created_by
  LEFT JOIN person s ON s.id = a.paused_by
  LEFT JOIN article_post p ON p.announcement_id = a.id`;

export async function summariesOf(ctx: Context, rows: AnnouncementRow[]): Promise<AnnouncementSummary[]> {
  const [profile, outcomes, unitNames] = await Promise.all([
    ctx.profile(),
    outcomesOf(
      ctx,
      rows.map((row) => row.id),
    ),
    unitNamesOf(ctx, rows),
  ]);
  return rows.map((row) => summary(row, profile, outcomes.get(row.id) ?? noOutcomes, unitNames));
}

function summary(
  row: AnnouncementRow,
  profile: Profile,
  outcomes: Outcomes,
  unitNames: Map<string, string>,
): AnnouncementSummary {
  return {
    id: row.id,
    kind: row.kind as AnnouncementSummary['kind'],
    title: row.title,
    state: row.state,
    stateLabel: stateLabels[row.state] ?? row.state,
    audienceLabel: sayAudience(row.kind, row.audience, profile, unitNames),
    writtenBy: row.writtenBy,
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    outcomes,
  };
}

export async function detailOf(ctx: Context, row: AnnouncementRow): Promise<AnnouncementDetail> {
  const [base] = await summariesOf(ctx, [row]);
  return {
    ...base!,
    version: row.version,
    text: row.text,
    audience: row.audience,
    withMessages: row.withMessages,
    withArticle: row.withArticle,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    spreading: !row.spreadDone && ['sending', 'paused'].includes(row.state),
    article:
      row.articleState === null
        ? null
        : {
            state: row.articleState,
            sentence: sayArticle(row.articleState, row.articleReason),
            articleId: row.articleId,
          },
    allowed: row.kind === 'announcement' ? allowedActions(row.state) : withoutWriting(row.state),
  };
}

/** Reminders and an operator's word are written by others; the desk may hold them. */
const withoutWriting = (state: AnnouncementState) =>
  allowedActions(state).filter((action) => action !== 'edit' && action !== 'send');

const noOutcomes: Outcomes = {
  total: 0,
  waiting: 0,
  sending: 0,
  sent: 0,
  refused: 0,
  unknown: 0,
  cancelled: 0,
};

/** Counts by state; they always add up to the total, because the total is their sum. */
export async function outcomesOf(ctx: Context, ids: string[]): Promise<Map<string, Outcomes>> {
  const found = new Map(ids.map((id) => [id, { ...noOutcomes }]));
  const { rows } = await ctx.pool.query<{ id: string; state: MessageState; count: number }>(
    `SELECT announcement_id AS id, state, count(*)::int AS count FROM message
     WHERE announcement_id = ANY($1::uuid[]) GROUP BY 1, 2`,
    [ids],
  );
  for (const { id, state, count } of rows) {
    const outcomes = found.get(id)!;
    outcomes[state] = count;
    outcomes.total += count;
  }
  return found;
}

async function unitNamesOf(ctx: Context, rows: AnnouncementRow[]): Promise<Map<string, string>> {
  const ids = rows.flatMap(({ audience }) => (audience.kind === 'units' ? audience.units.slice(0, 2) : []));
  if (ids.length === 0) return new Map();
  const units = await ctx.db.unit.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(units.map(({ id, name }) => [id, name]));
}

export interface PersonRow extends Outcome {
  id: string;
  name: string | null;
  oaUserId: string | null;
}

export async function peopleOf(
  ctx: Context,
  run: AnnouncementRow,
  state: MessageState | undefined,
  afterId: string,
  limit: number,
): Promise<PersonRow[]> {
  const { rows } = await ctx.pool.query<PersonRow>(
    `SELECT m.id, p.name, m.oa_user_id AS "oaUserId", m.state, m.code, m.reason, m.next_at AS "nextAt",
            m.claimed_at AS "claimedAt", m.settled_at AS "settledAt"
     FROM message m LEFT JOIN person p ON p.id = m.person_id
     WHERE m.announcement_id = $1 AND m.id > $2 AND m.state = ANY($3::text[])
     ORDER BY m.id LIMIT $4`,
    [run.id, afterId, state ? [state] : messageStates, limit],
  );
  return rows;
}

export async function runNow(ctx: Context, row: AnnouncementRow): Promise<RunNow> {
  const profile = await ctx.profile();
  const quiet = row.kind !== 'operator' && isQuiet(ctx.now, profile);
  return { ...row, quietUntil: quiet ? nextAllowed(ctx.now, profile) : null };
}

export function personOutcome(row: PersonRow, run: RunNow, now: Date): PersonOutcome {
  return {
    who: row.name ?? `Người quan tâm …${row.oaUserId?.slice(-4) ?? ''}`,
    state: row.state,
    ...sayOutcome(row, run, now),
    at: (row.settledAt ?? row.claimedAt)?.toISOString() ?? null,
  };
}
