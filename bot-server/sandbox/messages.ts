// Messages of the page to one person: the window of seven days, what is free, what costs, and the quotas.
import { DAY, vietnamDate } from './clock.ts';
import { pageSent } from './events.ts';
import { readMessage } from './message-body.ts';
import { windowState } from './people.ts';
import { type Answer, type Call, fields, invalid, refusal, success, text } from './wire.ts';
import type { World } from './world.ts';

/** Why this person cannot be written to right now. */
function closedTo(world: World, user: string): Answer | undefined {
  const { faults, clock, people } = world;
  const standing = people.standing(user);
  if (!standing) return refusal(-213, 'User has not followed OA');
  const planned = faults.refusalFor(user);
  if (planned) return refusal(planned.code, `Refused by hand (${planned.code})`);
  const state = windowState(standing.last, clock.now());
  if (!standing.following && (state === 'never' || !faults.knobs.nonFollowers)) {
    return refusal(-213, 'User has not followed OA');
  }
  if (state === 'closed' || state === 'never')
    return refusal(-230, 'User has not interacted with OA in the past 7 days');
  return undefined;
}

/** Counts what a message costs; the quota object of its answer, or a refusal when there is nothing left to pay with. */
function charge(world: World, user: string): { quota?: object } | Answer {
  const { knobs } = world.faults;
  const now = world.clock.now();
  if (windowState(world.people.standing(user)?.last, now) === 'free') {
    if (knobs.quotaObject === 'absent') return { quota: { quota_type: 'reply' } };
    return { quota: { quota_type: 'reply', remain: '8', total: '8' } };
  }
  if (knobs.subQuota > 0) {
    knobs.subQuota -= 1;
    world.changed();
    const expired = vietnamDate(now + 30 * DAY);
    const owner = { owner_type: 'OA', owner_id: world.options.credentials.oaId };
    return {
      quota: {
        quota_type: 'sub_quota',
        remain: String(knobs.subQuota),
        total: '500',
        expired_date: expired,
        ...owner,
      },
    };
  }
  return knobs.balanceEmpty ? refusal(-321, 'Zalo Cloud Account is out of balance') : {};
}

export function sendConsultation(world: World, call: Call): Answer {
  const request = fields(call.body);
  if (!request) return invalid('body');
  const user = text(fields(request.recipient)?.user_id);
  if (user === '') return invalid('user_id');
  const body = readMessage(world, request.message);
  if ('error' in body) return body;
  const closed = closedTo(world, user);
  if (closed) return closed;
  const paid = charge(world, user);
  if ('error' in paid) return paid;

  const said = world.threads.say({ user, from: 'oa', ...body });
  pageSent(world, said);
  return success({ message_id: said.id, user_id: user, sent_time: String(said.at), quota: paid.quota });
}

/** What a person, or the page's packages, have left. */
export function quotaOfMessages(world: World, call: Call): Answer {
  const body = fields(call.body);
  const user = text(body?.user_id);
  const { subQuota } = world.faults.knobs;
  if (user === '') {
    if (!body || !['OA', 'App'].includes(text(body.quota_owner))) return invalid('user_id');
    if (!['cs', 'transaction'].includes(text(body.product_type))) return invalid('product_type');
    if (!['sub_quota', 'purchase_quota', 'reward_quota'].includes(text(body.quota_type)))
      return invalid('quota_type');
    if (body.quota_owner !== 'OA' || body.product_type !== 'cs' || body.quota_type !== 'sub_quota')
      return success([]);
    const asset = {
      asset_id: 'asset-cs',
      product_type: 'cs',
      quota_type: 'sub_quota',
      total: 500,
      remain: subQuota,
    };
    return success([{ ...asset, valid_through: vietnamDate(world.clock.now() + 30 * DAY) }]);
  }
  const standing = world.people.standing(user);
  if (!standing) return refusal(-213, 'User has not followed OA');
  return success({
    last_interaction: standing.last === undefined ? '' : String(standing.last),
    cs_reply: { remain: 8, total: 8 },
    promotion: { daily_remain: 0, daily_total: 0, monthly_remain: 0, monthly_total: 0 },
  });
}

export function quotaOfOldApi(world: World, call: Call): Answer {
  const body = fields(call.body);
  if (body?.type === 'promotion') return success({ type: 'promotion', remain: 0, total: 0 });
  const said = world.threads.byId(text(body?.message_id));
  if (body?.message_id !== undefined && !said) return invalid('message_id');
  return success({ type: 'reply', remain: world.faults.knobs.subQuota, total: 500 });
}
