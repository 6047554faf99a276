/** One or two sentences that are true right now; a banner cannot be dismissed while they are. */

import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import type { Tone } from './tone.ts';

interface BannerProps {
  /** primary: information · todo: the person must act, or there is no network. */
  tone?: Tone;
  icon?: IconName;
  /** Announced when it appears. */
  live?: boolean;
  children: ReactNode;
}

export function Banner({ tone = 'primary', icon = 'info', live = false, children }: BannerProps) {
  return (
    <div className={`banner tone-${tone}`} role={live ? 'status' : undefined}>
      <Icon name={icon} />
      <div>{children}</div>
    </div>
  );
}

/** The quiet line that marks demo data and the rehearsal. */
export function DemoLine({ children }: { children: ReactNode }) {
  return (
    <p className="demo-line">
      <Icon name="info" size="s" />
      <span>{children}</span>
    </p>
  );
}
