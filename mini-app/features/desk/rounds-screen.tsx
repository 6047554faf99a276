/** The rounds of the campaign, the open one first, and planning a new one. */

import { useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import type { DeskRound } from '#contract/campaign.ts';
import { useAsk, useServerNow } from '../../ask.ts';
import { newId } from '../../platform/uuid.ts';
import { DeedFailed, useDeed } from '../../shared/deed.tsx';
import { useKept } from '../../shared/kept.ts';
import { Loaded } from '../../shell/loaded.tsx';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/dialog.tsx';
import { formatNumber, instantOf, sayDeadline } from '../../ui/format.ts';
import { useMessage } from '../../ui/snackbar.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { Badge } from '../../ui/status.tsx';
import { DeskPage } from './desk-page.tsx';
import { searchOf } from './filters.ts';
import { Lines, Panel } from './parts.tsx';
import { emptyRound, phaseLook, roundInput, roundProblems } from './round-draft.ts';
import { RoundFields } from './round-fields.tsx';

export default function RoundsScreen() {
  const query = useAsk('deskRounds', {});
  const [planning, setPlanning] = useState(false);
  const plan = (
    <Button look="secondary" slim icon="calendar" onClick={() => setPlanning(true)}>
      Mở đợt mới
    </Button>
  );
  return (
    <DeskPage title="Đợt xét" actions={query.data?.items.length === 0 ? undefined : plan}>
      <Loaded query={query} skeleton={<Skeleton rows={2} shape="card" />}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="Chưa có đợt xét nào" icon="calendar" action={plan}>
              Mở một đợt để tác giả nộp được sáng kiến.
            </EmptyState>
          ) : (
            <div className="round-grid">
              {items.map((round) => (
                <RoundPanel key={round.id} round={round} />
              ))}
            </div>
          )
        }
      </Loaded>
      <NewRoundSheet open={planning} onClose={() => setPlanning(false)} />
    </DeskPage>
  );
}

function RoundPanel({ round }: { round: DeskRound }) {
  const now = useServerNow()();
  const { id, name, scope, phase, phaseLabel, opensAt, closesAt, states, staged, underReview } = round;
  const handedIn = states.reduce((sum, { count }) => sum + count, 0);
  const next = round.reminders.find(({ at, done }) => !done && instantOf(at) > now);
  return (
    <Panel
      title={
        <Link className="panel-link" to={`/desk/rounds/${id}`}>
          {name}
        </Link>
      }
      more={<Badge {...phaseLook[phase]}>{phaseLabel}</Badge>}
    >
      <p className="muted">{scope}</p>
      <Lines
        lines={[
          ...(opensAt === null ? [] : [{ question: 'Mở nhận', answer: sayDeadline(instantOf(opensAt)) }]),
          ...(closesAt === null ? [] : [{ question: 'Hạn nộp', answer: sayDeadline(instantOf(closesAt)) }]),
          {
            question: 'Hồ sơ đã nộp',
            answer: <Link to={`/desk/initiatives${searchOf({ round: id })}`}>{formatNumber(handedIn)}</Link>,
          },
          ...(underReview === 0
            ? []
            : [
                {
                  question: 'Kết quả đã ghi',
                  answer: (
                    <Link to={`/desk/rounds/${id}`}>
                      {formatNumber(staged)} trên {formatNumber(underReview)} hồ sơ đang xét
                    </Link>
                  ),
                },
              ]),
          ...(next === undefined
            ? []
            : [{ question: 'Nhắc hạn kế tiếp', answer: sayDeadline(instantOf(next.at)) }]),
        ]}
      />
    </Panel>
  );
}

function NewRoundSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const draft = useKept('new-round', emptyRound);
  const [id, setId] = useState(newId);
  const [tried, setTried] = useState(false);
  const navigate = useNavigate();
  const say = useMessage();
  const deed = useDeed('createRound', (round) => {
    draft.forget();
    setId(newId());
    setTried(false);
    say('Đã mở đợt mới.');
    navigate(`/desk/rounds/${round.id}`);
  });
  const problems = roundProblems(draft.value);
  const create = () => {
    setTried(true);
    if (Object.keys(problems).length === 0) deed.run({ id, ...roundInput(draft.value) });
  };
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title="Mở đợt mới"
      actions={
        <Button onClick={create} busy={deed.busy ? 'Đang mở…' : undefined}>
          Mở đợt này
        </Button>
      }
    >
      <DeedFailed failure={deed.failure} />
      <RoundFields draft={draft.value} problems={tried ? problems : {}} onChange={draft.set} name="new" />
      <p className="small muted">
        Đợt hiện ngay với mọi người; nhận hồ sơ từ lúc mở nhận. Các lần nhắc hạn được xếp lịch theo hạn nộp.
      </p>
    </Sheet>
  );
}
