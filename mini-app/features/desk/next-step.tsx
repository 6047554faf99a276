/** What can be done with a dossier now: one main step, and the others; as a panel, or at the thumb on a phone. */

import { useState } from 'react';
import type { Detail } from '#contract/initiative.ts';
import { labels } from '#domain/form.ts';
import type { FormPart } from '../../shared/form-parts.tsx';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/dialog.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { List, ListAction } from '../../ui/list.tsx';
import { ActionBar } from '../../ui/page.tsx';
import { type DeskAction, type Intake, isJudged, itemsOf, missingParts, stepsOf, tallyOf } from './intake.ts';
import { Panel } from './parts.tsx';

interface StepProps {
  dossier: Detail;
  parts: FormPart[];
  intake: Intake;
  onAct: (action: DeskAction) => void;
}

interface ActLook {
  icon: IconName;
  words: string;
  danger?: boolean;
}

function lookOf(action: DeskAction, dossier: Detail, items: number): ActLook {
  switch (action) {
    case 'accept':
      return { icon: 'check', words: 'Tiếp nhận hồ sơ…' };
    case 'review':
      return { icon: 'users', words: 'Đưa ra Hội đồng xét…' };
    case 'stage_outcome':
      return { icon: 'pen', words: dossier.outcome ? 'Sửa kết quả đã ghi…' : 'Ghi kết quả của Hội đồng…' };
    case 'record_city':
      return { icon: 'city', words: 'Ghi kết quả của Thành phố…' };
    case 'forward_city':
      return { icon: 'city', words: 'Trình Thành phố…' };
    case 'lapse':
      return { icon: 'hourglass', words: 'Đóng vì quá hạn bổ sung…' };
    case 'confirm_on_paper':
      return { icon: 'stamp', words: 'Ghi xác nhận bằng văn bản…' };
    case 'request_supplement':
      return {
        icon: 'return',
        words: items > 0 ? `Yêu cầu bổ sung ${items}\u00a0mục…` : 'Yêu cầu bổ sung…',
      };
    case 'highlight':
      return { icon: 'star', words: 'Đưa vào tiêu biểu…' };
    case 'refuse':
      return { icon: 'ban', words: 'Từ chối tiếp nhận…', danger: true };
    case 'correct':
      return { icon: 'undo', words: 'Mở lại để sửa kết quả…', danger: true };
  }
}

function useSteps({ dossier, parts, intake }: StepProps) {
  const names = parts.map(({ part }) => part);
  const judging = isJudged(dossier);
  const tally = tallyOf(intake.marks, names);
  const items = itemsOf(intake, names).length;
  return { names, judging, tally, items, ...stepsOf(dossier.allowed, judging ? items : 0) };
}

export function StepPanel(props: StepProps) {
  const { dossier, intake, onAct } = props;
  const { names, judging, tally, items, main, others } = useSteps(props);
  const missing = missingParts(intake.marks, names);
  return (
    <Panel
      title={judging ? 'Kiểm tra thể thức' : 'Việc tiếp theo'}
      more={
        judging && (
          <span>
            <b>{tally.met + tally.missing}</b> / {names.length} mục đã xem
          </span>
        )
      }
    >
      {judging && (
        <>
          <TallyBar {...tally} />
          <ul className="tally">
            {missing.map((part) => (
              <li key={part} className="tone-todo">
                <Icon name="close" size="xs" />
                <span>
                  <a href={`#note-${part}`}>{labels[part]}</a>
                  {intake.marks[part]?.note ? `: ${intake.marks[part]?.note}` : ': chưa ghi cần gì'}
                </span>
              </li>
            ))}
            {tally.met > 0 && (
              <li className="tone-ok">
                <Icon name="check" size="xs" />
                <span>{tally.met} mục đạt</span>
              </li>
            )}
            {tally.unseen > 0 && (
              <li className="tone-quiet">
                <Icon name="minus" size="xs" />
                <span>{tally.unseen} mục chưa xem</span>
              </li>
            )}
          </ul>
        </>
      )}
      <p className="muted">{dossier.status.sentence}</p>
      {main === null && others.length === 0 && <p className="medium">{dossier.status.todo}</p>}
      {main !== null && <ActButton look={lookOf(main, dossier, items)} main onClick={() => onAct(main)} />}
      <div className="steps-other">
        {others.map((action) => (
          <ActButton key={action} look={lookOf(action, dossier, items)} onClick={() => onAct(action)} />
        ))}
      </div>
    </Panel>
  );
}

interface ActButtonProps {
  look: ActLook;
  main?: boolean;
  /** Words only, where there is little room. */
  plain?: boolean;
  onClick: () => void;
}

function ActButton({ look, main = false, plain = false, onClick }: ActButtonProps) {
  return (
    <Button
      look={main ? 'main' : look.danger ? 'danger' : 'secondary'}
      icon={plain ? undefined : look.icon}
      onClick={onClick}
    >
      {look.words}
    </Button>
  );
}

function TallyBar({ met, missing, unseen }: { met: number; missing: number; unseen: number }) {
  return (
    <div className="outcome-bar" role="img" aria-label={`${met} đạt, ${missing} thiếu, ${unseen} chưa xem`}>
      <i className="tone-ok" style={{ flexGrow: met }} />
      <i className="tone-todo hatched" style={{ flexGrow: missing }} />
      <i className="outcome-rest" style={{ flexGrow: unseen }} />
    </div>
  );
}

export function StepBar(props: StepProps) {
  const { dossier, onAct } = props;
  const { names, judging, tally, items, main, others } = useSteps(props);
  const [open, setOpen] = useState(false);
  const first = main ?? others[0];
  if (first === undefined) return null;
  const rest = others.filter((action) => action !== first);
  const note = judging
    ? `${tally.met + tally.missing}/${names.length} mục đã xem · ${tally.met} đạt · ${tally.missing} thiếu`
    : dossier.status.todo;
  return (
    <ActionBar note={note} pair={rest.length > 0}>
      {rest.length > 0 && (
        <Button look="secondary" onClick={() => setOpen(true)}>
          Khác
        </Button>
      )}
      <ActButton
        look={lookOf(first, dossier, items)}
        main={main !== null}
        plain={rest.length > 0}
        onClick={() => onAct(first)}
      />
      <Sheet open={open} onClose={() => setOpen(false)} title="Việc khác" actions={[]}>
        <List>
          {rest.map((action) => {
            const { icon, words, danger = false } = lookOf(action, dossier, items);
            return (
              <ListAction
                key={action}
                icon={icon}
                title={words}
                danger={danger}
                onClick={() => {
                  setOpen(false);
                  onAct(action);
                }}
              />
            );
          })}
        </List>
      </Sheet>
    </ActionBar>
  );
}
