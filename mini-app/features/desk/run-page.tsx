/** An announcement after it was sent: outcomes that add up, pause at hand, and what happened to each person. */

import { useEffect, useRef, useState } from 'react';
import type { AnnouncementDetail, MessageState } from '#contract/announcement.ts';
import { DeedFailed, useDeed } from '../../shared/deed.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { formatNumber, formatPercent, instantOf, sayWhen } from '../../ui/format.ts';
import { useMessage } from '../../ui/snackbar.tsx';
import { Badge } from '../../ui/status.tsx';
import { DeskPage } from './desk-page.tsx';
import { Columns, Panel } from './parts.tsx';
import { OutcomeBar, outcomeLooks, runLook, settled } from './run-parts.tsx';
import { PeoplePanel } from './run-people.tsx';

interface RunPageProps {
  run: AnnouncementDetail;
  refetch: () => Promise<unknown>;
}

export function RunPage({ run, refetch }: RunPageProps) {
  const [state, setState] = useState<MessageState>();
  usePolling(run, refetch);
  return (
    <DeskPage
      title={run.title}
      short="Thông báo"
      crumb={{ to: '/desk/announcements', label: 'Thông báo' }}
      beside={
        <>
          <Badge {...runLook[run.state]}>{run.stateLabel}</Badge>
          <span>{run.audienceLabel}</span>
          {run.sentAt !== null && <span>Gửi {sayWhen(instantOf(run.sentAt))}</span>}
          {run.finishedAt !== null && <span>Xong {sayWhen(instantOf(run.finishedAt))}</span>}
          <span>bản {run.version}</span>
        </>
      }
      actions={<RunActions run={run} refetch={refetch} />}
    >
      <Progress run={run} />
      <Columns
        side={
          <>
            {run.article !== null && (
              <Panel title="Bài viết trên trang">
                <p>{run.article.sentence}</p>
              </Panel>
            )}
            <Panel title="Nội dung đã gửi">
              <p className="bold">{run.title}</p>
              <p className="keep-lines">{run.text}</p>
            </Panel>
          </>
        }
      >
        <Outcomes run={run} chosen={state} onChoose={setState} />
        <PeoplePanel run={run} state={state} onState={setState} />
      </Columns>
    </DeskPage>
  );
}

function Progress({ run }: { run: AnnouncementDetail }) {
  const { outcomes, spreading, withMessages } = run;
  const known = settled(outcomes);
  const percent = outcomes.total === 0 ? 0 : Math.floor((known / outcomes.total) * 100);
  if (!withMessages)
    return (
      <div className="card run-progress">
        <p className="muted">
          Thông báo này chỉ hiện trong mini app{run.withArticle && ' và trên trang Zalo'}.
        </p>
      </div>
    );
  return (
    <div className="card run-progress">
      <p className="run-count">
        <b>{formatNumber(known)}</b>{' '}
        <span className="muted">
          / {formatNumber(outcomes.total)} người đã có kết quả · {formatPercent(percent)}
        </span>
      </p>
      <OutcomeBar outcomes={outcomes} tall />
      {spreading && <p className="small muted">Đang xếp thêm người vào hàng đợi, tổng số còn tăng.</p>}
      <Spoken run={run} words={`${formatNumber(known)} trên ${formatNumber(outcomes.total)} đã có kết quả`} />
    </div>
  );
}

const speakEvery = 10_000;

/** Progress is spoken at most once in ten seconds; another state at once. */
function Spoken({ run, words }: { run: AnnouncementDetail; words: string }) {
  const [said, setSaid] = useState('');
  const last = useRef({ at: 0, state: run.state });
  useEffect(() => {
    const now = Date.now();
    const turned = last.current.state !== run.state;
    if (!turned && now - last.current.at < speakEvery) return;
    last.current = { at: now, state: run.state };
    setSaid(`${run.stateLabel}. ${words}.`);
  }, [run.state, run.stateLabel, words]);
  return (
    <p className="hidden-words" role="status">
      {said}
    </p>
  );
}

interface OutcomesProps {
  run: AnnouncementDetail;
  chosen: MessageState | undefined;
  onChoose: (state: MessageState | undefined) => void;
}

/** Each count shows exactly the people it counts. */
function Outcomes({ run, chosen, onChoose }: OutcomesProps) {
  const { outcomes } = run;
  if (!run.withMessages) return null;
  return (
    <Panel
      title="Kết quả gửi"
      more={<span className="muted">cộng đủ {formatNumber(outcomes.total)}</span>}
      flush
    >
      <ul className="outcomes divided">
        {outcomeLooks.map(({ state, label, about, tone, hatched = false }) => (
          <li key={state}>
            <button
              type="button"
              aria-pressed={chosen === state}
              onClick={() => onChoose(chosen === state ? undefined : state)}
            >
              <i
                className={`outcome-mark ${tone === null ? 'outcome-rest' : `tone-${tone}`}${hatched ? ' hatched' : ''}`}
              />
              <span className="outcome-words">
                <b>{label}</b>
                <span className="table-under">{about}</span>
              </span>
              <b className="number outcome-count">{formatNumber(outcomes[state])}</b>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function RunActions({ run, refetch }: RunPageProps) {
  const { id, version, allowed } = run;
  const [asking, setAsking] = useState(false);
  const say = useMessage();
  const pause = useDeed('pauseAnnouncement', () => say('Đã tạm dừng. Tin chưa đi được giữ lại.'));
  const resume = useDeed('resumeAnnouncement', () => say('Đang gửi tiếp.'));
  const cancel = useDeed('cancelAnnouncement', () => {
    setAsking(false);
    say('Đã hủy phần chưa gửi.');
  });
  const fresh = () => {
    pause.reset();
    resume.reset();
    cancel.reset();
    void refetch();
  };
  const left = run.outcomes.waiting;
  return (
    <>
      {allowed.includes('pause') && (
        <Button
          look="secondary"
          icon="pause"
          busy={pause.busy ? 'Đang dừng…' : undefined}
          onClick={() => pause.run({ id, version })}
        >
          Tạm dừng
        </Button>
      )}
      {allowed.includes('resume') && (
        <Button
          icon="play"
          busy={resume.busy ? 'Đang mở lại…' : undefined}
          onClick={() => resume.run({ id, version })}
        >
          Gửi tiếp
        </Button>
      )}
      {allowed.includes('cancel') && (
        <Button look="danger" icon="ban" onClick={() => setAsking(true)}>
          Hủy phần còn lại…
        </Button>
      )}
      <DeedFailed failure={pause.failure ?? resume.failure} onFresh={fresh} />
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Hủy phần chưa gửi?"
        actions={[
          <Button
            key="cancel"
            look="danger"
            busy={cancel.busy ? 'Đang hủy…' : undefined}
            onClick={() => cancel.run({ id, version })}
          >
            Hủy {formatNumber(left)} tin còn chờ
          </Button>,
          <Button key="back" look="secondary" onClick={() => setAsking(false)}>
            Giữ lại
          </Button>,
        ]}
      >
        <DeedFailed failure={cancel.failure} onFresh={fresh} />
        <p>
          Khoảng {formatNumber(left)} tin còn chờ sẽ không đi nữa. Tin đã chuyển cho Zalo không lấy lại được.
          Hủy rồi không gửi tiếp lượt này được.
        </p>
      </Dialog>
    </>
  );
}

/** An article that Zalo has not shown or refused yet. */
const unfinished = ['waiting', 'creating', 'processing'];
const soonest = 1_000;
const latest = 15_000;

/** Asks often while something happens, and ever more rarely while nothing does. */
function usePolling(run: AnnouncementDetail, refetch: () => Promise<unknown>) {
  const moving = run.state === 'sending' || run.spreading || unfinished.includes(run.article?.state ?? '');
  const seen = useRef('');
  const ask = useRef(refetch);
  ask.current = refetch;
  const signature = JSON.stringify([run.state, run.outcomes, run.spreading, run.article]);
  const now = useRef(signature);
  now.current = signature;
  useEffect(() => {
    if (!moving) return;
    let delay = soonest;
    let timer: ReturnType<typeof setTimeout>;
    const next = async () => {
      seen.current = now.current;
      if (!document.hidden) await ask.current();
      delay = seen.current === now.current ? Math.min(delay * 1.6, latest) : soonest;
      timer = setTimeout(next, delay);
    };
    timer = setTimeout(next, delay);
    return () => clearTimeout(timer);
  }, [moving]);
}
