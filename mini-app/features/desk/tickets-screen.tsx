/** Questions that a person must answer: who waits, longest first; then what was answered and what is closed. */

import { Link, useSearchParams } from 'react-router-dom';
import { type TicketState, type TicketSummary, ticketStates } from '#contract/ticket.ts';
import { sayLeft } from '#domain/calendar.ts';
import { useAsk, useServerNow } from '../../ask.ts';
import { Loaded } from '../../shell/loaded.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { formatNumber, instantOf, sayRecently } from '../../ui/format.ts';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { Badge } from '../../ui/status.tsx';
import { DeskPage } from './desk-page.tsx';
import { useLast } from './last.ts';
import { ticketLook, titleOf } from './ticket-words.ts';
import { useTable } from './wide.ts';

const lists: Record<TicketState, { label: string; empty: string; words: string }> = {
  waiting: {
    label: 'Chờ trả lời',
    empty: 'Không còn ai đang chờ',
    words: 'Người nhắn trang và cần gặp cán bộ sẽ hiện ở đây.',
  },
  answered: {
    label: 'Đã trả lời, chưa đóng',
    empty: 'Không có phiếu nào đang mở',
    words: 'Phiếu đã trả lời nằm ở đây tới khi đóng. Trong lúc đó máy không trả lời người hỏi.',
  },
  closed: {
    label: 'Đã đóng',
    empty: 'Chưa có phiếu nào đã đóng',
    words: 'Phiếu anh/chị đóng sẽ hiện ở đây.',
  },
};

const addressOf = (state: TicketState, after?: string | null): string => {
  const search = new URLSearchParams({
    ...(state === 'waiting' ? {} : { state }),
    ...(after ? { after } : {}),
  }).toString();
  return `/desk/tickets${search === '' ? '' : `?${search}`}`;
};

export default function TicketsScreen() {
  const [search] = useSearchParams();
  const state = ticketStates.find((one) => one === search.get('state')) ?? 'waiting';
  const after = search.get('after') ?? undefined;
  const query = useLast(useAsk('tickets', { state, ...(after === undefined ? {} : { after }) }));
  return (
    <DeskPage title="Phiếu hỏi" beside={<p className="muted">Người nhắn trang cần cán bộ trả lời</p>}>
      <div className="card card-flush list-card">
        <nav className="views" aria-label="Phiếu theo việc">
          <ul>
            {ticketStates.map((one) => (
              <li key={one}>
                <Link to={addressOf(one)} aria-current={one === state ? 'page' : undefined}>
                  {lists[one].label}{' '}
                  {one !== 'closed' && query.data !== undefined && (
                    <span className="number">{formatNumber(query.data.counts[one])}</span>
                  )}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <Loaded
          query={query}
          skeleton={
            <div className="panel-body">
              <Skeleton rows={6} />
            </div>
          }
        >
          {({ items, next }) =>
            items.length === 0 ? (
              <EmptyState title={lists[state].empty} icon="chat">
                {lists[state].words}
              </EmptyState>
            ) : (
              <>
                <Rows items={items} />
                {(next !== null || after !== undefined) && (
                  <nav className="paging" aria-label="Các trang của danh sách">
                    {after !== undefined && (
                      <ButtonLink look="text" slim icon="back" to={addressOf(state)}>
                        Trang đầu
                      </ButtonLink>
                    )}
                    {next !== null && (
                      <ButtonLink look="secondary" slim icon="forward" to={addressOf(state, next)}>
                        Trang sau
                      </ButtonLink>
                    )}
                  </nav>
                )}
              </>
            )
          }
        </Loaded>
      </div>
    </DeskPage>
  );
}

const pathOf = ({ id }: TicketSummary) => `/desk/tickets/${id}`;

/** Since when, and what was promised: the one thing that decides who is next. */
function sayTurn(ticket: TicketSummary, now: Date): [when: string, about: string] {
  const { waitingSince, promisedAt, answeredAt, closedAt, late } = ticket;
  if (closedAt !== null) return [`Đóng ${sayRecently(instantOf(closedAt), now).toLowerCase()}`, ''];
  if (waitingSince === null)
    return [
      answeredAt === null ? '' : `Trả lời ${sayRecently(instantOf(answeredAt), now).toLowerCase()}`,
      '',
    ];
  const promised = instantOf(promisedAt);
  return [
    `Chờ ${sayLeft(instantOf(waitingSince), now)}`,
    late ? `quá hẹn ${sayLeft(promised, now)}` : `hẹn trả lời trong ${sayLeft(now, promised)}`,
  ];
}

function Rows({ items }: { items: TicketSummary[] }) {
  const now = useServerNow()();
  if (!useTable())
    return (
      <ul className="desk-cards">
        {items.map((ticket) => {
          const [when, about] = sayTurn(ticket, now);
          return (
            <li key={ticket.id}>
              <Card to={pathOf(ticket)}>
                <span>
                  <Badge {...ticketLook(ticket)} />
                </span>
                <span className="bold">{titleOf(ticket)}</span>
                {ticket.lastWords !== null && <span className="clamp-4">{ticket.lastWords}</span>}
                <span className="small muted">{[when, about].filter(Boolean).join(' · ')}</span>
              </Card>
            </li>
          );
        })}
      </ul>
    );
  return (
    <table className="table">
      <caption className="hidden-words">Phiếu hỏi</caption>
      <thead>
        <tr>
          <th scope="col">Người hỏi</th>
          <th scope="col">Câu gần nhất</th>
          <th scope="col">Trạng thái</th>
          <th scope="col">Thời gian</th>
        </tr>
      </thead>
      <tbody>
        {items.map((ticket) => {
          const [when, about] = sayTurn(ticket, now);
          return (
            <tr key={ticket.id}>
              <td className="table-main">
                <Link to={pathOf(ticket)}>{titleOf(ticket)}</Link>
              </td>
              <td>
                <span className="clamp-4">{ticket.lastWords ?? ''}</span>
              </td>
              <td>
                <Badge {...ticketLook(ticket)} />
              </td>
              <td className={ticket.late ? 'due-over' : undefined}>
                {when}
                {about !== '' && <span className="table-under">{about}</span>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
