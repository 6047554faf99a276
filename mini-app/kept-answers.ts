/** The last answers of the server on the phone, for times without network; filed under whose they are, so that they can be forgotten. */

import type { Platform } from './platform/platform.ts';

type Storage = Platform['storage'];

export interface KeptAnswer {
  value: unknown;
  at: Date;
}

/** Enough for what one looks at again; a phone's store is small. */
const most = 20;

const listKey = (who: string) => `kept:${who}`;
const answerKey = (who: string, question: string) => `kept:${who}:${question}`;

async function questionsOf(storage: Storage, who: string): Promise<string[]> {
  try {
    const list: unknown = JSON.parse((await storage.get(listKey(who))) ?? '[]');
    return Array.isArray(list) ? list.filter((question) => typeof question === 'string') : [];
  } catch {
    return [];
  }
}

export async function keepAnswer(
  storage: Storage,
  who: string,
  question: string,
  value: unknown,
): Promise<void> {
  const others = (await questionsOf(storage, who)).filter((other) => other !== question);
  // Listed first: what stands on the phone must never be missing from the list.
  await storage.set(listKey(who), JSON.stringify([question, ...others.slice(0, most - 1)]));
  await storage.set(answerKey(who, question), JSON.stringify({ at: new Date().toISOString(), value }));
  for (const old of others.slice(most - 1)) await storage.remove(answerKey(who, old));
}

export async function recallAnswer(
  storage: Storage,
  who: string,
  question: string,
): Promise<KeptAnswer | null> {
  try {
    const kept: unknown = JSON.parse((await storage.get(answerKey(who, question))) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('at' in kept) || !('value' in kept)) return null;
    return { value: kept.value, at: new Date(String(kept.at)) };
  } catch {
    return null;
  }
}

export async function forgetAnswersOf(storage: Storage, who: string): Promise<void> {
  for (const question of await questionsOf(storage, who)) await storage.remove(answerKey(who, question));
  await storage.remove(listKey(who));
}
