/** What happened to each person of a run, in the exact words for it. */

import { useEffect, useRef, useState } from 'react';
import type { AnnouncementDetail, MessageState, PersonOutcome } from '#contract/announcement.ts';
import { useAsk } from '../../ask.ts';
import { Loaded } from '../../shell/loaded.tsx';
import { Button } from '../../ui/button.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { Badge } from '../../ui/status.tsx';
import type { Tone } from '../../ui/tone.ts';
import { useLast } from './last.ts';
import { Panel } from './parts.tsx';
import { outcomeLooks } from './run-parts.tsx';

const personLook: Record<MessageState, { tone: Tone; icon: IconName }> = {
  sent: { tone: 'ok', icon: 'check' },
  refused: { tone: 'danger', icon: 'close' },
  unknown: { tone: 'todo', icon: 'warn' },
  sending: { tone: 'primary', icon: 'send' },
  waiting: { tone: 'quiet', icon: 'clock' },
  cancelled: { tone: 'quiet', icon: 'minus' },
};

interface PeoplePanelProps {
  run: AnnouncementDetail;
  state: MessageState | undefined;
  onState: (state: MessageState | undefined) => void;
}

export function PeoplePanel({ run, state, onState }: PeoplePanelProps) {
  if (!run.withMessages) return null;
  const label = outcomeLooks.find((look) => look.state === state)?.label;
  return (
    <Panel
      title={label === undefined ? 'Từng người' : `Từng người: ${label}`}
      flush
      more={
        state !== undefined && (
          <Button look="text" slim onClick={() => onState(undefined)}>
            Xem mọi người
          </Button>
        )
      }
    >
      {/* Another choice begins at its first page. */}
      <People key={state ?? 'all'} run={run} state={state} />
    </Panel>
  );
}

function People({ run, state }: { run: AnnouncementDetail; state: MessageState | undefined }) {
  const [after, setAfter] = useState<string>();
  const query = useLast(
    useAsk('announcementPeople', {
      id: run.id,
      ...(state !== undefined && { state }),
      ...(after !== undefined && { after }),
    }),
  );
  const counts = JSON.stringify([run.state, run.outcomes]);
  const shown = useRef(counts);
  const { refetch } = query;
  useEffect(() => {
    if (shown.current === counts) return;
    shown.current = counts;
    void refetch();
  }, [counts, refetch]);
  return (
    <Loaded
      query={query}
      skeleton={
        <div className="panel-body">
          <Skeleton />
        </div>
      }
    >
      {({ items, next }) =>
        items.length === 0 ? (
          <p className="panel-body muted">
            {run.spreading ? 'Đang xếp người vào hàng đợi.' : 'Không có ai ở mục này.'}
          </p>
        ) : (
          <>
            <ul className="people divided">
              {items.map((person, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two followers may be called alike
                <Person key={index} person={person} />
              ))}
            </ul>
            {(next !== null || after !== undefined) && (
              <div className="paging">
                {after !== undefined && (
                  <Button look="text" slim icon="back" onClick={() => setAfter(undefined)}>
                    Trang đầu
                  </Button>
                )}
                {next !== null && (
                  <Button look="secondary" slim icon="forward" onClick={() => setAfter(next)}>
                    Trang sau
                  </Button>
                )}
              </div>
            )}
          </>
        )
      }
    </Loaded>
  );
}

const Person = ({ person: { who, state, label, sentence } }: { person: PersonOutcome }) => (
  <li>
    <span>
      <b>{who}</b>
      <span className="table-under">{sentence}</span>
    </span>
    <Badge {...personLook[state]}>{label}</Badge>
  </li>
);
