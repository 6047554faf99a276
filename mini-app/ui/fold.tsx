/** A part that is folded until somebody wants it; the browser's own <details>. */

import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

interface FoldProps {
  title: ReactNode;
  /** One small line below the title. */
  line?: ReactNode;
  /** With `onToggle` the caller decides. */
  open?: boolean;
  onToggle?: (open: boolean) => void;
  children: ReactNode;
}

export function Fold({ title, line, open, onToggle, children }: FoldProps) {
  return (
    <details className="fold" open={open} onToggle={(event) => onToggle?.(event.currentTarget.open)}>
      <summary className="fold-head">
        <span className="fold-words">
          {title}
          {line !== undefined && <span className="row-line">{line}</span>}
        </span>
        <span className="fold-arrow">
          <Icon name="down" size="s" />
        </span>
      </summary>
      <div className="fold-inside">{children}</div>
    </details>
  );
}
