/** Step 4: what was done and what came of it. */

import { useState } from 'react';
import type { Form } from '#contract/initiative.ts';
import { labels, limits } from '#domain/form.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { emptyResult } from './draft-form.ts';
import { StepCoach } from './step-coach.tsx';
import type { StepProps } from './step-screen.tsx';

const mostMeasures = 7;
const mostResults = 10;

const replaced = <T,>(list: T[], index: number, item: T): T[] =>
  list.map((one, i) => (i === index ? item : one));
const without = <T,>(list: T[], index: number): T[] => list.filter((_, i) => i !== index);

export function StepHow(props: StepProps) {
  return (
    <div className="form">
      <Measures {...props} />
      <Results {...props} />
      <StepCoach step={4} form={props.form} />
    </div>
  );
}

function Measures({ form, set, errorOf }: StepProps) {
  const measures = form.measures.length === 0 ? [''] : form.measures;
  // A row that was just added takes the focus.
  const [added, setAdded] = useState<number | null>(null);
  return (
    <section className="part" aria-label={labels.measures}>
      <div>
        <h2>{labels.measures}</h2>
        <p className="hint">Mỗi biện pháp nói ai làm việc gì, để nơi khác làm theo được.</p>
      </div>
      {measures.map((measure, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a measure is its place in the list; the text is kept outside
        <div key={index} className="removable">
          <TextArea
            id={`measures.${index}`}
            label={`Biện pháp ${index + 1}`}
            error={errorOf(`measures.${index}`)}
            limit={limits.measure.max}
            rows={2}
            value={measure}
            autoFocus={added === index}
            onChange={(event) => set({ measures: replaced(measures, index, event.target.value) })}
          />
          {measures.length > 1 && (
            <IconButton
              icon="trash"
              label={`Bỏ biện pháp ${index + 1}`}
              onClick={() => set({ measures: without(measures, index) })}
            />
          )}
        </div>
      ))}
      {measures.length < mostMeasures && (
        <Button
          look="secondary"
          slim
          onClick={() => {
            setAdded(measures.length);
            set({ measures: [...measures, ''] });
          }}
        >
          Thêm biện pháp
        </Button>
      )}
    </section>
  );
}

type Result = Form['results'][number];

function Results({ form, set, errorOf }: StepProps) {
  const { results } = form;
  // A row that was just added takes the focus.
  const [added, setAdded] = useState<number | null>(null);
  const change = (index: number, change: Partial<Result>) =>
    set({ results: replaced(results, index, { ...(results[index] ?? emptyResult), ...change }) });
  return (
    <section className="part" aria-label={labels.results}>
      <TextArea
        id="resultsText"
        label={labels.resultsText}
        optional={results.length > 0}
        hint={
          results.length > 0
            ? 'Viết thêm nếu có điều không đo được bằng số.'
            : 'Điều gì tốt hơn, cho ai, bao nhiêu. Nếu có số đo thì thêm ở dưới.'
        }
        error={errorOf('resultsText')}
        limit={limits.resultsText.max}
        rows={4}
        value={form.resultsText}
        onChange={(event) => set({ resultsText: event.target.value })}
      />
      {results.map((result, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the list; its answers are kept outside
        <section key={index} className="part card" aria-labelledby={`results.${index}-title`}>
          <div className="part-head">
            <h3 id={`results.${index}-title`}>Số đo {index + 1}</h3>
            <IconButton
              icon="trash"
              label={`Bỏ số đo ${index + 1}`}
              onClick={() => set({ results: without(results, index) })}
            />
          </div>
          <TextField
            id={`results.${index}.measure`}
            label="Đo cái gì"
            hint="Ví dụ: số cuộc gọi hỏi hồ sơ mỗi ngày."
            error={errorOf(`results.${index}.measure`)}
            limit={limits.line.max}
            value={result.measure}
            autoFocus={added === index}
            onChange={(event) => change(index, { measure: event.target.value })}
          />
          <div className="twins">
            <TextField
              id={`results.${index}.before`}
              label="Trước"
              error={errorOf(`results.${index}.before`)}
              limit={limits.line.max}
              value={result.before}
              onChange={(event) => change(index, { before: event.target.value })}
            />
            <TextField
              id={`results.${index}.after`}
              label="Sau"
              error={errorOf(`results.${index}.after`)}
              limit={limits.line.max}
              value={result.after}
              onChange={(event) => change(index, { after: event.target.value })}
            />
          </div>
          <TextField
            id={`results.${index}.source`}
            label="Lấy từ sổ, báo cáo nào"
            optional
            error={errorOf(`results.${index}.source`)}
            limit={limits.line.max}
            value={result.source}
            onChange={(event) => change(index, { source: event.target.value })}
          />
        </section>
      ))}
      {results.length < mostResults && (
        <Button
          look="secondary"
          slim
          onClick={() => {
            setAdded(results.length);
            set({ results: [...results, emptyResult] });
          }}
        >
          {results.length === 0 ? 'Thêm số đo trước và sau' : 'Thêm số đo'}
        </Button>
      )}
    </section>
  );
}
