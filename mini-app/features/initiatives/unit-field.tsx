/** Choosing one's unit: searched with or without accents, grouped by block, from a sheet. */

import { useDeferredValue, useState } from 'react';
import type { Unit } from '#contract/campaign.ts';
import { labels } from '#domain/form.ts';
import { useAskPages, useHome } from '../../ask.ts';
import { Failed } from '../../shell/loaded.tsx';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/dialog.tsx';
import { FieldError, FieldHint } from '../../ui/field.tsx';
import { List, ListAction } from '../../ui/list.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { SearchField } from '../../ui/text-field.tsx';

interface UnitFieldProps {
  unit: Unit | null;
  /** Something is chosen, also when its name is not known without network. */
  chosen: boolean;
  error: string | undefined;
  onPick: (unit: Unit) => void;
}

export function UnitField({ unit, chosen, error, onPick }: UnitFieldProps) {
  const [open, setOpen] = useState(false);
  const pick = (picked: Unit) => {
    setOpen(false);
    onPick(picked);
  };
  const name = unit?.name ?? (chosen ? 'Đơn vị đã chọn' : 'Chưa chọn');
  return (
    <div className="field">
      <p className="field-label" id="unitId-label">
        {labels.unitId}
      </p>
      <FieldHint id="unitId">Nơi anh/chị làm việc. Thủ trưởng đơn vị này sẽ xác nhận.</FieldHint>
      {error !== undefined && <FieldError id="unitId">{error}</FieldError>}
      <button
        type="button"
        id="unitId"
        className={error === undefined ? 'control choose' : 'control choose choose-wrong'}
        aria-haspopup="dialog"
        aria-describedby={`unitId-hint${error === undefined ? '' : ' unitId-error'}`}
        onClick={() => setOpen(true)}
      >
        <span className="hidden-words">{labels.unitId}: </span>
        <span className={chosen ? undefined : 'muted'}>{name}</span>
        <span className="choose-word">{chosen ? 'Đổi' : 'Chọn'}</span>
      </button>
      <Sheet
        open={open}
        onClose={() => setOpen(false)}
        title="Chọn đơn vị của anh/chị"
        actions={
          <Button look="secondary" onClick={() => setOpen(false)}>
            Đóng
          </Button>
        }
      >
        {open && <Units onPick={pick} />}
      </Sheet>
    </div>
  );
}

function Units({ onPick }: { onPick: (unit: Unit) => void }) {
  const [words, setWords] = useState('');
  const q = useDeferredValue(words.trim());
  const { data: home } = useHome();
  const units = useAskPages('units', q === '' ? {} : { q });
  const blocks = home?.organisation.blocks ?? [];
  const items = units.items ?? [];
  const known = new Set(blocks.map(({ id }) => id));
  const groups = [
    ...blocks.map(({ id, name }) => ({ id, name, items: items.filter(({ block }) => block === id) })),
    { id: 'rest', name: 'Đơn vị khác', items: items.filter(({ block }) => !known.has(block)) },
  ].filter((group) => group.items.length > 0);
  return (
    <div className="sheet-list">
      <SearchField
        label="Tìm đơn vị"
        placeholder="Tìm theo tên, có dấu hay không"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {units.items === undefined &&
        (units.error ? (
          <Failed error={units.error} busy={units.isFetching} onRetry={units.refetch} />
        ) : (
          <Skeleton rows={4} />
        ))}
      {units.items?.length === 0 && (
        <p className="muted" role="status">
          Không có đơn vị nào tên như vậy. Thử gõ ngắn hơn, ví dụ “truc bach”.
        </p>
      )}
      {groups.map((group) => (
        <section key={group.id} className="section">
          <h3>{group.name}</h3>
          <List>
            {group.items.map((unit) => (
              <ListAction key={unit.id} title={unit.name} onClick={() => onPick(unit)} />
            ))}
          </List>
        </section>
      ))}
      {units.hasNextPage && (
        <Button
          look="soft"
          onClick={() => void units.fetchNextPage()}
          busy={units.isFetchingNextPage ? 'Đang tải…' : undefined}
        >
          Xem thêm đơn vị
        </Button>
      )}
    </div>
  );
}
