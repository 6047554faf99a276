/** The fields of a round: who hands in, from when until when (day and hour), and when those who have not are reminded. */

import { useHome } from '../../ask.ts';
import { Checkbox, DateField } from '../../ui/choice-field.tsx';
import { FieldError } from '../../ui/field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { RoundDraft } from './round-draft.ts';

interface RoundFieldsProps {
  draft: RoundDraft;
  problems: Partial<Record<keyof RoundDraft, string>>;
  onChange: (draft: RoundDraft) => void;
  /** Tells apart two of these on one screen. */
  name: string;
}

export function RoundFields({ draft, problems, onChange, name }: RoundFieldsProps) {
  const { data: home } = useHome();
  const blocks = home?.organisation.blocks ?? [];
  const set = (change: Partial<RoundDraft>) => onChange({ ...draft, ...change });
  const line = (field: 'name' | 'scope' | 'graceMinutes' | 'daysBefore') => ({
    name: `${name}-${field}`,
    value: draft[field],
    error: problems[field],
    onChange: (event: { currentTarget: { value: string } }) => set({ [field]: event.currentTarget.value }),
  });
  const date = (field: 'opensOn' | 'closesOn') => ({
    name: `${name}-${field}`,
    value: draft[field],
    error: problems[field],
    onChange: (event: { currentTarget: { value: string } }) => set({ [field]: event.currentTarget.value }),
  });
  const time = (field: 'opensTime' | 'closesTime' | 'remindAt') => ({
    type: 'time',
    name: `${name}-${field}`,
    value: draft[field],
    error: problems[field],
    onChange: (event: { currentTarget: { value: string } }) => set({ [field]: event.currentTarget.value }),
  });
  return (
    <div className="desk-stack">
      <TextField label="Tên đợt" maxLength={120} {...line('name')} />
      <TextField label="Ai nộp ở đợt này" maxLength={300} {...line('scope')} />
      <fieldset className="field">
        <legend className="field-label">Các khối</legend>
        {problems.blocks !== undefined && <FieldError id={`${name}-blocks`}>{problems.blocks}</FieldError>}
        {blocks.map(({ id, name: blockName }) => (
          <Checkbox
            key={id}
            name={`${name}-block-${id}`}
            checked={draft.blocks.includes(id)}
            onChange={() =>
              set({
                blocks: blocks
                  .map((block) => block.id)
                  .filter((one) => draft.blocks.includes(one) !== (one === id)),
              })
            }
          >
            {blockName}
          </Checkbox>
        ))}
      </fieldset>
      <div className="day-and-hour">
        <DateField label="Mở nhận: ngày" {...date('opensOn')} />
        <TextField label="Mở nhận: giờ" {...time('opensTime')} />
      </div>
      <div className="day-and-hour">
        <DateField label="Hạn nộp: ngày" {...date('closesOn')} />
        <TextField label="Hạn nộp: giờ" {...time('closesTime')} />
      </div>
      <TextField
        label="Vẫn nhận thêm (phút)"
        hint="Sau hạn nộp, cho người đang nộp dở. 0 là đóng đúng giờ."
        inputMode="numeric"
        {...line('graceMinutes')}
      />
      <Checkbox
        name={`${name}-reminds`}
        checked={draft.reminds}
        onChange={(event) => set({ reminds: event.currentTarget.checked })}
        hint="Tự nhắc cán bộ của các khối này chưa nộp; không nhắc người dân."
      >
        Nhắc trước hạn nộp
      </Checkbox>
      {draft.reminds && (
        <div className="day-and-hour">
          <TextField label="Nhắc trước (ngày)" hint="Cách nhau bằng dấu phẩy." {...line('daysBefore')} />
          <TextField label="Lúc" hint="Giờ Việt Nam." {...time('remindAt')} />
        </div>
      )}
    </div>
  );
}
