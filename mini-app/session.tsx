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

export function SessionProvider({ children }: { children: ReactNode }) {
  const platform = usePlatform();
  const queries = useQueryClient();
  const token = useRef<string | null>(null);
  const [me, setMe] = useState<Me | null>(null);
  const [settled, setSettled] = useState(false);

  const adopt = useCallback(
    (session: { token: string; me: Me }) => {
      token.current = session.token;
      // A browser tab keeps it over a reload; inside Zalo a new one costs nothing.
      if (platform.name === 'browser') tabCache.set(tokenKey, session.token);
      setMe(session.me);
    },
    [platform],
  );

  const forget = useCallback(() => {
    token.current = null;
    tabCache.remove(tokenKey);
    setMe(null);
  }, []);

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

  // Whoever is signed in need not be asked again; whoever signed out stays so until they ask to sign in.
  const settledFor = useRef<'nobody' | 'person' | 'left'>('nobody');
  if (me !== null) settledFor.current = 'person';

  useEffect(() => {
    const begin = async () => {
      if (settledFor.current !== 'nobody') return;
      if (token.current === null) return void (await signIn());
      // An ended session is renewed by call() itself; without a network the person stays a visitor for now.
      await call('me', {}).then(setMe, () => undefined);
    };
    const again = () => void begin();
    void begin().finally(() => setSettled(true));
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [signIn]);

  const refresh = useCallback(async () => setMe(await call('me', {})), []);
  const signOut = useCallback(async () => {
    await call('signOut', {}).catch(() => undefined);
    settledFor.current = 'left';
    forget();
    queries.clear();
  }, [forget, queries]);

  const session = useMemo<Session>(
    () => ({ me, settled, signIn, adopt, replace: setMe, refresh, signOut }),
    [me, settled, signIn, adopt, refresh, signOut],
  );
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('SessionProvider is missing');
  return session;
}
