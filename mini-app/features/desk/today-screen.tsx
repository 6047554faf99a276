/** What the desk must do today: counts that lead to their lists, the dates that come next, what is being sent, and Zalo. */

import { Link } from 'react-router-dom';
import { addDays, dayOf, instantAt } from '#domain/calendar.ts';
import { useAsk, useServerNow } from '../../ask.ts';
import { Failed, Loaded } from '../../shell/loaded.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { capitalise, formatNumber, sayWhen } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { Badge, StatusBadge } from '../../ui/status.tsx';
import { type ComingDate, comingDates } from './coming.ts';
import { DeskPage } from './desk-page.tsx';
import { searchOf, views } from './filters.ts';
import { Columns, Lines, Panel, Tile, Tiles } from './parts.tsx';
import { OutcomeBar, runLook } from './run-parts.tsx';
import { useWaitingTickets } from './use-waiting-tickets.ts';
import { healthLook, useHealth } from './zalo-health.ts';

export default function TodayScreen() {
  const now = useServerNow()();
  return (
    <DeskPage title="Việc cần làm hôm nay" beside={<p>{capitalise(sayWhen(now))}</p>}>
      <Counts />
      <Columns
        side={
          <>
            <Running />
            <ZaloPanel />
            <AllStates />
          </>
        }
      >
        <Coming now={now} />
      </Columns>
    </DeskPage>
  );
}

/** The views of the list, counted over all rounds; the list that opens holds exactly as many. */
function Counts() {
  const counts = useAsk('deskCounts', {});
  const waiting = useWaitingTickets();
  return (
    <Loaded query={counts} skeleton={<Skeleton rows={1} shape="card" />}>
      {({ byState }) => (
        <Tiles label="Việc đang chờ">
          {views.map(({ state, label }) => (
            <Tile
              key={state}
              to={`/desk/initiatives${searchOf({ state })}`}
              count={byState.find((one) => one.state === state)?.count ?? 0}
              label={label}
              urgency={state === 'unit_confirmed' ? 'now' : undefined}
            />
          ))}
          <Tile
            to="/desk/tickets"
            count={waiting}
            label="Phiếu hỏi chờ trả lời"
            urgency={waiting > 0 ? 'now' : undefined}
          />
        </Tiles>
      )}
    </Loaded>
  );
}

function Coming({ now }: { now: Date }) {
  const rounds = useAsk('deskRounds', {});
  return (
    <Panel title="Theo hạn gần nhất" more={<Link to="/desk/rounds">Các đợt xét</Link>} flush>
      <Loaded
        query={rounds}
        skeleton={
          <div className="panel-body">
            <Skeleton />
          </div>
        }
      >
        {({ items }) => {
          const dates = comingDates(items, now);
          return dates.length === 0 ? (
            <EmptyState
              title="Chưa có hạn nào sắp tới"
              icon="calendar"
              action={
                <ButtonLink look="secondary" to="/desk/rounds">
                  Mở đợt mới
                </ButtonLink>
              }
            >
              Không có đợt nào đang mở hay sắp mở.
            </EmptyState>
          ) : (
            <DateGroups dates={dates} now={now} />
          );
        }}
      </Loaded>
    </Panel>
  );
}

const farDates = 4;

/** The next seven days in full; of what comes later only the nearest, the rest stands in the rounds. */
function DateGroups({ dates, now }: { dates: ComingDate[]; now: Date }) {
  const week = instantAt(addDays(dayOf(now), 8));
  const near = dates.filter(({ at }) => at < week);
  const far = dates.filter(({ at }) => at >= week);
  const groups: [string, ComingDate[]][] = [
    [`7 ngày tới · ${near.length}`, near],
    [`Sau đó · ${far.length}`, far.slice(0, farDates)],
  ];
  return groups
    .filter(([, shown]) => shown.length > 0)
    .map(([name, shown]) => (
      <section key={name}>
        <h3 className="dates-group">{name}</h3>
        <ol className="divided">
          {shown.map((date) => (
            <ComingRow key={`${date.roundId}-${date.at.getTime()}-${date.what}`} date={date} />
          ))}
        </ol>
      </section>
    ));
}

function ComingRow({ date }: { date: ComingDate }) {
  return (
    <li>
      <Link className="dates-row" to={`/desk/rounds/${date.roundId}`}>
        <span className={`due due-${date.soon ? 'now' : 'later'}`}>
          <b>{date.when}</b>
          <span>{date.left}</span>
        </span>
        <Icon name={date.icon} size="s" />
        <span className="dates-what">
          <span className="medium">{date.what}</span>
          <span className="table-under">{date.about}</span>
        </span>
        <Icon name="forward" size="s" />
      </Link>
    </li>
  );
}

function AllStates() {
  const counts = useAsk('deskCounts', {});
  const { data } = counts;
  if (data === undefined) return null;
  return (
    <Panel
      title="Hồ sơ theo trạng thái"
      more={<Link to="/desk/initiatives">Cả {formatNumber(data.total)} hồ sơ</Link>}
      flush
    >
      {data.byState.length === 0 ? (
        <p className="panel-body muted">Chưa có hồ sơ nào được nộp.</p>
      ) : (
        <ul className="state-counts divided">
          {data.byState.map(({ state, label, count }) => (
            <li key={state}>
              <Link to={`/desk/initiatives${searchOf({ state })}`}>
                <StatusBadge state={state} label={label} />
                <b className="number">{formatNumber(count)}</b>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** What is on its way or waits to be sent. */
function Running() {
  const list = useAsk('announcements', {});
  const going = list.data?.items.filter(({ state }) => ['sending', 'paused', 'draft'].includes(state));
  return (
    <Panel title="Thông báo" more={<Link to="/desk/announcements">Tất cả</Link>}>
      {list.error ? (
        <Failed error={list.error} busy={list.isFetching} onRetry={list.refetch} />
      ) : going === undefined ? (
        <Skeleton rows={2} shape="text" />
      ) : going.length === 0 ? (
        <p className="muted">Không có lượt gửi nào đang chạy.</p>
      ) : (
        <ul className="runs">
          {going.slice(0, 5).map(({ id, title, state, stateLabel, outcomes }) => (
            <li key={id}>
              <div className="runs-head">
                <Link className="medium" to={`/desk/announcements/${id}`}>
                  {title || 'Chưa có tiêu đề'}
                </Link>
                <Badge {...runLook[state]}>{stateLabel}</Badge>
              </div>
              {state !== 'draft' && outcomes.total > 0 && <OutcomeBar outcomes={outcomes} />}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function ZaloPanel() {
  const health = useHealth();
  const { data } = health;
  return (
    <Panel title="Zalo" more={<Link to="/desk/zalo">Kết nối Zalo</Link>}>
      {health.error ? (
        <Failed error={health.error} busy={health.isFetching} onRetry={health.refetch} />
      ) : data === undefined ? (
        <Skeleton rows={2} shape="text" />
      ) : (
        <>
          <p>
            <Badge tone={healthLook[data.state].tone} icon={healthLook[data.state].icon}>
              Zalo: {healthLook[data.state].words}
            </Badge>
          </p>
          <p className="muted">{data.sentence}</p>
          <Lines
            lines={[
              { question: 'Hàng đợi', answer: `${formatNumber(data.waiting)} tin` },
              { question: 'Chưa rõ kết quả', answer: `${formatNumber(data.unknown)} tin` },
            ]}
          />
        </>
      )}
    </Panel>
  );
}
