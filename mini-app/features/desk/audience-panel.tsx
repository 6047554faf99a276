/** Who is meant: everybody, or people by block, unit or role. */

import { useState } from 'react';
import type { Audience } from '#contract/announcement.ts';
import { roles } from '#contract/endpoint.ts';
import { fold } from '#domain/text.ts';
import { useHome } from '../../ask.ts';
import { Checkbox, RadioGroup } from '../../ui/choice-field.tsx';
import { FieldError } from '../../ui/field.tsx';
import { formatNumber } from '../../ui/format.ts';
import { SearchField } from '../../ui/text-field.tsx';
import { Panel } from './parts.tsx';
import { useUnits } from './units.ts';
import { roleNames } from './words.ts';

interface AudiencePanelProps {
  audience: Audience;
  error: string | undefined;
  onChange: (audience: Audience) => void;
}

const kinds: { value: Audience['kind']; label: string; hint?: string }[] = [
  { value: 'everybody', label: 'Mọi người', hint: 'Cả người quan tâm trang mà chưa nối mini app' },
  { value: 'blocks', label: 'Theo khối' },
  { value: 'units', label: 'Theo đơn vị' },
  { value: 'roles', label: 'Theo vai trò' },
];

const emptyOf: Record<Audience['kind'], Audience> = {
  everybody: { kind: 'everybody' },
  blocks: { kind: 'blocks', blocks: [] },
  units: { kind: 'units', units: [] },
  roles: { kind: 'roles', roles: [] },
};

const toggled = <T,>(all: readonly T[], chosen: readonly T[], one: T): T[] =>
  all.filter((value) => chosen.includes(value) !== (value === one));

export function AudiencePanel({ audience, error, onChange }: AudiencePanelProps) {
  const { data: home } = useHome();
  const blocks = home?.organisation.blocks ?? [];
  return (
    <Panel title="Người nhận">
      <RadioGroup
        name="audience"
        label={<span className="hidden-words">Gửi cho ai</span>}
        options={kinds}
        value={audience.kind}
        onChange={(event) => onChange(emptyOf[event.currentTarget.value as Audience['kind']])}
        error={error}
      />
      {audience.kind === 'blocks' && (
        <fieldset className="field">
          <legend className="field-label">Các khối</legend>
          {blocks.map(({ id, name }) => (
            <Checkbox
              key={id}
              name={`block-${id}`}
              checked={audience.blocks.includes(id)}
              onChange={() =>
                onChange({
                  kind: 'blocks',
                  blocks: toggled(
                    blocks.map((block) => block.id),
                    audience.blocks,
                    id,
                  ),
                })
              }
            >
              {name}
            </Checkbox>
          ))}
        </fieldset>
      )}
      {audience.kind === 'units' && (
        <Units chosen={audience.units} onChange={(units) => onChange({ kind: 'units', units })} />
      )}
      {audience.kind === 'roles' && (
        <fieldset className="field">
          <legend className="field-label">Các vai trò</legend>
          {roles.map((role) => (
            <Checkbox
              key={role}
              name={`role-${role}`}
              checked={audience.roles.includes(role)}
              onChange={() => onChange({ kind: 'roles', roles: toggled(roles, audience.roles, role) })}
            >
              {roleNames[role]}
            </Checkbox>
          ))}
        </fieldset>
      )}
    </Panel>
  );
}

const mostUnits = 100;

function Units({ chosen, onChange }: { chosen: string[]; onChange: (units: string[]) => void }) {
  const { data: units = [], isError } = useUnits();
  const [words, setWords] = useState('');
  const shown = units.filter(({ name }) => fold(name).includes(fold(words.trim())));
  return (
    <div className="desk-stack">
      <SearchField
        label="Tìm đơn vị"
        placeholder="Tìm đơn vị (gõ không dấu được)"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <p className="small muted" role="status">
        Đã chọn {formatNumber(chosen.length)} đơn vị
        {chosen.length > mostUnits && `, nhiều nhất ${mostUnits}. Gửi nhiều hơn thì chọn theo khối`}.
      </p>
      {isError && (
        <FieldError id="units">Chưa lấy được danh sách đơn vị. Kiểm tra mạng rồi mở lại.</FieldError>
      )}
      <fieldset className="unit-choice">
        <legend className="hidden-words">Các đơn vị</legend>
        {shown.map(({ id, name }) => (
          <Checkbox
            key={id}
            name={`unit-${id}`}
            checked={chosen.includes(id)}
            onChange={() =>
              onChange(
                toggled(
                  units.map((unit) => unit.id),
                  chosen,
                  id,
                ),
              )
            }
          >
            {name}
          </Checkbox>
        ))}
        {shown.length === 0 && <p className="muted">Không có đơn vị nào tên như vậy.</p>}
      </fieldset>
    </div>
  );
}
