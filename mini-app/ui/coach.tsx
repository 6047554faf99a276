/** Hints beside the writing: what is answered, what is still open. Never red, never a percentage, hidden in one tap. */

import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

export interface CoachHint {
  answered: boolean;
  /** A whole sentence: "Đã có người làm và cách làm." */
  text: string;
}

interface CoachProps {
  /** At most three are shown. */
  hints: CoachHint[];
  onHide?: () => void;
}

export function Coach({ hints, onHide }: CoachProps) {
  return (
    <section className="coach tone-spark" aria-label="Gợi ý, không bắt buộc">
      <p className="coach-title">
        <Icon name="hint" />
        Gợi ý, không bắt buộc
      </p>
      <ul>
        {hints.slice(0, 3).map(({ answered, text }) => (
          <li key={text} className={answered ? 'tone-ok' : 'tone-quiet'}>
            <Icon name={answered ? 'check' : 'minus'} size="s" />
            <span>{text}</span>
          </li>
        ))}
      </ul>
      {onHide !== undefined && (
        <Button look="text" slim onClick={onHide}>
          Ẩn gợi ý này
        </Button>
      )}
    </section>
  );
}
