/** The demo person a browser plays while the rehearsal is on: chosen by a link or on the sign-in page, kept per tab. */

import { ok, type Result } from './platform.ts';
import { tabCache } from './storage.ts';

const key = 'sandbox_person';

/** The chosen person's id within the app, or null. */
export const chosenPerson = (): string | null => tabCache.get(key);

export const choosePerson = (appUserId: string): boolean => tabCache.set(key, appUserId);

export const forgetPerson = (): void => tabCache.remove(key);

/** Takes `?sandbox_person=` up at the start and removes it from the address, so that nobody shares it by accident. */
export function takePersonFromAddress(): void {
  const address = new URL(window.location.href);
  const person = address.searchParams.get(key);
  if (person === null) return;
  choosePerson(person);
  address.searchParams.delete(key);
  window.history.replaceState(window.history.state, '', address);
}

/** An access token as Zalo would give it, from the rehearsal's own Zalo. */
export async function rehearsedAccessToken(limit: number): Promise<Result<string>> {
  const person = chosenPerson();
  if (person === null) return { kind: 'unsupported', need: 'choose-person' };
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), limit);
  try {
    const answer = await fetch(`/sandbox/control/people/${encodeURIComponent(person)}/access-token`, {
      method: 'POST',
      signal: abort.signal,
    });
    // Without a rehearsal the address does not exist; an unknown person is as good as none.
    if (answer.status === 404) return { kind: 'unsupported', need: 'choose-person' };
    if (!answer.ok) return { kind: 'failed' };
    const body: unknown = await answer.json();
    const token =
      typeof body === 'object' && body !== null && 'accessToken' in body ? body.accessToken : null;
    return typeof token === 'string' ? ok(token) : { kind: 'failed' };
  } catch {
    return navigator.onLine ? { kind: 'failed' } : { kind: 'offline' };
  } finally {
    clearTimeout(timer);
  }
}
