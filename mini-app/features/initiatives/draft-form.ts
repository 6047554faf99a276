/** The form as a value: its steps, how two texts compare, and how answers of an older or newer form fit in. */

import type { Form } from '#contract/initiative.ts';
import { emptyForm } from '#contract/terms.ts';
import { checkForm } from '#domain/form.ts';
import { normaliseText } from '#domain/text.ts';

export const stepCount = 5;

/** Which answers belong to which step; the check page asks the rest. */
export const stepFields: readonly (readonly (keyof Form)[])[] = [
  ['title', 'solutionKind', 'field', 'fieldOther'],
  ['unitId', 'roundId', 'authors', 'firstAppliedOn'],
  ['before', 'newPoint'],
  ['measures', 'results', 'resultsText'],
  [
    'benefitKinds',
    'benefitSum',
    'appliedAt',
    'levelWanted',
    'replicability',
    'conditions',
    'confidential',
    'investor',
    'supporters',
  ],
];

/** The step on which a field stands, from a path such as `authors.0.name`; null for the check page. */
export function stepOf(path: string): number | null {
  const field = path.split('.')[0] as keyof Form;
  const index = stepFields.findIndex((fields) => fields.includes(field));
  return index === -1 ? null : index + 1;
}

/** How many steps have nothing left to mend. */
export function stepsDone(form: Form, today: string): number {
  const open = new Set(checkForm(form, today).map(({ field }) => stepOf(field)));
  return stepFields.filter((_, index) => !open.has(index + 1)).length;
}

/** The form as the server keeps it: every text tidy, keys in one order. */
function tidy(form: Form): Form {
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return normaliseText(value);
    if (Array.isArray(value)) return value.map(walk);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, part]) => [key, walk(part)]),
    );
  };
  return walk(form) as Form;
}

/** A short mark of a text (FNV-1a, twice with different seeds): equal texts have equal marks, whatever their key order. */
export function markOf(form: Form): string {
  const text = JSON.stringify(tidy(form));
  const hash = (seed: number) => {
    let value = seed;
    for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
    return (value >>> 0).toString(36);
  };
  return `${text.length.toString(36)}-${hash(0x811c9dc5)}-${hash(0x9e3779b9)}`;
}

/** The answers in which two texts differ, in the order of the form. */
export function differences(one: Form, two: Form): (keyof Form)[] {
  const [a, b] = [tidy(one), tidy(two)];
  return (Object.keys(emptyForm) as (keyof Form)[]).filter(
    (field) => JSON.stringify(a[field]) !== JSON.stringify(b[field]),
  );
}

export const sameText = (one: Form, two: Form): boolean => markOf(one) === markOf(two);

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const textOr = <T>(value: unknown, otherwise: T): string | T =>
  typeof value === 'string' ? value : otherwise;

/** Answers from an older or newer form: what still fits is taken, what is new stays empty. */
export function fitForm(value: unknown): Form {
  if (!isObject(value)) return emptyForm;
  const fits = (mine: unknown, given: unknown): boolean => {
    if (given === undefined) return false;
    if (Array.isArray(mine)) return Array.isArray(given);
    if (mine === null) return given === null || typeof given === 'string';
    return typeof given === typeof mine;
  };
  const form = Object.fromEntries(
    Object.entries(emptyForm).map(([key, mine]) => [key, fits(mine, value[key]) ? value[key] : mine]),
  ) as Form;
  const rows = <T extends Record<string, unknown>>(given: unknown[], empty: T): T[] =>
    given
      .filter(isObject)
      .map(
        (row) =>
          Object.fromEntries(
            Object.entries(empty).map(([key, mine]) => [
              key,
              mine === null ? (typeof row[key] === 'number' ? row[key] : null) : textOr(row[key], mine),
            ]),
          ) as T,
      );
  return {
    ...form,
    authors: rows(form.authors, emptyAuthor),
    results: rows(form.results, emptyResult),
    measures: form.measures.filter((measure) => typeof measure === 'string'),
  };
}

export const emptyAuthor: Form['authors'][number] = {
  name: '',
  title: '',
  workplace: '',
  sharePercent: null,
};
export const emptyResult: Form['results'][number] = { measure: '', before: '', after: '', source: '' };
