/** Writing down the council's decision. It is staged: nobody outside the desk sees it before the round is released. */

import { useState } from 'react';
import type { Level } from '#contract/common.ts';
import { useHome } from '../../ask.ts';
import { DeedFailed, useDeed } from '../../shared/deed.tsx';
import { useChanges } from '../../shared/kept.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox, DateField, RadioGroup } from '../../ui/choice-field.tsx';
import { FieldError } from '../../ui/field.tsx';
import { capitalise } from '../../ui/format.ts';
import { useMessage } from '../../ui/snackbar.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import type { ActProps } from './act-dialogs.tsx';
import { ActSheet } from './act-sheet.tsx';
import { refresh } from './act-simple.tsx';
import { kindNames } from './dossier-panels.tsx';
import { type OutcomeDraft, outcomeProblems } from './outcome.ts';

const kinds = ['initiative', 'impact'] as const;

export function OutcomeSheet({ open, dossier, onClose, onFresh }: ActProps) {
  const { data: home } = useHome();
  const staged = dossier.outcome;
  const version = staged?.version ?? 0;
  const draft = useChanges<OutcomeDraft>(`outcome:${dossier.id}`, {
    outcome: staged?.outcome ?? '',
    level: staged?.level ?? '',
    kinds: staged?.kinds ?? ['initiative'],
    reason: staged?.reason ?? '',
    decisionNo: staged?.decisionNo ?? '',
    decisionDate: staged?.decisionDate ?? '',
    certificateNo: staged?.certificateNo ?? '',
  });
  const [tried, setTried] = useState(false);
  const say = useMessage();
  const deed = useDeed('stageOutcome', () => {
    draft.forget();
    onClose();
    say('Đã ghi, đang giữ kín. Tác giả chưa thấy gì.');
  });
  const now = draft.value;
  const set = (change: Partial<OutcomeDraft>) => draft.set({ ...now, ...change });
  const problems = outcomeProblems(now);
  const problem = (field: keyof OutcomeDraft) => (tried ? problems[field] : undefined) ?? deed.problem(field);
  const recognised = now.outcome === 'recognised';
  const act = () => {
    setTried(true);
    if (Object.keys(problems).length > 0 || now.outcome === '') return;
    deed.run({
      id: dossier.id,
      version,
      outcome: now.outcome,
      level: recognised ? (now.level as Level) : null,
      kinds: recognised ? now.kinds : [],
      reason: recognised ? null : now.reason,
      decisionNo: now.decisionNo.trim() || null,
      decisionDate: now.decisionDate || null,
      certificateNo: recognised ? now.certificateNo.trim() || null : null,
    });
  };
  return (
    <ActSheet
      open={open}
      onClose={onClose}
      title="Kết quả của Hội đồng"
      actions={
        <Button onClick={act} busy={deed.busy ? 'Đang ghi…' : undefined}>
          Ghi và giữ kín
        </Button>
      }
    >
      <DeedFailed besideFields failure={deed.failure} onFresh={refresh(deed.reset, onFresh)} />
      <p className="muted">Tác giả và mọi nơi khác vẫn thấy “Đang xét” tới khi công bố cả đợt.</p>
      <RadioGroup
        name="outcome"
        label="Kết luận"
        options={[
          { value: 'recognised', label: 'Công nhận' },
          { value: 'not_recognised', label: 'Không công nhận' },
        ]}
        value={now.outcome}
        onChange={(event) => set({ outcome: event.currentTarget.value as OutcomeDraft['outcome'] })}
        error={problem('outcome')}
      />
      {recognised && (
        <>
          <RadioGroup
            name="level"
            label="Cấp công nhận"
            options={(home?.organisation.levels ?? [])
              .filter(({ id }) => id !== 'city')
              .map(({ id, label }) => ({ value: id, label: capitalise(label) }))}
            value={now.level}
            onChange={(event) => set({ level: event.currentTarget.value as Level })}
            error={problem('level')}
          />
          <fieldset className="field">
            <legend className="field-label">Nội dung được công nhận</legend>
            {problem('kinds') !== undefined && <FieldError id="kinds">{problem('kinds')}</FieldError>}
            {kinds.map((kind) => (
              <Checkbox
                key={kind}
                name={`kind-${kind}`}
                checked={now.kinds.includes(kind)}
                onChange={() =>
                  set({ kinds: kinds.filter((one) => now.kinds.includes(one) !== (one === kind)) })
                }
              >
                {kindNames[kind]}
              </Checkbox>
            ))}
          </fieldset>
        </>
      )}
      {now.outcome === 'not_recognised' && (
        <TextArea
          name="reason"
          label="Lý do"
          hint="Chỉ tác giả đọc, sau khi công bố."
          limit={2000}
          value={now.reason}
          onChange={(event) => set({ reason: event.currentTarget.value })}
          error={problem('reason')}
        />
      )}
      {now.outcome !== '' && (
        <>
          <TextField
            name="decisionNo"
            label="Số quyết định"
            optional={!recognised}
            value={now.decisionNo}
            maxLength={60}
            onChange={(event) => set({ decisionNo: event.currentTarget.value })}
            error={problem('decisionNo')}
          />
          <DateField
            name="decisionDate"
            label="Ngày quyết định"
            optional={!recognised}
            value={now.decisionDate}
            onChange={(event) => set({ decisionDate: event.currentTarget.value })}
            error={problem('decisionDate')}
          />
        </>
      )}
      {recognised && (
        <TextField
          name="certificateNo"
          label="Số giấy chứng nhận"
          optional
          value={now.certificateNo}
          maxLength={60}
          onChange={(event) => set({ certificateNo: event.currentTarget.value })}
          error={problem('certificateNo')}
        />
      )}
    </ActSheet>
  );
}
