/** The answers of a dossier to be read: by the unit head who confirms it and by the desk that judges it part by part. */

import './shared.css';
import type { ReactNode } from 'react';
import type { Organisation } from '#contract/campaign.ts';
import type { Form } from '#contract/initiative.ts';
import { benefitLabels, fieldLabels, labels, solutionKindLabels } from '#domain/form.ts';
import { capitalise, formatPercent, sayDate } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';

export interface FormPart {
  part: keyof Form;
  question: string;
  answer: ReactNode;
  /** The author left it out. */
  empty: boolean;
}

/** All parts in the order of the form. */
export function partsOf(form: Form, levels: Organisation['levels']): FormPart[] {
  const part = (name: keyof Form, answer: ReactNode, empty: boolean): FormPart => ({
    part: name,
    question: labels[name],
    answer,
    empty,
  });
  const prose = (name: 'title' | ProsePart) =>
    part(name, <p className="keep-lines">{form[name]}</p>, form[name] === '');
  const level = levels.find(({ id }) => id === form.levelWanted);
  const measures = form.measures.filter((measure) => measure !== '');
  return [
    prose('title'),
    part('authors', <Authors authors={form.authors} />, form.authors.length === 0),
    part('firstAppliedOn', <p>{sayFirstDay(form)}</p>, form.firstAppliedOn === null),
    part(
      'solutionKind',
      <p>{form.solutionKind && solutionKindLabels[form.solutionKind].label}</p>,
      !form.solutionKind,
    ),
    part('field', <p>{sayField(form)}</p>, form.field === null),
    prose('before'),
    prose('newPoint'),
    part('measures', <Measures measures={measures} />, measures.length === 0),
    part(
      'results',
      <Results form={form} />,
      form.results.every((row) => row.measure === '') && form.resultsText === '',
    ),
    part('benefitKinds', <Benefits form={form} />, form.benefitKinds.length === 0),
    prose('appliedAt'),
    prose('replicability'),
    prose('conditions'),
    prose('supporters'),
    prose('investor'),
    prose('confidential'),
    part('levelWanted', <p>{level && capitalise(level.label)}</p>, level === undefined),
    part(
      'consentPublishName',
      <p>{form.consentPublishName ? 'Đồng ý nêu tên khi công bố' : 'Không nêu tên khi công bố'}</p>,
      false,
    ),
  ];
}

type ProsePart =
  | 'before'
  | 'newPoint'
  | 'appliedAt'
  | 'replicability'
  | 'conditions'
  | 'supporters'
  | 'investor'
  | 'confidential';

export const sayFirstDay = (form: Form): string =>
  form.firstAppliedOn === null ? '' : capitalise(sayDate(form.firstAppliedOn));

const sayField = ({ field, fieldOther }: Form): string =>
  field === null ? '' : field === 'other' ? fieldOther : fieldLabels[field];

/** "Nguyễn Minh Hà (60%), Lê Quốc Bảo (40%)" */
export const sayAuthors = (form: Form): string =>
  form.authors
    .map(({ name, sharePercent }) =>
      sharePercent === null ? name : `${name} (${formatPercent(sharePercent)})`,
    )
    .join(', ');

/** "Cuộc gọi hỏi hồ sơ mỗi ngày: từ 30 thành 8"; the first measured result, or the first words of the told one. */
export function sayFirstResult({ results, resultsText }: Form): string {
  const first = results.find((row) => row.measure !== '');
  if (first === undefined) return resultsText;
  return `${first.measure}: ${first.before === '' ? '' : `từ ${first.before} thành `}${first.after}`;
}

function Authors({ authors }: Pick<Form, 'authors'>) {
  return (
    <ul className="answer-list">
      {authors.map(({ name, title, workplace, sharePercent }) => (
        <li key={`${name}-${title}`} className="answer-author">
          <span>
            <b>{name}</b>
            {(title !== '' || workplace !== '') && (
              <span className="small muted answer-line">
                {[title, workplace].filter((words) => words !== '').join(', ')}
              </span>
            )}
          </span>
          {sharePercent !== null && <span className="number">{formatPercent(sharePercent)}</span>}
        </li>
      ))}
    </ul>
  );
}

function Measures({ measures }: { measures: string[] }) {
  return (
    <ol className="answer-measures">
      {measures.map((measure) => (
        <li key={measure} className="keep-lines">
          {measure}
        </li>
      ))}
    </ol>
  );
}

function Results({ form }: { form: Form }) {
  const rows = form.results.filter((row) => row.measure !== '');
  return (
    <>
      {rows.length > 0 && (
        <ul className="answer-list">
          {rows.map(({ measure, before, after, source }) => (
            <li key={measure}>
              <b>{measure}</b>
              <span className="answer-line">
                {before !== '' && `Trước: ${before}. `}
                {after !== '' && `Sau: ${after}.`}
              </span>
              {source === '' ? (
                <span className="small answer-flaw tone-todo">
                  <Icon name="warn" size="xs" />
                  Chưa ghi nguồn
                </span>
              ) : (
                <span className="small muted answer-line">Nguồn: {source}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      {form.resultsText !== '' && <p className="keep-lines">{form.resultsText}</p>}
    </>
  );
}

function Benefits({ form }: { form: Form }) {
  return (
    <ul className="answer-list">
      {form.benefitKinds.map((kind) => (
        <li key={kind}>{benefitLabels[kind]}</li>
      ))}
      {form.benefitSum !== '' && (
        <li>
          {labels.benefitSum}: {form.benefitSum}
        </li>
      )}
    </ul>
  );
}
