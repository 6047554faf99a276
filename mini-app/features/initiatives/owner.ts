/** Whose drafts this phone shows: the person signed in, whoever signed in here last while there is no network, or a guest. */

import { useEffect, useState } from 'react';
import { usePlatform } from '../../platform/context.tsx';
import type { Platform } from '../../platform/platform.ts';
import { tabCache } from '../../platform/storage.ts';
import { useSession } from '../../session.tsx';
import { adoptDrafts, forgetDrafts, guest, type ListedDraft, listDrafts } from './draft-list.ts';

const key = 'last-person';

/**
 * Inside Zalo the phone is one person's, so the last one is remembered for times without network. In a browser, which
 * several people may use, only until the tab is closed.
 */
const lastPerson = (platform: Platform) => ({
  get: async () => (platform.name === 'zalo' ? platform.storage.get(key) : tabCache.get(key)),
  set: async (id: string) => {
    if (platform.name === 'zalo') await platform.storage.set(key, id);
    else tabCache.set(key, id);
  },
  forget: async () => {
    if (platform.name === 'zalo') await platform.storage.remove(key);
    else tabCache.remove(key);
  },
});

/** Null while it is not yet known. */
export function useOwner(): string | null {
  const platform = usePlatform();
  const { me, settled } = useSession();
  const [owner, setOwner] = useState<string | null>(null);
  const person = me?.id ?? null;

  useEffect(() => {
    let current = true;
    const find = async () => {
      if (person === null) return settled ? ((await lastPerson(platform).get()) ?? guest) : null;
      await lastPerson(platform).set(person);
      await adoptDrafts(platform.storage, person);
      return person;
    };
    void find().then((found) => {
      if (current && found !== null) setOwner(found);
    });
    return () => {
      current = false;
    };
  }, [platform, person, settled]);

  return owner;
}

/** Before signing out: a shared phone keeps nothing of the person. */
export async function forgetOwner(platform: Platform, owner: string): Promise<void> {
  await forgetDrafts(platform.storage, owner);
  await forgetDrafts(platform.storage, guest);
  await lastPerson(platform).forget();
}

/** The drafts on this phone, newest first; undefined while they are being looked for. */
export function useListedDrafts(): ListedDraft[] | undefined {
  const { storage } = usePlatform();
  const owner = useOwner();
  const [drafts, setDrafts] = useState<ListedDraft[]>();

  useEffect(() => {
    let current = true;
    if (owner !== null)
      void listDrafts(storage, owner).then((found) => {
        if (current) setDrafts(found);
      });
    return () => {
      current = false;
    };
  }, [storage, owner]);

  return drafts;
}
