/** Step 2: where, in which round, by whom, since when. */

import type { Form } from '#contract/initiative.ts';
import { dayOf } from '#domain/calendar.ts';
import { labels } from '#domain/form.ts';
import { useHome, useServerNow } from '../../ask.ts';
import { Banner } from '../../ui/banner.tsx';
import { DateField, RadioGroup } from '../../ui/choice-field.tsx';
import { instantOf, sayDeadline } from '../../ui/format.ts';
import { Authors } from './authors.tsx';
import type { StepProps } from './step-screen.tsx';
import { UnitField } from './unit-field.tsx';

export function StepWho(props: StepProps) {
  const { form, set, errorOf } = props;
  const serverNow = useServerNow();
  return (
    <div className="form">
      <Place {...props} />
      <Authors {...props} />
      <DateField
        id="firstAppliedOn"
        label={labels.firstAppliedOn}
        hint="Kể cả khi mới áp dụng thử."
        error={errorOf('firstAppliedOn')}
        max={dayOf(serverNow())}
        value={form.firstAppliedOn ?? ''}
        onChange={(event) => set({ firstAppliedOn: event.target.value === '' ? null : event.target.value })}
      />
    </div>
  );
}

/** The unit first: it decides which rounds there are to choose from, often just one. */
function Place({ keeper, draft, form, set, errorOf }: StepProps) {
  const { data: home } = useHome();
  const open = (home?.rounds ?? []).filter(({ phase }) => phase === 'open');
  const block = draft.unit?.block ?? '';
  const fitting = block === '' ? open : open.filter(({ blocks }) => blocks.includes(block));
  const only = fitting.length === 1 ? fitting[0] : undefined;
  const chosen = home?.rounds.find(({ id }) => id === form.roundId);
  const error = errorOf('roundId');
  const mustChoose = form.unitId !== null && (fitting.length > 1 || (only && only.id !== form.roundId));
  return (
    <div className="part">
      <UnitField
        unit={draft.unit}
        chosen={form.unitId !== null}
        error={errorOf('unitId')}
        onPick={(unit) => {
          const rounds = open.filter(({ blocks }) => blocks.includes(unit.block));
          const keep = rounds.find(({ id }) => id === form.roundId);
          const next = keep ?? (rounds.length === 1 ? rounds[0] : undefined);
          keeper.pickUnit(unit, next?.id ?? null);
        }}
      />
      {mustChoose || error ? (
        <RadioGroup
          name="roundId"
          label={labels.roundId}
          error={error}
          options={fitting.map(({ id, name, closesAt }) => ({
            value: id,
            label: name,
            hint: closesAt === null ? undefined : `Nhận đến ${sayDeadline(instantOf(closesAt))}`,
          }))}
          value={form.roundId ?? ''}
          onChange={(event) => set({ roundId: event.target.value as Form['roundId'] })}
        />
      ) : (
        chosen?.closesAt && (
          <p className="hint">
            Nộp vào {chosen.name}, trước {sayDeadline(instantOf(chosen.closesAt))}.
          </p>
        )
      )}
      {home && form.unitId !== null && fitting.length === 0 && (
        <Banner tone="todo" icon="calendar">
          Hiện chưa có đợt nào nhận hồ sơ của đơn vị này. Anh/chị cứ viết, bản nháp được giữ đến khi mở đợt.
        </Banner>
      )}
    </div>
  );
}
