// Group chats of the page (GMF): made with a bought asset, joined by people the page may reach, written to by the page.
import { randomBytes } from 'node:crypto';
import { readMessage } from './message-body.ts';
import { windowState } from './people.ts';
import type { ThreadMessage } from './threads.ts';
import {
  type Answer,
  type Call,
  type Fields,
  fields,
  invalid,
  refusal,
  success,
  text,
  wholeNumber,
} from './wire.ts';
import type { World } from './world.ts';

export interface Group {
  id: string;
  name: string;
  description: string;
  assetId: string;
  members: string[];
  admins: string[];
  pending: string[];
  settings: Record<string, unknown>;
  messages: Pick<ThreadMessage, 'id' | 'text' | 'at'>[];
}

const MOST_MEMBERS = 100;
const SETTINGS = ['lock_send_msg', 'join_appr', 'enable_msg_history', 'enable_link_join'];

const idsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];

const shown = (group: Group): Fields => ({
  group_id: group.id,
  name: group.name,
  group_description: group.description,
  group_link: `https://zalo.me/g/${group.id}`,
  status: 'enabled',
  total_member: group.members.length,
  asset_id: group.assetId,
  ...group.settings,
});

/** Somebody the page may invite: follows, or has interacted within seven days. */
function mayInvite(world: World, id: string): boolean {
  const standing = world.people.standing(id);
  if (!standing) return false;
  const state = windowState(standing.last, world.clock.now());
  return standing.following || state === 'free' || state === 'paid';
}

function tell(world: World, group: Group, eventName: string, users: string[]): void {
  const { appId, oaId } = world.options.credentials;
  world.changed();
  world.webhooks.emit(
    {
      oa_id: oaId,
      app_id: appId,
      group_id: group.id,
      event_name: eventName,
      users: users.map((id) => ({ id })),
    },
    users[0] ?? '',
  );
}

function create(world: World, call: Call): Answer {
  const body = fields(call.body);
  const members = idsOf(body?.member_user_ids);
  const assetId = text(body?.asset_id);
  if (!body || text(body.group_name) === '') return invalid('group_name');
  if (members.length === 0 || members.length >= MOST_MEMBERS) return invalid('member_user_ids');
  if (assetId === '') return invalid('asset_id');
  if ([...world.groups.values()].some((group) => group.assetId === assetId)) {
    return refusal(-238, 'asset_id has been used');
  }
  if (!members.every((id) => mayInvite(world, id))) return refusal(-213, 'User has not followed OA');
  const group: Group = {
    id: randomBytes(10).toString('hex'),
    name: text(body.group_name),
    description: text(body.group_description),
    assetId,
    members,
    admins: [],
    pending: [],
    settings: {},
    messages: [],
  };
  world.groups.set(group.id, group);
  tell(world, group, 'create_group', members);
  return success(shown(group));
}

function send(world: World, call: Call): Answer {
  const body = fields(call.body) ?? {};
  const group = world.groups.get(text(fields(body.recipient)?.group_id));
  if (!group) return refusal(-403, 'OA is not in this group');
  const message = readMessage(world, body.message);
  if ('error' in message) return message;
  const id = world.threads.newId();
  group.messages.push({ id, text: message.text, at: world.clock.now() });
  const { appId, oaId } = world.options.credentials;
  world.webhooks.emit(
    {
      app_id: appId,
      oa_id: oaId,
      event_name: `oa_send_group_${message.kind}`,
      sender: { id: oaId },
      recipient: { id: group.id },
      message: { msg_id: id, text: message.text },
    },
    '',
  );
  world.changed();
  return success({ message_id: id, group_id: group.id });
}

type About = (world: World, group: Group, body: Fields) => Answer;

/** A change of the people in a group: which list, in or out, and the event it causes. */
function people(change: (group: Group, ids: string[]) => void, eventName: string, mustBeNew = false): About {
  return (world, group, body) => {
    const ids = idsOf(body.member_user_ids ?? body.member_ids);
    if (ids.length === 0) return invalid('member_user_ids');
    if (mustBeNew && !ids.every((id) => mayInvite(world, id)))
      return refusal(-213, 'User has not followed OA');
    if (!mustBeNew && !ids.every((id) => group.members.includes(id) || group.pending.includes(id))) {
      return invalid('member_user_ids');
    }
    change(group, ids);
    tell(world, group, eventName, ids);
    return success();
  };
}

const without = (list: string[], ids: string[]) => list.filter((id) => !ids.includes(id));
const joined = (list: string[], ids: string[]) => [...new Set([...list, ...ids])];

const ABOUT: { [call: string]: About } = {
  'POST invite': people(
    (group, ids) => {
      group.members = joined(group.members, ids);
    },
    'user_join_group',
    true,
  ),
  'POST acceptpendinginvite': people((group, ids) => {
    group.pending = without(group.pending, ids);
    group.members = joined(group.members, ids);
  }, 'accept_request_join_group'),
  'POST rejectpendinginvite': people((group, ids) => {
    group.pending = without(group.pending, ids);
  }, 'reject_request_join_group'),
  'POST addadmins': people((group, ids) => {
    group.admins = joined(group.admins, ids);
  }, 'add_group_admin'),
  'POST removeadmins': people((group, ids) => {
    group.admins = without(group.admins, ids);
  }, 'remove_group_admin'),
  'POST removemembers': people((group, ids) => {
    group.members = without(group.members, ids);
    group.admins = without(group.admins, ids);
  }, 'user_out_group'),
  'POST updateinfo': (world, group, body) => {
    if (text(body.group_name) !== '') group.name = text(body.group_name);
    if (text(body.group_description) !== '') group.description = text(body.group_description);
    for (const name of SETTINGS) if (typeof body[name] === 'boolean') group.settings[name] = body[name];
    tell(world, group, 'update_group_info', []);
    return success(shown(group));
  },
  'POST updateasset': (world, group, body) => {
    if (text(body.asset_id) === '') return invalid('asset_id');
    group.assetId = text(body.asset_id);
    world.changed();
    return success(shown(group));
  },
  'POST delete': (world, group) => {
    world.groups.delete(group.id);
    tell(world, group, 'delete_group', group.members);
    return success();
  },
  'GET getgroup': (_world, group) => success(shown(group)),
  'GET listmember': (_world, group) =>
    success({ members: group.members.map((id) => ({ user_id: id, is_admin: group.admins.includes(id) })) }),
  'GET listpendinginvite': (_world, group) =>
    success({ members: group.pending.map((id) => ({ user_id: id })) }),
  'GET conversation': (world, group) =>
    success(
      [...group.messages].reverse().map((said) => ({
        src: 0,
        time: said.at,
        type: 'text',
        message: said.text,
        message_id: said.id,
        from_id: world.options.credentials.oaId,
        group_id: group.id,
      })),
    ),
};

function groupsOfPage(world: World, call: Call): Answer {
  const offset = wholeNumber(call.query.get('offset'));
  const count = wholeNumber(call.query.get('count'));
  if (offset === undefined) return invalid('offset');
  if (count === undefined || count === 0) return invalid('count');
  const all = [...world.groups.values()];
  return success({ total: all.length, groups: all.slice(offset, offset + count).map(shown) });
}

/** The handlers of `/v3.0/oa/group/…`, by method and path. */
export const GROUP_CALLS: { [call: string]: (world: World, call: Call) => Answer } = {
  'POST /v3.0/oa/group/creategroupwithoa': create,
  'POST /v3.0/oa/group/message': send,
  'GET /v3.0/oa/group/getgroupsofoa': groupsOfPage,
  'POST /v3.0/oa/quota/group': (world) =>
    success(
      ['gmf10', 'gmf50', 'gmf100'].map((product) => ({
        asset_id: `asset-${product}`,
        product_type: product,
        quota_type: 'sub_quota',
        used_id: [...world.groups.values()].find((group) => group.assetId === `asset-${product}`)?.id ?? '',
        status: 'available',
      })),
    ),
  ...Object.fromEntries(
    Object.entries(ABOUT).map(([name, about]) => {
      const [method, verb] = name.split(' ');
      const handler = (world: World, call: Call): Answer => {
        const body = fields(call.body) ?? {};
        const group = world.groups.get(call.query.get('group_id') ?? text(body.group_id));
        return group ? about(world, group, body) : refusal(-403, 'OA is not in this group');
      };
      return [`${method} /v3.0/oa/group/${verb}`, handler];
    }),
  ),
};
