/** The answers of a form in words, in the order of its steps, for the check page and the dossier's page. */

import type { ReactNode } from 'react';
import type { Home, Unit } from '#contract/campaign.ts';
import type { Form } from '#contract/initiative.ts';
import { benefitLabels, fieldLabels, labels, solutionKindLabels } from '#domain/form.ts';
import { capitalise, formatPercent, sayDate } from '../../ui/format.ts';

export interface FormAnswer {
  /** The control on its step. */
  field: string;
  question: string;
  answer: ReactNode;
}

export interface AnswerGroup {
  title: string;
  answers: FormAnswer[];
}

const missing = (words = 'Chưa trả lời') => <span className="meta">{words}</span>;
const prose = (text: string) =>
  text.trim() === '' ? missing() : <span className="keep-lines">{text.trim()}</span>;
const joined = (parts: (string | null | undefined | false)[]) => parts.filter(Boolean).join(', ');

function authorsOf(form: Form): ReactNode {
  if (form.authors.length === 0) return missing();
  return form.authors.map(({ name, title, workplace, sharePercent }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the list is only shown
    <span key={index} className="line">
      {joined([name || 'Chưa ghi tên', title, workplace])}
      {sharePercent !== null && `: ${formatPercent(sharePercent)}`}
    </span>
  ));
}

function measuresOf(form: Form): ReactNode {
  const written = form.measures.filter((measure) => measure.trim() !== '');
  if (written.length === 0) return missing();
  return written.map((measure, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the list is only shown
    <span key={index} className="line">{`${index + 1}. ${measure.trim()}`}</span>
  ));
}

function resultsOf(form: Form): ReactNode {
  const rows = form.results.filter((row) => row.measure.trim() !== '' || row.after.trim() !== '');
  if (rows.length === 0 && form.resultsText.trim() === '') return missing();
  return (
    <>
      {rows.map(({ measure, before, after, source }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is only shown
        <span key={index} className="line">
          {measure}: {before.trim() === '' ? '' : `từ ${before} `}
          {after.trim() === '' ? '' : `thành ${after}`}
          {source.trim() === '' ? '' : ` (${source})`}
        </span>
      ))}
      {form.resultsText.trim() !== '' && <span className="keep-lines">{form.resultsText.trim()}</span>}
    </>
  );
}

interface Named {
  form: Form;
  unit: Pick<Unit, 'name'> | null;
}

/** `skipEmpty`: without what was left out, for reading. */
export function answersOf({ form, unit }: Named, home: Home | undefined, skipEmpty = false): AnswerGroup[] {
  const round = home?.rounds.find(({ id }) => id === form.roundId);
  const level = home?.organisation.levels.find(({ id }) => id === form.levelWanted);
  const kind = form.solutionKind && solutionKindLabels[form.solutionKind].label;
  const field =
    form.field === 'other' ? form.fieldOther || fieldLabels.other : form.field && fieldLabels[form.field];
  const optional = (['replicability', 'conditions', 'supporters', 'investor', 'confidential'] as const)
    .filter((one) => !skipEmpty || form[one].trim() !== '')
    .map((one) => ({ field: one, question: labels[one], answer: prose(form[one]) }));
  return [
    {
      title: 'Sáng kiến và tác giả',
      answers: [
        { field: 'title', question: labels.title, answer: prose(form.title) },
        {
          field: form.solutionKind === null ? 'solutionKind' : 'field',
          question: 'Loại giải pháp, lĩnh vực',
          answer: joined([kind, field]) || missing(),
        },
        {
          field: 'unitId',
          question: labels.unitId,
          answer: unit?.name ?? (form.unitId === null ? missing() : 'Đơn vị đã chọn'),
        },
        {
          field: 'unitId',
          question: labels.roundId,
          answer: round?.name ?? (form.roundId === null ? missing('Chưa chọn') : 'Đợt đã chọn'),
        },
        { field: 'authors.0.name', question: labels.authors, answer: authorsOf(form) },
        {
          field: 'firstAppliedOn',
          question: labels.firstAppliedOn,
          answer: form.firstAppliedOn === null ? missing() : capitalise(sayDate(form.firstAppliedOn)),
        },
      ],
    },
    {
      title: 'Nội dung',
      answers: [
        { field: 'before', question: labels.before, answer: prose(form.before) },
        { field: 'newPoint', question: labels.newPoint, answer: prose(form.newPoint) },
        { field: 'measures.0', question: labels.measures, answer: measuresOf(form) },
        { field: 'resultsText', question: labels.results, answer: resultsOf(form) },
        {
          field: 'benefitKinds',
          question: labels.benefitKinds,
          answer:
            form.benefitKinds.length === 0
              ? missing()
              : form.benefitKinds.map((one) => (
                  <span key={one} className="line">
                    {benefitLabels[one]}
                  </span>
                )),
        },
        ...(form.benefitSum.trim() === ''
          ? []
          : [{ field: 'benefitSum', question: labels.benefitSum, answer: prose(form.benefitSum) }]),
        { field: 'appliedAt', question: labels.appliedAt, answer: prose(form.appliedAt) },
        {
          field: 'levelWanted',
          question: labels.levelWanted,
          answer: level ? `Công nhận ${level.label}` : missing('Chưa chọn'),
        },
        ...optional,
      ],
    },
  ];
}

/** One answer in words, to be compared with another version of it. */
export function plainAnswer(
  field: keyof Form,
  form: Form,
  unitName: string | null,
  home: Home | undefined,
): string {
  const value = form[field];
  if (field === 'unitId') return unitName ?? (form.unitId === null ? '' : 'Đơn vị khác');
  if (field === 'roundId') return home?.rounds.find(({ id }) => id === form.roundId)?.name ?? '';
  if (field === 'solutionKind') return form.solutionKind ? solutionKindLabels[form.solutionKind].label : '';
  if (field === 'field') return form.field ? fieldLabels[form.field] : '';
  if (field === 'firstAppliedOn') return form.firstAppliedOn ? sayDate(form.firstAppliedOn) : '';
  if (field === 'levelWanted')
    return home?.organisation.levels.find(({ id }) => id === form.levelWanted)?.label ?? '';
  if (field === 'benefitKinds') return form.benefitKinds.map((one) => benefitLabels[one]).join('. ');
  if (field === 'authors')
    return form.authors
      .map(({ name, title, sharePercent }) =>
        joined([name, title, sharePercent !== null && formatPercent(sharePercent)]),
      )
      .join('. ');
  if (field === 'measures') return form.measures.filter((one) => one.trim() !== '').join('. ');
  if (field === 'results')
    return form.results.map(({ measure, before, after }) => `${measure}: ${before} → ${after}`).join('. ');
  if (typeof value === 'boolean') return value ? 'Đã đánh dấu' : '';
  return typeof value === 'string' ? value : '';
}
