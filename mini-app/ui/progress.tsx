/** How far one is: steps of a form, and the bar of a file on its way. */

import type { Tone } from './tone.ts';

/** The words ("Bước 3 trên 5") stand in the header; these segments are for the eye. */
export function Steps({ step, of }: { step: number; of: number }) {
  return (
    <div className="steps" style={{ gridTemplateColumns: `repeat(${of}, 1fr)` }} aria-hidden="true">
      {Array.from({ length: of }, (_, index) => index + 1).map((segment) => (
        <i key={segment} className={segment <= step ? 'steps-done' : undefined} />
      ))}
    </div>
  );
}

interface ProgressBarProps {
  /** 0 to 100. */
  percent: number;
  /** What is under way. Say percent and size in words beside it. */
  label: string;
  /** primary: moving · quiet: paused · danger: failed · ok: done. */
  tone?: Tone;
}

export function ProgressBar({ percent, label, tone = 'primary' }: ProgressBarProps) {
  return (
    <div
      className={`progress tone-${tone}`}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(percent)}
    >
      <div style={{ width: `${percent}%` }} />
    </div>
  );
}
