/** One round: its dates and what follows from them by itself, and its results, staged and then released at once. */

import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import type { DeskRound } from '#contract/campaign.ts';
import { useAsk, useHome, useServerNow } from '../../ask.ts';
import { DeedFailed, useDeed } from '../../shared/deed.tsx';
import { useChanges } from '../../shared/kept.ts';
import { Loaded } from '../../shell/loaded.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Sheet } from '../../ui/dialog.tsx';
import { formatNumber, instantOf, sayDeadline } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { useMessage } from '../../ui/snackbar.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { Badge, StatusBadge } from '../../ui/status.tsx';
import { DeskPage } from './desk-page.tsx';
import { isState, searchOf } from './filters.ts';
import { Columns, Lines, Panel } from './parts.tsx';
import { ResultsPanel } from './results-panel.tsx';
import { closesOf, draftOf, phaseLook, roundInput, roundProblems } from './round-draft.ts';
import { RoundFields } from './round-fields.tsx';

export default function RoundScreen() {
  const { id } = useParams();
  const query = useAsk('deskRounds', {});
  const round = query.data?.items.find((one) => one.id === id);
  const [editing, setEditing] = useState(false);
  return (
    <DeskPage
      title={round?.name ?? 'Đợt xét'}
      crumb={{ to: '/desk/rounds', label: 'Đợt xét' }}
      beside={
        round && (
          <>
            <Badge {...phaseLook[round.phase]}>{round.phaseLabel}</Badge>
            <span>{round.scope}</span>
          </>
        )
      }
      actions={
        round?.allowed.includes('edit') && (
          <Button look="secondary" slim icon="pen" onClick={() => setEditing(true)}>
            Sửa đợt
          </Button>
        )
      }
    >
      <Loaded query={query} skeleton={<Skeleton rows={2} shape="card" />}>
        {() =>
          round === undefined ? (
            <EmptyState
              title="Không có đợt xét này"
              icon="calendar"
              action={<ButtonLink to="/desk/rounds">Xem các đợt xét</ButtonLink>}
            >
              Đợt có thể thuộc phong trào của năm khác.
            </EmptyState>
          ) : (
            <>
              <Columns side={<RoundSide round={round} />}>
                <ResultsPanel round={round} onFresh={() => void query.refetch()} />
              </Columns>
              <EditSheet
                key={round.id}
                round={round}
                open={editing}
                onClose={() => setEditing(false)}
                onFresh={() => void query.refetch()}
              />
            </>
          )
        }
      </Loaded>
    </DeskPage>
  );
}

function RoundSide({ round }: { round: DeskRound }) {
  const { data: home } = useHome();
  const blockNames = round.blocks.map(
    (id) => home?.organisation.blocks.find((block) => block.id === id)?.nameShort ?? id,
  );
  return (
    <>
      <Panel title="Mốc thời gian">
        <Lines
          lines={[
            {
              question: 'Mở nhận',
              answer: round.opensAt ? sayDeadline(instantOf(round.opensAt)) : 'Chưa định',
            },
            {
              question: 'Hạn nộp',
              answer: round.closesAt ? sayDeadline(instantOf(round.closesAt)) : 'Chưa định',
            },
            {
              question: 'Vẫn nhận thêm',
              answer: round.graceMinutes === 0 ? 'Không' : `${round.graceMinutes}\u00a0phút`,
            },
            { question: 'Khối', answer: blockNames.join(', ') },
          ]}
        />
      </Panel>
      <RemindersPanel round={round} />
      <Panel title="Hồ sơ của đợt" flush>
        {round.states.length === 0 ? (
          <p className="panel-body muted">Chưa có hồ sơ nào được nộp.</p>
        ) : (
          <ul className="state-counts divided">
            {round.states.map(({ state, label, count }) => (
              <li key={state}>
                <Link
                  to={`/desk/initiatives${searchOf({ round: round.id, ...(isState(state) && { state }) })}`}
                >
                  {isState(state) ? <StatusBadge state={state} label={label} /> : label}
                  <b className="number">{formatNumber(count)}</b>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </>
  );
}

function RemindersPanel({ round }: { round: DeskRound }) {
  const { reminder, reminders } = round;
  return (
    <Panel title="Nhắc hạn, tự gửi">
      <p className="muted">
        {reminder === null
          ? 'Đợt này không nhắc hạn.'
          : `Trước hạn nộp ${reminder.daysBefore.join(', ')} ngày, lúc ${reminder.at}, cho cán bộ chưa nộp.`}
      </p>
      {reminders.length > 0 && (
        <ol className="story">
          {reminders.map(({ at, text, done, outcome }) => (
            <li key={at + text} className={done ? 'story-done' : undefined}>
              <p>{text}</p>
              <p className="small muted">
                {sayDeadline(instantOf(at))} · {done ? (outcome ?? 'đã gửi') : 'sẽ tự gửi'}
              </p>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

interface EditSheetProps {
  round: DeskRound;
  open: boolean;
  onClose: () => void;
  onFresh: () => void;
}

/** What will follow from a moved deadline is said before it is saved. */
function EditSheet({ round, open, onClose, onFresh }: EditSheetProps) {
  const draft = useChanges(`round:${round.id}`, draftOf(round));
  const [tried, setTried] = useState(false);
  const now = useServerNow()();
  const say = useMessage();
  const deed = useDeed('changeRound', () => {
    draft.forget();
    onClose();
    say('Đã lưu đợt. Lịch nhắc hạn đã xếp lại.');
  });
  const problems = roundProblems(draft.value);
  const wrong = Object.keys(problems).length > 0;
  const moved =
    !wrong &&
    round.closesAt !== null &&
    closesOf(draft.value).getTime() !== instantOf(round.closesAt).getTime();
  const save = () => {
    setTried(true);
    if (!wrong) deed.run({ id: round.id, version: round.version, ...roundInput(draft.value) });
  };
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={`Sửa ${round.name}`}
      actions={
        <Button onClick={save} busy={deed.busy ? 'Đang lưu…' : undefined}>
          {moved ? 'Lưu và báo hạn mới' : 'Lưu đợt'}
        </Button>
      }
    >
      <DeedFailed
        failure={deed.failure}
        onFresh={() => {
          deed.reset();
          onFresh();
        }}
      />
      <RoundFields
        draft={draft.value}
        problems={tried ? problems : {}}
        onChange={draft.set}
        name={`edit-${round.id}`}
      />
      {moved && (
        <Banner tone="todo" icon="warn">
          <p className="bold">Hạn nộp sẽ là {sayDeadline(closesOf(draft.value))}.</p>
          <ul className="bullets">
            <li>
              <Icon name="clock" size="xs" />
              <span>Đồng hồ đếm ngược ở mọi nơi tự đổi ngay.</span>
            </li>
            <li>
              <Icon name="bell" size="xs" />
              <span>Các lần nhắc hạn chưa gửi dời theo; lần đã gửi giữ nguyên.</span>
            </li>
            <li>
              <Icon name="pen" size="xs" />
              <span>Người đang có bản nháp của đợt nhận một thông báo trong mini app.</span>
            </li>
            {closesOf(draft.value) <= now && (
              <li>
                <Icon name="warn" size="xs" />
                <span>Hạn này đã qua: đợt đóng ngay khi lưu.</span>
              </li>
            )}
          </ul>
        </Banner>
      )}
    </Sheet>
  );
}
