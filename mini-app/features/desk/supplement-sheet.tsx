/** Asking the author for what is missing: the marks beside the answers have written the items already. */

import { useState } from 'react';
import type { Form } from '#contract/initiative.ts';
import { addMonths, addWorkingDays, dayOf, endOfOffice, sayDay, sayLeft } from '#domain/calendar.ts';
import { labels } from '#domain/form.ts';
import { countLetters } from '#domain/text.ts';
import { useServerNow } from '../../ask.ts';
import { DeedFailed, useDeed } from '../../shared/deed.tsx';
import type { FormPart } from '../../shared/form-parts.tsx';
import type { Kept } from '../../shared/kept.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Checkbox, DateField } from '../../ui/choice-field.tsx';
import { FieldError } from '../../ui/field.tsx';
import { formatNumber, sayDeadline } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { useMessage } from '../../ui/snackbar.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { ActProps } from './act-dialogs.tsx';
import { ActSheet } from './act-sheet.tsx';
import { Change, refresh } from './act-simple.tsx';
import { Bubble } from './bubble.tsx';
import { type Intake, itemsOf, marked, missingParts } from './intake.ts';

const mostItems = 10;
const mostLetters = 500;
const usualDays = [5, 10];

interface SupplementSheetProps extends ActProps {
  parts: FormPart[];
  intake: Kept<Intake>;
}

export function SupplementSheet({ open, dossier, onClose, onFresh, parts, intake }: SupplementSheetProps) {
  const now = useServerNow()();
  const [tried, setTried] = useState(false);
  const say = useMessage();
  const deed = useDeed('requestSupplement', () => {
    intake.forget();
    onClose();
    say('Đã gửi yêu cầu bổ sung cho tác giả.');
  });
  const { marks, others, dueOn } = intake.value;
  const names = parts.map(({ part }) => part);
  const items = itemsOf(intake.value, names);
  const missing = missingParts(marks, names);
  const setMarks = (next: Intake['marks']) => intake.set({ ...intake.value, marks: next });
  const problems = {
    items:
      items.length === 0
        ? 'Chọn ít nhất một mục cần bổ sung'
        : items.length > mostItems
          ? `Bớt còn ${mostItems} mục. Hiện có ${items.length}`
          : items.some((item) => countLetters(item) > mostLetters)
            ? `Rút gọn mục dài hơn ${mostLetters} ký tự`
            : deed.problem('items'),
    dueOn: dueOn === '' ? 'Chọn hạn bổ sung' : deed.problem('dueOn'),
  };
  const send = () => {
    setTried(true);
    if (items.length === 0 || items.length > mostItems || dueOn === '') return;
    deed.run({ id: dossier.id, version: dossier.version, items, dueOn });
  };
  return (
    <ActSheet
      open={open}
      onClose={onClose}
      wide
      title={<>Yêu cầu bổ sung {dossier.code !== null && <span className="code">{dossier.code}</span>}</>}
      actions={
        <Button icon="send" onClick={send} busy={deed.busy ? 'Đang gửi…' : undefined}>
          Gửi yêu cầu bổ sung
        </Button>
      }
    >
      <DeedFailed besideFields failure={deed.failure} onFresh={refresh(deed.reset, onFresh)} />
      <div className="ask">
        <div className="ask-choice">
          <fieldset className="field">
            <legend className="field-label">Mục cần bổ sung</legend>
            {tried && problems.items !== undefined && <FieldError id="items">{problems.items}</FieldError>}
            {missing.map((part) => (
              <Part key={part} part={part} marks={marks} onChange={setMarks} />
            ))}
            <details className="ask-rest" open={missing.length === 0}>
              <summary>Chọn thêm mục của đơn</summary>
              {names
                .filter((part) => !missing.includes(part))
                .map((part) => (
                  <Part key={part} part={part} marks={marks} onChange={setMarks} />
                ))}
            </details>
          </fieldset>
          <Others others={others} onChange={(next) => intake.set({ ...intake.value, others: next })} />
          <DueChoice
            now={now}
            dueOn={dueOn}
            error={tried ? problems.dueOn : undefined}
            onChange={(next) => intake.set({ ...intake.value, dueOn: next })}
          />
        </div>
        <div className="ask-seen">
          <h3 className="small bold">Tác giả sẽ thấy</h3>
          <Bubble bare buttons={[`Bổ sung ${items.length}\u00a0mục`]}>
            <p>
              “{dossier.title}”. Anh/chị cần bổ sung {items.length} mục.
              {dueOn !== '' &&
                ` Hạn: ${sayDeadline(endOfOffice(dueOn))}, còn ${sayLeft(now, endOfOffice(dueOn))}.`}
            </p>
          </Bubble>
          {items.length > 0 && (
            <>
              <p className="small muted">Bấm nút, tác giả thấy từng mục để trả lời:</p>
              <ol className="numbered small">
                {items.map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ol>
            </>
          )}
          <p className="small muted ask-way">
            <Icon name="check" size="xs" />
            Luôn có trong mini app; tới cả Zalo nếu trang được phép nhắn cho tác giả.
          </p>
        </div>
      </div>
      <Change from={dossier.status.label} to="Yêu cầu bổ sung" />
    </ActSheet>
  );
}

interface PartProps {
  part: keyof Form;
  marks: Intake['marks'];
  onChange: (marks: Intake['marks']) => void;
}

/** Asked for or not, and in which words. */
function Part({ part, marks, onChange }: PartProps) {
  const mark = marks[part];
  const asked = mark?.met === false;
  return (
    <div>
      <Checkbox name={`ask-${part}`} checked={asked} onChange={() => onChange(marked(marks, part, false))}>
        {labels[part]}
      </Checkbox>
      {asked && (
        <TextField
          name={`ask-note-${part}`}
          label={<span className="small">Cần bổ sung gì ở “{labels[part]}”</span>}
          value={mark.note}
          maxLength={460}
          onChange={(event) =>
            onChange({ ...marks, [part]: { met: false, note: event.currentTarget.value } })
          }
        />
      )}
    </div>
  );
}

function Others({ others, onChange }: { others: string[]; onChange: (others: string[]) => void }) {
  return (
    <div className="field">
      {others.map((other, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are told apart by their place only
        <div className="ask-other" key={index}>
          <TextField
            name={`ask-other-${index}`}
            label={<span className="small">Mục khác {formatNumber(index + 1)}</span>}
            value={other}
            maxLength={mostLetters}
            onChange={(event) =>
              onChange(others.map((one, at) => (at === index ? event.currentTarget.value : one)))
            }
          />
          <IconButton
            icon="trash"
            label={`Bỏ mục khác ${index + 1}`}
            onClick={() => onChange(others.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <div>
        <Button look="text" slim onClick={() => onChange([...others, ''])}>
          + Thêm mục khác
        </Button>
      </div>
    </div>
  );
}

interface DueChoiceProps {
  now: Date;
  dueOn: string;
  error: string | undefined;
  onChange: (dueOn: string) => void;
}

function DueChoice({ now, dueOn, error, onChange }: DueChoiceProps) {
  const today = dayOf(now);
  return (
    <div className="field">
      <DateField
        name="dueOn"
        label="Hạn bổ sung"
        hint={`17 giờ 00 của ngày đó, muộn nhất ${sayDay(addMonths(today, 1))}.`}
        min={today}
        value={dueOn}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div className="ask-days">
        {usualDays.map((days) => {
          const day = addWorkingDays(today, days);
          return (
            <button
              key={days}
              type="button"
              className={day === dueOn ? 'chip chip-on' : 'chip'}
              aria-pressed={day === dueOn}
              onClick={() => onChange(day)}
            >
              {days} ngày làm việc · {sayDay(day)}
            </button>
          );
        })}
      </div>
    </div>
  );
}
