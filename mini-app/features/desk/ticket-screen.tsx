/** One ticket: the conversation as it stands in the chat, the answer of the office, and closing it. */

import { useEffect, useRef } from 'react';
import { Link, useParams } from 'react-router-dom';
import type { TalkLine, TicketDetail } from '#contract/ticket.ts';
import { sayDeadline } from '#domain/calendar.ts';
import { useAsk, useServerNow } from '../../ask.ts';
import { Loaded } from '../../shell/loaded.tsx';
import { instantOf, sayRecently, sayWhen } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { Badge } from '../../ui/status.tsx';
import { DeskPage } from './desk-page.tsx';
import { Columns, Panel } from './parts.tsx';
import { AnswerBox, CloseTicket } from './ticket-answer.tsx';
import { ticketLook, titleOf } from './ticket-words.ts';

/** While it is open somebody may write at any moment. */
const lookAgainMs = 5_000;

export default function TicketScreen() {
  const { id = '' } = useParams();
  const query = useAsk('ticket', { id });
  const { refetch } = query;
  const open = query.data !== undefined && query.data.state !== 'closed';
  useEffect(() => {
    if (!open) return;
    const timer = setInterval(() => {
      if (!document.hidden) void refetch();
    }, lookAgainMs);
    return () => clearInterval(timer);
  }, [open, refetch]);
  const crumb = { to: '/desk/tickets', label: 'Phiếu hỏi' };
  return (
    <Loaded
      query={query}
      skeleton={
        <DeskPage title="Phiếu hỏi" crumb={crumb}>
          <Skeleton rows={6} shape="card" />
        </DeskPage>
      }
    >
      {(ticket) => (
        <DeskPage
          title={titleOf(ticket)}
          short="Phiếu hỏi"
          crumb={crumb}
          beside={
            <>
              <Badge {...ticketLook(ticket)} />
              <span>Mở {sayWhen(instantOf(ticket.openedAt))}</span>
            </>
          }
          actions={ticket.state !== 'closed' && <CloseTicket ticket={ticket} />}
        >
          <Columns side={<About ticket={ticket} />}>
            <Panel title="Hội thoại">
              <Talk lines={ticket.lines} />
              <AnswerBox key={ticket.id} ticket={ticket} />
            </Panel>
          </Columns>
        </DeskPage>
      )}
    </Loaded>
  );
}

const speakers: Record<TalkLine['from'], string> = {
  person: 'Người hỏi',
  bot: 'Máy trả lời',
  office: 'Cơ quan Thường trực',
};

/** Newest at the bottom, and that is what one sees first. */
function Talk({ lines }: { lines: TalkLine[] }) {
  const now = useServerNow()();
  const list = useRef<HTMLOListElement>(null);
  const last = lines.at(-1)?.key;
  useEffect(() => {
    if (last !== undefined) list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [last]);
  if (lines.length === 0)
    return <p className="muted">Chữ trong hội thoại chỉ được giữ 30 ngày, phần của phiếu này đã xóa.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <ol className="talk" ref={list} tabIndex={0} aria-label="Hội thoại, mới nhất ở dưới">
      {lines.map((line) => (
        <li key={line.key} className={`talk-${line.from}`}>
          <span className="talk-head">
            {line.name ?? speakers[line.from]} · {sayRecently(instantOf(line.at), now)}
          </span>
          <p className="talk-words">{line.text ?? <em>Hình, tệp hoặc nhãn dán: xem trong Zalo</em>}</p>
          {line.outcome !== null && (
            <span className={line.outcome.bad ? 'talk-outcome talk-bad' : 'talk-outcome'}>
              {line.outcome.bad && <Icon name="warn" size="xs" />}
              {line.outcome.bad ? line.outcome.sentence : line.outcome.label}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

const causes: Record<TicketDetail['cause'], string> = {
  asked: 'Người hỏi muốn gặp cán bộ.',
  not_understood: 'Máy không hiểu hai câu liền.',
};

function About({ ticket }: { ticket: TicketDetail }) {
  return (
    <>
      <Panel title="Phiếu này">
        <p>{causes[ticket.cause]}</p>
        {ticket.state === 'waiting' && (
          <p>Đã hẹn trả lời chậm nhất {sayDeadline(instantOf(ticket.promisedAt))}.</p>
        )}
        {ticket.state !== 'closed' && (
          <p className="muted">
            Tới khi đóng phiếu, máy không trả lời người này, trừ khi họ gõ “dừng”. Chữ trong hội thoại được
            giữ 30 ngày.
          </p>
        )}
        {ticket.stopped && (
          <p className="muted">Người này đã gõ “dừng”: chỉ nhận câu trả lời, không nhận tin nào khác.</p>
        )}
      </Panel>
      {ticket.initiatives.length > 0 && (
        <Panel title="Hồ sơ của người hỏi" flush>
          <ul className="divided ticket-dossiers">
            {ticket.initiatives.map(({ id, code, title }) => (
              <li key={id}>
                <Link to={`/desk/initiatives/${id}`}>{title}</Link>
                <span className="table-under code">{code}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}
