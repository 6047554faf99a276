/** Before anything leaves: how it will look in Zalo, and whom it reaches, by which way, from when, and whom not and why. */

import type { Preview } from '#contract/announcement.ts';
import { useServerNow } from '../../ask.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { formatNumber, instantOf, sayDeadline } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { audienceProblem, type Draft } from './announcement-draft.ts';
import { Bubble } from './bubble.tsx';
import { Lines, Panel } from './parts.tsx';

interface PreviewProps {
  draft: Draft;
  preview: Preview | undefined;
}

export function LookPanel({ draft, preview }: PreviewProps) {
  const { title, text } = draft;
  const empty = title.trim() === '' && text.trim() === '';
  return (
    <div className="desk-stack">
      <section>
        <h2 className="hidden-words">Xem trước</h2>
        <Bubble buttons={preview?.buttons ?? []}>
          {empty ? 'Tin sẽ hiện ở đây khi anh/chị viết.' : [title, text].filter(Boolean).join('\n\n')}
        </Bubble>
      </section>
      {draft.withArticle && (
        <Panel title="Bài viết trên trang">
          <p className="bold">{title || 'Chưa có tiêu đề'}</p>
          <p className="keep-lines clamp-4">{text}</p>
        </Panel>
      )}
    </div>
  );
}

interface ReachPanelProps extends PreviewProps {
  failed: boolean;
  onRetry: () => void;
}

export function ReachPanel({ draft, preview, failed, onRetry }: ReachPanelProps) {
  const nobody = audienceProblem(draft.audience);
  return (
    <Panel title="Ai nhận, bằng đường nào">
      {nobody !== undefined ? (
        <p className="muted">{nobody} để biết bao nhiêu người nhận.</p>
      ) : preview === undefined ? (
        failed ? (
          <>
            <p className="muted">Chưa đếm được người nhận. Kiểm tra mạng rồi thử lại.</p>
            <Button look="secondary" icon="retry" onClick={onRetry}>
              Thử lại
            </Button>
          </>
        ) : (
          <Skeleton rows={4} shape="text" />
        )
      ) : (
        <Reach draft={draft} preview={preview} />
      )}
    </Panel>
  );
}

function Reach({ draft, preview }: { draft: Draft; preview: Preview }) {
  const now = useServerNow()();
  const { reached, unlinked, notReached, inApp, earliest } = preview;
  const unreached = notReached.reduce((sum, { count }) => sum + count, 0);
  const at = instantOf(earliest);
  const later = at > now;
  return (
    <>
      {draft.withMessages ? (
        <>
          <p className="reach-count" role="status">
            <b>{formatNumber(reached)}</b> <span className="muted">người nhận tin Zalo</span>
          </p>
          {unreached > 0 && (
            <div
              className="outcome-bar"
              role="img"
              aria-label={`${formatNumber(reached)} nhận qua Zalo, ${formatNumber(unreached)} không`}
            >
              <i className="tone-primary" style={{ flexGrow: reached }} />
              <i className="tone-quiet hatched" style={{ flexGrow: unreached }} />
            </div>
          )}
          {unlinked > 0 && (
            <p className="muted">
              Trong đó {formatNumber(unlinked)} người quan tâm trang mà chưa nối mini app.
            </p>
          )}
        </>
      ) : (
        <p className="muted">Không gửi tin Zalo.</p>
      )}
      <Lines
        lines={[
          {
            question: 'Thấy trong mini app',
            answer: inApp === null ? 'Mọi người mở mini app' : `${formatNumber(inApp)} người`,
          },
          { question: 'Bài trên trang Zalo', answer: draft.withArticle ? 'Có' : 'Không' },
          {
            question: 'Gửi sớm nhất',
            answer: later ? sayDeadline(at) : 'Ngay khi bấm gửi',
          },
        ]}
      />
      {later && draft.withMessages && (
        <Banner tone="primary" icon="clock">
          Bây giờ ngoài giờ được gửi. Tin chờ trong hàng đợi tới {sayDeadline(at)}.
        </Banner>
      )}
      {unreached > 0 && (
        <details className="reach-why" open>
          <summary>
            Vì sao {formatNumber(unreached)} người không nhận qua Zalo
            <Icon name="down" size="xs" />
          </summary>
          <Lines
            lines={notReached.map(({ sentence, count }) => ({
              question: sentence,
              answer: formatNumber(count),
            }))}
          />
        </details>
      )}
    </>
  );
}
