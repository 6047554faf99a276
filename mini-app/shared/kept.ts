/** What somebody types or marks outside the form of an initiative, kept on this device until it is handed over. */

import { useCallback, useEffect, useRef, useState } from 'react';
import { usePlatform } from '../platform/context.tsx';
import { useSession } from '../session.tsx';
import { changesOf } from './changes.ts';

export interface Kept<T> {
  value: T;
  set: (next: T) => void;
  /** After it was handed over. */
  forget: () => void;
}

/** `name` tells what it is and of which object: `return:<id>`. It is never shown to another person on the same device. */
export function useKept<T>(name: string, empty: T): Kept<T> {
  const { storage } = usePlatform();
  const { me } = useSession();
  const key = me === null ? null : `typed:${me.id}:${name}`;
  const [value, setValue] = useState(empty);
  const touched = useRef(false);

  useEffect(() => {
    if (key === null) return;
    let gone = false;
    void storage.get(key).then((text) => {
      if (gone || touched.current || text === null) return;
      try {
        setValue(JSON.parse(text) as T);
      } catch {
        // Something older than this version wrote it: begin anew.
      }
    });
    return () => {
      gone = true;
    };
  }, [storage, key]);

  const set = useCallback(
    (next: T) => {
      touched.current = true;
      setValue(next);
      if (key !== null) void storage.set(key, JSON.stringify(next));
    },
    [storage, key],
  );
  const first = useRef(empty);
  const forget = useCallback(() => {
    touched.current = true;
    setValue(first.current);
    if (key !== null) void storage.remove(key);
  }, [storage, key]);

  return { value, set, forget };
}

/**
 * A form over something that others may change meanwhile: only what the person changed is kept, so that a newer version
 * brings its other fields along and nothing typed is lost.
 */
export function useChanges<T extends object>(name: string, base: T): Kept<T> {
  const { value, set, forget } = useKept<Partial<T>>(name, {});
  return { value: { ...base, ...value }, set: (next) => set(changesOf(base, next)), forget };
}
