import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Form } from '#contract/initiative.ts';
import { checkForm, hints, limits } from '#domain/form.ts';
import { countLetters } from '#domain/text.ts';
import { goodForm } from '../support/forms.ts';

const today = '2026-11-24';
const problems = (change: Partial<Form>) => checkForm({ ...goodForm(), ...change }, today);

describe('what blocks sending', () => {
  it('is nothing in a well filled form', () => {
    expect(checkForm(goodForm(), today)).toEqual([]);
  });

  it('is said in words that tell what to do', () => {
    expect(problems({ newPoint: '' })).toEqual([
      { field: 'newPoint', message: 'Viết phần “Nay”, ít nhất 50 ký tự' },
    ]);
    expect(problems({ newPoint: 'x'.repeat(1104) })).toEqual([
      { field: 'newPoint', message: 'Rút gọn phần “Nay”, bớt 104 ký tự' },
    ]);
    expect(problems({ solutionKind: null })).toEqual([
      { field: 'solutionKind', message: 'Chọn một loại giải pháp' },
    ]);
    expect(problems({ firstAppliedOn: '2026-11-25' })).toEqual([
      { field: 'firstAppliedOn', message: 'Nhập ngày áp dụng lần đầu không muộn hơn hôm nay, 24/11/2026' },
    ]);
  });

  it('is a share that does not come to 100', () => {
    const [only] = goodForm().authors;
    expect(problems({ authors: [{ ...only!, sharePercent: 90 }] })).toEqual([
      { field: 'authors', message: 'Chia tỷ lệ đóng góp cho đủ 100%. Hiện mới có 90%' },
    ]);
    const three = [33.33, 33.33, 33.34].map((sharePercent) => ({ ...only!, sharePercent }));
    expect(problems({ authors: three })).toEqual([]);
  });

  it('is both kinds of result missing, but one of them is enough', () => {
    const row = {
      measure: 'Thời gian chờ',
      before: '40 phút',
      after: '12 phút',
      source: 'Sổ theo dõi Một cửa',
    };
    expect(problems({ results: [], resultsText: '' })).toHaveLength(1);
    expect(problems({ results: [row], resultsText: '' })).toEqual([]);
  });

  it('is never a matter of how Vietnamese letters were typed', () => {
    const text = 'Người dân tự xem tiến độ hồ sơ bằng mã QR, không phải gọi điện hỏi';
    expect(countLetters(text.normalize('NFD'))).toBe(countLetters(text.normalize('NFC')));
    expect(problems({ newPoint: text.normalize('NFD') })).toEqual([]);
  });

  it('counts what a reader sees: an emoji of a family is one letter', () => {
    expect(countLetters('👨‍👩‍👧')).toBe(1);
  });

  it('does not depend on the accent form for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(countLetters(text.normalize('NFD'))).toBe(countLetters(text.normalize('NFC')));
      }),
    );
  });
});

describe('hints, which never block', () => {
  it('speak up at the complaints of the 2023 report', () => {
    const said = (change: Partial<Form>) => hints({ ...goodForm(), ...change }).map((hint) => hint.field);
    expect(said({})).toEqual([]);
    expect(said({ title: 'Một số giải pháp nâng cao hiệu quả công tác' })).toEqual(['title']);
    expect(said({ newPoint: 'Dùng Zalo để nhắc việc cho mọi người trong tổ dân phố.' })).toEqual([
      'newPoint',
    ]);
    expect(said({ measures: ['Tổ trưởng lập danh sách và phân công theo tuần.'] })).toEqual(['measures.0']);
    expect(
      said({ resultsText: 'Người dân hài lòng hơn trước rất nhiều, cán bộ đỡ vất vả hơn hẳn.' }),
    ).toEqual(['resultsText']);
  });

  it('the limits leave room for what the report itself published', () => {
    expect(limits.title.max).toBeGreaterThanOrEqual(200);
  });
});
