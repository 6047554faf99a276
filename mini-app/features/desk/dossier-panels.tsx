/** Beside the answers of a dossier: the outcome that is staged, what was asked for and answered, and its whole history. */

import type { Detail } from '#contract/initiative.ts';
import { useHome } from '../../ask.ts';
import { capitalise, instantOf, sayDeadline, sayShortDate, sayWhen } from '../../ui/format.ts';
import { Badge } from '../../ui/status.tsx';
import { Lines, Panel } from './parts.tsx';

export const kindNames = { initiative: 'Sáng kiến', impact: 'Phạm vi ảnh hưởng' } as const;

export function useLevelName() {
  const { data: home } = useHome();
  return (id: string) => capitalise(home?.organisation.levels.find((level) => level.id === id)?.label ?? id);
}

export function OutcomePanel({ dossier }: { dossier: Detail }) {
  const levelName = useLevelName();
  const { outcome, recognitions } = dossier;
  if (outcome) {
    const { reason, level, kinds, decisionNo, decisionDate, certificateNo, stagedBy, stagedAt } = outcome;
    return (
      <Panel
        title="Kết quả đang giữ kín"
        more={
          <Badge tone="council" icon="lock">
            Chưa công bố
          </Badge>
        }
      >
        <Lines
          lines={[
            {
              question: 'Kết luận của Hội đồng',
              answer: outcome.outcome === 'recognised' ? 'Công nhận' : 'Không công nhận',
            },
            ...(level === null ? [] : [{ question: 'Cấp', answer: levelName(level) }]),
            ...(kinds.length === 0
              ? []
              : [{ question: 'Nội dung', answer: kinds.map((kind) => kindNames[kind]).join(', ') }]),
            ...(decisionNo === null
              ? []
              : [
                  {
                    question: 'Quyết định',
                    answer: `${decisionNo}${decisionDate ? `, ${sayShortDate(decisionDate)}` : ''}`,
                  },
                ]),
            ...(certificateNo === null ? [] : [{ question: 'Giấy chứng nhận', answer: certificateNo }]),
            ...(reason === null ? [] : [{ question: 'Lý do', answer: reason }]),
          ]}
        />
        <p className="small muted">
          {stagedBy} ghi lúc {sayWhen(instantOf(stagedAt))}. Tác giả và mọi nơi khác vẫn thấy “Đang xét” tới
          khi công bố cả đợt.
        </p>
      </Panel>
    );
  }
  if (recognitions.length === 0) return null;
  return (
    <Panel title="Đã được công nhận">
      {recognitions.map(({ kind, level, decisionNo, decisionDate, certificateNo }) => (
        <Lines
          key={`${kind}-${level}`}
          lines={[
            { question: kindNames[kind], answer: levelName(level) },
            { question: 'Quyết định', answer: `${decisionNo}, ${sayShortDate(decisionDate)}` },
            ...(certificateNo === null ? [] : [{ question: 'Giấy chứng nhận', answer: certificateNo }]),
          ]}
        />
      ))}
    </Panel>
  );
}

export function SupplementPanels({ dossier }: { dossier: Detail }) {
  return dossier.supplements.map(({ askedAt, dueAt, items, answeredAt }) => (
    <Panel
      key={askedAt}
      title="Yêu cầu bổ sung"
      more={
        answeredAt === null ? (
          <Badge tone="todo" icon="clock">
            Chưa trả lời
          </Badge>
        ) : (
          <Badge tone="ok" icon="check">
            Đã trả lời
          </Badge>
        )
      }
    >
      <ol className="asked-items">
        {items.map(({ label, answer }) => (
          <li key={label}>
            <p className="medium">{label}</p>
            {answer !== null && <p className="keep-lines">{answer}</p>}
          </li>
        ))}
      </ol>
      <p className="small muted">
        Hỏi lúc {sayWhen(instantOf(askedAt))}. Hạn: {sayDeadline(instantOf(dueAt))}.
        {answeredAt !== null && ` Trả lời lúc ${sayWhen(instantOf(answeredAt))}.`}
      </p>
    </Panel>
  ));
}

export function HistoryPanel({ dossier }: { dossier: Detail }) {
  return (
    <Panel title="Diễn biến">
      <ol className="story">
        {[...dossier.history].reverse().map(({ at, who, label, reason, to }) => (
          <li key={`${at}-${to}`}>
            <p>
              <b>{label}</b> · {who}
            </p>
            {reason !== null && <p className="muted">{reason}</p>}
            <time className="small meta" dateTime={at}>
              {sayWhen(instantOf(at))}
            </time>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
