// ZBS templates: approved texts with gaps, sent to a person of the page or to a telephone number.
import { isNight } from './clock.ts';
import { nowhere, type Reply } from './door.ts';
import { pageSent } from './events.ts';
import type { Person } from './people.ts';
import {
  type Answer,
  type Call,
  type Fields,
  fields,
  headerOf,
  invalid,
  refusal,
  success,
  text,
} from './wire.ts';
import type { World } from './world.ts';

export interface Template {
  id: string;
  name: string;
  /** 1 transaction, 2 customer care, 3 promotion. */
  tag: 1 | 2 | 3;
  /** The words, with gaps as <name>. */
  content: string;
  params: { name: string; maxLength: number; require: boolean }[];
  /** Approved late enough, and of a kind that may go by OA user id. */
  byUid: boolean;
  status: 'ENABLE' | 'PENDING_REVIEW' | 'REJECT' | 'DISABLE';
}

/** What a rehearsal starts with; tests and people add others. */
export const SAMPLE: Template = {
  id: '300001',
  name: 'Nhắc việc hồ sơ sáng kiến',
  tag: 2,
  content: 'Anh/chị <name>: <content> Hạn: <deadline>.',
  params: [
    { name: 'name', maxLength: 30, require: true },
    { name: 'content', maxLength: 200, require: true },
    { name: 'deadline', maxLength: 30, require: true },
  ],
  byUid: true,
  status: 'ENABLE',
};

/** The filled text, or what is wrong with the values. */
function fill(template: Template, values: Fields): string | 'missing' | 'long' {
  let filled = template.content;
  for (const param of template.params) {
    const value = values[param.name];
    const written = typeof value === 'number' ? String(value) : text(value);
    if (written === '' && param.require) return 'missing';
    if (written.length > param.maxLength) return 'long';
    filled = filled.replaceAll(`<${param.name}>`, written);
  }
  return filled;
}

export function sendTemplateByUid(world: World, call: Call): Answer {
  const { faults, people, clock } = world;
  const body = fields(call.body);
  // one transcription nests the id as in other sends
  const user = text(body?.user_id) || text(fields(body?.recipient)?.user_id);
  if (!body || user === '') return invalid('user_id');
  const template = world.templates.get(text(body.template_id));
  if (template?.status !== 'ENABLE') return invalid('template_id');
  if (!template.byUid) return refusal(-249, 'Template cannot be sent by UID');
  const filled = fill(template, fields(body.template_data) ?? {});
  if (filled === 'missing') return invalid('template_data');
  if (filled === 'long') return refusal(-210, 'template_data is over the limit');
  if (template.tag === 3 && isNight(clock.now()))
    return refusal(-234, 'This message is not allowed from 22:00 to 06:00');
  if (!people.standing(user)) return refusal(-213, 'User has not followed OA');
  const planned = faults.refusalFor(user);
  if (planned) return refusal(planned.code, `Refused by hand (${planned.code})`);
  if (!faults.knobs.cloudAccount) return refusal(-320, 'Your app is not connected with Zalo Cloud Account');
  if (faults.knobs.balanceEmpty) return refusal(-321, 'Zalo Cloud Account is out of balance');

  const said = world.threads.say({ user, from: 'oa', kind: 'template', text: filled });
  pageSent(world, said);
  const quota = { quota_type: 'sub_quota', remain: '1000' };
  return success({ message_id: said.id, user_id: user, sent_time: String(said.at), quota });
}

function sendToPhone(world: World, call: Call): Answer {
  const { faults, clock } = world;
  const body = fields(call.body);
  if (!body) return refusal(-121, 'Body is invalid');
  const phone = text(body.phone).replace(/^\+/, '');
  if (!/^84\d{8,10}$/.test(phone)) return refusal(-108, 'Phone number is invalid');
  const trackingId = text(body.tracking_id);
  if (trackingId === '' || trackingId.length > 48) return refusal(-132, 'tracking_id is invalid');
  const template = world.templates.get(text(body.template_id));
  if (!template) return refusal(-109, 'Template ID is invalid');
  if (template.status === 'DISABLE') return refusal(-146, 'Template is disabled');
  if (template.status !== 'ENABLE') return refusal(-131, 'Template is not approved');
  const filled = fill(template, fields(body.template_data) ?? {});
  if (filled === 'missing') return refusal(-1122, 'Template data is missing parameter');
  if (filled === 'long') return refusal(-1121, 'Template data is over the limit length');
  if (template.tag === 3 && isNight(clock.now())) return refusal(-133, 'Not allowed to send at night');
  const person = world.people.findByPhone(phone);
  if (!person) return refusal(-118, 'Zalo account does not exist');
  if (body.mode === 'development' && !person.admin)
    return refusal(-127, 'Only administrators receive test messages');
  const planned = faults.refusalFor(person.oaUserId);
  if (planned) return refusal(planned.code, `Refused by hand (${planned.code})`);
  if (!faults.knobs.cloudAccount) return refusal(-137, 'Cannot charge: no Zalo Cloud Account');
  if (faults.knobs.balanceEmpty) return refusal(-115, 'Out of balance or quota');

  const said = world.threads.say({ user: person.oaUserId, from: 'oa', kind: 'template', text: filled });
  delivered(world, person, said.id, trackingId);
  return success({
    msg_id: said.id,
    sent_time: String(said.at),
    sending_mode: text(body.sending_mode) || '1',
    quota: { dailyQuota: '5000', remainingQuota: '4999' },
  });
}

/** The delivery event of a template sent to a number: recognised by its tracking id. */
function delivered(world: World, person: Person, messageId: string, trackingId: string): void {
  const { appId, oaId } = world.options.credentials;
  world.delivered.set(messageId, world.clock.now());
  world.webhooks.emit(
    {
      app_id: appId,
      event_name: 'user_received_message',
      sender: { id: oaId },
      recipient: { id: person.phone },
      message: { delivery_time: String(world.clock.now()), msg_id: messageId, tracking_id: trackingId },
    },
    person.oaUserId,
    'ZNS',
  );
}

function status(world: World, call: Call): Answer {
  const id = call.query.get('message_id') ?? '';
  const at = world.delivered.get(id);
  if (at === undefined && !world.threads.byId(id)) return refusal(-107, 'Message id is invalid');
  const known = at === undefined ? { status: 0, message: 'pending' } : { status: 1, message: 'delivered' };
  return success({ delivery_time: at === undefined ? '' : String(at), ...known });
}

function info(template: Template): Fields {
  return {
    templateId: template.id,
    templateName: template.name,
    status: template.status,
    listParams: template.params.map((param) => ({
      ...param,
      type: 'STRING',
      minLength: 0,
      acceptNull: !param.require,
    })),
    templateTag: ['', 'TRANSACTION', 'CUSTOMER_CARE', 'PROMOTION'][template.tag],
    templateQuality: 'UNDEFINED',
    timeout: 7_200_000,
    price: '200',
    price_sdt: '300',
    price_uid: '200',
    previewUrl: '',
  };
}

const CALLS: { [call: string]: (world: World, call: Call) => Answer } = {
  'POST /message/template': sendToPhone,
  'GET /message/status': status,
  'GET /message/quota': () => success({ dailyQuota: '5000', remainingQuota: '4999' }),
  'GET /template/all': (world) => success([...world.templates.values()].map(info)),
  'GET /template/info/v2': (world, call) => {
    const template = world.templates.get(call.query.get('template_id') ?? '');
    return template ? success(info(template)) : refusal(-109, 'Template ID is invalid');
  },
};

/** The business host: templates to telephone numbers, with an error family of its own. */
export function answerBusiness(world: World): (call: Call, method: string) => Reply {
  return (call, method) => {
    const handler = CALLS[`${method} ${call.path}`];
    if (!handler) return nowhere;
    const token = headerOf(call.headers, 'access_token');
    const good = world.tokens.pageToken(token) === 'good' && !world.faults.knobs.grantRevoked;
    const answer = good ? handler(world, call) : refusal(-124, 'Access token is invalid');
    const phone = text(fields(call.body)?.phone).replace(/^\+/, '');
    return {
      status: 200,
      body: answer,
      user: world.people.findByPhone(phone)?.oaUserId ?? '',
      note: answer.error === 0 ? '0' : `${answer.error} · ${answer.message}`,
      ok: answer.error === 0,
    };
  };
}
