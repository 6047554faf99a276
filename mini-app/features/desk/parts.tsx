/** Pieces from which the desk's pages are made: panels, tiles with a count, tables that become cards. */

import type { ReactElement, ReactNode } from 'react';
import { Link, type To } from 'react-router-dom';
import { formatNumber } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';

interface PanelProps {
  title: ReactNode;
  /** At the right of the title: a link, a count, a badge. */
  more?: ReactNode;
  /** For rows that reach from edge to edge. */
  flush?: boolean;
  children: ReactNode;
}

/** A card with a heading of its own. */
export function Panel({ title, more, flush = false, children }: PanelProps) {
  return (
    <section className="card card-flush panel">
      <div className="panel-head">
        <h2>{title}</h2>
        {more !== undefined && <div className="panel-more">{more}</div>}
      </div>
      <div className={flush ? undefined : 'panel-body'}>{children}</div>
    </section>
  );
}

interface TileProps {
  to: To;
  count: number;
  label: string;
  /** over: the office itself is late. */
  urgency?: 'over' | 'now';
}

/** A number that leads to exactly the list it counts. */
export function Tile({ to, count, label, urgency }: TileProps) {
  return (
    <li>
      <Link className={urgency === undefined ? 'count-tile' : `count-tile count-${urgency}`} to={to}>
        <b>{formatNumber(count)}</b>
        <span>
          {label}
          <Icon name="forward" size="xs" />
        </span>
      </Link>
    </li>
  );
}

export const Tiles = ({ label, children }: { label: string; children: ReactNode }) => (
  <ul className="count-tiles" aria-label={label}>
    {children}
  </ul>
);

/** Two columns on a wide screen: the work, and what belongs beside it. */
export const Columns = ({ side, children }: { side: ReactElement; children: ReactNode }) => (
  <div className="desk-columns">
    <div className="desk-stack">{children}</div>
    <div className="desk-stack">{side}</div>
  </div>
);

/** A question and its answer, one line each. */
export function Lines({ lines }: { lines: { question: ReactNode; answer: ReactNode }[] }) {
  return (
    <dl className="lines">
      {lines.map(({ question, answer }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change their order
        <div key={index}>
          <dt>{question}</dt>
          <dd>{answer}</dd>
        </div>
      ))}
    </dl>
  );
}
