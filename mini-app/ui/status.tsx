/** The state of an initiative as a badge: the tone and icon are ours, the word is the domain's own and never shortened. */

import type { ReactNode } from 'react';
import type { State } from '#contract/initiative.ts';
import { Icon, type IconName } from './icon.tsx';
import type { Tone } from './tone.ts';

interface Look {
  tone: Tone;
  icon: IconName;
}

export const stateLook: Record<State, Look> = {
  draft: { tone: 'quiet', icon: 'pen' },
  submitted: { tone: 'primary', icon: 'send' },
  unit_returned: { tone: 'todo', icon: 'return' },
  unit_confirmed: { tone: 'primary', icon: 'stamp' },
  supplement_requested: { tone: 'todo', icon: 'attach' },
  accepted: { tone: 'primary', icon: 'clipboard' },
  refused: { tone: 'quiet', icon: 'ban' },
  under_review: { tone: 'council', icon: 'users' },
  recognised: { tone: 'ok', icon: 'medal' },
  not_recognised: { tone: 'quiet', icon: 'minus' },
  forwarded_city: { tone: 'city', icon: 'city' },
  city_recognised: { tone: 'spark', icon: 'star' },
  city_not_recognised: { tone: 'quiet', icon: 'minus' },
  withdrawn: { tone: 'quiet', icon: 'undo' },
  lapsed: { tone: 'quiet', icon: 'hourglass' },
};

/** Any pill with an icon and a word. */
export function Badge({ tone, icon, children }: Look & { children: ReactNode }) {
  return (
    <span className={`badge tone-${tone}`}>
      <Icon name={icon} size="xs" />
      {children}
    </span>
  );
}

/** Takes `status` of the contract as it is: `<StatusBadge {...initiative.status} />`. */
export const StatusBadge = ({ state, label }: { state: State; label: string }) => (
  <Badge {...stateLook[state]}>{label}</Badge>
);

/** Badge and code in one line, for cards and list rows. */
export function StatusLine({ state, label, code }: { state: State; label: string; code: string | null }) {
  return (
    <span className="status-line">
      <StatusBadge state={state} label={label} />
      {code !== null && <span className="code small meta">{code}</span>}
    </span>
  );
}
