/** A card, or a card that is one link. */

import type { ReactNode } from 'react';
import { Link, type To } from 'react-router-dom';
import type { Tone } from './tone.ts';

interface CardProps {
  /** The whole card leads there. */
  to?: To;
  /** Without inner space, for covers and coloured heads. */
  flush?: boolean;
  /** Soft ground of a tone instead of the surface. */
  tone?: Tone;
  children: ReactNode;
}

export function Card({ to, flush = false, tone, children }: CardProps) {
  const className = `card${flush ? ' card-flush' : ''}${tone === undefined ? '' : ` card-soft tone-${tone}`}`;
  return to === undefined ? (
    <div className={className}>{children}</div>
  ) : (
    <Link className={`${className} card-link`} to={to}>
      {children}
    </Link>
  );
}
