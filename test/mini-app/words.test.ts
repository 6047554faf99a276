/** Small rules of the screens for authors: shares, marked differences, the coach, where a draft is listed. */

import { describe, expect, it } from 'vitest';
import { emptyForm } from '#contract/terms.ts';
import { coachFor } from '../../mini-app/features/initiatives/coach.ts';
import { markedAgainst } from '../../mini-app/features/initiatives/marked.ts';
import { equalShares, readShare, sumOfShares } from '../../mini-app/features/initiatives/shares.ts';
import {
  adoptDrafts,
  draftKey,
  forgetDrafts,
  guest,
  listDraft,
  listDrafts,
  removeDraft,
} from '../../mini-app/shared/draft-list.ts';
import { goodForm } from '../support/forms.ts';

const author = { name: 'Hà', title: '', workplace: '', sharePercent: null };

describe('shares', () => {
  it.each([
    [1, [100]],
    [2, [50, 50]],
    [3, [34, 33, 33]],
    [7, [15, 15, 14, 14, 14, 14, 14]],
  ])('of %i authors divide into whole per cents', (count, shares) => {
    const authors = equalShares(Array.from({ length: count }, () => author));
    expect(authors.map(({ sharePercent }) => sharePercent)).toEqual(shares);
    expect(sumOfShares(authors)).toBe(100);
  });

  it.each([
    ['60', 60],
    ['33,5', 33.5],
    ['33.5 %', 33.5],
    ['33,', 33],
    ['120', null],
    ['', null],
    ['một nửa', null],
  ])('are read as people type them: %s', (typed, share) => {
    expect(readShare(typed)).toBe(share);
  });
});

describe('two versions of an answer', () => {
  it('mark only the words that differ', () => {
    const mine = 'Trên phiếu hẹn có mã QR. Người dân quét mã.';
    const theirs = 'Phiếu in thêm đường dẫn. Người dân quét mã.';
    expect(markedAgainst(mine, theirs)).toEqual({
      before: '',
      marked: 'Trên phiếu hẹn có mã QR.',
      after: ' Người dân quét mã.',
    });
  });

  it('keep the spaces between marked and unmarked words', () => {
    const { before, marked, after } = markedAgainst('một hai ba', 'một bốn ba');
    expect(before + marked + after).toBe('một hai ba');
    expect(marked).toBe('hai');
  });
});

describe('the coach', () => {
  it('says nothing before something is written', () => {
    for (const step of [1, 2, 3, 4, 5]) expect(coachFor(step, emptyForm)).toEqual([]);
  });

  it('is content with a good form and never blocks a poor one', () => {
    for (const step of [1, 3, 4])
      expect(coachFor(step, goodForm()).every(({ answered }) => answered)).toBe(true);
    const slogan = coachFor(1, goodForm({ title: 'Một số giải pháp nâng cao chất lượng' }));
    expect(slogan).toEqual([{ answered: false, text: expect.stringContaining('Tên nên nói rõ') }]);
  });
});

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

describe('drafts on the phone', () => {
  const entry = (id: string) => ({
    id,
    title: id,
    changedAt: '2026-11-24T02:14:00.000Z',
    onServer: false,
    step: 3,
  });

  it('stand newest first, each once', async () => {
    const phone = storage();
    await listDraft(phone, 'ha', entry('one'));
    await listDraft(phone, 'ha', entry('two'));
    await listDraft(phone, 'ha', entry('one'));
    expect((await listDrafts(phone, 'ha')).map(({ id }) => id)).toEqual(['one', 'two']);
  });

  it('are never shown to somebody else', async () => {
    const phone = storage();
    await listDraft(phone, 'ha', entry('one'));
    expect(await listDrafts(phone, 'bao')).toEqual([]);
  });

  it('written before signing in belong to whoever then signs in', async () => {
    const phone = storage();
    await phone.set(draftKey(guest, 'one'), '{"form":{}}');
    await listDraft(phone, guest, entry('one'));
    await adoptDrafts(phone, 'ha');
    expect(await phone.get(draftKey('ha', 'one'))).toBe('{"form":{}}');
    expect(await listDrafts(phone, 'ha')).toEqual([entry('one')]);
    expect(await listDrafts(phone, guest)).toEqual([]);
  });

  it('are gone after signing out', async () => {
    const phone = storage();
    await phone.set(draftKey('ha', 'one'), '{"form":{}}');
    await listDraft(phone, 'ha', entry('one'));
    await forgetDrafts(phone, 'ha');
    expect(phone.values.size).toBe(0);
  });

  it('can be removed one by one', async () => {
    const phone = storage();
    await listDraft(phone, 'ha', entry('one'));
    await listDraft(phone, 'ha', entry('two'));
    await removeDraft(phone, 'ha', 'one');
    expect((await listDrafts(phone, 'ha')).map(({ id }) => id)).toEqual(['two']);
  });
});
