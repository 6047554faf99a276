/** Search and filters above the list of dossiers. */

import { useEffect, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import type { Api } from '#contract/api.ts';
import type { OutputOf } from '#contract/endpoint.ts';
import type { State } from '#contract/initiative.ts';
import { useHome } from '../../ask.ts';
import { Select } from '../../ui/choice-field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SearchField } from '../../ui/text-field.tsx';
import { type Filters, searchOf, views, withFilter } from './filters.ts';
import { unitOptions, useUnits } from './units.ts';
import { useFrame } from './wide.ts';

interface FilterBarProps {
  filters: Filters;
  counts: OutputOf<Api['deskCounts']> | undefined;
}

const pause = 350;

export function FilterBar({ filters, counts }: FilterBarProps) {
  const navigate = useNavigate();
  const { data: home } = useHome();
  const { data: units = [] } = useUnits();
  const blocks = home?.organisation.blocks ?? [];
  const change = (part: Partial<Filters>) =>
    navigate(`/desk/initiatives${searchOf(withFilter(filters, part))}`, { replace: true });
  const set = (['block', 'unit', 'state', 'round'] as const).filter(
    (name) => filters[name] !== undefined,
  ).length;
  const frame = useFrame();
  const selects = (
    <>
      <Select
        name="filter-round"
        label="Đợt"
        empty="Mọi đợt"
        options={(home?.rounds ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={filters.round ?? ''}
        onChange={(event) => change({ round: event.currentTarget.value || undefined })}
      />
      <Select
        name="filter-state"
        label="Trạng thái"
        empty="Mọi trạng thái"
        options={stateOptions(counts, filters.state)}
        value={filters.state ?? ''}
        onChange={(event) => change({ state: (event.currentTarget.value || undefined) as State | undefined })}
      />
      <Select
        name="filter-block"
        label="Khối"
        empty="Mọi khối"
        options={blocks.map(({ id, nameShort }) => ({ value: id, label: nameShort }))}
        value={filters.block ?? ''}
        onChange={(event) => change({ block: event.currentTarget.value || undefined, unit: undefined })}
      />
      <Select
        name="filter-unit"
        label="Đơn vị"
        empty="Mọi đơn vị"
        options={unitOptions(
          units.filter(({ block }) => filters.block === undefined || block === filters.block),
          blocks,
        )}
        value={filters.unit ?? ''}
        onChange={(event) => change({ unit: event.currentTarget.value || undefined })}
      />
    </>
  );
  const clear = set > 0 && (
    <Link className="filters-clear" to="/desk/initiatives">
      Bỏ lọc
    </Link>
  );
  return (
    <div className="filters">
      <Search words={filters.q ?? ''} onChange={(q) => change({ q })} />
      {frame ? (
        <>
          {selects}
          {clear}
        </>
      ) : (
        <details className="filters-more">
          <summary>
            <Icon name="filter" size="s" />
            <span>{set === 0 ? 'Bộ lọc' : `Bộ lọc (đang dùng ${set})`}</span>
            <Icon name="down" size="s" />
          </summary>
          <div className="filters-grid">
            {selects}
            {clear}
          </div>
        </details>
      )}
    </div>
  );
}

/** States that occur; one that is asked for but does not occur keeps its place in the list. */
function stateOptions(counts: FilterBarProps['counts'], chosen: State | undefined) {
  const options = (counts?.byState ?? []).map(({ state, label }) => ({ value: state, label }));
  if (chosen === undefined || options.some(({ value }) => value === chosen)) return options;
  const label = views.find(({ state }) => state === chosen)?.label ?? 'Trạng thái đang chọn';
  return [{ value: chosen, label }, ...options];
}

/** Waits for a pause in the typing; takes over what the address says when it changes otherwise ("back", "Bỏ lọc"). */
function Search({ words, onChange }: { words: string; onChange: (words: string | undefined) => void }) {
  const [typed, setTyped] = useState(words);
  const known = useRef(words);
  useEffect(() => {
    if (words === known.current) return;
    known.current = words;
    setTyped(words);
  }, [words]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing starts a search, not a new drawing
  useEffect(() => {
    const tidy = typed.trim();
    if (tidy === known.current) return;
    const timer = setTimeout(() => {
      known.current = tidy;
      onChange(tidy || undefined);
    }, pause);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <SearchField
      name="q"
      label="Tìm theo tên, mã, tác giả"
      placeholder="Tên, mã, tác giả"
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}
