/** A row of choices of which one holds, such as blocks of units; scrolls sideways on small phones. */

import { useId } from 'react';
import { Icon } from './icon.tsx';

interface ChipsProps<Value extends string> {
  /** What is chosen here, for the ear. */
  label: string;
  options: { value: Value; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
}

export function Chips<Value extends string>({ label, options, value, onChange }: ChipsProps<Value>) {
  const name = useId();
  return (
    <fieldset>
      <legend className="hidden-words">{label}</legend>
      <div className="chips">
        {options.map((option) => (
          <label key={option.value} className={option.value === value ? 'chip chip-on' : 'chip'}>
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.value === value && <Icon name="check" size="s" />}
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
