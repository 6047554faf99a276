/** Answers of the server on the phone: there without network, gone after signing out, never too many. */

import { describe, expect, it } from 'vitest';
import { forgetAnswersOf, keepAnswer, recallAnswer } from '../../mini-app/kept-answers.ts';

/** The phone's storage in a few lines. */
function storage() {
  const values = new Map<string, string>();
  return {
    values,
    get: async (key: string) => values.get(key) ?? null,
    set: async (key: string, value: string) => {
      values.set(key, value);
      return true;
    },
    remove: async (key: string) => {
      values.delete(key);
    },
  };
}

describe('kept answers', () => {
  it('come back with their time, to the same person only', async () => {
    const phone = storage();
    await keepAnswer(phone, 'ha', 'mine', { items: [] });
    expect(await recallAnswer(phone, 'ha', 'mine')).toEqual({ value: { items: [] }, at: expect.any(Date) });
    expect(await recallAnswer(phone, 'bao', 'mine')).toBeNull();
  });

  it('are none where the entry is broken', async () => {
    const phone = storage();
    await keepAnswer(phone, 'ha', 'mine', 1);
    phone.values.set('kept:ha:mine', '{"at":"2026');
    expect(await recallAnswer(phone, 'ha', 'mine')).toBeNull();
  });

  it('are all gone after signing out, and those for everybody stay', async () => {
    const phone = storage();
    await keepAnswer(phone, 'everybody', 'home', 1);
    await keepAnswer(phone, 'ha', 'mine', 1);
    await keepAnswer(phone, 'ha', 'initiative', 2);
    await forgetAnswersOf(phone, 'ha');
    expect([...phone.values.keys()]).toEqual(['kept:everybody', 'kept:everybody:home']);
  });

  it('make room for newer ones', async () => {
    const phone = storage();
    for (let n = 0; n < 30; n += 1) await keepAnswer(phone, 'ha', `initiative ${n}`, n);
    expect(phone.values.size).toBe(21);
    expect(await recallAnswer(phone, 'ha', 'initiative 29')).toMatchObject({ value: 29 });
    expect(await recallAnswer(phone, 'ha', 'initiative 0')).toBeNull();
  });
});
