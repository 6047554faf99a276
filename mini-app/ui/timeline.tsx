/** The way of a dossier: what is done with its date, where it is now, what comes next. */

import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import type { Tone } from './tone.ts';

export interface TimelineStep {
  /** A future step never carries a word that sounds done. */
  label: string;
  when: 'done' | 'now' | 'next';
  /** The date, the expected time, or who did it. */
  note?: ReactNode;
  /** For now and next; done steps carry the check. */
  icon?: IconName;
  /** For now: the tone of its state. */
  tone?: Tone;
}

const spoken = { done: 'Đã xong: ', now: 'Đang ở bước này: ', next: 'Sắp tới: ' };

/** `card`: on a card of its own. */
export function Timeline({ steps, card = false }: { steps: TimelineStep[]; card?: boolean }) {
  return (
    <ol className={card ? 'timeline card' : 'timeline'}>
      {steps.map(({ label, when, note, icon = 'clock', tone = 'primary' }) => (
        <li
          key={label}
          className={`step step-${when} tone-${tone}`}
          aria-current={when === 'now' ? 'step' : undefined}
        >
          <span className="step-point">
            <Icon name={when === 'done' ? 'check' : icon} size="s" />
          </span>
          <p className="step-label">
            <span className="hidden-words">{spoken[when]}</span>
            {label}
          </p>
          {note !== undefined && note !== null && <p className="small muted">{note}</p>}
        </li>
      ))}
    </ol>
  );
}
