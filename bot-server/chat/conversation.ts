/** What was said before, read from the webhook events themselves: there is no memory of dialogues that could go stale or leak. */

import type { Context } from '../context.ts';
import type { OaEvent } from '../zalo/event.ts';
import type { Knowledge } from './knowledge.ts';
import { understand } from './understand.ts';

const hour = 3_600_000;
/** After a day of silence a conversation begins anew. */
const silence = 24 * hour;
/** A misunderstanding counts as the one before only if it was just now. */
const justNow = hour;
/** How long the bot stays out of it after somebody of the office has written by hand. */
const officeTalks = hour / 2;

export interface Before {
  first: boolean;
  missedBefore: boolean;
  officeIsTalking: boolean;
}

export async function whatWasBefore(ctx: Context, event: OaEvent, knowledge: Knowledge): Promise<Before> {
  const rows = await ctx.db.$queryRaw<{ body: OaEvent }[]>`
    SELECT body FROM inbox_event
     WHERE source = 'oa' AND body->>'userId' = ${event.userId} AND body->>'dedupeKey' <> ${event.dedupeKey}
       AND received_at > ${new Date(ctx.now.getTime() - silence)}
     ORDER BY received_at DESC LIMIT 30`;
  const earlier = rows
    .map(({ body }): OaEvent => ({ ...body, at: new Date(body.at) }))
    .filter((one) => one.at <= event.at)
    .sort((a, b) => b.at.getTime() - a.at.getTime());
  const last = earlier.find(isSaid);
  return {
    first: !last,
    missedBefore:
      last !== undefined &&
      event.at.getTime() - last.at.getTime() <= justNow &&
      understand(textOf(last), knowledge).intent === 'out_of_scope',
    officeIsTalking: earlier.some(
      (one) =>
        one.kind === 'oaEcho' &&
        one.adminId !== undefined &&
        event.at.getTime() - one.at.getTime() <= officeTalks,
    ),
  };
}

export const isSaid = (event: OaEvent): boolean => event.kind === 'text' || event.kind === 'media';

/** What was typed; a picture may carry a caption. */
export const textOf = (event: OaEvent): string =>
  event.kind === 'text' || event.kind === 'media' ? (event.text ?? '') : '';
