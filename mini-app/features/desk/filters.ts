/** The filters of the list of dossiers live in the address: a link, a reload and "back" give the same list again. */

import { type State, states } from '#contract/terms.ts';

export interface Filters {
  round?: string;
  state?: State;
  block?: string;
  unit?: string;
  q?: string;
  after?: string;
}

export const isState = (text: string): text is State => (states as readonly string[]).includes(text);

/** What the address says; what it says wrongly counts as not said. */
export function filtersOf(search: URLSearchParams): Filters {
  const filters: Filters = {};
  for (const name of ['round', 'block', 'unit', 'q', 'after'] as const) {
    const value = search.get(name);
    if (value) filters[name] = value.slice(0, 200);
  }
  const state = search.get('state');
  if (state && isState(state)) filters.state = state;
  return filters;
}

export function searchOf(filters: Filters): string {
  const given = Object.entries(filters).filter(([, value]) => value !== undefined && value !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

/** Changing a filter begins the list anew. */
export const withFilter = (filters: Filters, change: Partial<Filters>): Filters => {
  const { after: _after, ...rest } = filters;
  return { ...rest, ...change };
};

/** Views that the desk opens every day, in the order of a dossier's way. */
export const views: readonly { state: State; label: string }[] = [
  { state: 'submitted', label: 'Chờ đơn vị' },
  { state: 'unit_confirmed', label: 'Chờ kiểm tra' },
  { state: 'supplement_requested', label: 'Chờ bổ sung' },
  { state: 'accepted', label: 'Chờ vào phiên họp' },
  { state: 'under_review', label: 'Đang xét' },
];
