// Webhook events in Zalo's own words, from what happened in the rehearsal.
import type { Person } from './people.ts';
import type { ThreadMessage } from './threads.ts';
import type { World } from './world.ts';

/** Events of a person towards the page. */
function fromUser(world: World, person: Person, eventName: string, rest: Record<string, unknown>): void {
  const { appId, oaId } = world.options.credentials;
  world.webhooks.emit(
    {
      app_id: appId,
      user_id_by_app: person.userIdByApp,
      event_name: eventName,
      sender: { id: person.oaUserId },
      recipient: { id: oaId },
      ...rest,
    },
    person.oaUserId,
  );
}

export function userSent(world: World, person: Person, said: ThreadMessage, attachments?: unknown[]): void {
  const message = { msg_id: said.id, text: said.text || undefined, attachments, quote_msg_id: said.quote };
  fromUser(world, person, `user_send_${said.kind}`, { message });
}

export function followChanged(world: World, person: Person): void {
  const { appId, oaId } = world.options.credentials;
  world.webhooks.emit(
    {
      oa_id: oaId,
      follower: { id: person.oaUserId },
      user_id_by_app: person.userIdByApp,
      event_name: person.following ? 'follow' : 'unfollow',
      source: 'oa_profile',
      app_id: appId,
    },
    person.oaUserId,
  );
}

/** Any other event of the catalogue, with the fields the caller gives. */
export function anyEvent(
  world: World,
  person: Person,
  eventName: string,
  rest: Record<string, unknown>,
): void {
  fromUser(world, person, eventName, rest);
}

const ECHO_NAMES: { [kind: string]: string } = { request_user_info: 'template', notification: 'template' };

function pageSpoke(world: World, user: string, eventName: string, rest: Record<string, unknown>): void {
  const { appId, oaId } = world.options.credentials;
  world.webhooks.emit(
    { app_id: appId, event_name: eventName, sender: { id: oaId }, recipient: { id: user }, ...rest },
    user,
  );
}

const wanted = (setting: 'all' | 'people' | 'none', world: World, user: string) =>
  setting === 'all' || (setting === 'people' && world.people.isNamed(user));

/** The echo of a message of the page (also of our own sends), and the receipt of the person's telephone. */
export function pageSent(world: World, said: ThreadMessage, adminId?: string): void {
  const { echoes, receipts } = world.faults.knobs;
  if (wanted(echoes, world, said.user)) {
    const kind = said.buttons ? 'template' : (ECHO_NAMES[said.kind] ?? said.kind);
    const attachments = said.media || said.buttons ? [echoAttachment(said, kind)] : undefined;
    pageSpoke(world, said.user, `oa_send_${kind}`, {
      sender: { id: world.options.credentials.oaId, admin_id: adminId },
      message: { msg_id: said.id, text: said.text || undefined, attachments },
    });
  }
  const online = world.people.offlineSince(said.user) === undefined;
  if (online && wanted(receipts, world, said.user)) received(world, said);
}

function received(world: World, said: ThreadMessage): void {
  pageSpoke(world, said.user, 'user_received_message', { message: { msg_id: said.id } });
}

/** The telephone loses or finds the network; receipts of what waited at Zalo follow when it is back. */
export function networkChanged(world: World, person: Person, online: boolean): void {
  const since = person.offlineSince;
  person.offlineSince = online ? undefined : (since ?? world.threads.lastSeq());
  world.changed();
  if (!online || since === undefined || !wanted(world.faults.knobs.receipts, world, person.oaUserId)) return;
  for (const said of world.threads.of(person.oaUserId)) {
    if (said.from === 'oa' && said.kind !== 'article' && said.seq > since) received(world, said);
  }
}

function echoAttachment(said: ThreadMessage, kind: string): object {
  if (kind === 'template') return { type: 'template', payload: { zinstant_id: said.id, text: said.text } };
  return { type: kind, payload: said.media ?? {} };
}

/** The person looked at everything: one receipt with all the messages not seen before. */
export function userSaw(world: World, person: Person): number {
  const fresh = world.threads
    .of(person.oaUserId)
    .filter((said) => said.from === 'oa' && said.kind !== 'article' && said.seq > person.seenSeq);
  if (fresh.length === 0) return 0;
  person.seenSeq = fresh[fresh.length - 1]!.seq;
  world.changed();
  if (world.faults.knobs.receipts !== 'none') {
    pageSpoke(world, person.oaUserId, 'user_seen_message', {
      message: { msg_ids: fresh.map((said) => said.id) },
    });
  }
  return fresh.length;
}
