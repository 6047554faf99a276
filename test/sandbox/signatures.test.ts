// The published vectors: what the rehearsal signs is what Zalo signs.
import { expect, test } from 'vitest';
import { oddJson } from '../../bot-server/sandbox/odd-json.ts';
import {
  appSecretProof,
  codeChallenge,
  miniAppSignature,
  pageSignature,
} from '../../bot-server/sandbox/signatures.ts';

test('a webhook of the page is signed with a plain hash over the exact bytes', () => {
  const body =
    '{"app_id":"1000000000000000001","user_id_by_app":"2000000000000000002","event_name":"user_send_text","timestamp":"1760000000000","sender":{"id":"3000000000000000003"},"recipient":{"id":"4000000000000000004"},"message":{"msg_id":"abc123","text":"Xin chào"}}';

  expect(pageSignature('1000000000000000001', body, '1760000000000', 'oa-secret-for-tests')).toBe(
    'mac=df9901571f2accb892db346e2e2a3ee098ad3a431712c84b5cda446f16d95199',
  );
});

test('a webhook of the mini app is signed over its values in the order of their keys', () => {
  const body = {
    event: 'user.revoke.consent',
    appId: '1000000000000000009',
    userId: '2000000000000000008',
    timestamp: 1760000000000,
  };

  expect(miniAppSignature(body, 'api-key-for-tests')).toBe(
    'c4eeb11e4e32660b4407e578362b1231d40eb5f62544ef567e1519ca1ea05319',
  );
});

test('the proof for Graph is an HMAC of the token under the secret of the app', () => {
  expect(appSecretProof('user-access-token', 'app-secret-for-tests')).toBe(
    'bb3127a7dc748d4b695178171860dec0ba2ae3087e894467d7ee8de14738e7f1',
  );
});

test('a code challenge is the unpadded hash of the verifier', () => {
  expect(codeChallenge('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ')).toBe(
    'RqIZl4LIgn8KxW9QO-nTnv7pf0CnNrksx9fF-CXP2FE',
  );
});

test('event bodies mean the same and are never written as JSON.stringify writes them', () => {
  const event = {
    event_name: 'user_send_text',
    message: { text: 'Xin chào 👋 "đợt 2"\n/x\\', list: [1, { a: null }] },
  };

  for (let turn = 0; turn < 200; turn += 1) expect(JSON.parse(oddJson(event))).toEqual(event);
  const written = Array.from({ length: 20 }, () => oddJson(event)).filter(
    (body) => body !== JSON.stringify(event),
  );
  expect(written.length).toBe(20);
});
