// Graph: who a person is, told to a server that can prove it knows the app's secret.
import { MINUTE } from './clock.ts';
import { nowhere, type Reply } from './door.ts';
import type { Person } from './people.ts';
import { appSecretProof, sameText } from './signatures.ts';
import type { UserGrant } from './tokens.ts';
import { type Answer, type Call, type Fields, headerOf, refusal } from './wire.ts';
import type { World } from './world.ts';

const SESSION = refusal(
  452,
  'Session key invalid. This could be because the session key has an incorrect format, or because the user has revoked this session',
);

const foreign = (ip: string) =>
  refusal(-501, `Personal information is limited due to IP address not inside Vietnam: ${ip}`);

/** The requested fields that Zalo would tell: name and picture only with consent, the page's id only when linked. */
function profile(world: World, call: Call, person: Person, grant: UserGrant): Fields {
  const { knobs } = world.faults;
  const wanted = (call.query.get('fields') ?? 'id,name,picture').split(',').map((name) => name.trim());
  const asked = (name: string) => wanted.some((field) => field === name || field.startsWith(`${name}.`));
  const told: Fields = { error: 0, message: 'Success', id: person.appUserId };
  if (asked('is_sensitive')) told.is_sensitive = false;
  if (asked('user_id_by_oa') && (person.following || knobs.oaLinked)) told.user_id_by_oa = person.oaUserId;
  if (asked('is_follower')) told.is_follower = person.following;
  if (asked('oa_id')) told.oa_id = world.options.credentials.oaId;
  if (!grant.userInfo) return told;
  if (asked('name')) told.name = person.name;
  if (asked('picture')) {
    told.picture = { data: { url: `${call.origin()}/avatar/${encodeURIComponent(person.oaUserId)}.svg` } };
  }
  return told;
}

export function answerGraph(world: World): (call: Call, method: string) => Reply {
  const { faults, tokens, people, clock, options } = world;
  const used = new Map<string, { minute: number; calls: number }>();

  function tooMany(appUserId: string): boolean {
    const minute = Math.floor(clock.now() / MINUTE);
    const meter = used.get(appUserId);
    const calls = meter?.minute === minute ? meter.calls + 1 : 1;
    used.set(appUserId, { minute, calls });
    return faults.knobs.graphPerUserPerMinute > 0 && calls > faults.knobs.graphPerUserPerMinute;
  }

  function whoAsks(call: Call): { person: Person; grant: UserGrant } | Answer {
    const grant = tokens.user(headerOf(call.headers, 'access_token'));
    const person = grant && people.findByAppUserId(grant.appUserId);
    if (!grant || !person) return SESSION;
    return tooMany(grant.appUserId) ? refusal(12010, 'Quota limit per user') : { person, grant };
  }

  function me(call: Call): { answer: object; user: string } {
    const token = headerOf(call.headers, 'access_token');
    const proof = headerOf(call.headers, 'appsecret_proof');
    if (!sameText(proof, appSecretProof(token, options.credentials.appSecret))) {
      return { answer: refusal(100, 'Invalid appsecret_proof provided in the API argument'), user: '' };
    }
    const asks = whoAsks(call);
    if ('error' in asks) return { answer: asks, user: '' };
    const user = asks.person.oaUserId;
    if (faults.knobs.foreignIp !== '') return { answer: foreign(faults.knobs.foreignIp), user };
    return { answer: profile(world, call, asks.person, asks.grant), user };
  }

  function info(call: Call): { answer: object; user: string } {
    if (headerOf(call.headers, 'secret_key') !== options.credentials.appSecret) {
      return { answer: refusal(100, 'Invalid secret_key'), user: '' };
    }
    const asks = whoAsks(call);
    if ('error' in asks) return { answer: asks, user: '' };
    const user = asks.person.oaUserId;
    if (faults.knobs.foreignIp !== '') return { answer: foreign(faults.knobs.foreignIp), user };
    const number = tokens.takePhoneCode(headerOf(call.headers, 'code'), asks.person.appUserId);
    if (number === undefined) return { answer: refusal(100, 'Invalid parameter: code'), user };
    return { answer: { data: { number }, error: 0, message: 'Success' }, user };
  }

  return (call, method) => {
    if (method !== 'GET' || (call.path !== '/v2.0/me' && call.path !== '/v2.0/me/info')) {
      return nowhere;
    }
    const { answer, user } = call.path === '/v2.0/me' ? me(call) : info(call);
    const { error, message } = answer as Answer;
    return {
      status: 200,
      body: answer,
      user,
      note: error === 0 ? '0' : `${error} · ${message}`,
      ok: error === 0,
    };
  };
}
