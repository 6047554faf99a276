/** Zalo's signatures: of the page's webhooks, of the mini app's webhooks, and our proof towards Graph. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { isRecord, parseJson } from './json.ts';

/**
 * X-ZEvent-Signature of the page's webhooks: a plain SHA-256 (not an HMAC) of app id, the exact bytes
 * received, the timestamp inside them, and the OA secret key.
 */
export function isOaSignature(signed: {
  rawBody: Buffer;
  timestamp: string;
  signature: string | undefined;
  appId: string;
  oaSecretKey: string;
}): boolean {
  const expected = createHash('sha256')
    .update(signed.appId)
    .update(signed.rawBody)
    .update(signed.timestamp)
    .update(signed.oaSecretKey)
    .digest('hex');
  return isSame(expected, signed.signature);
}

/** The mini app's webhooks sign the values of the top-level keys, sorted by key, followed by the API key. */
export function isMiniAppSignature(signed: {
  rawBody: Buffer;
  signature: string | undefined;
  apiKey: string;
}): boolean {
  const content = signedValues(signed.rawBody.toString('utf8'));
  if (content === undefined) return false;
  const expected = createHash('sha256')
    .update(content + signed.apiKey)
    .digest('hex');
  return isSame(expected, signed.signature);
}

/** appsecret_proof: shows Graph that the token is used by the app it was made for. */
export function appSecretProof(accessToken: string, appSecret: string): string {
  return createHmac('sha256', appSecret).update(accessToken).digest('hex');
}

function signedValues(text: string): string | undefined {
  let exact: unknown;
  let plain: unknown;
  try {
    exact = parseJson(text);
    plain = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(exact) || !isRecord(plain)) return undefined;
  const values = Object.keys(plain)
    .sort()
    .map((key) =>
      typeof plain[key] === 'object' && plain[key] !== null ? JSON.stringify(plain[key]) : String(exact[key]),
    );
  return values.join('');
}

/** Constant time; with or without the prefix "mac=". */
function isSame(expected: string, given: string | undefined): boolean {
  const hex = given?.trim().replace(/^mac=/, '') ?? '';
  const a = Buffer.from(expected);
  const b = Buffer.from(hex);
  return a.length === b.length && timingSafeEqual(a, b);
}
