/** The list of drafts on this phone, filed under whose they are; the texts themselves are read by draft-store.ts. */

import type { Platform } from '../platform/platform.ts';

export type Storage = Platform['storage'];

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

export const draftKey = (owner: string, id: string) => `draft:${owner}:${id}`;
/** What need not be asked twice, remembered by initiatives/last-answers.ts. */
export const lastAnswersKey = (owner: string) => `last-answers:${owner}`;
const listKey = (owner: string) => `drafts:${owner}`;

const isListed = (value: unknown): value is ListedDraft =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';

/** Newest first. */
export async function listDrafts(storage: Storage, owner: string): Promise<ListedDraft[]> {
  try {
    const list: unknown = JSON.parse((await storage.get(listKey(owner))) ?? '[]');
    return Array.isArray(list) ? list.filter(isListed) : [];
  } catch {
    return [];
  }
}

const without = async (storage: Storage, owner: string, id: string) =>
  (await listDrafts(storage, owner)).filter((draft) => draft.id !== id);

export async function listDraft(storage: Storage, owner: string, entry: ListedDraft): Promise<void> {
  const others = await without(storage, owner, entry.id);
  await storage.set(listKey(owner), JSON.stringify([entry, ...others]));
}

export async function removeDraft(storage: Storage, owner: string, id: string): Promise<void> {
  await storage.remove(draftKey(owner, id));
  await storage.set(listKey(owner), JSON.stringify(await without(storage, owner, id)));
}

/** What was written before signing in belongs to whoever then signs in. */
export async function adoptDrafts(storage: Storage, owner: string): Promise<void> {
  for (const entry of await listDrafts(storage, guest)) {
    const text = await storage.get(draftKey(guest, entry.id));
    // What the person already has under this id is not written over.
    if (text !== null && (await storage.get(draftKey(owner, entry.id))) === null) {
      if (!(await storage.set(draftKey(owner, entry.id), text))) return;
      await listDraft(storage, owner, entry);
    }
    await removeDraft(storage, guest, entry.id);
  }
}

/** A shared phone keeps nothing of whoever signed out. */
export async function forgetDrafts(storage: Storage, owner: string): Promise<void> {
  for (const { id } of await listDrafts(storage, owner)) await storage.remove(draftKey(owner, id));
  await storage.remove(listKey(owner));
  await storage.remove(lastAnswersKey(owner));
}
