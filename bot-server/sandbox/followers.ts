// What the page may ask about itself, its followers, their tags and conversations.
import { DAY, vietnamDate, vietnamDay } from './clock.ts';
import { anyEvent } from './events.ts';
import type { Person } from './people.ts';
import type { ThreadMessage } from './threads.ts';
import {
  type Answer,
  type Call,
  dataParameter,
  type Fields,
  fields,
  invalid,
  refusal,
  success,
  text,
  wholeNumber,
} from './wire.ts';
import type { World } from './world.ts';

const MOST_LISTED = 50;
const FARTHEST = 9951;
const MOST_CHATS = 10;

const avatar = (call: Call, id: string) => `${call.origin()}/avatar/${encodeURIComponent(id)}.svg`;

export function page(world: World, call: Call): Answer {
  const { oaId } = world.options.credentials;
  return success({
    oa_id: oaId,
    oaid: oaId,
    name: world.options.oaName,
    description: 'Trang diễn tập, không phải Zalo thật',
    oa_alias: '',
    is_verified: true,
    oa_type: 4,
    cate_name: 'Cơ quan nhà nước',
    num_follower: world.people.followers(),
    avatar: avatar(call, 'oa'),
    cover: '',
    package_name: 'Growth',
    package_valid_through_date: vietnamDate(world.clock.now() + 200 * DAY),
    package_auto_renew_date: '',
    linked_ZCA: world.faults.knobs.cloudAccount ? 'ZCA-0001' : '',
  });
}

/** Whether a last interaction falls into TODAY, YESTERDAY, L7D, L30D or YYYY_MM_DD:YYYY_MM_DD; undefined = no such period. */
function periodTest(period: string, now: number): ((last: number) => boolean) | undefined {
  const today = vietnamDay(now);
  const yesterday = vietnamDay(now - DAY);
  if (period === 'TODAY') return (last) => vietnamDay(last) === today;
  if (period === 'YESTERDAY') return (last) => vietnamDay(last) === yesterday;
  if (period === 'L7D') return (last) => now - last <= 7 * DAY;
  if (period === 'L30D') return (last) => now - last <= 30 * DAY;
  const range = /^(\d{4})_(\d\d)_(\d\d):(\d{4})_(\d\d)_(\d\d)$/.exec(period);
  if (!range) return undefined;
  const from = range.slice(1, 4).join('-');
  const to = range.slice(4, 7).join('-');
  return (last) => vietnamDay(last) >= from && vietnamDay(last) <= to;
}

export function list(world: World, call: Call): Answer {
  const data = dataParameter(call);
  const offset = wholeNumber(data?.offset);
  const count = wholeNumber(data?.count);
  if (!data) return invalid('data');
  if (offset === undefined) return invalid('offset');
  if (count === undefined || count === 0) return invalid('count');
  if (count > MOST_LISTED) return refusal(-210, `count is over the limit ${MOST_LISTED}`);
  if (offset > FARTHEST) return refusal(-210, `offset is over the limit ${FARTHEST}`);
  const follower = data.is_follower === undefined ? '' : String(data.is_follower);
  const period = text(data.last_interaction_period);
  const inPeriod = period === '' ? undefined : periodTest(period, world.clock.now());
  if (period !== '' && !inPeriod) return invalid('last_interaction_period');
  const tagName = text(data.tag_name);

  const users: { user_id: string }[] = [];
  let total = 0;
  for (const someone of world.people.everybody()) {
    const known = someone.following || someone.last !== undefined;
    const fits =
      known &&
      (follower === '' || follower === String(someone.following)) &&
      (!inPeriod || (someone.last !== undefined && inPeriod(someone.last))) &&
      (tagName === '' || someone.person?.tags.includes(tagName) === true);
    if (!fits) continue;
    if (total >= offset && users.length < count) users.push({ user_id: someone.id });
    total += 1;
  }
  return success({ total, count: users.length, offset, users });
}

/** Somebody the page may know of: follows, or has interacted at some time. */
function reachable(world: World, id: string): Person | undefined {
  const standing = world.people.standing(id);
  if (!standing || (!standing.following && standing.last === undefined)) return undefined;
  return world.people.find(id);
}

const unknownUser = refusal(-213, 'User has not followed OA');

export function detail(world: World, call: Call): Answer {
  const data = dataParameter(call);
  if (!data) return invalid('data');
  if (text(data.user_id) === '') return invalid('user_id');
  const person = reachable(world, text(data.user_id));
  if (!person) return unknownUser;
  const picture = avatar(call, person.oaUserId);
  return success({
    user_id: person.oaUserId,
    user_id_by_app: person.userIdByApp,
    user_external_id: person.externalId,
    display_name: person.name,
    user_alias: person.alias || person.name,
    is_sensitive: false,
    user_last_interaction_date: person.last === undefined ? '' : vietnamDate(person.last),
    user_is_follower: person.following,
    avatar: picture,
    avatars: { '120': picture, '240': picture },
    dynamic_param: '',
    tags_and_notes_info: { notes: [], tag_names: person.tags },
    shared_info: person.sharedInfo ?? {},
  });
}

/** The person of a POST, or the refusal. The id may come unquoted, as in Zalo's own samples. */
function personOf(world: World, call: Call): { person: Person; body: Fields } | Answer {
  const body = fields(call.body);
  const id = typeof body?.user_id === 'number' ? String(body.user_id) : text(body?.user_id);
  if (!body || id === '') return invalid('user_id');
  const person = reachable(world, id);
  return person ? { person, body } : unknownUser;
}

export function update(world: World, call: Call): Answer {
  const found = personOf(world, call);
  if ('error' in found) return found;
  const { person, body } = found;
  if (body.shared_info !== undefined)
    person.sharedInfo = { ...person.sharedInfo, ...fields(body.shared_info) };
  if (body.user_alias !== undefined) person.alias = text(body.user_alias);
  if (body.user_external_id !== undefined) person.externalId = text(body.user_external_id);
  world.changed();
  return success({ user_id: person.oaUserId });
}

export function forgetInfo(world: World, call: Call): Answer {
  const found = personOf(world, call);
  if ('error' in found) return found;
  found.person.sharedInfo = undefined;
  world.changed();
  return success({ user_id: found.person.oaUserId });
}

export function tag(world: World, call: Call): Answer {
  const found = personOf(world, call);
  if ('error' in found) return found;
  const name = text(found.body.tag_name);
  if (name === '') return invalid('tag_name');
  if (!found.person.tags.includes(name)) found.person.tags.push(name);
  world.changed();
  tagEvent(world, found.person, 'add_user_to_tag', name);
  return success();
}

export function untag(world: World, call: Call): Answer {
  const found = personOf(world, call);
  if ('error' in found) return found;
  const name = text(found.body.tag_name);
  if (!found.person.tags.includes(name)) return invalid('tag_name');
  found.person.tags = found.person.tags.filter((tagName) => tagName !== name);
  world.changed();
  tagEvent(world, found.person, 'remove_user_from_tag', name);
  return success();
}

function tagEvent(world: World, person: Person, eventName: string, name: string): void {
  anyEvent(world, person, eventName, {
    oa_id: world.options.credentials.oaId,
    tag: { user_ids: [person.oaUserId], name },
    sender: undefined,
    recipient: undefined,
    user_id_by_app: undefined,
  });
}

export function removeTag(world: World, call: Call): Answer {
  const name = text(fields(call.body)?.tag_name);
  if (name === '') return invalid('tag_name');
  for (const someone of world.people.everybody()) {
    if (someone.person) someone.person.tags = someone.person.tags.filter((tagName) => tagName !== name);
  }
  world.changed();
  return success();
}

export function tags(world: World): Answer {
  const names = new Set<string>();
  for (const someone of world.people.everybody())
    for (const name of someone.person?.tags ?? []) names.add(name);
  return success([...names]);
}

function asChat(world: World, call: Call, said: ThreadMessage): Fields {
  const { oaId } = world.options.credentials;
  const person = world.people.find(said.user);
  const oa = { id: oaId, name: world.options.oaName, avatar: avatar(call, 'oa') };
  const user = { id: said.user, name: person?.name ?? '', avatar: avatar(call, said.user) };
  const [from, to] = said.from === 'oa' ? [oa, user] : [user, oa];
  return {
    src: said.from === 'oa' ? 0 : 1,
    time: said.at,
    type: said.kind === 'image' ? 'photo' : said.kind,
    message: said.text,
    message_id: said.id,
    from_id: from.id,
    to_id: to.id,
    from_display_name: from.name,
    from_avatar: from.avatar,
    to_display_name: to.name,
    to_avatar: to.avatar,
    url: text(said.media?.url) || undefined,
  };
}

function chatWindow(call: Call): { data: Fields; offset: number; count: number } | Answer {
  const data = dataParameter(call);
  const offset = wholeNumber(data?.offset);
  const count = wholeNumber(data?.count);
  if (!data) return invalid('data');
  if (offset === undefined) return invalid('offset');
  if (count === undefined || count === 0) return invalid('count');
  return count > MOST_CHATS
    ? refusal(-210, `count is over the limit ${MOST_CHATS}`)
    : { data, offset, count };
}

export function recentChats(world: World, call: Call): Answer {
  const asked = chatWindow(call);
  if ('error' in asked) return asked;
  return success(world.threads.recent(asked.offset, asked.count).map((said) => asChat(world, call, said)));
}

export function conversation(world: World, call: Call): Answer {
  const asked = chatWindow(call);
  if ('error' in asked) return asked;
  const user = text(asked.data.user_id);
  if (user === '') return invalid('user_id');
  if (!world.people.standing(user)) return unknownUser;
  const thread = world.threads.of(user);
  const end = Math.max(0, thread.length - asked.offset);
  const newestFirst = thread.slice(Math.max(0, end - asked.count), end).reverse();
  return success(newestFirst.map((said) => asChat(world, call, said)));
}
