/** What was said between one person and the page, read from the events and the outbox for as long as words are kept. */

import type { Context } from '../context.ts';
import { Prisma } from '../store/generated/client.ts';
import type { OaEvent } from '../zalo/event.ts';
import type { MessageContent } from './messages.ts';

const kept = 30 * 86_400_000;
const mostLines = 60;

/** One thing that was said. A row of the outbox carries what became of it. */
export interface Line {
  key: string;
  from: 'person' | 'page' | 'office';
  at: Date;
  text: string | null;
  /** Only for rows of the outbox. */
  sent?: SentRow;
}

export interface SentRow {
  cause: string;
  state: string;
  code: number | null;
  reason: string | null;
  nextAt: Date;
  claimedAt: Date | null;
  settledAt: Date | null;
}

/** The last lines, oldest first; `upTo` leaves out what was said later. */
export async function conversationOf(ctx: Context, oaUserId: string, upTo?: Date): Promise<Line[]> {
  const since = new Date(ctx.now.getTime() - kept);
  const until = upTo ?? ctx.now;
  const [events, messages] = await Promise.all([
    ctx.db.$queryRaw<{ dedupe_key: string; body: OaEvent }[]>`
      SELECT dedupe_key, body FROM inbox_event
       WHERE source = 'oa' AND body->>'userId' = ${oaUserId} AND received_at > ${since} AND received_at <= ${until}
         AND (body->>'kind' IN ('text', 'media') OR body->>'kind' = 'oaEcho' AND body ? 'adminId')
       ORDER BY received_at DESC LIMIT ${mostLines}`,
    ctx.db.message.findMany({
      where: {
        oaUserId,
        announcementId: null,
        createdAt: { gt: since, lte: until },
        payload: { not: Prisma.DbNull },
      },
      orderBy: { createdAt: 'desc' },
      take: mostLines,
    }),
  ]);
  return [
    ...events.map(({ dedupe_key, body }): Line => {
      const text = 'text' in body ? body.text?.trim() : '';
      return {
        key: dedupe_key,
        from: body.kind === 'oaEcho' ? 'office' : 'person',
        at: new Date(body.at),
        text: text || null,
      };
    }),
    ...messages.map((row): Line => {
      const { text } = row.payload as unknown as MessageContent;
      return { key: `message:${row.id}`, from: 'page', at: row.createdAt, text, sent: row };
    }),
  ]
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .slice(-mostLines);
}

/** What each of these people wrote last. */
export async function lastWordsOf(ctx: Context, oaUserIds: string[]): Promise<Map<string, string>> {
  const rows = await ctx.db.$queryRaw<{ id: string; text: string | null }[]>`
    SELECT person.id, said.text FROM unnest(${oaUserIds}::text[]) AS person(id) CROSS JOIN LATERAL (
      SELECT body->>'text' AS text FROM inbox_event
       WHERE source = 'oa' AND body->>'userId' = person.id AND body->>'kind' = 'text'
         AND received_at > ${new Date(ctx.now.getTime() - kept)}
       ORDER BY received_at DESC LIMIT 1) AS said`;
  return new Map(rows.flatMap(({ id, text }) => (text ? [[id, text] as const] : [])));
}
