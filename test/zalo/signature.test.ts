// The published vectors: what Zalo's servers compute is what we compute.
import { describe, expect, it } from 'vitest';
import { createPkce } from '#bot/zalo/oauth.ts';
import { appSecretProof, isMiniAppSignature, isOaSignature } from '#bot/zalo/signature.ts';

const oa = {
  rawBody: Buffer.from(
    '{"app_id":"1000000000000000001","user_id_by_app":"2000000000000000002","event_name":"user_send_text","timestamp":"1760000000000","sender":{"id":"3000000000000000003"},"recipient":{"id":"4000000000000000004"},"message":{"msg_id":"abc123","text":"Xin chào"}}',
  ),
  timestamp: '1760000000000',
  signature: 'mac=df9901571f2accb892db346e2e2a3ee098ad3a431712c84b5cda446f16d95199',
  appId: '1000000000000000001',
  oaSecretKey: 'oa-secret-for-tests',
};

describe("the page's webhooks", () => {
  it('the published vector is right', () => {
    expect(isOaSignature(oa)).toBe(true);
  });

  it('the prefix mac= may be missing', () => {
    expect(isOaSignature({ ...oa, signature: oa.signature.slice(4) })).toBe(true);
  });

  it.each([
    ['no header', { signature: undefined }],
    ['an empty header', { signature: '' }],
    ['one digit changed', { signature: oa.signature.replace('mac=d', 'mac=e') }],
    ['a shortened signature', { signature: oa.signature.slice(0, -1) }],
    ['another app', { appId: '1000000000000000002' }],
    ['the app secret instead of the OA secret', { oaSecretKey: 'app-secret-for-tests' }],
    ['another timestamp', { timestamp: '1760000000001' }],
    ['one byte more', { rawBody: Buffer.concat([oa.rawBody, Buffer.from(' ')]) }],
  ])('%s is wrong', (_, change) => {
    expect(isOaSignature({ ...oa, ...change })).toBe(false);
  });
});

describe("the mini app's webhooks", () => {
  const vector = {
    event: 'user.revoke.consent',
    appId: '1000000000000000009',
    userId: '2000000000000000008',
    timestamp: 1760000000000,
  };
  const signature = 'c4eeb11e4e32660b4407e578362b1231d40eb5f62544ef567e1519ca1ea05319';
  const signed = (body: object, given: string | undefined) =>
    isMiniAppSignature({
      rawBody: Buffer.from(JSON.stringify(body)),
      signature: given,
      apiKey: 'api-key-for-tests',
    });

  it('the published vector is right, with and without mac=, in any order of keys', () => {
    expect(signed(vector, signature)).toBe(true);
    expect(signed(vector, `mac=${signature}`)).toBe(true);
    const { event, ...rest } = vector;
    expect(signed({ ...rest, event }, signature)).toBe(true);
  });

  it('a changed body or a missing header is wrong', () => {
    expect(signed({ ...vector, userId: '2000000000000000009' }, signature)).toBe(false);
    expect(signed(vector, undefined)).toBe(false);
    expect(isMiniAppSignature({ rawBody: Buffer.from('{'), signature, apiKey: 'api-key-for-tests' })).toBe(
      false,
    );
  });
});

it('the proof of the app secret matches the published vector', () => {
  expect(appSecretProof('user-access-token', 'app-secret-for-tests')).toBe(
    'bb3127a7dc748d4b695178171860dec0ba2ae3087e894467d7ee8de14738e7f1',
  );
});

it('the PKCE challenge matches the published vector, and a new verifier has 43 letters and digits', () => {
  expect(createPkce('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ').challenge).toBe(
    'RqIZl4LIgn8KxW9QO-nTnv7pf0CnNrksx9fF-CXP2FE',
  );
  expect(createPkce().verifier).toMatch(/^[A-Za-z0-9]{43}$/);
  expect(createPkce().verifier).not.toBe(createPkce().verifier);
});
