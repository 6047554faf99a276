// How Zalo signs: webhooks of a page, webhooks of a Mini App, and the proof a server shows to Graph.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** Header X-ZEvent-Signature of a page's webhook: a plain hash over the exact bytes, not an HMAC. */
export function pageSignature(
  appId: string,
  rawBody: string,
  timestamp: string,
  oaSecretKey: string,
): string {
  return `mac=${sha256(appId + rawBody + timestamp + oaSecretKey)}`;
}

/** Header X-ZEvent-Signature of a Mini App's webhook: the values in the order of their keys, then the API key. */
export function miniAppSignature(body: Record<string, unknown>, apiKey: string): string {
  const content = Object.keys(body)
    .sort()
    .map((key) => (typeof body[key] === 'object' ? JSON.stringify(body[key]) : String(body[key])))
    .join('');
  return sha256(content + apiKey);
}

export function appSecretProof(accessToken: string, appSecret: string): string {
  return createHmac('sha256', appSecret).update(accessToken, 'utf8').digest('hex');
}

/** The PKCE challenge of a verifier (S256, base64url without padding). */
export function codeChallenge(verifier: string): string {
  return createHash('sha256').update(verifier, 'ascii').digest('base64url');
}

export function sameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
