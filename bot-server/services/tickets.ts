/** A person instead of the machine: tickets that the chat opens, the desk answers and closes, and whose answers leave by the outbox. */

import { randomUUID } from 'node:crypto';
import type { api } from '#contract/api.ts';
import type { InputOf, OutputOf } from '#contract/endpoint.ts';
import { Failure } from '#contract/failure.ts';
import { sayDeadline } from '#domain/calendar.ts';
import { answerBy, sayOfficeHours } from '#domain/office-hours.ts';
import type { Profile } from '#domain/organisation.ts';
import type { Context, Tx, Who } from '../context.ts';
import type { Ticket } from '../store/generated/client.ts';
import { keyOf, pageFrom, pageSize, readKey } from './keyset.ts';
import { reply } from './messages.ts';
import { detailOf, mayBeAnswered, summariesOf } from './ticket-view.ts';

type Api = typeof api;

// ------------------------------------------------------------------ from the chat

export const openTicketOf = (db: Tx, oaUserId: string): Promise<Ticket | null> =>
  db.ticket.findFirst({ where: { oaUserId, closedAt: null } });

/** Opens a ticket; asked for twice it stays one. */
export async function openTicket(
  tx: Tx,
  profile: Profile,
  asked: { oaUserId: string; cause: 'asked' | 'not_understood'; at: Date },
): Promise<void> {
  const { oaUserId, cause, at } = asked;
  await tx.$executeRaw`
    INSERT INTO ticket (id, oa_user_id, cause, opened_at, promised_at, waiting_since)
    VALUES (${randomUUID()}::uuid, ${oaUserId}, ${cause}, ${at}, ${promised(profile, at)}, ${at})
    ON CONFLICT (oa_user_id) WHERE closed_at IS NULL DO NOTHING`;
}

/** The person wrote again after the office had answered: they wait anew, under a new promise. */
export async function personWrote(tx: Tx, profile: Profile, oaUserId: string, at: Date): Promise<void> {
  await tx.ticket.updateMany({
    where: { oaUserId, closedAt: null, waitingSince: null, answeredAt: { lte: at } },
    data: { waitingSince: at, promisedAt: promised(profile, at) },
  });
}

/** Somebody answered by hand in Zalo's own console. */
export async function officeWrote(tx: Tx, oaUserId: string, at: Date): Promise<void> {
  await tx.ticket.updateMany({
    where: { oaUserId, closedAt: null, openedAt: { lte: at } },
    data: { waitingSince: null, answeredAt: at },
  });
}

const promised = ({ officeHours, answerWithinHours }: Profile, at: Date): Date =>
  answerBy(officeHours, answerWithinHours, at);

/** When the office is there, and by when it will have answered. */
export const sayPromise = (profile: Profile, now: Date): string =>
  `Giờ làm việc: ${sayOfficeHours(profile.officeHours)}.\nCán bộ trả lời ngay tại đây, chậm nhất ${sayDeadline(promised(profile, now))}.`;

// ------------------------------------------------------------------ at the desk

const lists = {
  waiting: {
    where: { closedAt: null, waitingSince: { not: null } },
    column: 'waitingSince',
    order: 'asc',
  },
  answered: { where: { closedAt: null, waitingSince: null }, column: 'answeredAt', order: 'desc' },
  closed: { where: { closedAt: { not: null } }, column: 'closedAt', order: 'desc' },
} as const;

/** Who waits, longest first; of the others the newest first. */
export async function listTickets(
  ctx: Context,
  _who: Who,
  input: InputOf<Api['tickets']>,
): Promise<OutputOf<Api['tickets']>> {
  const { where, column, order } = lists[input.state ?? 'waiting'];
  const key = readKey(input.after, 2);
  const beyond = order === 'asc' ? 'gt' : 'lt';
  const rows = await ctx.db.ticket.findMany({
    where: {
      ...where,
      ...(key
        ? {
            OR: [
              { [column]: { [beyond]: new Date(key[0]!) } },
              { [column]: new Date(key[0]!), id: { [beyond]: key[1]! } },
            ],
          }
        : {}),
    },
    orderBy: [{ [column]: order }, { id: order }],
    take: pageSize + 1,
  });
  const [views, waiting, answered] = await Promise.all([
    summariesOf(ctx, rows),
    ctx.db.ticket.count({ where: lists.waiting.where }),
    ctx.db.ticket.count({ where: lists.answered.where }),
  ]);
  return {
    ...pageFrom(
      rows,
      pageSize,
      (row) => keyOf(row[column]!.toISOString(), row.id),
      ({ id }) => views.get(id)!,
    ),
    counts: { waiting, answered },
  };
}

export async function readTicket(
  ctx: Context,
  _who: Who,
  { id }: InputOf<Api['ticket']>,
): Promise<OutputOf<Api['ticket']>> {
  return detailOf(ctx, await found(ctx.db, id));
}

async function found(db: Tx, id: string): Promise<Ticket> {
  const ticket = await db.ticket.findUnique({ where: { id } });
  if (!ticket) throw new Failure('not_found');
  return ticket;
}

/** The office's words to the person. "Dừng" does not stand in the way: it is an answer to a question. */
export async function answerTicket(
  ctx: Context,
  who: Who,
  { id, answerId, text }: InputOf<Api['answerTicket']>,
): Promise<OutputOf<Api['answerTicket']>> {
  await ctx.db.$transaction(async (tx) => {
    const { oaUserId, closedAt } = await locked(tx, id);
    if ((await tx.ticketAnswer.count({ where: { id: answerId } })) > 0) return;
    if (closedAt) throw new Failure('ticket_closed');
    if (!mayBeAnswered(await tx.follower.findUnique({ where: { oaUserId } }), ctx.now))
      throw new Failure('window_closed');
    await tx.ticketAnswer.create({ data: { id: answerId, ticketId: id, personId: who.id, at: ctx.now } });
    await reply(tx, ctx, {
      oaUserId,
      text: `Cơ quan Thường trực trả lời:\n${text.trim()}`,
      cause: `ticket:${id}:${answerId}`,
    });
    await tx.ticket.update({ where: { id }, data: { waitingSince: null, answeredAt: ctx.now } });
    await noteDown(tx, ctx, who, 'ticket_answered', id);
  });
  return readTicket(ctx, who, { id });
}

/** Lets the bot speak again, and tells the person so while Zalo still lets us. */
export async function closeTicket(
  ctx: Context,
  who: Who,
  { id }: InputOf<Api['closeTicket']>,
): Promise<OutputOf<Api['closeTicket']>> {
  await ctx.db.$transaction(async (tx) => {
    const { oaUserId, closedAt } = await locked(tx, id);
    if (closedAt) return;
    await tx.ticket.update({ where: { id }, data: { closedAt: ctx.now } });
    await noteDown(tx, ctx, who, 'ticket_closed', id);
    if (!mayBeAnswered(await tx.follower.findUnique({ where: { oaUserId } }), ctx.now)) return;
    await reply(tx, ctx, {
      oaUserId,
      text: 'Cán bộ đã đóng phiếu hỏi này. Từ giờ máy lại trả lời tự động. Cần thêm, anh/chị bấm “Gặp cán bộ”.',
      buttons: [
        { label: 'Gặp cán bộ', say: 'Gặp cán bộ' },
        { label: 'Hạn nộp', say: 'Hạn nộp' },
      ],
      cause: `ticket:${id}:closed`,
    });
  });
  return readTicket(ctx, who, { id });
}

/** Two who answer or close at once do it one after the other. */
async function locked(tx: Tx, id: string): Promise<Ticket> {
  await tx.$queryRaw`SELECT id FROM ticket WHERE id = ${id}::uuid FOR UPDATE`;
  return found(tx, id);
}

const noteDown = (tx: Tx, ctx: Context, who: Who, act: string, id: string) =>
  tx.auditEntry.create({ data: { at: ctx.now, actorId: who.id, act, object: `ticket:${id}` } });

/** After a week without a word Zalo lets nobody answer any more; the person must not be left with a silent bot. */
const givenUpAfter = 7 * 86_400_000;

/** Closes what the office has answered and nobody has written to since. Gives how many. */
export async function closeSilentTickets(ctx: Pick<Context, 'db' | 'now'>): Promise<number> {
  const { count } = await ctx.db.ticket.updateMany({
    where: {
      closedAt: null,
      waitingSince: null,
      answeredAt: { lt: new Date(ctx.now.getTime() - givenUpAfter) },
    },
    data: { closedAt: ctx.now },
  });
  return count;
}
