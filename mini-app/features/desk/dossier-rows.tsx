/** Dossiers as rows of a table, or as cards on a phone. */

import { Link } from 'react-router-dom';
import type { Summary } from '#contract/initiative.ts';
import { Card } from '../../ui/card.tsx';
import { StatusBadge, StatusLine } from '../../ui/status.tsx';
import { type Due, dueOf } from './due.ts';

interface RowsProps {
  items: Summary[];
  now: Date;
}

const pathOf = (id: string) => `/desk/initiatives/${id}`;

export function DossierTable({ items, now }: RowsProps) {
  return (
    <table className="table table-dossiers">
      <caption className="hidden-words">Danh sách hồ sơ, nộp gần nhất ở trên</caption>
      <thead>
        <tr>
          <th scope="col" className="table-code">
            Mã
          </th>
          <th scope="col">Sáng kiến, tác giả</th>
          <th scope="col" className="table-unit">
            Đơn vị
          </th>
          <th scope="col">Trạng thái</th>
          <th scope="col">Hạn kế tiếp</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ id, code, title, authorNames, unitName, status }) => (
          <tr key={id}>
            <td className="table-code code">{code}</td>
            <td className="table-main">
              <Link className="table-link" to={pathOf(id)} title={title}>
                {title}
              </Link>
              <span className="table-under">
                <span className="table-code-inline code">{code} · </span>
                {authorNames}
                {unitName !== null && <span className="table-unit-inline"> · {unitName}</span>}
              </span>
            </td>
            <td className="table-unit">{unitName}</td>
            <td>
              <StatusBadge {...status} />
            </td>
            <td>
              <DueWords due={dueOf(status, now)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function DossierCards({ items, now }: RowsProps) {
  return (
    <ul className="desk-cards">
      {items.map(({ id, code, title, authorNames, unitName, status }) => (
        <li key={id}>
          <Card to={pathOf(id)}>
            <StatusLine {...status} code={code} />
            <span className="bold">{title}</span>
            <span className="small muted">{[authorNames, unitName].filter(Boolean).join(' · ')}</span>
            <DueWords due={dueOf(status, now)} inline />
          </Card>
        </li>
      ))}
    </ul>
  );
}

/** The day above, how long until then below; or both in one line. */
export function DueWords({ due, inline = false }: { due: Due | null; inline?: boolean }) {
  if (due === null) return null;
  return (
    <span className={`due due-${due.urgency}${inline ? ' due-inline' : ''}`}>
      <b>{inline ? `Hạn ${due.day}` : due.day}</b>
      <span>{due.left}</span>
    </span>
  );
}
