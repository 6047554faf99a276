/** Step 5: for whom it is good, where it was applied, what is asked for; and five optional answers, folded. */

import { useState } from 'react';
import type { Form } from '#contract/initiative.ts';
import { benefitLabels, labels, limits } from '#domain/form.ts';
import { useHome } from '../../ask.ts';
import { Checkbox, RadioGroup } from '../../ui/choice-field.tsx';
import { FieldError, FieldHint } from '../../ui/field.tsx';
import { Fold } from '../../ui/fold.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import type { StepProps } from './step-screen.tsx';

type Benefit = Form['benefitKinds'][number];

export function StepScope(props: StepProps) {
  const { form, set, errorOf } = props;
  const { data: home } = useHome();
  return (
    <div className="form">
      <Benefits {...props} />
      <TextArea
        id="appliedAt"
        label={labels.appliedAt}
        hint="Bộ phận, lớp, tổ dân phố hay đơn vị nào đã làm theo cách này."
        error={errorOf('appliedAt')}
        limit={limits.appliedAt.max}
        rows={2}
        value={form.appliedAt}
        onChange={(event) => set({ appliedAt: event.target.value })}
      />
      <RadioGroup
        name="levelWanted"
        label={labels.levelWanted}
        error={errorOf('levelWanted')}
        options={(home?.organisation.levels ?? []).map(({ id, label }) => ({
          value: id,
          label: `Công nhận ${label}`,
        }))}
        value={form.levelWanted ?? ''}
        onChange={(event) => set({ levelWanted: event.target.value as Form['levelWanted'] })}
      />
      <More {...props} />
    </div>
  );
}

function Benefits({ form, set, errorOf }: StepProps) {
  const error = errorOf('benefitKinds');
  const toggle = (kind: Benefit, on: boolean) =>
    set({
      benefitKinds: on ? [...form.benefitKinds, kind] : form.benefitKinds.filter((one) => one !== kind),
    });
  return (
    <div className="part">
      <fieldset className="field" aria-describedby={`benefitKinds-hint${error ? ' benefitKinds-error' : ''}`}>
        <legend className="field-label">{labels.benefitKinds}</legend>
        <FieldHint id="benefitKinds">Chọn một hoặc cả hai.</FieldHint>
        {error !== undefined && <FieldError id="benefitKinds">{error}</FieldError>}
        {(Object.entries(benefitLabels) as [Benefit, string][]).map(([kind, label], index) => (
          <Checkbox
            key={kind}
            id={index === 0 ? 'benefitKinds' : `benefitKinds.${kind}`}
            checked={form.benefitKinds.includes(kind)}
            onChange={(event) => toggle(kind, event.target.checked)}
          >
            {label}
          </Checkbox>
        ))}
      </fieldset>
      {form.benefitKinds.includes('economic') && (
        <TextField
          id="benefitSum"
          label={labels.benefitSum}
          optional
          hint="Nếu tính được, ghi số tiền và cách tính."
          error={errorOf('benefitSum')}
          limit={limits.benefitSum.max}
          value={form.benefitSum}
          onChange={(event) => set({ benefitSum: event.target.value })}
        />
      )}
    </div>
  );
}

const more = ['replicability', 'conditions', 'supporters', 'investor', 'confidential'] as const;
const hints: Record<(typeof more)[number], string> = {
  replicability: 'Nơi nào làm theo được ngay. Nên có khi đề nghị cấp cao hơn.',
  conditions: 'Cần người, thiết bị hay kinh phí gì thì làm được.',
  supporters: 'Họ tên, đơn vị của những người đã cùng làm.',
  investor: 'Chỉ khi có người khác bỏ tiền để tạo ra sáng kiến.',
  confidential: 'Điều chưa nên công bố. Phần này không bao giờ hiện ra công khai.',
};

function More({ form, set, errorOf }: StepProps) {
  const wrong = more.some((field) => errorOf(field) !== undefined);
  const [open, setOpen] = useState(() => more.some((field) => form[field].trim() !== ''));
  return (
    <Fold
      title={
        <>
          Thêm thông tin <span className="optional">(không bắt buộc)</span>
        </>
      }
      open={open || wrong}
      onToggle={setOpen}
    >
      {more.map((field) => (
        <TextArea
          key={field}
          id={field}
          label={labels[field]}
          hint={hints[field]}
          error={errorOf(field)}
          limit={field === 'investor' ? limits.authorLine.max : limits[field].max}
          rows={2}
          value={form[field]}
          onChange={(event) => set({ [field]: event.target.value })}
        />
      ))}
    </Fold>
  );
}
