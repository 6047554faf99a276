/** The frame of every field: a real label, a hint, the error above the control, and what belongs below it. */

import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

/** The words around a control; all fields take them. */
export interface FieldWords {
  /** Also the target of the links in ErrorSummary; the control's name unless given. */
  id?: string;
  label: ReactNode;
  /** One sentence. */
  hint?: ReactNode;
  /** What to do, in the words that ErrorSummary repeats. */
  error?: string | undefined;
  /** Adds "(không bắt buộc)". Required fields say nothing. */
  optional?: boolean;
}

/** What joins a control to its words. */
export interface ControlProps {
  id: string;
  'aria-invalid'?: true;
  'aria-describedby'?: string;
}

export function controlProps(id: string, { hint, error }: FieldWords, also?: string): ControlProps {
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`, also].filter(
    (part) => typeof part === 'string',
  );
  return {
    id,
    ...(error !== undefined && { 'aria-invalid': true as const }),
    ...(described.length > 0 && { 'aria-describedby': described.join(' ') }),
  };
}

export const Optional = () => <span className="optional"> (không bắt buộc)</span>;

export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className="hint" id={`${id}-hint`}>
      {children}
    </p>
  );
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className="field-error" id={`${id}-error`}>
      <Icon name="warn" size="s" />
      <span>{children}</span>
    </p>
  );
}

interface FieldProps extends FieldWords {
  id: string;
  below?: ReactNode;
  children: ReactNode;
}

/** For one labelled control; give the control `controlProps(id, words)`. */
export function Field({ id, label, hint, error, optional = false, below, children }: FieldProps) {
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
        {optional && <Optional />}
      </label>
      {hint !== undefined && <FieldHint id={id}>{hint}</FieldHint>}
      {error !== undefined && <FieldError id={id}>{error}</FieldError>}
      {children}
      {below}
    </div>
  );
}
