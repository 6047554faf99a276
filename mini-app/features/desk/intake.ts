/** The check of a dossier part by part: what is met, what is missing, and the items that the author is asked for. */

import type { Action, Detail, Form } from '#contract/initiative.ts';
import { labels } from '#domain/form.ts';
import { normaliseText } from '#domain/text.ts';

export interface Mark {
  met: boolean;
  /** For a missing part: what the author is asked for. */
  note: string;
}

export interface Intake {
  marks: Partial<Record<keyof Form, Mark>>;
  /** Asked for besides the parts of the form. */
  others: string[];
  dueOn: string;
}

/** The form is checked before it is accepted; afterwards something may still be asked for, but nobody goes through it again. */
export const isJudged = ({ allowed, status }: Pick<Detail, 'allowed' | 'status'>): boolean =>
  allowed.includes('request_supplement') && ['submitted', 'unit_confirmed'].includes(status.state);

export const nothingSeen: Intake = { marks: {}, others: [], dueOn: '' };

export interface Tally {
  met: number;
  missing: number;
  unseen: number;
}

export function tallyOf(marks: Intake['marks'], parts: readonly (keyof Form)[]): Tally {
  const seen = parts.map((part) => marks[part]).filter((mark) => mark !== undefined);
  const met = seen.filter((mark) => mark.met).length;
  return { met, missing: seen.length - met, unseen: parts.length - seen.length };
}

/** A second tap takes the mark back; a note survives being called met by mistake. */
export function marked(marks: Intake['marks'], part: keyof Form, met: boolean): Intake['marks'] {
  const before = marks[part];
  const { [part]: _gone, ...others } = marks;
  if (before?.met === met) return others;
  return { ...marks, [part]: { met, note: before?.note ?? '' } };
}

export const missingParts = (marks: Intake['marks'], parts: readonly (keyof Form)[]): (keyof Form)[] =>
  parts.filter((part) => marks[part]?.met === false);

/** What is sent: one item for each missing part, in the order of the form, then the others. */
export function itemsOf({ marks, others }: Intake, parts: readonly (keyof Form)[]): string[] {
  const asked = missingParts(marks, parts).map((part) => {
    const note = normaliseText(marks[part]?.note ?? '');
    return note === '' ? labels[part] : `${labels[part]}: ${note}`;
  });
  return [...asked, ...others.map(normaliseText).filter((item) => item !== '')];
}

/** Acts of the desk; the others belong to authors and unit heads. */
export const deskActions = [
  'accept',
  'review',
  'stage_outcome',
  'record_city',
  'forward_city',
  'lapse',
  'confirm_on_paper',
  'request_supplement',
  'highlight',
  'refuse',
  'correct',
] as const satisfies readonly Action[];
export type DeskAction = (typeof deskActions)[number];

const ordinary: readonly DeskAction[] = deskActions.filter(
  (action) => !['refuse', 'correct', 'request_supplement', 'highlight', 'forward_city'].includes(action),
);

/** The one filled button, and what else is possible, most usual first. Parts that are missing come before accepting. */
export function stepsOf(
  allowed: readonly Action[],
  missing: number,
): { main: DeskAction | null; others: DeskAction[] } {
  const possible = deskActions.filter((action) => allowed.includes(action));
  const asks = missing > 0 && possible.includes('request_supplement');
  const main = asks ? 'request_supplement' : (possible.find((action) => ordinary.includes(action)) ?? null);
  return { main, others: possible.filter((action) => action !== main) };
}
