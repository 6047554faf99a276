/** Group chats of the page (GMF): made with people who know it, written to like one person. */
import { z } from 'zod';
import { type OutgoingMessage, wireMessage } from './message.ts';
import type { Page } from './official-account.ts';
import type { OpenApi } from './open-api.ts';
import type { Urgency } from './ports.ts';
import { idText } from './shapes.ts';

export interface Group {
  groupId: string;
  name?: string;
  link?: string;
}

export interface NewGroup {
  name: string;
  description: string;
  /** The bought right to a group of a certain size. */
  assetId: string;
  /** 1 to 99, at least one of them an administrator of the page. */
  memberIds: string[];
}

export interface Groups {
  sendMessage(groupId: string, message: OutgoingMessage, urgency?: Urgency): Promise<{ messageId: string }>;
  create(group: NewGroup): Promise<Group>;
  list(page: Page): Promise<Group[]>;
  invite(groupId: string, memberIds: string[]): Promise<void>;
  removeMembers(groupId: string, memberIds: string[]): Promise<void>;
  remove(groupId: string): Promise<void>;
}

export function createGroups(api: OpenApi): Groups {
  const post = (action: string, json: object) => ({
    method: 'POST' as const,
    path: `/v3.0/oa/group/${action}`,
    json,
  });

  async function tell(action: string, json: object): Promise<void> {
    await api.ask(post(action, json), z.unknown());
  }

  return {
    sendMessage: (groupId, message, urgency) =>
      api.ask(
        post('message', {
          recipient: { group_id: groupId },
          message: wireMessage({ ...message, text: message.text && withoutMentions(message.text) }),
        }),
        Sent,
        urgency,
      ),
    create: ({ name, description, assetId, memberIds }) =>
      api.ask(
        post('creategroupwithoa', {
          group_name: name,
          group_description: description,
          asset_id: assetId,
          member_user_ids: memberIds,
        }),
        Made,
      ),
    list: ({ offset, count }) =>
      api.ask(
        {
          method: 'GET',
          path: '/v3.0/oa/group/getgroupsofoa',
          query: { offset: String(offset), count: String(count) },
        },
        List,
      ),
    invite: (groupId, memberIds) => tell('invite', { group_id: groupId, member_user_ids: memberIds }),
    removeMembers: (groupId, memberIds) =>
      tell('removemembers', { group_id: groupId, member_user_ids: memberIds }),
    remove: (groupId) => tell('delete', { group_id: groupId }),
  };
}

/** In a group "[@id]" calls a member, or everybody: a citizen's words relayed there must not ring. */
export function withoutMentions(text: string): string {
  return text.replaceAll('[@', '[ @');
}

const words = z.string().optional().catch(undefined);
const Sent = z.object({ message_id: idText }).transform(({ message_id }) => ({ messageId: message_id }));
const Made = z.object({ group_id: idText, group_name: words, name: words, group_link: words }).transform(
  (group): Group => ({
    groupId: group.group_id,
    name: group.group_name ?? group.name,
    link: group.group_link,
  }),
);
const List = z
  .union([z.array(Made), z.object({ groups: z.array(Made) })])
  .transform((answer) => (Array.isArray(answer) ? answer : answer.groups));
