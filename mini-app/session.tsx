/** Who is using the app. Signing in is silent and asks nothing; whoever only looks needs no session at all. */

import { useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Me } from '#contract/person.ts';
import { call, configureApi } from './api.ts';
import { usePlatform } from './platform/context.tsx';
import type { Platform } from './platform/platform.ts';
import { tabCache } from './platform/storage.ts';

/** `choose`: the rehearsal wants a demo person chosen first. `failed`: Zalo or our server did not answer. */
export type SignIn = 'done' | 'choose' | 'refused' | 'offline' | 'failed';

interface Session {
  /** Null for a visitor, and while it is not yet known. */
  me: Me | null;
  /** False until the silent attempt at the start has ended. */
  settled: boolean;
  signIn(): Promise<SignIn>;
  /** Takes up a session that the server issued in another way (a login with Zalo in a browser). */
  adopt(session: { token: string; me: Me }): void;
  /** After a name, consent or role has changed. */
  replace(me: Me): void;
  refresh(): Promise<void>;
  signOut(): Promise<void>;
}

const SessionContext = createContext<Session | null>(null);
const tokenKey = 'session';
const meKey = 'me';

/**
 * Who it was last, for times without network. Inside Zalo the phone is one person's; in a browser, which several people may
 * use, only until the tab is closed.
 */
const lastMe = (platform: Platform) => ({
  async get(): Promise<Me | null> {
    const text = platform.name === 'browser' ? tabCache.get(meKey) : await platform.storage.get(meKey);
    try {
      return text === null ? null : (JSON.parse(text) as Me);
    } catch {
      return null;
    }
  },
  set(me: Me): void {
    const text = JSON.stringify(me);
    if (platform.name === 'browser') tabCache.set(meKey, text);
    else void platform.storage.set(meKey, text);
  },
  forget(): void {
    if (platform.name === 'browser') tabCache.remove(meKey);
    else void platform.storage.remove(meKey);
  },
});

export function SessionProvider({ children }: { children: ReactNode }) {
  const platform = usePlatform();
  const queries = useQueryClient();
  const token = useRef<string | null>(null);
  const [me, showMe] = useState<Me | null>(null);
  const [settled, setSettled] = useState(false);

  // Whoever is signed in need not be asked again; whoever signed out stays so until they ask to sign in.
  const known = useRef<'nobody' | 'person' | 'left'>('nobody');

  const setMe = useCallback(
    (person: Me) => {
      known.current = 'person';
      lastMe(platform).set(person);
      showMe(person);
    },
    [platform],
  );

  const adopt = useCallback(
    (session: { token: string; me: Me }) => {
      token.current = session.token;
      // A browser tab keeps it over a reload; inside Zalo a new one costs nothing.
      if (platform.name === 'browser') tabCache.set(tokenKey, session.token);
      setMe(session.me);
    },
    [platform, setMe],
  );

  const forget = useCallback(() => {
    token.current = null;
    tabCache.remove(tokenKey);
    lastMe(platform).forget();
    known.current = 'nobody';
    showMe(null);
  }, [platform]);

  const signIn = useCallback(async (): Promise<SignIn> => {
    const proof = await platform.accessToken();
    if (proof.kind === 'unsupported') return 'choose';
    if (proof.kind !== 'ok') return proof.kind;
    try {
      adopt(await call('signIn', { accessToken: proof.value }));
      return 'done';
    } catch {
      return navigator.onLine ? 'failed' : 'offline';
    }
  }, [platform, adopt]);

  // While rendering, not in an effect: the screens below ask the server as soon as they are there.
  useMemo(() => {
    token.current = platform.name === 'browser' ? tabCache.get(tokenKey) : null;
    configureApi({
      base: platform.apiBase,
      bearer: {
        get: () => token.current,
        async renew() {
          forget();
          return (await signIn()) === 'done' ? token.current : null;
        },
      },
    });
  }, [platform, signIn, forget]);

  useEffect(() => {
    const recall = async () => {
      const last = await lastMe(platform).get();
      if (known.current === 'nobody' && last !== null) showMe(last);
    };
    const begin = async () => {
      if (known.current !== 'nobody') return;
      if (token.current === null) {
        const ended = await signIn();
        if (ended === 'offline' || ended === 'failed') await recall();
      } else {
        // An ended session is renewed by call() itself; without a network the person stays who it was.
        await call('me', {}).then(setMe, recall);
      }
    };
    const again = () => void begin();
    void begin().finally(() => setSettled(true));
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [platform, signIn, setMe]);

  const refresh = useCallback(async () => setMe(await call('me', {})), [setMe]);
  const signOut = useCallback(async () => {
    await call('signOut', {}).catch(() => undefined);
    forget();
    known.current = 'left';
    queries.clear();
  }, [forget, queries]);

  const session = useMemo<Session>(
    () => ({ me, settled, signIn, adopt, replace: setMe, refresh, signOut }),
    [me, settled, signIn, adopt, setMe, refresh, signOut],
  );
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('SessionProvider is missing');
  return session;
}
