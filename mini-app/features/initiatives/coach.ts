/** What the coach says beside a step: which conditions of recognition are answered, which are still open. Never blocks. */

import type { Form } from '#contract/initiative.ts';
import { hints, limits } from '#domain/form.ts';
import { countLetters } from '#domain/text.ts';
import type { CoachHint } from '../../ui/coach.tsx';

const enough = (text: string, limit: { min: number }) => countLetters(text) >= limit.min;

const say = (answered: boolean, yes: string, no: string): CoachHint => ({
  answered,
  text: answered ? yes : no,
});

/** The one hint of the domain about a field, as an open line. */
function open(form: Form, ...fields: string[]): CoachHint[] {
  return hints(form)
    .filter(({ field }) => fields.includes(field))
    .map(({ message }) => ({ answered: false, text: message }));
}

const hasNumber = (form: Form) =>
  /\d/.test(form.resultsText) || form.results.some((row) => /\d/.test(row.after));
const hasSource = (form: Form) =>
  form.results.some((row) => row.source.trim() !== '') || /theo |sổ|báo cáo|thống kê/i.test(form.resultsText);

/** A shorter title can hardly tell what was done. */
const tellingTitle = 25;

function aboutTitle(form: Form): CoachHint[] {
  const said = open(form, 'title');
  if (said.length > 0 || countLetters(form.title) < tellingTitle) return said;
  return [{ answered: true, text: 'Tên đã nói được giải pháp.' }];
}

function aboutNewPoint(form: Form): CoachHint[] {
  if (form.before.trim() === '' && form.newPoint.trim() === '') return [];
  const said = open(form, 'newPoint');
  return [
    say(
      enough(form.before, limits.before),
      'Đã nói cách làm cũ vướng ở đâu.',
      'Kể cách làm cũ: ai làm, mất bao lâu, vướng ở đâu.',
    ),
    ...(said.length > 0
      ? said
      : [
          say(
            enough(form.newPoint, limits.newPoint),
            'Đã nói rõ việc gì làm khác đi.',
            'Nói rõ việc gì làm khác đi, cho ai.',
          ),
        ]),
    say(
      hasNumber(form) || /\d/.test(form.newPoint),
      'Đã có con số để so sánh.',
      'Chưa có con số sau khi áp dụng. Anh/chị sẽ điền ở bước 4.',
    ),
  ];
}

function aboutResults(form: Form): CoachHint[] {
  const written = form.measures.filter((measure) => measure.trim() !== '').length;
  if (written === 0 && form.resultsText.trim() === '' && form.results.length === 0) return [];
  return [
    say(
      written >= 2,
      'Đã có người làm và cách làm.',
      'Nên có từ hai biện pháp, mỗi biện pháp nói ai làm việc gì.',
    ),
    say(hasNumber(form), 'Đã có con số đo được.', 'Thêm một con số đo được trước và sau khi áp dụng.'),
    say(hasSource(form), 'Đã nói số liệu lấy từ đâu.', 'Nói số liệu lấy từ đâu: sổ nào, báo cáo nào.'),
  ];
}

const abouts: Record<number, (form: Form) => CoachHint[]> = {
  1: aboutTitle,
  3: aboutNewPoint,
  4: aboutResults,
};

export const coachFor = (step: number, form: Form): CoachHint[] => abouts[step]?.(form) ?? [];
