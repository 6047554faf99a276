/** The text of a draft on the phone. */

import { draftKey, listDraft, type Storage } from '../../shared/draft-list.ts';
import { type Kept, readKept } from './draft-kept.ts';

export async function readDraft(storage: Storage, owner: string, id: string): Promise<Kept | null> {
  return readKept(await storage.get(draftKey(owner, id)));
}

/** False when the phone could not keep it. `step`: where the person was. */
export async function writeDraft(
  storage: Storage,
  owner: string,
  id: string,
  kept: Kept,
  step: number,
): Promise<boolean> {
  if (!(await storage.set(draftKey(owner, id), JSON.stringify(kept)))) return false;
  const { form, changedAt, onServer } = kept;
  await listDraft(storage, owner, { id, title: form.title, changedAt, onServer: onServer !== null, step });
  return true;
}
