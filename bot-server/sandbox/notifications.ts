// The Mini App's Open API: a notification to somebody who opted in, delivered by Zalo's own account.
import { nowhere, type Reply } from './door.ts';
import { type Call, fields, headerOf, text } from './wire.ts';
import type { World } from './world.ts';

interface Judged {
  err: number;
  msg: string;
  user: string;
  data?: object;
}

const FORBIDDEN = {
  ip: { err: -113, msg: 'IP is not allowed' },
  scope: { err: -112, msg: 'Permission scope is missing' },
  quota: { err: -109, msg: 'Out of quota' },
};

function judge(world: World, call: Call): Judged {
  const { miniAppApiKey, miniAppId } = world.options.credentials;
  const no = (err: number, msg: string, user = '') => ({ err, msg, user });
  if (headerOf(call.headers, 'x-api-key') !== `Bearer ${miniAppApiKey}`)
    return no(-102, 'API key is invalid');
  if (headerOf(call.headers, 'x-miniapp-id') !== miniAppId) return no(-114, 'Mini app id is invalid');
  const setting = world.faults.knobs.notifications;
  if (setting !== 'ok') return { ...FORBIDDEN[setting], user: '' };
  const person = world.people.findByAppUserId(headerOf(call.headers, 'x-user-id'));
  if (!person) return no(-110, 'User is invalid');
  const body = fields(call.body);
  const data = fields(body?.templateData);
  if (text(body?.templateId) === '' || !data) return no(-100, 'Missing parameter', person.oaUserId);
  for (const name of ['title', 'contentTitle', 'contentDescription', 'buttonText', 'buttonUrl']) {
    if (text(data[name]) === '') return no(-101, `${name} is invalid`, person.oaUserId);
  }
  if (!person.notifications) return no(-111, 'User cannot be notified', person.oaUserId);
  const said = world.threads.say({
    user: person.oaUserId,
    from: 'oa',
    kind: 'notification',
    text: `${text(data.contentTitle)}\n${text(data.contentDescription)}`,
    buttons: [{ title: text(data.buttonText), type: 'oa.open.url', payload: { url: text(data.buttonUrl) } }],
    media: { title: text(data.title) },
  });
  return { err: 0, msg: 'Success', user: person.oaUserId, data: { messageId: said.id } };
}

export function answerMiniApp(world: World): (call: Call, method: string) => Reply {
  return (call, method) => {
    if (method !== 'POST' || call.path !== '/notification/template') {
      return nowhere;
    }
    const { user, ...answer } = judge(world, call);
    const note = answer.err === 0 ? '0' : `${answer.err} · ${answer.msg}`;
    return { status: 200, body: answer, user, note, ok: answer.err === 0 };
  };
}
