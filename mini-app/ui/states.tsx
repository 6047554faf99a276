/** What stands where content would be: nothing yet, still coming, or it went wrong. */

import { type ReactElement, type ReactNode, useEffect, useState } from 'react';
import { Button } from './button.tsx';
import type { IconName } from './icon.tsx';
import { RingPicture } from './rings.tsx';

interface EmptyStateProps {
  title: ReactNode;
  /** At most two sentences: what is true, what one can do. */
  children: ReactNode;
  /** One action, and at most one text button below it. */
  action?: ReactNode;
  /** In place of the spark. */
  icon?: IconName;
  /** True where this title is the h1 of the screen; otherwise the header has it. */
  heading?: boolean;
}

export function EmptyState({ title, children, action, icon, heading = false }: EmptyStateProps) {
  const Title = heading ? 'h1' : 'h2';
  return (
    <div className="empty">
      <div className="empty-words">
        <RingPicture icon={icon} />
        <Title className="h2">{title}</Title>
        <p className="muted">{children}</p>
      </div>
      {action !== undefined && <div className="empty-actions">{action}</div>}
    </div>
  );
}

/** Blocks in the sizes of what is coming; nothing is drawn for the first 300 ms, so quick answers do not flicker. */
export function Skeleton({ rows = 3, shape = 'rows' }: { rows?: number; shape?: 'rows' | 'text' | 'card' }) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="skeleton" role="status">
      {slow && <span className="hidden-words">Đang tải…</span>}
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <span key={row} className={`skeleton-${shape}${slow ? ' skeleton-seen' : ''}`} />
      ))}
    </div>
  );
}

interface ErrorStateProps {
  title?: ReactNode;
  /** What happened and what one can still do. */
  children: ReactNode;
  onRetry?: () => void;
  /** Words while the retry runs. */
  busy?: string | undefined;
  /** The server's request id, small and at the end: to be read out to the office. */
  requestId?: string | null;
  icon?: IconName;
  other?: ReactElement;
}

export function ErrorState(props: ErrorStateProps) {
  const {
    title = 'Chưa lấy được nội dung',
    children,
    onRetry,
    busy,
    requestId,
    icon = 'retry',
    other,
  } = props;
  return (
    <div className="empty" role="alert">
      <div className="empty-words">
        <RingPicture icon={icon} />
        <h2>{title}</h2>
        <p className="muted">{children}</p>
        {requestId !== undefined && requestId !== null && (
          <p className="tiny meta">
            Nếu cần hỏi, anh/chị đọc mã này: <span className="code">{requestId}</span>
          </p>
        )}
      </div>
      <div className="empty-actions">
        {onRetry !== undefined && (
          <Button icon="retry" onClick={onRetry} busy={busy}>
            Thử lại
          </Button>
        )}
        {other}
      </div>
    </div>
  );
}
