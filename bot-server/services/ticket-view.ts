/** Tickets as the desk sees them: who asks, what was said, and whether an answer can still be sent. */

import type { MessageState } from '#contract/announcement.ts';
import { failures } from '#contract/failure.ts';
import type { TalkLine, TicketDetail, TicketState, TicketSummary } from '#contract/ticket.ts';
import { reach } from '#domain/reach.ts';
import type { Context } from '../context.ts';
import type { Follower, Ticket } from '../store/generated/client.ts';
import { type RunNow, sayOutcome } from './announcement-words.ts';
import { conversationOf, type Line, lastWordsOf } from './conversation.ts';

const shownInitiatives = 3;
const longestPreview = 160;

/** An answer needs an open conversation and nothing else. */
export const mayBeAnswered = (follower: Follower | null, now: Date): boolean =>
  follower !== null && !('reason' in reach({ ...follower, stoppedAt: null, muted: [] }, now, 'personal'));

const stateOf = ({ closedAt, waitingSince }: Ticket): TicketState =>
  closedAt ? 'closed' : waitingSince ? 'waiting' : 'answered';

export async function summariesOf(ctx: Context, tickets: Ticket[]): Promise<Map<string, TicketSummary>> {
  const ids = [...new Set(tickets.map(({ oaUserId }) => oaUserId))];
  const [followers, words] = await Promise.all([
    ctx.db.follower.findMany({
      where: { oaUserId: { in: ids } },
      select: { oaUserId: true, person: { select: { name: true } } },
    }),
    lastWordsOf(ctx, ids),
  ]);
  const names = new Map(followers.map(({ oaUserId, person }) => [oaUserId, person?.name || null]));
  const iso = (date: Date | null) => date?.toISOString() ?? null;
  return new Map(
    tickets.map((ticket) => {
      const state = stateOf(ticket);
      const said = words.get(ticket.oaUserId);
      return [
        ticket.id,
        {
          id: ticket.id,
          state,
          name: names.get(ticket.oaUserId) ?? null,
          cause: ticket.cause === 'asked' ? 'asked' : 'not_understood',
          lastWords: said ? shorten(said) : null,
          openedAt: ticket.openedAt.toISOString(),
          waitingSince: iso(ticket.waitingSince),
          promisedAt: ticket.promisedAt.toISOString(),
          late: state === 'waiting' && ticket.promisedAt < ctx.now,
          answeredAt: iso(ticket.answeredAt),
          closedAt: iso(ticket.closedAt),
        },
      ];
    }),
  );
}

const shorten = (text: string): string => {
  const letters = [...text.trim()];
  return letters.length > longestPreview ? `${letters.slice(0, longestPreview).join('')}…` : letters.join('');
};

export async function detailOf(ctx: Context, ticket: Ticket): Promise<TicketDetail> {
  const { oaUserId, closedAt } = ticket;
  const follower = await ctx.db.follower.findUnique({ where: { oaUserId } });
  const [views, talk, answers, initiatives] = await Promise.all([
    summariesOf(ctx, [ticket]),
    conversationOf(ctx, oaUserId, closedAt ?? undefined),
    ctx.db.ticketAnswer.findMany({ where: { ticket: { oaUserId } } }),
    follower?.personId
      ? ctx.db.initiative.findMany({
          where: { authorId: follower.personId, code: { not: null } },
          orderBy: { submittedAt: 'desc' },
          take: shownInitiatives,
          select: { id: true, code: true, title: true },
        })
      : [],
  ]);
  const people = await ctx.db.person.findMany({
    where: { id: { in: answers.map(({ personId }) => personId) } },
    select: { id: true, name: true },
  });
  const nameOf = (answerId: string | undefined) => {
    const by = answers.find(({ id }) => id === answerId)?.personId;
    return people.find(({ id }) => id === by)?.name ?? null;
  };
  return {
    ...views.get(ticket.id)!,
    lines: talk.map((line) => lineView(line, nameOf, ctx.now)),
    unreachable: closedAt || mayBeAnswered(follower, ctx.now) ? null : failures.window_closed[1],
    stopped: follower?.stoppedAt != null,
    initiatives: initiatives.map(({ id, code, title }) => ({ id, code: code!, title })),
  };
}

/** A row that no run holds. */
const noRun: RunNow = {
  state: 'sending',
  pausedAt: null,
  pausedByName: null,
  pauseReason: null,
  quietUntil: null,
};

function lineView(line: Line, nameOf: (answerId: string | undefined) => string | null, now: Date): TalkLine {
  const { key, at, text, sent } = line;
  const view = { key, at: at.toISOString(), text, name: null, outcome: null };
  if (!sent) return { ...view, from: line.from === 'office' ? 'office' : 'person' };
  const [subject, , answerId] = sent.cause.split(':');
  const name = subject === 'ticket' ? nameOf(answerId) : null;
  const state = sent.state as MessageState;
  const bad = ['refused', 'unknown', 'cancelled'].includes(state);
  return {
    ...view,
    from: name === null ? 'bot' : 'office',
    name,
    // Of what the machine said only a failure is worth a line.
    outcome: name !== null || bad ? { ...sayOutcome({ ...sent, state }, noRun, now), bad } : null,
  };
}
