/** The page: messages to its people, who they are, what was said, and Zalo's broadcast of an article. */
import { z } from 'zod';
import { menuQuestion } from './menu.ts';
import { type Button, type OutgoingMessage, wireMessage } from './message.ts';
import type { OpenApi } from './open-api.ts';
import type { Urgency } from './ports.ts';
import { count, flag, idText, instant } from './shapes.ts';

export interface SentMessage {
  messageId: string;
  sentAt?: Date;
  /** What the message was charged to; absent when Zalo no longer says or charges the balance. */
  quota?: { type: string; remain?: number; total?: number };
}

export interface OaInfo {
  oaId: string;
  name: string;
  isVerified: boolean;
  /** 2 business, 4 government. */
  oaType?: number;
  followers?: number;
  packageName?: string;
  packageValidUntil?: string;
}

export interface OaUser {
  userId: string;
  appUserId?: string;
  displayName?: string;
  isFollower: boolean;
  isSensitive: boolean;
  /** A day in Zalo's words, "DD/MM/YYYY". */
  lastInteraction?: string;
  tags: string[];
}

export interface ConversationMessage {
  messageId: string;
  from: 'oa' | 'user';
  at: Date;
  type: string;
  text?: string;
}

export interface UserFilter {
  isFollower?: boolean;
  tag?: string;
  /** TODAY, YESTERDAY, L7D, L30D or YYYY_MM_DD:YYYY_MM_DD. */
  lastInteraction?: string;
}

/** Who of the followers gets a broadcast; nothing given means everybody. Never by ward, tag or list. */
export interface BroadcastTarget {
  ages?: number[];
  gender?: 0 | 1 | 2;
  locations?: number[];
  cities?: number[];
  platform?: number[];
}

export interface Page {
  offset: number;
  count: number;
}

export interface OfficialAccount {
  /** Consultation message: to whoever interacted within 7 days. */
  sendMessage(userId: string, message: OutgoingMessage, urgency?: Urgency): Promise<SentMessage>;
  getOa(): Promise<OaInfo>;
  /** At most 50 a page and an offset of at most 9 951: about 10 000 people per filter. */
  userList(page: Page, filter?: UserFilter): Promise<{ total: number; userIds: string[] }>;
  userDetail(userId: string, urgency?: Urgency): Promise<OaUser>;
  /** Newest first, at most 10 a page: what was really said to a person, for messages of unknown outcome. */
  conversation(userId: string, page: Page, urgency?: Urgency): Promise<ConversationMessage[]>;
  recentChats(page: Page): Promise<ConversationMessage[]>;
  /** Replaces the menu below every conversation. */
  setMenu(items: Button[]): Promise<void>;
  /** Shows up to five published articles to followers, by Zalo's own caps; 06:00–21:59 only. */
  broadcastArticle(articleIds: string[], target?: BroadcastTarget): Promise<{ messageId: string }>;
}

export function createOfficialAccount(api: OpenApi): OfficialAccount {
  return {
    sendMessage: (userId, message, urgency) =>
      api.ask(
        {
          method: 'POST',
          path: '/v3.0/oa/message/cs',
          json: { recipient: { user_id: userId }, message: wireMessage(message) },
        },
        Sent,
        urgency,
      ),
    getOa: () => api.ask({ method: 'GET', path: '/v2.0/oa/getoa' }, Oa),
    userList: (page, filter = {}) =>
      api.ask(
        dataQuery('/v3.0/oa/user/getlist', {
          ...page,
          is_follower: filter.isFollower === undefined ? undefined : String(filter.isFollower),
          tag_name: filter.tag,
          last_interaction_period: filter.lastInteraction,
        }),
        UserList,
      ),
    userDetail: (userId, urgency) =>
      api.ask(dataQuery('/v3.0/oa/user/detail', { user_id: userId }), User, urgency),
    conversation: (userId, page, urgency) =>
      api.ask(dataQuery('/v2.0/oa/conversation', { user_id: userId, ...page }), Messages, urgency),
    recentChats: (page) => api.ask(dataQuery('/v2.0/oa/listrecentchat', { ...page }), Messages),
    setMenu: async (items) => {
      await api.ask(menuQuestion(items), z.unknown());
    },
    broadcastArticle: (articleIds, target = {}) =>
      api.ask(
        { method: 'POST', path: '/v2.0/oa/message', json: broadcastBody(articleIds, target) },
        Broadcast,
      ),
  };
}

/** Zalo's GET endpoints under /oa/ take one parameter `data` that holds JSON. */
export function dataQuery(path: string, data: Record<string, unknown>) {
  return { method: 'GET' as const, path, query: { data: JSON.stringify(data) } };
}

function broadcastBody(articleIds: string[], target: BroadcastTarget): Record<string, unknown> {
  const elements = articleIds.map((id) => ({ media_type: 'article', attachment_id: id }));
  const payload = { template_type: 'media', elements };
  return {
    recipient: { target: wireTarget(target) },
    message: { attachment: { type: 'template', payload } },
  };
}

/** Values as text joined by commas; other encodings are seen too, this one is described by Zalo's fields. */
function wireTarget(target: BroadcastTarget): Record<string, string> {
  const given = Object.entries(target).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([field, value]) => [field, String(value)]));
}

const words = z.string().optional().catch(undefined);

const Sent = z
  .object({
    message_id: idText,
    sent_time: instant.optional().catch(undefined),
    quota: z
      .object({
        quota_type: z.string(),
        remain: count.optional().catch(undefined),
        total: count.optional().catch(undefined),
      })
      .optional()
      .catch(undefined),
  })
  .transform(
    ({ message_id, sent_time, quota }): SentMessage => ({
      messageId: message_id,
      sentAt: sent_time,
      quota: quota && { type: quota.quota_type, remain: quota.remain, total: quota.total },
    }),
  );

const Oa = z
  .object({
    oa_id: idText.optional(),
    oaid: idText.optional(),
    name: z.string(),
    is_verified: flag.catch(false),
    oa_type: count.optional().catch(undefined),
    num_follower: count.optional().catch(undefined),
    package_name: words,
    package_valid_through_date: words,
  })
  .transform(
    (oa): OaInfo => ({
      oaId: oa.oa_id ?? oa.oaid ?? '',
      name: oa.name,
      isVerified: oa.is_verified,
      oaType: oa.oa_type,
      followers: oa.num_follower,
      packageName: oa.package_name,
      packageValidUntil: oa.package_valid_through_date,
    }),
  );

const UserList = z
  .object({ total: count, users: z.array(z.object({ user_id: idText })) })
  .transform(({ total, users }) => ({ total, userIds: users.map((user) => user.user_id) }));

const User = z
  .object({
    user_id: idText,
    user_id_by_app: idText.optional().catch(undefined),
    display_name: words,
    user_is_follower: flag.catch(false),
    is_sensitive: flag.catch(false),
    user_last_interaction_date: words,
    tags_and_notes_info: z
      .object({ tag_names: z.array(z.string()) })
      .optional()
      .catch(undefined),
  })
  .transform(
    (user): OaUser => ({
      userId: user.user_id,
      appUserId: user.user_id_by_app,
      displayName: user.display_name,
      isFollower: user.user_is_follower,
      isSensitive: user.is_sensitive,
      lastInteraction: user.user_last_interaction_date,
      tags: user.tags_and_notes_info?.tag_names ?? [],
    }),
  );

const Messages = z.array(
  z.object({ src: count, time: instant, type: z.string(), message: words, message_id: idText }).transform(
    (row): ConversationMessage => ({
      messageId: row.message_id,
      from: row.src === 0 ? 'oa' : 'user',
      at: row.time,
      type: row.type,
      text: row.message,
    }),
  ),
);

const Broadcast = z.object({ message_id: idText }).transform(({ message_id }) => ({ messageId: message_id }));
