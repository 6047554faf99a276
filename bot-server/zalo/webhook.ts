/** Judges what arrives at a webhook address: Zalo's probe, a forgery, or an event. */
import { createHash } from 'node:crypto';
import { type OaEvent, readOaEvent } from './event.ts';
import { isRecord, parseJson } from './json.ts';
import { isMiniAppSignature, isOaSignature } from './signature.ts';

/** A probe is answered 200 and does nothing; a forgery is answered 401 and leaves no trace. */
export type Arrival<Event> = { is: 'probe' } | { is: 'forgery' } | { is: 'event'; event: Event };

export type MiniAppEvent = { at: Date; dedupeKey: string } & (
  | { kind: 'revokeConsent'; appUserId: string }
  | { kind: 'reviewDone'; approved: boolean; versionId?: string; description?: string }
  | { kind: 'other'; name: string }
);

/** `signature` is the header X-ZEvent-Signature. */
export function receiveOaWebhook(
  rawBody: Buffer,
  signature: string | undefined,
  keys: { appId: string; oaSecretKey: string },
): Arrival<OaEvent> {
  const body = readObject(rawBody);
  // A damaged body that still names an event is no probe.
  if (body === undefined) return { is: rawBody.includes('event_name') ? 'forgery' : 'probe' };
  if (!('event_name' in body)) return { is: 'probe' };
  const timestamp = String(body.timestamp ?? '');
  const ours = body.app_id === undefined || String(body.app_id) === keys.appId;
  if (!ours || !isOaSignature({ rawBody, timestamp, signature, ...keys })) return { is: 'forgery' };
  return { is: 'event', event: readOaEvent(body) };
}

/** The mini app's webhooks name their event `event` and sign otherwise. */
export function receiveMiniAppWebhook(
  rawBody: Buffer,
  signature: string | undefined,
  keys: { apiKey: string },
): Arrival<MiniAppEvent> {
  const body = readObject(rawBody);
  if (body === undefined) return { is: rawBody.includes('"event"') ? 'forgery' : 'probe' };
  if (!('event' in body)) return { is: 'probe' };
  if (!isMiniAppSignature({ rawBody, signature, apiKey: keys.apiKey })) return { is: 'forgery' };
  return { is: 'event', event: readMiniAppEvent(body) };
}

function readMiniAppEvent(body: Record<string, unknown>): MiniAppEvent {
  const name = String(body.event);
  const at = new Date(Number(body.timestamp) || 0);
  // The key outlives what it is made of, also the id of somebody who is forgotten.
  const facts = [body.appId, body.userId ?? body.versionId ?? '', body.timestamp].join(':');
  const dedupeKey = `${name}:${createHash('sha256').update(facts).digest('hex')}`;
  if (name === 'user.revoke.consent' && body.userId !== undefined) {
    return { kind: 'revokeConsent', at, dedupeKey, appUserId: String(body.userId) };
  }
  if (name === 'versions.review.done') {
    const versionId = body.versionId === undefined ? undefined : String(body.versionId);
    const description = typeof body.description === 'string' ? body.description : undefined;
    return { kind: 'reviewDone', at, dedupeKey, approved: Number(body.status) === 0, versionId, description };
  }
  return { kind: 'other', at, dedupeKey, name };
}

function readObject(rawBody: Buffer): Record<string, unknown> | undefined {
  try {
    const body = parseJson(rawBody.toString('utf8'));
    return isRecord(body) ? body : undefined;
  } catch {
    return undefined;
  }
}
