/** The platform inside Zalo. Zalo's SDK is fetched with the first call that needs it, so the first screen need not wait. */

import { silently } from './attempt.ts';
import { copyText } from './clipboard.ts';
import { miniAppIdOf } from './detect.ts';
import type { Platform, Result } from './platform.ts';

type Sdk = typeof import('./zalo.ts');

let loading: Promise<Sdk> | null = null;

function sdk(): Promise<Sdk> {
  loading ??= import('./zalo.ts').catch((error: unknown) => {
    // The network came and went: the next call may try again.
    loading = null;
    throw error;
  });
  return loading;
}

async function call<T>(use: (zalo: Sdk) => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await use(await sdk());
  } catch {
    return navigator.onLine ? { kind: 'failed' } : { kind: 'offline' };
  }
}

/** Subscribes as soon as the SDK is there, unless nobody is interested any more. */
function listen(subscribe: (zalo: Sdk) => () => void): () => void {
  let ended = false;
  let unsubscribe = () => {};
  sdk().then(
    (zalo) => {
      if (!ended) unsubscribe = subscribe(zalo);
    },
    () => {},
  );
  return () => {
    ended = true;
    unsubscribe();
  };
}

/** The SDK writes its answers into the page's storage late or never when the bridge sleeps: `get` must not hang a form. */
async function within<T>(work: Promise<T>, otherwise: T): Promise<T> {
  const late = new Promise<T>((resolve) => setTimeout(() => resolve(otherwise), silently));
  return Promise.race([work.catch(() => otherwise), late]);
}

export function zaloPlatform(apiBase: string): Platform {
  return {
    name: 'zalo',
    apiBase,
    accessToken: () => call((zalo) => zalo.accessToken()),
    follow: (oaId) => call((zalo) => zalo.follow(oaId)),
    allowMessages: (oaId) => call((zalo) => zalo.allowMessages(oaId)),
    share: (page) => call((zalo) => zalo.share(page)),
    copyText,
    openChat: (oaId) => call((zalo) => zalo.chat(oaId)),
    openUrl: (url) => call((zalo) => zalo.openUrl(url, apiBase !== '' && url.startsWith(`${apiBase}/`))),
    storage: {
      get: (key) =>
        within(
          sdk().then((zalo) => zalo.storage.get(key)),
          null,
        ),
      set: (key, value) =>
        within(
          sdk().then((zalo) => zalo.storage.set(key, value)),
          false,
        ),
      remove: (key) =>
        within(
          sdk().then((zalo) => zalo.storage.remove(key)),
          undefined,
        ),
    },
    confirmExit: (ask) => listen((zalo) => zalo.confirmExit(ask)),
    onPause: (listener) => listen((zalo) => zalo.onPause(listener)),
    onResume: (listener) => listen((zalo) => zalo.onResume(listener)),
    onOpenPath: (listener) => listen((zalo) => zalo.onOpenPath(listener)),
    closeApp: () => call((zalo) => zalo.close()),
  };
}

interface StatusBar {
  getStatusBarHeight?: () => number;
}

/** Leaves room for Zalo's own buttons and, on Android, for the status bar that `env(safe-area-inset-top)` calls 0 high. */
export function makeRoomForZalo(root: HTMLElement): void {
  if (miniAppIdOf(window.location) === null) return;
  root.style.setProperty('--sk-capsule', '96px');
  const bridge: unknown = Reflect.get(window, 'ZaloJavaScriptInterface');
  if (typeof bridge !== 'object' || bridge === null) return;
  try {
    const height = (bridge as StatusBar).getStatusBarHeight?.();
    if (height !== undefined && height > 0) {
      root.style.setProperty('--zaui-safe-area-inset-top', `${height / window.devicePixelRatio}px`);
    }
  } catch {
    // An older Zalo; the design works without it.
  }
}
