/** Whose drafts this phone shows: the person who signed in (remembered for times without network), or a guest. */

import { useEffect, useState } from 'react';
import { usePlatform } from '../platform/context.tsx';
import { useSession } from '../session.tsx';
import { adoptDrafts, guest, type ListedDraft, listDrafts } from './draft-list.ts';

/** Null while it is not yet known. */
export function useOwner(): string | null {
  const { storage } = usePlatform();
  const { me, settled } = useSession();
  const [owner, setOwner] = useState<string | null>(null);
  const person = me?.id ?? null;

  useEffect(() => {
    let current = true;
    const found = (who: string) => {
      if (current) setOwner(who);
    };
    if (person !== null) void adoptDrafts(storage, person).then(() => found(person));
    else if (settled) found(guest);
    return () => {
      current = false;
    };
  }, [storage, person, settled]);

  return owner;
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
