/** What the page's webhooks tell us, read into one small union; what we do not know stays `other`. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isRecord } from './json.ts';
import { idText, instant } from './shapes.ts';

interface About {
  /** Zalo's own event name. */
  name: string;
  /** The page it happened on; one address serves every page of the app. */
  oaId: string;
  /** When it happened, by Zalo's clock; retries carry the old time. */
  at: Date;
  /** The same for every delivery of the same event. */
  dedupeKey: string;
  /** The person, in the page's id space and in the app's; never the page itself. */
  userId?: string;
  appUserId?: string;
}

export type OaEvent = About &
  (
    | { kind: 'follow' | 'unfollow' | 'clickChatNow' | 'withdraw' | 'other' }
    | { kind: 'text'; messageId: string; text: string; quotedMessageId?: string }
    /** A picture, sticker, voice, file, link or place; `text` is the caption. */
    | { kind: 'media'; messageId: string; media: string; text?: string }
    | { kind: 'received'; messageId: string }
    | { kind: 'seen'; messageIds: string[] }
    | { kind: 'submitInfo'; info: SubmittedInfo }
    /** The page wrote: our own sends come back like this, and so do the staff's, then with `adminId`. */
    | { kind: 'oaEcho'; messageId?: string; adminId?: string; text?: string }
  );

export interface SubmittedInfo {
  name?: string;
  phone?: string;
  address?: string;
}

export type OaEventKind = OaEvent['kind'];

/**
 * Whether the event is the person's own doing that opens Zalo's windows for writing to them.
 * Receipts, reactions and our own sends do not count.
 */
export function opensWindow(event: OaEvent): boolean {
  return ['follow', 'text', 'media', 'clickChatNow'].includes(event.kind);
}

/** Reads a body whose signature has been checked. Unknown events and odd shapes are `other`, never an error. */
export function readOaEvent(body: Record<string, unknown>): OaEvent {
  const envelope = Envelope.parse(body);
  const name = envelope.event_name;
  const fromOa = speaksForOa(name);
  const oaId = envelope.oa_id ?? (fromOa ? envelope.sender?.id : envelope.recipient?.id) ?? '';
  const person =
    envelope.follower?.id ?? envelope.user_id ?? (fromOa ? envelope.recipient?.id : envelope.sender?.id);
  const about: About = {
    name,
    oaId,
    at: envelope.timestamp ?? new Date(0),
    dedupeKey: dedupeKeyOf(body, envelope, oaId, person),
    userId: person === oaId ? undefined : person,
    appUserId: envelope.user_id_by_app,
  };
  return { ...about, ...detailOf(envelope) };
}

const text = z.string().optional().catch(undefined);
const id = idText.optional().catch(undefined);
const party = z.looseObject({ id, admin_id: id }).optional().catch(undefined);

const Envelope = z.looseObject({
  event_name: z.string().catch(''),
  timestamp: instant.optional().catch(undefined),
  oa_id: id,
  user_id: id,
  user_id_by_app: id,
  sender: party,
  recipient: party,
  follower: party,
  message: z
    .looseObject({
      msg_id: id,
      msg_ids: z.array(idText).optional().catch(undefined),
      text,
      quote_msg_id: id,
      tracking_id: id,
    })
    .optional()
    .catch(undefined),
  info: z.looseObject({ name: text, phone: id, address: text }).optional().catch(undefined),
});
type Envelope = z.output<typeof Envelope>;

/** Receipts name the page as their sender although the person caused them; answering one never ends. */
function speaksForOa(name: string): boolean {
  return name.startsWith('oa_') || name === 'user_received_message' || name === 'user_seen_message';
}

const MEDIA = ['image', 'gif', 'link', 'audio', 'video', 'sticker', 'location', 'business_card', 'file'];

type Detail<E = OaEvent> = E extends OaEvent ? Omit<E, keyof About> : never;

function detailOf(envelope: Envelope): Detail {
  const { event_name: name, message, info, sender } = envelope;
  const messageId = message?.msg_id;
  if (name === 'follow' || name === 'unfollow') return { kind: name };
  if (name === 'user_click_chatnow') return { kind: 'clickChatNow' };
  if (name === 'user_withdraw') return { kind: 'withdraw' };
  if (name === 'user_submit_info' && info) return { kind: 'submitInfo', info: readInfo(info) };
  if (name === 'user_send_text' && messageId && message?.text !== undefined) {
    return { kind: 'text', messageId, text: message.text, quotedMessageId: message.quote_msg_id };
  }
  const media = MEDIA.find((one) => name === `user_send_${one}`);
  if (media && messageId) return { kind: 'media', messageId, media, text: message?.text };
  // The receipt of a template message has a telephone number where the person's id should be.
  if (name === 'user_received_message' && messageId && !message?.tracking_id) {
    return { kind: 'received', messageId };
  }
  if (name === 'user_seen_message' && message?.msg_ids) return { kind: 'seen', messageIds: message.msg_ids };
  if (/^oa_send_(?!group_|anonymous_|consent)/.test(name)) {
    return { kind: 'oaEcho', messageId, adminId: sender?.admin_id, text: message?.text };
  }
  return { kind: 'other' };
}

function readInfo(info: NonNullable<Envelope['info']>): SubmittedInfo {
  const full = isRecord(info.full_address) ? info.full_address : {};
  const parts = info.address
    ? [info.address, info.ward, info.district, info.city]
    : [full.user_address, full.user_ward, full.user_city];
  const address = parts.filter((part) => typeof part === 'string' && part !== '').join(', ');
  return { name: info.name, phone: info.phone, address: address || undefined };
}

/** Reactions repeat on one message id and other events have none: those are known by everything they say. */
function dedupeKeyOf(body: object, envelope: Envelope, oaId: string, person: string | undefined): string {
  const { event_name: name, message, timestamp } = envelope;
  if (message?.msg_id && !name.includes('reacted')) return `${name}:${message.msg_id}`;
  const facts = [name, oaId, person ?? '', timestamp?.getTime() ?? JSON.stringify(body)];
  if (message) facts.push(JSON.stringify(message));
  return `${name}:${createHash('sha256').update(facts.join('\n')).digest('hex')}`;
}
