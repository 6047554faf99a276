/** Step 1: what it is. */

import type { Form } from '#contract/initiative.ts';
import { fieldLabels, labels, limits, solutionKindLabels } from '#domain/form.ts';
import { RadioGroup, Select } from '../../ui/choice-field.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { StepCoach } from './step-coach.tsx';
import type { StepProps } from './step-screen.tsx';

const kinds = Object.entries(solutionKindLabels).map(([value, { label, help }]) => ({
  value,
  label,
  hint: help,
}));
const fields = Object.entries(fieldLabels).map(([value, label]) => ({ value, label }));

export function StepWhat({ form, set, errorOf }: StepProps) {
  return (
    <div className="form">
      <TextArea
        id="title"
        label={labels.title}
        hint="Gọi đúng việc mới, để người chưa biết cũng hiểu."
        error={errorOf('title')}
        limit={limits.title.max}
        rows={2}
        value={form.title}
        onChange={(event) => set({ title: event.target.value })}
      />
      <StepCoach step={1} form={form} />
      <RadioGroup
        name="solutionKind"
        label={labels.solutionKind}
        error={errorOf('solutionKind')}
        options={kinds}
        value={form.solutionKind ?? ''}
        onChange={(event) => set({ solutionKind: event.target.value as Form['solutionKind'] })}
      />
      <Select
        id="field"
        label={labels.field}
        error={errorOf('field')}
        empty="Chọn một lĩnh vực"
        options={fields}
        value={form.field ?? ''}
        onChange={(event) =>
          set({ field: event.target.value === '' ? null : (event.target.value as Form['field']) })
        }
      />
      {form.field === 'other' && (
        <TextField
          id="fieldOther"
          label={labels.fieldOther}
          error={errorOf('fieldOther')}
          limit={limits.line.max}
          value={form.fieldOther}
          onChange={(event) => set({ fieldOther: event.target.value })}
        />
      )}
    </div>
  );
}
