/** The calls into Zalo's own app. The only file that may import zmp-sdk, and importing it already talks to Zalo. */

import {
  closeApp,
  EventName,
  events,
  followOA,
  getAccessToken,
  interactOA,
  nativeStorage,
  offConfirmToExit,
  onConfirmToExit,
  openChat,
  openOutApp,
  openShareSheet,
  openWebview,
} from 'zmp-sdk/apis';
import { attempt, isAlreadyDone, silently } from './attempt.ts';
import type { Result, SharedPage } from './platform.ts';
import { localCache } from './storage.ts';

/** An empty token is what the SDK answers where there is no Zalo: no proof of anybody. */
export async function accessToken(): Promise<Result<string>> {
  const result = await attempt(() => getAccessToken(), silently);
  return result.kind === 'ok' && result.value === '' ? { kind: 'failed' } : result;
}

const unlessAlready = (call: () => Promise<void>) =>
  attempt(() =>
    call().catch((error: unknown) => {
      if (!isAlreadyDone(error)) throw error;
    }),
  );

export const follow = (oaId: string): Promise<Result<void>> => unlessAlready(() => followOA({ id: oaId }));

export const allowMessages = (oaId: string): Promise<Result<void>> =>
  unlessAlready(() => interactOA({ oaId }));

export function share({ title, description, path, picture }: SharedPage): Promise<Result<'shared'>> {
  // Zalo refuses longer texts.
  const data = {
    title: title.slice(0, 100),
    description: description.slice(0, 400),
    thumbnail: picture,
    path,
  };
  return attempt(async () => {
    await openShareSheet({ type: 'zmp_deep_link', data });
    return 'shared' as const;
  });
}

export const chat = (oaId: string): Promise<Result<void>> =>
  attempt(() => openChat({ type: 'oa', id: oaId }), silently);

/** Our own pages open on top of the app; anything else leaves it. */
export const openUrl = (url: string, ours: boolean): Promise<Result<void>> =>
  attempt(() => (ours ? openWebview({ url, config: { style: 'normal' } }) : openOutApp({ url })), silently);

/** Zalo's storage may need a permission or a newer Zalo; the page's own storage is the second place. */
export const storage = {
  async get(key: string): Promise<string | null> {
    const kept = await attempt((): unknown => nativeStorage.getItem(key), silently);
    const value = kept.kind === 'ok' ? kept.value : null;
    return typeof value === 'string' && value !== '' ? value : localCache.get(key);
  },
  async set(key: string, value: string): Promise<boolean> {
    const kept = await attempt(() => nativeStorage.setItem(key, value), silently);
    if (kept.kind !== 'ok') return localCache.set(key, value);
    localCache.remove(key);
    return true;
  },
  async remove(key: string): Promise<void> {
    await attempt(() => nativeStorage.removeItem(key), silently);
    localCache.remove(key);
  },
};

/** From here on Zalo leaves closing to us, so `leave` must really close. */
export function confirmExit(ask: (leave: () => void) => void): () => void {
  onConfirmToExit(() => ask(() => void close()));
  return offConfirmToExit;
}

export const close = (): Promise<Result<void>> => attempt(() => closeApp(), silently);

function subscribe(name: string, listener: (data: unknown) => void): () => void {
  events.on(name, listener);
  return () => {
    events.off(name, listener);
  };
}

export const onPause = (listener: () => void) => subscribe(EventName.AppPaused, listener);
export const onResume = (listener: () => void) => subscribe(EventName.AppResumed, listener);

export const onOpenPath = (listener: (path: string) => void) =>
  subscribe(EventName.OpenApp, (data) => {
    const path = typeof data === 'object' && data !== null && 'path' in data ? data.path : null;
    if (typeof path === 'string' && path.startsWith('/')) listener(path);
  });
