/** Everything that the product says to somebody over Zalo begins here: a row in the outbox, written with what caused it. */

import type { Context, Tx } from '../context.ts';
import type { Button } from '../zalo/message.ts';
import { miniAppLink } from './mini-app-link.ts';

export type PersonalKind =
  | 'receipt'
  | 'state_changed'
  | 'to_unit_head'
  | 'to_secretariat'
  | 'supplement'
  | 'result';

/** A button of a message: it opens an address, or says a word to the page for the person. */
export type MessageButton = { label: string; url: string } | { label: string; say: string };

/** What is sent, as it stands in the row's payload. */
export interface MessageContent {
  text: string;
  buttons: MessageButton[];
}

export interface PersonalMessage {
  personId: string;
  kind: PersonalKind;
  title: string;
  text: string;
  initiativeId?: string;
  /** Unique per event, e.g. "receipt:<initiative>:<history entry>": the same cause reaches the same person once. */
  cause: string;
  /** Where its button leads in the mini app. */
  button?: { label: string; path: string };
}

/**
 * Tells one person something that concerns them: a notice in the mini app, and a message in Zalo for whoever the page may write to.
 * Both are part of the caller's transaction: what is rolled back was never said.
 */
export async function tell(tx: Tx, ctx: Context, message: PersonalMessage): Promise<void> {
  const { personId, kind, title, text, initiativeId, cause, button } = message;
  const person = await tx.person.findUnique({ where: { id: personId }, include: { follower: true } });
  // The dossier of somebody who is forgotten goes its way; there is nobody to tell.
  if (!person || person.erasedAt) return;
  await tx.notice.create({
    data: { personId, kind, title, text, initiativeId, createdAt: ctx.now, link: button },
  });
  const { follower } = person;
  if (!follower || follower.stoppedAt || !(follower.following || follower.lastInteractionAt)) return;
  const buttons = button ? [{ label: button.label, url: miniAppLink(ctx.config, button.path) }] : [];
  await put(tx, ctx, { kind, cause, oaUserId: follower.oaUserId, personId, content: { text, buttons } });
}

/** An answer in the chat to what somebody just wrote or tapped. */
export async function reply(
  tx: Tx,
  ctx: Context,
  answer: { oaUserId: string; text: string; buttons?: MessageButton[]; cause: string },
): Promise<void> {
  const { oaUserId, text, buttons = [], cause } = answer;
  await put(tx, ctx, { kind: 'reply', cause, oaUserId, personId: null, content: { text, buttons } });
}

async function put(
  tx: Tx,
  ctx: Context,
  row: { kind: string; cause: string; oaUserId: string; personId: string | null; content: MessageContent },
): Promise<void> {
  const { kind, cause, oaUserId, personId } = row;
  const content: MessageContent = {
    text: harmless(row.content.text),
    buttons: row.content.buttons.map((button) => ({ ...button, label: harmless(button.label) })),
  };
  await tx.$executeRaw`
    INSERT INTO message (urgent, kind, cause, oa_user_id, person_id, payload, next_at, created_at)
    VALUES (true, ${kind}, ${cause}, ${oaUserId}, ${personId}::uuid, ${JSON.stringify(content)}::jsonb, ${ctx.now}, ${ctx.now})
    ON CONFLICT (cause, oa_user_id) DO NOTHING`;
}

/** The same button in Zalo's words. */
export const wireButton = (button: MessageButton): Button =>
  'url' in button
    ? { title: button.label, kind: 'open', url: button.url }
    : { title: button.label, kind: 'say', text: button.say };

/** Without "[@id]", which Zalo would turn into a mention of somebody. */
export const harmless = (text: string): string => text.replace(/\[\s*@/g, '(@');
