// OAuth v4 for the page and for people: the token endpoints with rotation (the consent pages are beside it).
import { nowhere, type Reply } from './door.ts';
import type { TokenPair } from './options.ts';
import type { Exchange } from './tokens.ts';
import { type Call, headerOf } from './wire.ts';
import type { World } from './world.ts';

/** Zalo publishes no table of these codes; the name tells more than the number. */
const FAILURES = {
  app: { error: -14002, error_name: 'Invalid appId', error_reason: 'App id does not exist' },
  redirect: {
    error: -14003,
    error_name: 'Invalid redirect uri',
    error_reason: 'Redirect uri is not registered',
  },
  verifier: {
    error: -14003,
    error_name: 'Invalid code verifier',
    error_reason: 'Code verifier does not match',
  },
  secret: { error: -14004, error_name: 'Invalid secret key', error_reason: 'Secret key is wrong' },
  refresh: {
    error: -14014,
    error_name: 'Invalid refresh token',
    error_reason: 'Refresh token is used or expired',
  },
  code: { error: -14019, error_name: 'Invalid authorization code', error_reason: 'Code is used or expired' },
  grant: { error: -14005, error_name: 'Invalid grant type', error_reason: 'Grant type is not supported' },
  revoked: { error: -14012, error_name: 'Invalid grant', error_reason: 'OA has withdrawn its grant' },
};

export type OAuthFailure = keyof typeof FAILURES;

export function failureBody(failure: OAuthFailure) {
  const known = FAILURES[failure];
  return { ...known, error_description: known.error_reason, ref_doc: 'https://developers.zalo.me/docs' };
}

const wirePair = (pair: TokenPair) => ({
  access_token: pair.accessToken,
  refresh_token: pair.refreshToken,
  expires_in: pair.expiresIn,
});

function grant(world: World, form: URLSearchParams, forPage: boolean): Exchange | { refused: OAuthFailure } {
  const { tokens } = world;
  const code = form.get('code') ?? '';
  const verifier = form.get('code_verifier') ?? '';
  const refresh = form.get('refresh_token') ?? '';
  switch (form.get('grant_type')) {
    case 'authorization_code':
      return forPage ? tokens.exchangePage(code, verifier) : tokens.exchangeUser(code, verifier);
    case 'refresh_token':
      return forPage ? tokens.refreshPage(refresh) : tokens.refreshUser(refresh);
    default:
      return { refused: 'grant' };
  }
}

export function answerOAuth(world: World): (call: Call, method: string) => Reply {
  const { appId, appSecret } = world.options.credentials;
  const { faults } = world;
  const refuse = (failure: OAuthFailure): Reply => {
    const body = failureBody(failure);
    return { status: 200, body, user: '', note: `${body.error} · ${body.error_name}`, ok: false };
  };

  return (call, method) => {
    const forPage = call.path === '/v4/oa/access_token';
    const known = forPage || call.path === '/v4/access_token';
    const secret = headerOf(call.headers, 'secret_key');
    // without its header Zalo behaves as if there were no such address
    if (method !== 'POST' || !known || secret === '') {
      return nowhere;
    }
    const form = new URLSearchParams(call.raw.toString('utf8'));
    if (form.get('app_id') !== appId) return refuse('app');
    if (secret !== appSecret) return refuse('secret');
    if (forPage && faults.knobs.grantRevoked) return refuse('revoked');
    const outcome = grant(world, form, forPage);
    world.changed();
    if ('refused' in outcome) return refuse(outcome.refused);
    const refreshed = forPage && form.get('grant_type') === 'refresh_token';
    const lost = refreshed && faults.knobs.lostRefreshAnswer > 0;
    if (lost) faults.knobs.lostRefreshAnswer -= 1;
    const note = refreshed ? 'cặp khóa mới, cặp cũ đã chết' : 'cặp khóa mới';
    return { status: 200, body: wirePair(outcome.pair), user: '', note, ok: true, lost };
  };
}
