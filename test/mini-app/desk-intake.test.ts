import { describe, expect, it } from 'vitest';
import { itemsOf, marked, stepsOf, tallyOf } from '../../mini-app/features/desk/intake.ts';

const parts = ['title', 'newPoint', 'results'] as const;

describe('checking a dossier part by part', () => {
  it('counts what is met, missing and not yet seen', () => {
    const marks = marked(marked({}, 'title', true), 'results', false);
    expect(tallyOf(marks, parts)).toEqual({ met: 1, missing: 1, unseen: 1 });
  });

  it('takes a mark back with a second tap, and keeps the note through a mistake', () => {
    const missing = { results: { met: false, note: 'Ghi nguồn của số liệu.' } };
    const byMistake = marked(missing, 'results', true);
    expect(marked(byMistake, 'results', false)).toEqual(missing);
    expect(marked(missing, 'results', false)).toEqual({});
  });

  it('turns missing parts into the items that the author is asked for, in the order of the form', () => {
    const marks = {
      results: { met: false, note: ' Ghi nguồn của số liệu. ' },
      newPoint: { met: false, note: '' },
      title: { met: true, note: 'không dùng' },
    };
    expect(itemsOf({ marks, others: ['Giấy xác nhận', '  '], dueOn: '' }, parts)).toEqual([
      'Nay',
      'Kết quả đo được: Ghi nguồn của số liệu.',
      'Giấy xác nhận',
    ]);
  });
});

describe('the next step', () => {
  it('is accepting, unless something is missing', () => {
    const allowed = ['accept', 'request_supplement', 'refuse'] as const;
    expect(stepsOf(allowed, 0)).toEqual({ main: 'accept', others: ['request_supplement', 'refuse'] });
    expect(stepsOf(allowed, 2)).toEqual({ main: 'request_supplement', others: ['accept', 'refuse'] });
  });

  it('never fills a button for refusing or for what is only possible', () => {
    expect(stepsOf(['refuse', 'request_supplement'], 0).main).toBeNull();
    expect(stepsOf(['forward_city', 'highlight', 'correct'], 0)).toEqual({
      main: null,
      others: ['forward_city', 'highlight', 'correct'],
    });
  });

  it('leaves the acts of authors and unit heads to them', () => {
    expect(stepsOf(['confirm', 'withdraw', 'edit'], 0)).toEqual({ main: null, others: [] });
  });
});
