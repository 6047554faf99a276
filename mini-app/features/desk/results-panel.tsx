/** The results of a round: which dossiers are under review, which of them have an outcome staged, and the one release. */

import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { DeskRound } from '#contract/campaign.ts';
import type { Detail, Summary } from '#contract/initiative.ts';
import { call } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { useSession } from '../../session.tsx';
import { DeedFailed, useDeed } from '../../shared/deed.tsx';
import { Loaded } from '../../shell/loaded.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { formatNumber } from '../../ui/format.ts';
import { useMessage } from '../../ui/snackbar.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { Badge } from '../../ui/status.tsx';
import { useLevelName } from './dossier-panels.tsx';
import { searchOf } from './filters.ts';
import { Panel } from './parts.tsx';

interface ResultsPanelProps {
  round: DeskRound;
  onFresh: () => void;
}

export function ResultsPanel({ round, onFresh }: ResultsPanelProps) {
  const { staged, underReview, phase } = round;
  const [after, setAfter] = useState<string>();
  const list = useAsk(
    'deskInitiatives',
    { round: round.id, state: 'under_review', ...(after !== undefined && { after }) },
    { enabled: underReview > 0 },
  );
  const details = useDetails(list.data?.items ?? []);
  if (underReview === 0)
    return (
      <Panel title="Kết quả">
        <p className="muted">
          {phase === 'published'
            ? 'Kết quả của đợt đã công bố. Xem ở từng hồ sơ.'
            : 'Chưa có hồ sơ nào ra Hội đồng. Khi tiếp nhận xong, đưa hồ sơ ra Hội đồng rồi ghi kết quả ở từng hồ sơ.'}
        </p>
      </Panel>
    );
  return (
    <Panel
      title="Kết quả"
      flush
      more={
        <Badge tone="council" icon="lock">
          Đang giữ kín
        </Badge>
      }
    >
      <div className="panel-body">
        <p className="muted">Ngoài Thường trực, mọi nơi đang hiện “Đang xét”.</p>
        <p>
          <b className="results-count">{formatNumber(staged)}</b> trên{' '}
          <Link to={`/desk/initiatives${searchOf({ round: round.id, state: 'under_review' })}`}>
            {formatNumber(underReview)} hồ sơ đang xét
          </Link>{' '}
          đã có kết quả ghi sẵn.
        </p>
        <div className="outcome-bar" role="img" aria-label={`Đã ghi ${staged} trên ${underReview} kết quả`}>
          <i className="tone-council" style={{ flexGrow: staged }} />
          <i className="outcome-rest" style={{ flexGrow: underReview - staged }} />
        </div>
      </div>
      <Loaded
        query={list}
        skeleton={
          <div className="panel-body">
            <Skeleton />
          </div>
        }
      >
        {(page) => (
          <>
            <Reviewed items={page.items} details={details} />
            {page.next !== null && (
              <div className="paging">
                <Button look="secondary" slim onClick={() => setAfter(page.next ?? undefined)}>
                  Trang sau
                </Button>
              </div>
            )}
          </>
        )}
      </Loaded>
      <div className="panel-body panel-foot">
        <Release round={round} details={details} onFresh={onFresh} />
      </div>
    </Panel>
  );
}

/** The staged outcomes of a page of dossiers, by id; the list itself does not carry them. */
function useDetails(items: Summary[]): Map<string, Detail> {
  const { me } = useSession();
  const details = useQueries({
    queries: items.map(({ id }) => ({
      queryKey: ['initiative', 'outcome', me?.id, id],
      queryFn: () => call('initiative', { id }),
    })),
  });
  return new Map(details.flatMap(({ data }) => (data ? [[data.id, data]] : [])));
}

/** Sorted by unit, not by outcome, so that the order betrays nothing to somebody who looks over a shoulder. */
function Reviewed({ items, details }: { items: Summary[]; details: Map<string, Detail> }) {
  const levelName = useLevelName();
  const sorted = [...items].sort((a, b) => (a.unitName ?? '').localeCompare(b.unitName ?? '', 'vi'));
  return (
    <ul className="reviewed divided">
      {sorted.map(({ id, code, title, unitName }) => (
        <li key={id}>
          <Link to={`/desk/initiatives/${id}`}>
            <span className="medium">{title}</span>
            <span className="table-under">
              <span className="code">{code}</span> · {unitName}
            </span>
          </Link>
          <Mark detail={details.get(id)} levelName={levelName} />
        </li>
      ))}
    </ul>
  );
}

function Mark({ detail, levelName }: { detail: Detail | undefined; levelName: (id: string) => string }) {
  if (detail === undefined) return <span className="small meta">Đang tải…</span>;
  const { outcome } = detail;
  if (outcome === undefined)
    return (
      <Badge tone="todo" icon="hourglass">
        Chưa ghi
      </Badge>
    );
  return (
    <span className="reviewed-mark">
      {outcome.outcome === 'recognised' ? (
        <Badge tone="ok" icon="medal">
          Công nhận
        </Badge>
      ) : (
        <Badge tone="quiet" icon="minus">
          Không công nhận
        </Badge>
      )}
      <span className="table-under">
        {[outcome.level && levelName(outcome.level), outcome.decisionNo].filter(Boolean).join(' · ')}
      </span>
    </span>
  );
}

function Release({ round, details, onFresh }: ResultsPanelProps & { details: Map<string, Detail> }) {
  const [asking, setAsking] = useState(false);
  const [explaining, setExplaining] = useState(false);
  const say = useMessage();
  const deed = useDeed('release', ({ recognised, notRecognised }) => {
    setAsking(false);
    say(`Đã công bố: ${formatNumber(recognised)} công nhận, ${formatNumber(notRecognised)} không công nhận.`);
  });
  const { id, version, staged, underReview, name } = round;
  const ready = round.allowed.includes('release');
  const left = underReview - staged;
  const recognised = [...details.values()].filter(({ outcome }) => outcome?.outcome === 'recognised').length;
  if (!ready)
    return (
      <>
        <Button look="secondary" icon="lock" onClick={() => setExplaining(true)}>
          Công bố {formatNumber(underReview)} kết quả
          {left > 0 && ` · còn ${formatNumber(left)} hồ sơ chưa ghi`}
        </Button>
        {explaining && (
          <Banner tone="todo" icon="info" live>
            {left > 0
              ? `Chưa công bố được: ghi kết quả cho ${formatNumber(left)} hồ sơ còn lại trước. Công bố luôn là cả đợt một lần.`
              : 'Chỉ cơ quan Thường trực công bố kết quả.'}
          </Banner>
        )}
      </>
    );
  return (
    <>
      <Button icon="megaphone" onClick={() => setAsking(true)}>
        Công bố {formatNumber(staged)} kết quả…
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Công bố ${formatNumber(staged)} kết quả của ${name}?`}
        actions={[
          <Button
            key="release"
            busy={deed.busy ? 'Đang công bố…' : undefined}
            onClick={() => deed.run({ id, version, staged })}
          >
            Công bố {formatNumber(staged)} kết quả
          </Button>,
          <Button key="back" look="text" onClick={() => setAsking(false)}>
            Chưa công bố
          </Button>,
        ]}
      >
        <DeedFailed
          failure={deed.failure}
          onFresh={() => {
            deed.reset();
            onFresh();
          }}
        />
        <ol className="numbered">
          <li>
            {formatNumber(staged)} hồ sơ rời “Đang xét” cùng một lúc
            {/* Known only while all of them stand on one page. */}
            {details.size === staged
              ? `: ${formatNumber(recognised)} được công nhận, ${formatNumber(staged - recognised)} không được công nhận.`
              : ', sang “Được công nhận” hoặc “Không công nhận” như đã ghi.'}
          </li>
          <li>Mỗi tác giả nhận thông báo riêng về hồ sơ của mình, kèm quyết định hoặc lý do.</li>
          <li>Danh sách, số đếm và tra cứu trả lời kết quả mới ngay.</li>
        </ol>
        <p className="medium">Công bố rồi không rút lại được cả đợt.</p>
      </Dialog>
    </>
  );
}
