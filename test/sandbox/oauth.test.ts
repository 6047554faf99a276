// Tokens: the pair of the page that rotates and never lives twice, and the short tokens of people.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { appSecretProof, codeChallenge } from '../../bot-server/sandbox/signatures.ts';
import { credentials, HA, people, type Rehearsal, rehearse } from './world.ts';

let zalo: Rehearsal;
beforeEach(async () => {
  zalo = await rehearse();
});
afterEach(() => zalo.close());

const grant = (path: string, form: Record<string, string>) =>
  zalo
    .web()
    .post(`/sandbox/oauth${path}`)
    .set('secret_key', credentials.appSecret)
    .type('form')
    .send({ app_id: credentials.appId, ...form });
const refresh = (token: string) =>
  grant('/v4/oa/access_token', { grant_type: 'refresh_token', refresh_token: token });
const toTokens = (body: { access_token: string; refresh_token: string; expires_in: string }) => ({
  accessToken: body.access_token,
  refreshToken: body.refresh_token,
  expiresIn: body.expires_in,
});

test('a refresh gives a new pair; the old access token and the old refresh token are dead at once', async () => {
  const old = zalo.tokens;
  const { body } = await refresh(old.refreshToken);

  expect(body.expires_in).toBe('90000');
  expect((await zalo.write(HA, 'Chào')).body.error).toBe(-216);
  expect((await refresh(old.refreshToken)).body).toMatchObject({
    error: -14014,
    error_name: 'Invalid refresh token',
  });
  zalo.useTokens(toTokens(body));
  expect((await zalo.write(HA, 'Chào')).body.error).toBe(0);
});

test('an access token lives 25 hours and then says that it has expired', async () => {
  await zalo.control('clock', { addMs: 25 * 3_600_000 + 1 });

  expect((await zalo.write(HA, 'Chào')).body.error).toBe(-220);
});

test('a refresh whose answer is lost has rotated the pair all the same', async () => {
  await zalo.control('faults', { lostRefreshAnswer: 1 });
  await expect(refresh(zalo.tokens.refreshToken)).rejects.toThrow();

  expect((await refresh(zalo.tokens.refreshToken)).body.error_name).toBe('Invalid refresh token');
});

test('without the secret header there is no such address', async () => {
  const { status, text } = await zalo
    .web()
    .post('/sandbox/oauth/v4/oa/access_token')
    .type('form')
    .send({ a: '1' });

  expect([status, text]).toEqual([404, 'empty api']);
});

test('an administrator consents and the code is exchanged once, with the right verifier', async () => {
  const verifier = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ';
  const ask = {
    app_id: credentials.appId,
    redirect_uri: zalo.options.callbackUrls.oa,
    code_challenge: codeChallenge(verifier),
    state: 'st-1',
  };
  const page = await zalo.web().get('/sandbox/oauth/v4/oa/permission').query(ask);
  expect(page.text).toContain('Cho phép');
  const codeFor = async () => {
    const { headers } = await zalo
      .web()
      .post('/sandbox/oauth/v4/oa/permission')
      .type('form')
      .send({ ...ask, answer: 'yes' });
    const back = new URL(headers.location ?? '');
    expect(back.searchParams.get('oa_id')).toBe(credentials.oaId);
    expect(back.searchParams.get('state')).toBe('st-1');
    return back.searchParams.get('code') ?? '';
  };
  const exchange = (code: string, code_verifier: string) =>
    grant('/v4/oa/access_token', { grant_type: 'authorization_code', code, code_verifier });

  expect((await exchange(await codeFor(), 'wrong')).body.error_name).toBe('Invalid code verifier');
  const code = await codeFor();
  const { body } = await exchange(code, verifier);
  zalo.useTokens(toTokens(body));
  expect((await zalo.write(HA, 'Chào')).body.error).toBe(0);
  expect((await exchange(code, verifier)).body.error_name).toBe('Invalid authorization code');
});

test('a return address that is not registered is refused', async () => {
  const { body } = await zalo
    .web()
    .get('/sandbox/oauth/v4/oa/permission')
    .set('Accept', 'application/json')
    .query({ app_id: credentials.appId, redirect_uri: 'https://elsewhere.example/' });

  expect(body).toMatchObject({ error: -14003, error_name: 'Invalid redirect uri' });
});

const me = (token: string, fields: string, proof = appSecretProof(token, credentials.appSecret)) =>
  zalo
    .web()
    .get('/sandbox/graph/v2.0/me')
    .query({ fields })
    .set('access_token', token)
    .set('appsecret_proof', proof);

test('Graph tells who a token belongs to, only to somebody with the proof', async () => {
  const { accessToken } = (await zalo.control(`people/${HA}/access-token`)).body;
  const { body } = await me(accessToken, 'id,name,picture,user_id_by_oa,is_sensitive');

  expect(body).toMatchObject({
    error: 0,
    id: people[0]?.appUserId,
    name: 'Nguyễn Minh Hà',
    user_id_by_oa: HA,
    is_sensitive: false,
  });
  expect((await me(accessToken, 'id', 'no-proof')).body.error).toBe(100);
  expect((await me('not-a-token', 'id')).body.error).toBe(452);
});

test('without consent Graph tells the id only, and to a foreign address nothing', async () => {
  const { accessToken } = (
    await zalo.control(`people/${people[0]?.appUserId}/access-token`, { userInfo: false })
  ).body;
  const { body } = await me(accessToken, 'id,name,picture');
  expect(body).toEqual({ error: 0, message: 'Success', id: people[0]?.appUserId });

  await zalo.control('faults', { foreignIp: '203.0.113.7' });
  expect((await me(accessToken, 'id,name')).body).toEqual({
    error: -501,
    message: 'Personal information is limited due to IP address not inside Vietnam: 203.0.113.7',
  });
});

test('a telephone code works once, within two minutes', async () => {
  const { accessToken } = (await zalo.control(`people/${HA}/access-token`)).body;
  const info = (code: string) =>
    zalo
      .web()
      .get('/sandbox/graph/v2.0/me/info')
      .set({ access_token: accessToken, code, secret_key: credentials.appSecret });
  const { code } = (await zalo.control(`people/${HA}/phone-code`, { number: '84900000001' })).body;

  expect((await info(code)).body).toEqual({ data: { number: '84900000001' }, error: 0, message: 'Success' });
  expect((await info(code)).body.error).toBe(100);
  const late = (await zalo.control(`people/${HA}/phone-code`)).body.code;
  await zalo.control('clock', { addMs: 121_000 });
  expect((await info(late)).body.error).toBe(100);
});

test('a person signs in on the web and the token is hers', async () => {
  const verifier = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ';
  const ask = {
    app_id: credentials.appId,
    redirect_uri: zalo.options.callbackUrls.login,
    code_challenge: codeChallenge(verifier),
    state: 'st-2',
  };
  const { headers } = await zalo
    .web()
    .post('/sandbox/oauth/v4/permission')
    .type('form')
    .send({ ...ask, person: people[1]?.appUserId });
  const code = new URL(headers.location ?? '').searchParams.get('code') ?? '';
  const { body } = await grant('/v4/access_token', {
    grant_type: 'authorization_code',
    code,
    code_verifier: verifier,
  });

  expect(body.expires_in).toBe('3600');
  expect((await me(body.access_token, 'id')).body.id).toBe(people[1]?.appUserId);
});
