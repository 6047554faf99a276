/** All announcements and reminders, newest first, with how far each of them is. */

import { Link, useSearchParams } from 'react-router-dom';
import type { AnnouncementSummary } from '#contract/announcement.ts';
import { useAsk } from '../../ask.ts';
import { Loaded } from '../../shell/loaded.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { formatNumber, instantOf, sayWhen } from '../../ui/format.ts';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { Badge } from '../../ui/status.tsx';
import { DeskPage } from './desk-page.tsx';
import { OutcomeBar, runLook } from './run-parts.tsx';
import { useTable } from './wide.ts';

export default function AnnouncementsScreen() {
  const [search] = useSearchParams();
  const after = search.get('after') ?? undefined;
  const query = useAsk('announcements', after === undefined ? {} : { after });
  const table = useTable();
  const write = (
    <ButtonLink to="/desk/announcements/new" icon="pen">
      Soạn thông báo
    </ButtonLink>
  );
  return (
    <DeskPage title="Thông báo" actions={write}>
      <Loaded query={query} skeleton={<Skeleton rows={4} shape="card" />}>
        {({ items, next }) =>
          items.length === 0 ? (
            <EmptyState title="Chưa có thông báo nào" icon="megaphone">
              Thông báo anh/chị soạn và các lần nhắc hạn tự gửi sẽ hiện ở đây.
            </EmptyState>
          ) : (
            <>
              {table ? <RunTable items={items} /> : <RunCards items={items} />}
              {(next !== null || after !== undefined) && (
                <nav className="paging" aria-label="Các trang của danh sách">
                  {after !== undefined && (
                    <ButtonLink look="text" slim icon="back" to="/desk/announcements">
                      Trang đầu
                    </ButtonLink>
                  )}
                  {next !== null && (
                    <ButtonLink
                      look="secondary"
                      slim
                      icon="forward"
                      to={`/desk/announcements?${new URLSearchParams({ after: next })}`}
                    >
                      Trang sau
                    </ButtonLink>
                  )}
                </nav>
              )}
            </>
          )
        }
      </Loaded>
    </DeskPage>
  );
}

const pathOf = (id: string) => `/desk/announcements/${id}`;
const titleOf = (title: string) => title || 'Chưa có tiêu đề';

/** Who wrote it, or that nobody did. */
const authorOf = ({ kind, writtenBy }: AnnouncementSummary) =>
  kind === 'reminder' ? 'Nhắc hạn, tự gửi' : (writtenBy ?? 'Người vận hành');

const dayOfRun = ({ sentAt, createdAt }: AnnouncementSummary) =>
  sentAt === null ? `Soạn ${sayWhen(instantOf(createdAt))}` : `Gửi ${sayWhen(instantOf(sentAt))}`;

function Progress({ run }: { run: AnnouncementSummary }) {
  if (run.outcomes.total === 0)
    return <span className="muted">{run.sentAt === null ? '' : 'Chưa có người nhận qua Zalo'}</span>;
  return <OutcomeBar outcomes={run.outcomes} />;
}

function RunTable({ items }: { items: AnnouncementSummary[] }) {
  return (
    <div className="card card-flush">
      <table className="table">
        <caption className="hidden-words">Thông báo, mới nhất ở trên</caption>
        <thead>
          <tr>
            <th scope="col">Thông báo</th>
            <th scope="col">Người nhận</th>
            <th scope="col">Trạng thái</th>
            <th scope="col">Kết quả gửi</th>
          </tr>
        </thead>
        <tbody>
          {items.map((run) => (
            <tr key={run.id}>
              <td className="table-main">
                <Link className="table-link" to={pathOf(run.id)}>
                  {titleOf(run.title)}
                </Link>
                <span className="table-under">
                  {authorOf(run)} · {dayOfRun(run)}
                </span>
              </td>
              <td>{run.audienceLabel}</td>
              <td>
                <Badge {...runLook[run.state]}>{run.stateLabel}</Badge>
              </td>
              <td className="table-progress">
                <Progress run={run} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RunCards({ items }: { items: AnnouncementSummary[] }) {
  return (
    <ul className="desk-cards">
      {items.map((run) => (
        <li key={run.id}>
          <Card to={pathOf(run.id)}>
            <span>
              <Badge {...runLook[run.state]}>{run.stateLabel}</Badge>
            </span>
            <span className="bold">{titleOf(run.title)}</span>
            <span className="small muted">
              {run.audienceLabel} · {authorOf(run)} · {dayOfRun(run)}
            </span>
            {run.outcomes.total > 0 && (
              <span className="small muted">
                Zalo đã nhận {formatNumber(run.outcomes.sent)} trên {formatNumber(run.outcomes.total)}
              </span>
            )}
          </Card>
        </li>
      ))}
    </ul>
  );
}
