/**
 * What the short form asks and what blocks sending. The same function runs on the phone and on the server, so that the words
 * beside a field are the same. Source of the questions: Phụ lục I, Thông tư 18/2013/TT-BKHCN, shortened. Fit for browsers.
 */

import type { FieldProblem } from '#contract/failure.ts';
import type { Form } from '#contract/initiative.ts';
import { type Day, sayDay } from './calendar.ts';
import { countLetters, fold } from './text.ts';

/** Letters, as a reader counts them. */
export const limits = {
  title: { min: 10, max: 250 },
  before: { min: 50, max: 1500 },
  newPoint: { min: 50, max: 1000 },
  measure: { min: 20, max: 500 },
  resultsText: { min: 50, max: 1500 },
  appliedAt: { min: 3, max: 500 },
  replicability: { min: 0, max: 800 },
  conditions: { min: 0, max: 500 },
  confidential: { min: 0, max: 500 },
  benefitSum: { min: 0, max: 200 },
  supporters: { min: 0, max: 800 },
  authorName: { min: 2, max: 80 },
  authorLine: { min: 0, max: 150 },
  line: { min: 0, max: 150 },
} as const;

export const labels: Record<keyof Form, string> = {
  roundId: 'Đợt xét',
  unitId: 'Đơn vị',
  title: 'Tên sáng kiến',
  solutionKind: 'Loại giải pháp',
  field: 'Lĩnh vực áp dụng',
  fieldOther: 'Lĩnh vực khác',
  authors: 'Tác giả',
  firstAppliedOn: 'Ngày áp dụng lần đầu',
  before: 'Trước đây',
  newPoint: 'Nay',
  measures: 'Biện pháp đã làm',
  results: 'Kết quả đo được',
  resultsText: 'Kết quả',
  benefitKinds: 'Lợi ích',
  benefitSum: 'Số tiền làm lợi',
  appliedAt: 'Nơi đã áp dụng',
  replicability: 'Khả năng nhân rộng',
  conditions: 'Điều kiện cần để áp dụng',
  confidential: 'Thông tin cần bảo mật',
  investor: 'Chủ đầu tư',
  supporters: 'Người tham gia áp dụng lần đầu',
  levelWanted: 'Đề nghị công nhận',
  oath: 'Cam đoan',
  consentProcessing: 'Đồng ý xử lý dữ liệu',
  consentPublishName: 'Đồng ý công bố tên',
  consentZaloNews: 'Nhận tin qua Zalo',
};

export const solutionKindLabels: Record<
  NonNullable<Form['solutionKind']>,
  { label: string; help: string }
> = {
  technical: {
    label: 'Giải pháp kỹ thuật',
    help: 'Làm ra hoặc cải tiến một sản phẩm, dụng cụ, phần mềm, quy trình kỹ thuật.',
  },
  management: { label: 'Giải pháp quản lý', help: 'Cách tổ chức, điều hành, phân công, kiểm tra công việc.' },
  operational: {
    label: 'Giải pháp tác nghiệp',
    help: 'Cách làm việc hằng ngày, cách dạy, cách tiếp dân, cách xử lý hồ sơ.',
  },
  applied_progress: {
    label: 'Ứng dụng tiến bộ kỹ thuật',
    help: 'Đưa một kỹ thuật đã có ở nơi khác vào dùng tại đơn vị.',
  },
};

export const fieldLabels: Record<NonNullable<Form['field']>, string> = {
  admin_reform: 'Cải cách hành chính',
  digital: 'Chuyển đổi số',
  education: 'Giáo dục',
  mass_mobilisation: 'Dân vận',
  environment: 'Môi trường',
  security_order: 'An ninh trật tự, phòng cháy chữa cháy',
  health_social: 'Y tế, xã hội',
  party_work: 'Công tác Đảng',
  culture: 'Văn hóa',
  other: 'Lĩnh vực khác',
};

export const benefitLabels: Record<Form['benefitKinds'][number], string> = {
  economic: 'Lợi ích kinh tế: tiết kiệm thời gian, chi phí, tăng năng suất',
  social: 'Lợi ích xã hội: phục vụ dân tốt hơn, môi trường, an toàn, sức khỏe',
};

const prose = (
  problems: FieldProblem[],
  field: string,
  name: string,
  value: string,
  limit: { min: number; max: number },
) => {
  const length = countLetters(value);
  if (length > limit.max)
    problems.push({ field, message: `Rút gọn phần “${name}”, bớt ${length - limit.max} ký tự` });
  else if (length < limit.min)
    problems.push({
      field,
      message:
        length === 0
          ? `Viết phần “${name}”, ít nhất ${limit.min} ký tự`
          : `Viết thêm phần “${name}”, ít nhất ${limit.min} ký tự. Hiện có ${length}`,
    });
};

/** What still keeps the form from being sent, in the order of the form. `today` is the day in Vietnam. */
export function checkForm(form: Form, today: Day): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const add = (field: string, message: string) => problems.push({ field, message });

  if (!form.roundId) add('roundId', 'Chọn đợt xét');
  if (!form.unitId) add('unitId', 'Chọn đơn vị của anh/chị');
  prose(problems, 'title', labels.title, form.title, limits.title);
  if (!form.solutionKind) add('solutionKind', 'Chọn một loại giải pháp');
  if (!form.field) add('field', 'Chọn lĩnh vực áp dụng');
  if (form.field === 'other')
    prose(problems, 'fieldOther', labels.fieldOther, form.fieldOther, { min: 2, max: limits.line.max });
  checkAuthors(form, add);
  if (!form.firstAppliedOn) add('firstAppliedOn', 'Nhập ngày áp dụng (hoặc áp dụng thử) lần đầu');
  else if (form.firstAppliedOn > today)
    add('firstAppliedOn', `Nhập ngày áp dụng lần đầu không muộn hơn hôm nay, ${sayDay(today)}`);
  prose(problems, 'before', labels.before, form.before, limits.before);
  prose(problems, 'newPoint', labels.newPoint, form.newPoint, limits.newPoint);
  checkMeasures(form, problems, add);
  checkResults(form, problems, add);
  if (form.benefitKinds.length === 0) add('benefitKinds', 'Chọn ít nhất một loại lợi ích');
  prose(problems, 'benefitSum', labels.benefitSum, form.benefitSum, limits.benefitSum);
  prose(problems, 'appliedAt', labels.appliedAt, form.appliedAt, limits.appliedAt);
  prose(problems, 'replicability', labels.replicability, form.replicability, limits.replicability);
  prose(problems, 'conditions', labels.conditions, form.conditions, limits.conditions);
  prose(problems, 'confidential', labels.confidential, form.confidential, limits.confidential);
  prose(problems, 'investor', labels.investor, form.investor, limits.authorLine);
  prose(problems, 'supporters', labels.supporters, form.supporters, limits.supporters);
  if (!form.levelWanted) add('levelWanted', 'Chọn cấp đề nghị công nhận');
  if (!form.oath) add('oath', 'Đánh dấu vào ô cam đoan để nộp');
  if (!form.consentProcessing) add('consentProcessing', 'Đánh dấu đồng ý để chúng tôi được xử lý hồ sơ');
  return problems;
}

function checkAuthors(form: Form, add: (field: string, message: string) => void): void {
  if (form.authors.length === 0) {
    add('authors', 'Ghi ít nhất một tác giả');
    return;
  }
  form.authors.forEach((author, i) => {
    const length = countLetters(author.name);
    if (length < limits.authorName.min) add(`authors.${i}.name`, `Ghi họ và tên tác giả ${i + 1}`);
    else if (length > limits.authorName.max)
      add(
        `authors.${i}.name`,
        `Rút gọn họ và tên tác giả ${i + 1}, bớt ${length - limits.authorName.max} ký tự`,
      );
    for (const part of ['title', 'workplace'] as const) {
      const over = countLetters(author[part]) - limits.authorLine.max;
      if (over > 0) add(`authors.${i}.${part}`, `Rút gọn, bớt ${over} ký tự`);
    }
    if (author.sharePercent === null || author.sharePercent <= 0)
      add(`authors.${i}.sharePercent`, `Ghi tỷ lệ đóng góp của tác giả ${i + 1}, lớn hơn 0%`);
  });
  const sum =
    Math.round(form.authors.reduce((total, author) => total + (author.sharePercent ?? 0), 0) * 100) / 100;
  if (sum !== 100)
    add(
      'authors',
      `Chia tỷ lệ đóng góp cho đủ 100%. Hiện ${sum < 100 ? 'mới có' : 'đang là'} ${String(sum).replace('.', ',')}%`,
    );
}

function checkMeasures(
  form: Form,
  problems: FieldProblem[],
  add: (field: string, message: string) => void,
): void {
  const written = form.measures.filter((measure) => countLetters(measure) > 0).length;
  if (written === 0) {
    add('measures.0', `Viết ít nhất một biện pháp, từ ${limits.measure.min} ký tự`);
    return;
  }
  form.measures.forEach((measure, i) => {
    if (countLetters(measure) > 0)
      prose(problems, `measures.${i}`, `Biện pháp ${i + 1}`, measure, limits.measure);
  });
}

function checkResults(
  form: Form,
  problems: FieldProblem[],
  add: (field: string, message: string) => void,
): void {
  const rows = form.results.filter((row) => countLetters(row.measure) > 0 || countLetters(row.after) > 0);
  form.results.forEach((row, i) => {
    for (const part of ['measure', 'before', 'after', 'source'] as const) {
      const over = countLetters(row[part]) - limits.line.max;
      if (over > 0) add(`results.${i}.${part}`, `Rút gọn, bớt ${over} ký tự`);
    }
  });
  if (rows.length === 0)
    prose(problems, 'resultsText', labels.resultsText, form.resultsText, limits.resultsText);
  else
    prose(problems, 'resultsText', labels.resultsText, form.resultsText, {
      min: 0,
      max: limits.resultsText.max,
    });
}

const slogan = /^(mot so )?(giai phap|bien phap)?\s*(nham |de |gop phan )?nang cao (hieu qua|chat luong)/;
const onlyTool = /\b(zalo|ai|chatgpt|phan mem|ung dung|facebook)\b/;
const onlyToolBelow = 90;

/** Hints that never block: the complaints of the 2023 report, caught while writing. */
export function hints(form: Form): FieldProblem[] {
  const said: FieldProblem[] = [];
  const title = fold(form.title).trim();
  if (title && slogan.test(title) && countLetters(form.title) < 60)
    said.push({
      field: 'title',
      message: 'Tên nên nói rõ giải pháp, ví dụ “Phiếu hẹn có mã QR để dân tự xem tiến độ”.',
    });
  const now = fold(form.newPoint).trim();
  if (now && (now === title || now === fold(form.before).trim()))
    said.push({
      field: 'newPoint',
      message: 'Phần “Nay” đang lặp lại chữ ở chỗ khác. Viết rõ điều gì khác cách làm cũ.',
    });
  else if (now && onlyTool.test(now) && countLetters(form.newPoint) < onlyToolBelow)
    said.push({
      field: 'newPoint',
      message: 'Một công cụ chưa phải là điểm mới. Viết công cụ ấy làm thay đổi việc gì, cho ai.',
    });
  const measures = form.measures.filter((measure) => countLetters(measure) > 0).length;
  if (measures === 1)
    said.push({ field: 'measures.0', message: 'Nên có từ hai biện pháp, mỗi biện pháp nói ai làm việc gì.' });
  if (form.resultsText && !/\d/.test(form.resultsText) && form.results.length === 0)
    said.push({
      field: 'resultsText',
      message: 'Thêm một con số đo được trước và sau khi áp dụng, kèm nguồn.',
    });
  return said;
}
