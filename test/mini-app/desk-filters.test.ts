import { describe, expect, it } from 'vitest';
import { filtersOf, searchOf, withFilter } from '../../mini-app/features/desk/filters.ts';

describe('the filters of the list of dossiers', () => {
  it('read from the address what they wrote into it', () => {
    const filters = { round: 'r2', state: 'accepted', q: 'ngõ Trúc Bạch & cộng' } as const;
    expect(filtersOf(new URLSearchParams(searchOf(filters)))).toEqual(filters);
  });

  it('take no state that does not exist, and nothing empty', () => {
    expect(filtersOf(new URLSearchParams('state=everything&q=&foo=1'))).toEqual({});
    expect(searchOf({ q: '', unit: undefined })).toBe('');
  });

  it('begin the list anew when one of them changes', () => {
    expect(withFilter({ block: 'ward', after: 'k1' }, { unit: 'truc-bach' })).toEqual({
      block: 'ward',
      unit: 'truc-bach',
    });
  });
});
