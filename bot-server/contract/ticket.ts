/** Questions that a person must answer: who waits, what was said so far, and the answer. */

import * as z from 'zod/mini';
import { after, id, instant, pageOf, short } from './common.ts';

export const ticketStates = ['waiting', 'answered', 'closed'] as const;
export type TicketState = (typeof ticketStates)[number];

export const ticketSummary = z.object({
  id: z.uuid(),
  state: z.enum(ticketStates),
  /** Null for somebody who has not opened the mini app yet. */
  name: z.nullable(z.string()),
  cause: z.enum(['asked', 'not_understood']),
  /** What the person wrote last; null when that is older than what is kept. */
  lastWords: z.nullable(z.string()),
  openedAt: instant,
  waitingSince: z.nullable(instant),
  promisedAt: instant,
  /** The promise is broken. */
  late: z.boolean(),
  answeredAt: z.nullable(instant),
  closedAt: z.nullable(instant),
});
export type TicketSummary = z.infer<typeof ticketSummary>;

export const ticketPage = z.object({
  ...pageOf(ticketSummary).shape,
  counts: z.object({ waiting: z.int(), answered: z.int() }),
});
export const ticketsQuery = z.strictObject({ state: z.optional(z.enum(ticketStates)), after });

export const talkLine = z.object({
  key: z.string(),
  from: z.enum(['person', 'bot', 'office']),
  /** Who of the office wrote it, where that is known. */
  name: z.nullable(z.string()),
  at: instant,
  /** Null for a picture, a file or a sticker. */
  text: z.nullable(z.string()),
  /** What became of an answer on its way to Zalo; null where there is nothing to say. */
  outcome: z.nullable(z.object({ label: z.string(), sentence: z.string(), bad: z.boolean() })),
});
export type TalkLine = z.infer<typeof talkLine>;

export const ticketDetail = z.object({
  ...ticketSummary.shape,
  lines: z.array(talkLine),
  /** Why no answer can be sent, in words, with what to do instead; null while one can. */
  unreachable: z.nullable(z.string()),
  /** The person has said that nothing but answers may be sent. */
  stopped: z.boolean(),
  /** What the person has handed in, newest first. */
  initiatives: z.array(z.object({ id: z.uuid(), code: z.string(), title: z.string() })),
});
export type TicketDetail = z.infer<typeof ticketDetail>;

export const byId = z.strictObject({ id });
/** The phone makes the id of an answer, so that a repeat is the same answer. Zalo takes 2 000 characters. */
export const longestAnswer = 1800;
export const answerInput = z.strictObject({ id, answerId: id, text: short(longestAnswer) });
