/** Fields for choosing, all native: select, date, radio group, checkbox, switch. All but the switch fit `{...register()}`. */

import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type ReactNode,
  useId,
  useLayoutEffect,
  useState,
} from 'react';
import { controlProps, Field, FieldError, FieldHint, type FieldWords, Optional } from './field.tsx';
import { sayDate } from './format.ts';
import { Icon } from './icon.tsx';

export interface Option {
  value: string;
  label: string;
  /** Radio only: one line below. */
  hint?: string;
}

export interface OptionGroup {
  label: string;
  options: Option[];
}

type SelectProps = FieldWords & {
  /** The entry for "nothing chosen yet". */
  empty?: string;
  options: (Option | OptionGroup)[];
} & Omit<ComponentPropsWithoutRef<'select'>, 'id' | 'className' | 'children'>;

const Entry = ({ value, label }: Option) => <option value={value}>{label}</option>;

/** The phone's own list. */
export const Select = forwardRef<HTMLSelectElement, SelectProps>(function Select(props, ref) {
  const { id, label, hint, error, optional, empty = 'Chọn một mục', options, ...select } = props;
  const made = useId();
  const fieldId = id ?? select.name ?? made;
  const words = { label, hint, error, optional };
  return (
    <Field {...words} id={fieldId}>
      <span className="select">
        <select {...select} {...controlProps(fieldId, words)} className="control" ref={ref}>
          <option value="">{empty}</option>
          {options.map((option) =>
            'options' in option ? (
              <optgroup key={option.label} label={option.label}>
                {option.options.map((entry) => (
                  <Entry key={entry.value} {...entry} />
                ))}
              </optgroup>
            ) : (
              <Entry key={option.value} {...option} />
            ),
          )}
        </select>
        <Icon name="down" size="s" />
      </span>
    </Field>
  );
});

type DateFieldProps = FieldWords & Omit<ComponentPropsWithoutRef<'input'>, 'id' | 'className' | 'type'>;

/** The phone's own calendar; the value is yyyy-MM-dd. The date is said in words below, whatever order the phone writes it in. */
export const DateField = forwardRef<HTMLInputElement, DateFieldProps>(function DateField(props, ref) {
  const { id, label, hint, error, optional, onInput, ...input } = props;
  const made = useId();
  const fieldId = id ?? input.name ?? made;
  const words = { label, hint, error, optional };
  const [day, setDay] = useState('');
  // The form may fill the control without an event.
  useLayoutEffect(() => {
    const control = document.getElementById(fieldId);
    if (control instanceof HTMLInputElement) setDay(control.value);
  });
  return (
    <Field
      {...words}
      id={fieldId}
      below={
        <p className="counter" id={`${fieldId}-said`}>
          {day === '' ? '' : sayDate(day)}
        </p>
      }
    >
      <input
        {...input}
        {...controlProps(fieldId, words, `${fieldId}-said`)}
        type="date"
        className="control"
        ref={ref}
        onInput={(event) => {
          setDay(event.currentTarget.value);
          onInput?.(event);
        }}
      />
    </Field>
  );
});

type RadioGroupProps = FieldWords & {
  name: string;
  options: Option[];
  /** The chosen value; leave out with `register`. */
  value?: string;
} & Omit<ComponentPropsWithoutRef<'input'>, 'id' | 'className' | 'type' | 'value' | 'name'>;

/** A few choices, all visible. ErrorSummary's link leads to the first of them. */
export const RadioGroup = forwardRef<HTMLInputElement, RadioGroupProps>(function RadioGroup(props, ref) {
  const { id, label, hint, error, optional = false, options, value, ...input } = props;
  const groupId = id ?? input.name;
  const { id: _first, ...described } = controlProps(groupId, { label, hint, error });
  return (
    <fieldset className="field" aria-describedby={described['aria-describedby']}>
      <legend className="field-label">
        {label}
        {optional && <Optional />}
      </legend>
      {hint !== undefined && <FieldHint id={groupId}>{hint}</FieldHint>}
      {error !== undefined && <FieldError id={groupId}>{error}</FieldError>}
      {options.map((option, index) => (
        <label key={option.value} className="tick">
          <input
            {...input}
            ref={ref}
            type="radio"
            className="radio"
            id={index === 0 ? groupId : undefined}
            value={option.value}
            aria-invalid={described['aria-invalid']}
            {...(value !== undefined && { checked: value === option.value })}
          />
          <span>
            {option.label}
            {option.hint !== undefined && <span className="tick-hint">{option.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
});

type CheckboxProps = {
  id?: string;
  error?: string | undefined;
  hint?: ReactNode;
  children: ReactNode;
} & Omit<ComponentPropsWithoutRef<'input'>, 'id' | 'className' | 'type'>;

/** One statement to agree to. */
export const Checkbox = forwardRef<HTMLInputElement, CheckboxProps>(function Checkbox(props, ref) {
  const { id, error, hint, children, ...input } = props;
  const made = useId();
  const boxId = id ?? input.name ?? made;
  return (
    <div className="field-tick">
      {error !== undefined && <FieldError id={boxId}>{error}</FieldError>}
      <label className="tick">
        <input
          {...input}
          {...controlProps(boxId, { label: '', error })}
          ref={ref}
          type="checkbox"
          className="checkbox"
        />
        <span>
          {children}
          {hint !== undefined && <span className="tick-hint">{hint}</span>}
        </span>
      </label>
    </div>
  );
});

interface SwitchProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** What is agreed to. */
  children: ReactNode;
  /** Since when, or that it is not agreed. */
  hint?: ReactNode;
}

/** A consent that takes effect at once; a row of a list. */
export function Switch({ checked, onChange, children, hint }: SwitchProps) {
  return (
    <label className="switch-row">
      <span className="row-words">
        <span className="row-title">{children}</span>
        {hint !== undefined && <span className="row-line">{hint}</span>}
      </span>
      <input
        type="checkbox"
        role="switch"
        aria-checked={checked}
        className="switch"
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}
