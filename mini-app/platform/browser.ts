/** The platform in an ordinary browser: what a web page can do, and the rehearsal's demo person instead of Zalo's sign-in. */

import { silently } from './attempt.ts';
import { copyText } from './clipboard.ts';
import { done, ok, type Platform, type Result } from './platform.ts';
import { rehearsedAccessToken } from './rehearsal.ts';
import { localCache } from './storage.ts';

const unsupported: Result<never> = { kind: 'unsupported' };

function openInNewTab(url: string): Result<void> {
  const link = document.createElement('a');
  link.href = url;
  link.target = '_blank';
  link.rel = 'noopener';
  link.click();
  return done;
}

function whenVisibility(state: DocumentVisibilityState, listener: () => void): () => void {
  const changed = () => {
    if (document.visibilityState === state) listener();
  };
  document.addEventListener('visibilitychange', changed);
  return () => document.removeEventListener('visibilitychange', changed);
}

function askBeforeUnload(event: BeforeUnloadEvent) {
  event.preventDefault();
  // Browsers before 2023 ask only when this is set.
  event.returnValue = true;
}

/** `basename` is where our routes begin in this page's address. */
export function browserPlatform(basename: string): Platform {
  return {
    name: 'browser',
    apiBase: '',
    accessToken: () => rehearsedAccessToken(silently),
    // Following a page happens inside Zalo only; screens hide these buttons.
    follow: async () => unsupported,
    allowMessages: async () => unsupported,
    async share({ title, description, path }) {
      const url = new URL(`${basename === '/' ? '' : basename}${path}`, window.location.origin).href;
      if (navigator.share !== undefined) {
        try {
          await navigator.share({ title, text: description, url });
          return ok('shared');
        } catch (error) {
          if (error instanceof DOMException && error.name === 'AbortError') return { kind: 'refused' };
        }
      }
      const copied = await copyText(url);
      return copied.kind === 'ok' ? ok('copied') : copied;
    },
    copyText,
    openChat: async (oaId) => openInNewTab(`https://zalo.me/${encodeURIComponent(oaId)}`),
    openUrl: async (url) => openInNewTab(url),
    storage: {
      get: async (key) => localCache.get(key),
      set: async (key, value) => localCache.set(key, value),
      remove: async (key) => localCache.remove(key),
    },
    confirmExit() {
      window.addEventListener('beforeunload', askBeforeUnload);
      return () => window.removeEventListener('beforeunload', askBeforeUnload);
    },
    onPause: (listener) => whenVisibility('hidden', listener),
    onResume: (listener) => whenVisibility('visible', listener),
    onOpenPath: () => () => {},
  };
}
