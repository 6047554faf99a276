/** The list of what must be put right, on top of a form after "Tiếp tục" or "Nộp". Takes the focus. */

import { type MouseEvent, useEffect, useRef } from 'react';
import { Link, type To } from 'react-router-dom';
import { Icon } from './icon.tsx';

export interface FieldProblem {
  /** Id of the control. */
  field: string;
  /** The very words of the field's own error. */
  message: string;
  /** Where the field stands, if on another screen. */
  to?: To;
  /** Handed to that screen. */
  state?: unknown;
}

interface ErrorSummaryProps {
  problems: FieldProblem[];
  /** Raise it with every attempt, so that the summary takes the focus again. */
  attempt: number;
}

function goTo(event: MouseEvent, field: string) {
  event.preventDefault();
  const control = document.getElementById(field);
  control?.scrollIntoView({ block: 'center' });
  control?.focus({ preventScroll: true });
}

/** Draws nothing while there are no problems. */
export function ErrorSummary({ problems, attempt }: ErrorSummaryProps) {
  const box = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt with the same problems must be heard too
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [attempt]);
  if (problems.length === 0) return null;
  return (
    <section
      ref={box}
      className="error-summary"
      tabIndex={-1}
      role="alert"
      aria-labelledby="error-summary-title"
    >
      <h2 id="error-summary-title" className="h3">
        <Icon name="warn" />
        Có {problems.length} chỗ cần sửa
      </h2>
      <p className="muted">Chưa có gì được gửi đi. Chữ anh/chị viết vẫn giữ nguyên.</p>
      <ul>
        {problems.map(({ field, message, to, state }) => (
          <li key={field}>
            {to === undefined ? (
              <a href={`#${field}`} onClick={(event) => goTo(event, field)}>
                <span>{message}</span>
                <Icon name="down" size="s" />
              </a>
            ) : (
              <Link to={to} state={state}>
                <span>{message}</span>
                <Icon name="forward" size="s" />
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
