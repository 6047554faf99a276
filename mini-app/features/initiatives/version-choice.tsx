/** Two versions of one text beside each other: only the answers that differ, with the differing words marked. */

import { useId } from 'react';
import type { Unit } from '#contract/campaign.ts';
import type { Form } from '#contract/initiative.ts';
import { dayOf } from '#domain/calendar.ts';
import { labels } from '#domain/form.ts';
import { useHome, useServerNow } from '../../ask.ts';
import { instantOf, sayRecently } from '../../ui/format.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { plainAnswer } from './answers.tsx';
import { differences, stepCount, stepsDone } from './draft-form.ts';
import { markedAgainst } from './marked.ts';

export interface Version<Value extends string> {
  value: Value;
  title: string;
  /** Begins the line about its time: "Từ máy khác, ". */
  from?: string;
  icon: IconName;
  form: Form;
  at: string;
  unit: Unit | null;
}

interface VersionChoiceProps<Value extends string> {
  versions: [Version<Value>, Version<Value>];
  value: Value;
  onChange: (value: Value) => void;
}

export function VersionChoice<Value extends string>({
  versions,
  value,
  onChange,
}: VersionChoiceProps<Value>) {
  const name = useId();
  const { data: home } = useHome();
  const serverNow = useServerNow();
  const [one, two] = versions;
  const differing = differences(one.form, two.form);
  const today = dayOf(serverNow());
  return (
    <fieldset>
      <legend className="field-label">Khác nhau ở {differing.length} câu trả lời</legend>
      <div className="versions">
        {versions.map((version, index) => {
          const against = versions[1 - index] as Version<Value>;
          const chosen = version.value === value;
          const when = sayRecently(instantOf(version.at), serverNow());
          return (
            <label key={version.value} className={chosen ? 'version version-on' : 'version'}>
              <span className="version-head">
                <input
                  type="radio"
                  className="radio"
                  name={name}
                  checked={chosen}
                  onChange={() => onChange(version.value)}
                />
                <span>
                  <span className="row-title bold">{version.title}</span>
                  <span className="row-line">
                    {version.from ?? ''}
                    {version.from ? 'sửa' : 'Sửa'} {when.charAt(0).toLowerCase() + when.slice(1)}, được{' '}
                    {stepsDone(version.form, today)} trên {stepCount} bước
                  </span>
                </span>
                <Icon name={version.icon} />
              </span>
              <span className="version-answers">
                {differing.map((field) => (
                  <span key={field}>
                    <span className="small muted">{labels[field]}</span>
                    <Marked
                      text={plainAnswer(field, version.form, version.unit?.name ?? null, home)}
                      against={plainAnswer(field, against.form, against.unit?.name ?? null, home)}
                    />
                  </span>
                ))}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

function Marked({ text, against }: { text: string; against: string }) {
  if (text.trim() === '')
    return (
      <span>
        <mark>Chưa trả lời</mark>
      </span>
    );
  const { before, marked, after } = markedAgainst(text, against);
  return (
    <span className="keep-lines">
      {before}
      {marked !== '' && <mark>{marked}</mark>}
      {after}
    </span>
  );
}
