// The older message call: broadcast of an article to followers, and reactions to a message.
import { isNight, vietnamDay } from './clock.ts';
import type { Received } from './people.ts';
import { type Answer, type Call, type Fields, fields, invalid, refusal, success, text } from './wire.ts';
import type { World } from './world.ts';

const MOST_ARTICLES = 5;
const REACTIONS = [':>', '--b', ':-((', '/-strong', '/-heart', ':-h', ':o', '/-remove'];

export function sendBroadcastOrReaction(world: World, call: Call): Answer {
  const request = fields(call.body);
  const recipient = fields(request?.recipient);
  if (!request || !recipient) return invalid('recipient');
  if (request.sender_action !== undefined)
    return react(world, text(recipient.user_id), fields(request.sender_action));
  if (recipient.target !== undefined)
    return broadcast(world, fields(recipient.target), fields(request.message));
  if (recipient.anonymous_id !== undefined) return invalid('anonymous_id');
  return refusal(-240, 'This API version has been shut down');
}

/** The articles named in a broadcast: each must exist and be processed. */
function articlesOf(world: World, message: Fields | undefined): string[] | Answer {
  const attachment = fields(message?.attachment);
  const payload = fields(attachment?.payload);
  if (attachment?.type !== 'template' || payload?.template_type !== 'media') {
    return refusal(-233, 'Message type is not support!');
  }
  const elements: unknown[] = Array.isArray(payload.elements) ? payload.elements : [];
  if (elements.length === 0) return invalid('elements');
  if (elements.length > MOST_ARTICLES) return refusal(-210, `elements is over the limit ${MOST_ARTICLES}`);
  const ids: string[] = [];
  for (const element of elements) {
    const id = text(fields(element)?.attachment_id);
    if (fields(element)?.media_type !== 'article') return refusal(-233, 'media_type is not support!');
    if (!world.articles.shown(id)) return invalid('attachment_id');
    ids.push(id);
  }
  return ids;
}

function broadcast(world: World, target: Fields | undefined, message: Fields | undefined): Answer {
  const { clock, faults, people, threads } = world;
  if (!target) return invalid('target');
  const ids = articlesOf(world, message);
  if (!Array.isArray(ids)) return ids;
  const at = clock.now();
  if (isNight(at)) return refusal(-234, 'This message is not allowed from 22:00 to 06:00');
  const planned = faults.refusalFor('');
  if (planned) return refusal(planned.code, `Refused by hand (${planned.code})`);

  const messageId = threads.newId();
  const day = vietnamDay(at);
  const mayReceive = (earlier: Received[]) =>
    earlier.filter((got) => vietnamDay(got.at) === day).length < faults.knobs.broadcastPerDay &&
    earlier.filter((got) => vietnamDay(got.at).slice(0, 7) === day.slice(0, 7)).length <
      faults.knobs.broadcastPerMonth;
  const { reached, skipped, named } = people.broadcast({ messageId, at }, mayReceive);
  for (const person of named) {
    for (const id of ids) {
      const article = world.articles.shown(id);
      const media = { article_id: id, description: article?.description, thumb: article?.thumb };
      threads.say({ user: person.oaUserId, from: 'oa', kind: 'article', text: article?.title ?? '', media });
    }
  }
  world.broadcasts.push({ messageId, articleIds: ids, at, target, reached, skipped });
  world.changed();
  return success({ message_id: messageId });
}

function react(world: World, user: string, action: Fields | undefined): Answer {
  if (!world.people.standing(user)) return refusal(-213, 'User has not followed OA');
  if (!REACTIONS.includes(text(action?.react_icon))) return invalid('react_icon');
  const message = world.threads.byId(text(action?.react_message_id));
  if (message?.user !== user) return invalid('react_message_id');
  return success({ message_id: message.id, user_id: user });
}
