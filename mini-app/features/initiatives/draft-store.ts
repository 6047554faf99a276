/** Drafts on the phone: one entry for each, and a short list of them, filed under whose they are. */

import type { Platform } from '../../platform/platform.ts';
import { type Kept, readKept } from './draft.ts';

type Storage = Platform['storage'];

/** Whoever has not signed in yet. */
export const guest = 'guest';

export interface ListedDraft {
  id: string;
  title: string;
  changedAt: string;
  /** False while the server does not have the latest text. */
  onServer: boolean;
  /** Where the person was. */
  step: number;
}

const draftKey = (owner: string, id: string) => `draft:${owner}:${id}`;
const listKey = (owner: string) => `drafts:${owner}`;

const isListed = (value: unknown): value is ListedDraft =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';

export async function listDrafts(storage: Storage, owner: string): Promise<ListedDraft[]> {
  try {
    const list: unknown = JSON.parse((await storage.get(listKey(owner))) ?? '[]');
    return Array.isArray(list) ? list.filter(isListed) : [];
  } catch {
    return [];
  }
}

const writeList = (storage: Storage, owner: string, list: ListedDraft[]) =>
  list.length === 0
    ? storage.remove(listKey(owner)).then(() => true)
    : storage.set(listKey(owner), JSON.stringify(list));

export async function readDraft(storage: Storage, owner: string, id: string): Promise<Kept | null> {
  return readKept(await storage.get(draftKey(owner, id)));
}

/** False when the phone could not keep it. */
export async function writeDraft(
  storage: Storage,
  owner: string,
  id: string,
  kept: Kept,
  step: number,
): Promise<boolean> {
  if (!(await storage.set(draftKey(owner, id), JSON.stringify(kept)))) return false;
  const entry: ListedDraft = {
    id,
    title: kept.form.title,
    changedAt: kept.changedAt,
    onServer: kept.onServer !== null,
    step,
  };
  const others = (await listDrafts(storage, owner)).filter((draft) => draft.id !== id);
  await writeList(storage, owner, [entry, ...others]);
  return true;
}

export async function removeDraft(storage: Storage, owner: string, id: string): Promise<void> {
  await storage.remove(draftKey(owner, id));
  await writeList(
    storage,
    owner,
    (await listDrafts(storage, owner)).filter((draft) => draft.id !== id),
  );
}

/** What was written before signing in belongs to whoever then signs in. */
export async function adoptDrafts(storage: Storage, owner: string): Promise<void> {
  for (const { id, step } of await listDrafts(storage, guest)) {
    const kept = await readDraft(storage, guest, id);
    if (kept !== null && !(await writeDraft(storage, owner, id, kept, step))) return;
    await removeDraft(storage, guest, id);
  }
}

/** A shared phone keeps nothing of whoever signed out. */
export async function forgetDrafts(storage: Storage, owner: string): Promise<void> {
  for (const { id } of await listDrafts(storage, owner)) await storage.remove(draftKey(owner, id));
  await storage.remove(listKey(owner));
}
