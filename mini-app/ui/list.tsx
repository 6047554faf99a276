/** Lists on a card: rows that lead somewhere, rows that do something, rows with content of their own. */

import type { ReactNode } from 'react';
import { Link, type To } from 'react-router-dom';
import { Icon, type IconName } from './icon.tsx';
import type { Tone } from './tone.ts';

/** Children are the rows below, each of which is an `li`. */
export const List = ({ children }: { children: ReactNode }) => <ul className="list">{children}</ul>;

interface RowWords {
  title: ReactNode;
  /** One small line below. */
  line?: ReactNode;
  /** On a 44 px tile. */
  icon?: IconName;
  tone?: Tone;
  /** Icon without its tile, for rows of actions. */
  plain?: boolean;
  /** Unread: bold, on a soft ground, with a dot. */
  unread?: boolean;
}

function RowInside({ title, line, icon, tone = 'primary', plain = false, unread = false }: RowWords) {
  return (
    <>
      {icon !== undefined && (
        <span className={plain ? 'row-icon' : `tile tone-${tone}`}>
          <Icon name={icon} />
        </span>
      )}
      <span className="row-words">
        <span className={unread ? 'row-title bold' : 'row-title'}>
          {unread && <span className="hidden-words">Chưa đọc: </span>}
          {title}
        </span>
        {line !== undefined && <span className="row-line">{line}</span>}
      </span>
      {unread && <span className="row-dot" aria-hidden="true" />}
    </>
  );
}

const itemClass = (unread?: boolean) => (unread ? 'row-unread' : undefined);

/** Leads to another screen. */
export function ListLink({ to, ...words }: RowWords & { to: To }) {
  return (
    <li className={itemClass(words.unread)}>
      <Link className="row" to={to}>
        <RowInside {...words} />
        {!words.unread && <Icon name="forward" />}
      </Link>
    </li>
  );
}

/** Does something here. `danger`: withdrawing, deleting. */
export function ListAction({
  onClick,
  danger = false,
  ...words
}: RowWords & { onClick: () => void; danger?: boolean }) {
  return (
    <li className={itemClass(words.unread)}>
      <button type="button" className={danger ? 'row row-danger' : 'row'} onClick={onClick}>
        <RowInside plain {...words} />
        {!danger && <Icon name="forward" />}
      </button>
    </li>
  );
}

/** Only says something; `end` may hold an IconButton or an icon. */
export function ListItem({ end, children, ...words }: RowWords & { end?: ReactNode; children?: ReactNode }) {
  return (
    <li>
      <div className="row">
        <RowInside {...words} />
        {end}
      </div>
      {children}
    </li>
  );
}

/** A whole row of one's own, such as a dossier with badge, title and sentence; leads to `to` where given. */
export function ListBlock({ to, children }: { to?: To; children: ReactNode }) {
  return (
    <li>
      {to === undefined ? (
        <div className="row-block">{children}</div>
      ) : (
        <Link className="row-block" to={to}>
          {children}
        </Link>
      )}
    </li>
  );
}
