/** Questions to the server as hooks: asked once, kept for a while, and, where wanted, remembered on the phone for times without network. */

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { addresses, type EndpointName } from '#contract/addresses.ts';
import type { Api } from '#contract/api.ts';
import type { InputOf, OutputOf } from '#contract/endpoint.ts';
import { ApiFailure, call } from './api.ts';
import { keepAnswer, recallAnswer } from './kept-answers.ts';
import { usePlatform } from './platform/context.tsx';
import type { Platform } from './platform/platform.ts';
import { useSession } from './session.tsx';

type Input<N extends EndpointName> = InputOf<Api[N]>;
type Output<N extends EndpointName> = OutputOf<Api[N]>;

interface Told<T> {
  value: T;
  /** Set when this is an older answer, because the server could not be reached. */
  keptAt: Date | null;
}

interface Options {
  enabled?: boolean;
  /** Remember the last answer on the phone. */
  keep?: boolean;
}

/** Answers for one person are never shown to the next: they are filed under whose they are. */
function useFiledUnder(name: EndpointName): string | null {
  const { me } = useSession();
  return addresses[name][2] === 'public' ? 'everybody' : (me?.id ?? null);
}

async function remembered<T>(
  storage: Platform['storage'],
  who: string,
  question: string,
  ask: () => Promise<T>,
): Promise<Told<T>> {
  try {
    const value = await ask();
    void keepAnswer(storage, who, question, value);
    return { value, keptAt: null };
  } catch (error) {
    if (!(error instanceof ApiFailure) || error.code !== 'offline') throw error;
    const kept = await recallAnswer(storage, who, question);
    if (kept === null) throw error;
    // It is what the same question brought before.
    return { value: kept.value as T, keptAt: kept.at };
  }
}

/** One answer. `data` stays undefined until a person is signed in where the question is a person's. */
export function useAsk<N extends EndpointName>(name: N, input: Input<N>, options: Options = {}) {
  const { storage } = usePlatform();
  const who = useFiledUnder(name);
  const { enabled = true, keep = false } = options;
  const query = useQuery<Told<Output<N>>>({
    queryKey: [name, who, input],
    enabled: enabled && who !== null,
    queryFn: () =>
      keep && who !== null
        ? remembered(storage, who, name + JSON.stringify(input), () => call(name, input))
        : call(name, input).then((value) => ({ value, keptAt: null })),
    // An old answer from the phone is asked for again as soon as there is a network.
    staleTime: ({ state }) => (state.data?.keptAt ? 0 : 30_000),
  });
  return { ...query, data: query.data?.value, keptAt: query.data?.keptAt ?? null };
}

/** A list that grows by "Xem thêm", page by page. */
export function useAskPages<N extends 'units' | 'highlights' | 'notices' | 'mine'>(
  name: N,
  input: Omit<Input<N>, 'after'>,
  { enabled = true }: Options = {},
) {
  const who = useFiledUnder(name);
  const query = useInfiniteQuery({
    queryKey: [name, 'pages', who, input],
    enabled: enabled && who !== null,
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      call(name, { ...input, ...(pageParam === '' ? {} : { after: pageParam }) } as Input<N>),
    getNextPageParam: (last) => last.next,
  });
  type Item = Output<N>['items'][number];
  const pages = query.data?.pages;
  const items = useMemo(() => pages?.flatMap((page) => page.items as Item[]), [pages]);
  return { ...query, items };
}

/** What the first screen shows; the whole app takes names, rounds and the rehearsal's mark from it. */
export const useHome = () => useAsk('home', {}, { keep: true });

/** The server's clock as this phone can know it: the phone's own, corrected by what the server last said. */
export function useServerNow(): () => Date {
  const { data, dataUpdatedAt, keptAt } = useHome();
  const ahead = data && keptAt === null ? new Date(data.now).getTime() - dataUpdatedAt : 0;
  return useCallback(() => new Date(Date.now() + ahead), [ahead]);
}

function subscribeToNetwork(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}

export const useOnline = (): boolean => useSyncExternalStore(subscribeToNetwork, () => navigator.onLine);
