/** All units that take part, for lists to choose from. */

import { useQuery } from '@tanstack/react-query';
import type { Organisation } from '#contract/campaign.ts';
import { call } from '../../api.ts';
import type { Option, OptionGroup } from '../../ui/choice-field.tsx';

export interface Unit {
  id: string;
  name: string;
  block: string;
}

async function allUnits(): Promise<Unit[]> {
  const units: Unit[] = [];
  let after: string | undefined;
  do {
    const page = await call('units', after === undefined ? {} : { after });
    units.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return units;
}

export const useUnits = () => useQuery({ queryKey: ['units', 'all'], queryFn: allUnits, staleTime: 600_000 });

/** Grouped by block, for a native list. */
export function unitOptions(units: Unit[], blocks: Organisation['blocks']): (Option | OptionGroup)[] {
  return blocks
    .map(({ id, name }) => ({
      label: name,
      options: units
        .filter(({ block }) => block === id)
        .map((unit) => ({ value: unit.id, label: unit.name })),
    }))
    .filter(({ options }) => options.length > 0);
}
