/** Turns one call of Zalo's SDK into a typed result: with a time limit, and never with Zalo's own error objects. */

import { ok, type Result } from './platform.ts';

/** Calls that show nothing to the person; some hang for ever when the app around us is missing or asleep. */
export const silently = 8_000;

const saidNo = [-201, -2002, -2003];
/** Not permitted in the console, not known to this version of Zalo. */
const cannot = [-1403, -1404];
/** Following or allowing a page twice is what the person wanted. */
const already = -1410;

/** Zalo rejects with plain objects `{ code, message }`, not with instances of its documented class. */
export function resultOfError(error: unknown, online = navigator.onLine): Result<never> {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (typeof code === 'number') {
    if (saidNo.includes(code)) return { kind: 'refused' };
    if (cannot.includes(code)) return { kind: 'unsupported' };
  }
  return online ? { kind: 'failed' } : { kind: 'offline' };
}

export const isAlreadyDone = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === already;

/** `limit` in milliseconds; none for calls during which the person reads and decides. */
export async function attempt<T>(call: () => Promise<T> | T, limit?: number): Promise<Result<T>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const running = Promise.resolve(call());
    if (limit === undefined) return ok(await running);
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('No answer in time')), limit);
    });
    return ok(await Promise.race([running, late]));
  } catch (error) {
    return resultOfError(error);
  } finally {
    clearTimeout(timer);
  }
}
