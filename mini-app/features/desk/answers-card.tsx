/** The answers of a dossier, each with Đạt and Thiếu beside it; Thiếu opens the line that the author will be asked. */

import type { Form } from '#contract/initiative.ts';
import type { FormPart } from '../../shared/form-parts.tsx';
import type { Kept } from '../../shared/kept.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type Intake, type Mark, marked, tallyOf } from './intake.ts';
import { Panel } from './parts.tsx';

interface AnswersCardProps {
  parts: FormPart[];
  judging: boolean;
  intake: Kept<Intake>;
}

export function AnswersCard({ parts, judging, intake }: AnswersCardProps) {
  const { marks } = intake.value;
  const setMarks = (next: Intake['marks']) => intake.set({ ...intake.value, marks: next });
  const names = parts.map(({ part }) => part);
  const { met, missing, unseen } = tallyOf(marks, names);
  const restIsMet = () =>
    setMarks(
      Object.fromEntries(
        names.map((name) => [name, marks[name] ?? { met: true, note: '' }]),
      ) as Intake['marks'],
    );
  return (
    <Panel
      title="Đơn và mô tả"
      flush
      more={
        judging && (
          <>
            <span className="muted">
              {met + missing}/{names.length} mục đã xem
            </span>
            {unseen > 0 && met + missing > 0 && (
              <Button look="text" slim onClick={restIsMet}>
                Đạt các mục còn lại
              </Button>
            )}
          </>
        )
      }
    >
      <dl className="checks">
        {parts.map((one) => (
          <Row
            key={one.part}
            part={one}
            judging={judging}
            mark={marks[one.part]}
            onMark={(metNow) => setMarks(marked(marks, one.part, metNow))}
            onNote={(note) => setMarks({ ...marks, [one.part]: { met: false, note } })}
          />
        ))}
      </dl>
    </Panel>
  );
}

interface RowProps {
  part: FormPart;
  judging: boolean;
  mark: Mark | undefined;
  onMark: (met: boolean) => void;
  onNote: (note: string) => void;
}

function Row({ part: { part, question, answer, empty }, judging, mark, onMark, onNote }: RowProps) {
  return (
    <div className={mark?.met === false ? 'check check-missing' : 'check'}>
      <dt>{question}</dt>
      <dd className="check-answer">
        {empty ? <p className="muted">Tác giả không ghi</p> : answer}
        {judging && mark?.met === false && (
          <div className="check-note tone-todo">
            <TextField
              name={noteId(part)}
              label="Ghi cho tác giả"
              hint="Tác giả sẽ đọc đúng câu này. Để trống thì chỉ nêu tên mục."
              value={mark.note}
              maxLength={460}
              onChange={(event) => onNote(event.currentTarget.value)}
            />
          </div>
        )}
      </dd>
      {judging && (
        <dd>
          <fieldset className="verdict">
            <legend className="hidden-words">Kiểm tra mục {question}</legend>
            <Verdict pressed={mark?.met === true} onPress={() => onMark(true)} met question={question} />
            <Verdict
              pressed={mark?.met === false}
              onPress={() => onMark(false)}
              met={false}
              question={question}
            />
          </fieldset>
        </dd>
      )}
    </div>
  );
}

export const noteId = (part: keyof Form) => `note-${part}`;

interface VerdictProps {
  met: boolean;
  pressed: boolean;
  question: string;
  onPress: () => void;
}

function Verdict({ met, pressed, question, onPress }: VerdictProps) {
  const words = met ? 'Đạt' : 'Thiếu';
  return (
    <button
      type="button"
      className={`verdict-button tone-${met ? 'ok' : 'todo'}`}
      aria-pressed={pressed}
      aria-label={`${words}: ${question}`}
      onClick={onPress}
    >
      <Icon name={met ? 'check' : 'close'} size="xs" />
      {words}
    </button>
  );
}
