/** The page's chatbot: the table of what it understands, and what it does with an event. It answers by rows in the outbox, never itself. */

import { Failure } from '#contract/failure.ts';
import type { Context, Tx } from '../context.ts';
import { erasePerson, forgetLateEvent, wasForgottenAfter } from '../services/data-rights.ts';
import { noteFollower, noteWish, wishesOf } from '../services/followers.ts';
import type { InboxEvent } from '../services/inbox.ts';
import { reply } from '../services/messages.ts';
import { handleMiniAppEvent } from '../services/mini-app-events.ts';
import { officeWrote, openTicket, openTicketOf, personWrote } from '../services/tickets.ts';
import { type OaEvent, opensWindow } from '../zalo/event.ts';
import type { MiniAppEvent } from '../zalo/webhook.ts';
import { aboutCampaign, aboutRounds, howToSubmit } from './about-campaign.ts';
import { myStatus, statusByCode } from './about-mine.ts';
import { aboutResults, aboutRewards } from './about-outcomes.ts';
import { aboutDocuments, aboutHighlights } from './about-reading.ts';
import { contact, greeting, notText, notUnderstood, resume, stop, thanks, welcome } from './about-talk.ts';
import { isSaid, textOf, whatWasBefore } from './conversation.ts';
import type { Intent } from './cues.ts';
import { currentKnowledge } from './current-knowledge.ts';
import { both, type Replies, ready } from './replies.ts';
import type { Answer, Said } from './said.ts';
import { understand } from './understand.ts';

const answers: Record<Intent, Answer> = {
  campaign_info: aboutCampaign,
  rounds_deadline: aboutRounds,
  how_to_submit: howToSubmit,
  my_status: myStatus,
  status_by_code: statusByCode,
  highlighted: aboutHighlights,
  documents: aboutDocuments,
  contact_human: contact,
  subscribe: resume,
  unsubscribe: stop,
  rewards: aboutRewards,
  results: aboutResults,
  greeting,
  thanks,
  out_of_scope: notUnderstood,
};

/** Room for a second answer in the same message. */
const shortAnswer = 900;

/** Decides what to say. Sends nothing and changes nothing. */
export async function answer(ctx: Context, said: Said): Promise<Replies> {
  const { intent, also } = said.understood;
  const first = await answerOne(ctx, said, intent);
  const next = also[0];
  if (!next || first.wish || first.text.length > shortAnswer) return opened(ctx, said, first);
  const second = await answerOne(ctx, said, next);
  return opened(ctx, said, second.wish ? first : both(first, second));
}

async function answerOne(ctx: Context, said: Said, intent: Intent): Promise<Replies> {
  try {
    return await answers[intent](ctx, said);
  } catch (error) {
    // A database without a campaign yet has nothing to tell; everything else is a fault and is tried again.
    if (error instanceof Failure && error.code === 'not_found')
      return { text: 'Phong trào chưa được mở trên trang này. Anh/chị quay lại sau.', buttons: [] };
    throw error;
  }
}

/** People must be able to tell that a machine answers. */
async function opened(ctx: Context, { first }: Pick<Said, 'first'>, replies: Replies): Promise<Replies> {
  if (!first) return ready(replies);
  const { pageName } = await ctx.profile();
  return ready({ ...replies, text: `Đây là trả lời tự động của trang ${pageName}.\n${replies.text}` });
}

/** Handles one event: who follows, what is wanted and what is said stand in one transaction, each with a cause that is unique. */
export async function handleEvent(
  ctx: Context,
  { source, event }: Pick<InboxEvent, 'source' | 'event'>,
): Promise<void> {
  if (source === 'oa') await handleOaEvent(ctx, event as OaEvent);
  else await handleMiniAppEvent(ctx, event as MiniAppEvent);
}

async function handleOaEvent(ctx: Context, event: OaEvent): Promise<void> {
  const ourPage = ctx.config.given.ZALO_OA_ID;
  // One address serves every page of the app; what happens on another page is not ours to answer.
  if (!event.userId || (ourPage && event.oaId && event.oaId !== ourPage)) return;
  const oaUserId = event.userId;
  if (event.kind === 'withdraw') return forget(ctx, oaUserId, event.at);
  if (await wasForgottenAfter(ctx, oaUserId, event.at)) {
    await forgetLateEvent(ctx, oaUserId, event.at);
    return;
  }
  const replies = await repliesTo(ctx, event);
  await ctx.db.$transaction(async (tx) => {
    const follows = event.kind === 'follow' || event.kind === 'unfollow';
    if (follows || opensWindow(event))
      await noteFollower(tx, {
        oaUserId,
        userIdByApp: event.appUserId,
        at: event.at,
        interacted: opensWindow(event),
        following: follows ? event.kind === 'follow' : undefined,
      });
    await keepTicket(tx, ctx, event, replies);
    if (replies?.wish) await noteWish(tx, oaUserId, replies.wish, event.at);
    if (replies) {
      const { text, buttons } = replies;
      await reply(tx, ctx, { oaUserId, text, buttons, cause: `reply:${event.dedupeKey}` });
    }
  });
}

async function forget(ctx: Context, oaUserId: string, at: Date): Promise<void> {
  const askedAt = at.getTime() > 0 ? at : ctx.now;
  await erasePerson(ctx, { oaUserId }, { askedAt });
  ctx.log.info('a person asked to be forgotten: user_withdraw');
}

/** Opens a ticket, or keeps the one that is open in step with what either side has just written. */
async function keepTicket(tx: Tx, ctx: Context, event: OaEvent, replies: Replies | null): Promise<void> {
  const { userId: oaUserId = '', at } = event;
  const profile = await ctx.profile();
  if (replies?.ticket) await openTicket(tx, profile, { oaUserId, cause: replies.ticket, at: ctx.now });
  if (isSaid(event) && !replies) await personWrote(tx, profile, oaUserId, at);
  if (event.kind === 'oaEcho' && event.adminId) await officeWrote(tx, oaUserId, at);
}

async function repliesTo(ctx: Context, event: OaEvent): Promise<Replies | null> {
  switch (event.kind) {
    case 'follow':
    case 'clickChatNow':
      if (await openTicketOf(ctx.db, event.userId ?? '')) return null;
      return opened(ctx, { first: true }, await welcome(ctx));
    case 'text':
    case 'media':
      return repliesToWords(ctx, event);
    // Receipts, echoes and all other events are never answered: an answer to one would go round for ever.
    case 'unfollow':
    case 'withdraw':
    case 'received':
    case 'seen':
    case 'submitInfo':
    case 'oaEcho':
    case 'other':
      return null;
  }
}

async function repliesToWords(ctx: Context, event: OaEvent): Promise<Replies | null> {
  const knowledge = await currentKnowledge(ctx);
  const text = textOf(event);
  const understood = understand(text, knowledge);
  const { officeIsTalking, ...before } = await whatWasBefore(ctx, event, knowledge);
  const silent = officeIsTalking || (await openTicketOf(ctx.db, event.userId ?? '')) !== null;
  if (silent && understood.intent !== 'unsubscribe') return null;
  const follower = await ctx.db.follower.findUnique({ where: { oaUserId: event.userId ?? '' } });
  const said: Said = {
    understood,
    personId: follower?.personId ?? null,
    wishes: follower ? wishesOf(follower) : { stopped: false, muted: [] },
    ...before,
  };
  if (event.kind === 'media' && text.trim() === '') return opened(ctx, said, await notText(ctx, said));
  return answer(ctx, said);
}
