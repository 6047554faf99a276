/**
 * A draft between phone and server, as a value: what is written, which text is safe where, what must happen next.
 * No clock, no storage, no network: those are in draft-keeper.ts, so that every turn of events can be tested here.
 */

import type { Unit } from '#contract/campaign.ts';
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

/** A text that was not chosen when two versions met; it stays on the phone for thirty days. */
export interface Other {
  form: Form;
  /** When it was written. */
  at: string;
  place: 'phone' | 'server';
  until: string;
}

/** What the server has, when it is not what this phone built on. */
export interface Theirs {
  form: Form;
  at: string;
  version: number;
}

/** Why the server is not asked at the moment. */
export type Hold = 'offline' | 'sign_in' | 'refused';

export interface Draft {
  form: Form;
  /** Name and block of the chosen unit; the form itself has only the id. */
  unit: Unit | null;
  changedAt: string;
  /** Counts the changes since the draft was opened. */
  revision: number;
  phone: { revision: number; at: string } | null;
  phoneFull: boolean;
  server: { revision: number; at: string } | null;
  /** The server's version that this text builds on; 0 where it has none. */
  version: number;
  sending: number | null;
  /** Which texts were on their way since the server last answered: an answer may be lost after the server has kept one. */
  sent: string[];
  hold: Hold | null;
  theirs: Theirs | null;
  other: Other | null;
}

export const newDraft = (form: Form, at: string, unit: Unit | null = null): Draft => ({
  form,
  unit,
  changedAt: at,
  revision: 0,
  phone: null,
  phoneFull: false,
  server: null,
  version: 0,
  sending: null,
  sent: [],
  hold: null,
  theirs: null,
  other: null,
});

// ------------------------------------------------------------------ comparing texts

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

// ------------------------------------------------------------------ what happens

export const typed = (draft: Draft, change: Partial<Form>, at: string): Draft => ({
  ...draft,
  form: { ...draft.form, ...change },
  changedAt: at,
  revision: draft.revision + 1,
});

export const pickedUnit = (draft: Draft, unit: Unit, roundId: string | null, at: string): Draft => ({
  ...typed(draft, { unitId: unit.id, roundId }, at),
  unit,
});

export const keptOnPhone = (draft: Draft, revision: number, at: string): Draft => ({
  ...draft,
  phone: { revision, at },
  phoneFull: false,
});

export const notKeptOnPhone = (draft: Draft): Draft => ({ ...draft, phoneFull: true });

/** Without network a text is tried again and again; the last ones are enough to know one's own. */
const mostSent = 20;

export const onTheWay = (draft: Draft): Draft => ({
  ...draft,
  sending: draft.revision,
  sent: [...draft.sent, markOf(draft.form)].slice(-mostSent),
});

export const reachedServer = (draft: Draft, answer: { version: number; savedAt: string }): Draft => ({
  ...draft,
  version: answer.version,
  server: { revision: draft.sending ?? draft.revision, at: answer.savedAt },
  sending: null,
  sent: [],
  hold: null,
});

export const notReached = (draft: Draft, hold: Hold): Draft => ({ ...draft, sending: null, hold });

/** Somebody may try the server again: the network is back, or the person signed in. */
export const tryAgain = (draft: Draft): Draft =>
  draft.hold === 'refused' ? draft : { ...draft, hold: null };

/** The server has another version than the one this phone built on. It may be this phone's own text, whose answer got lost. */
export function metTheirs(draft: Draft, theirs: Theirs): Draft {
  const ended = { ...draft, sending: null, hold: null };
  if (sameText(draft.form, theirs.form))
    return { ...ended, version: theirs.version, server: { revision: draft.revision, at: theirs.at } };
  if (draft.sent.includes(markOf(theirs.form))) return { ...ended, version: theirs.version };
  return { ...ended, theirs };
}

/** The person goes on with what this phone has; the server's text is kept beside it. */
export function keepMine(draft: Draft, until: string): Draft {
  const { theirs } = draft;
  if (theirs === null) return draft;
  return {
    ...draft,
    version: theirs.version,
    theirs: null,
    other: { form: theirs.form, at: theirs.at, place: 'server', until },
    revision: draft.revision + 1,
  };
}

/** The person goes on with the server's text; this phone's is kept beside it. */
export function takeTheirs(draft: Draft, until: string): Draft {
  const { theirs } = draft;
  if (theirs === null) return draft;
  const revision = draft.revision + 1;
  return {
    ...draft,
    form: theirs.form,
    unit: theirs.form.unitId === draft.unit?.id ? draft.unit : null,
    changedAt: theirs.at,
    revision,
    version: theirs.version,
    server: { revision, at: theirs.at },
    theirs: null,
    other: { form: draft.form, at: draft.changedAt, place: 'phone', until },
  };
}

/** Goes on with the text that was put aside, and puts the present one aside. */
export function swapOther(draft: Draft, at: string, until: string): Draft {
  const { other } = draft;
  if (other === null) return draft;
  return {
    ...typed(draft, other.form, at),
    unit: other.form.unitId === draft.unit?.id ? draft.unit : null,
    other: { form: draft.form, at: draft.changedAt, place: 'phone', until },
  };
}

// ------------------------------------------------------------------ what follows from it

export const isOnServer = (draft: Draft): boolean => draft.server?.revision === draft.revision;

export const wantsPhone = (draft: Draft): boolean =>
  draft.revision > 0 && draft.phone?.revision !== draft.revision;

/** An untouched form is not sent: whoever only looks leaves no trace. */
export const wantsServer = (draft: Draft): boolean =>
  draft.revision > 0 &&
  !isOnServer(draft) &&
  draft.sending === null &&
  draft.hold === null &&
  draft.theirs === null;

export type SavedPlace =
  | { place: 'server' | 'server-only' | 'device'; at: string }
  | { place: 'saving' | 'failed' | 'nothing' };

/** Where the latest text is, for the line above the button. */
export function savedPlace(draft: Draft): SavedPlace {
  const onPhone = draft.phone?.revision === draft.revision;
  if (isOnServer(draft) && draft.server)
    return { place: draft.phoneFull && !onPhone ? 'server-only' : 'server', at: draft.server.at };
  if (draft.revision === 0) return { place: 'nothing' };
  if (draft.phoneFull) return draft.hold === null ? { place: 'saving' } : { place: 'failed' };
  if (onPhone && draft.phone && (draft.hold !== null || draft.theirs !== null))
    return { place: 'device', at: draft.phone.at };
  return { place: 'saving' };
}

// ------------------------------------------------------------------ on the phone

/** What the phone keeps; everything needed to go on after the app was killed. */
export interface Kept {
  form: Form;
  unit: Unit | null;
  changedAt: string;
  version: number;
  sent: string[];
  /** When the server confirmed exactly this text; null while it has not. */
  onServer: string | null;
  other: Other | null;
}

export const toKeep = (draft: Draft): Kept => ({
  form: draft.form,
  unit: draft.unit,
  changedAt: draft.changedAt,
  version: draft.version,
  sent: draft.sent,
  onServer: isOnServer(draft) ? (draft.server?.at ?? null) : null,
  other: draft.other,
});

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOr = <T>(value: unknown, otherwise: T): string | T =>
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

/** Reads what the phone kept; null when it is no draft at all. */
export function readKept(text: string | null): Kept | null {
  if (text === null) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(value) || !isObject(value.form)) return null;
  const unit = value.unit;
  const other = value.other;
  return {
    form: fitForm(value.form),
    unit:
      isObject(unit) && typeof unit.id === 'string' && typeof unit.name === 'string'
        ? { id: unit.id, name: unit.name, block: textOr(unit.block, '') }
        : null,
    changedAt: textOr(value.changedAt, new Date(0).toISOString()),
    version: typeof value.version === 'number' ? value.version : 0,
    sent: Array.isArray(value.sent) ? value.sent.filter((mark) => typeof mark === 'string') : [],
    onServer: textOr(value.onServer, null),
    other:
      isObject(other) &&
      isObject(other.form) &&
      typeof other.at === 'string' &&
      typeof other.until === 'string'
        ? {
            form: fitForm(other.form),
            at: other.at,
            until: other.until,
            place: other.place === 'server' ? 'server' : 'phone',
          }
        : null,
  };
}

/** Goes on where the phone stopped. */
export function fromKept(kept: Kept): Draft {
  const draft = { ...newDraft(kept.form, kept.changedAt, kept.unit), version: kept.version };
  return {
    ...draft,
    revision: 1,
    phone: { revision: 1, at: kept.changedAt },
    server: kept.onServer === null ? null : { revision: 1, at: kept.onServer },
    sent: kept.sent,
    other: kept.other,
  };
}

/** What the server has of a draft, when it could be asked. */
export interface OnServer extends Theirs {
  unit: Unit | null;
}

/**
 * What to go on with when a draft is opened: the phone's text, the server's, or both when they have parted.
 * `server` is undefined when it could not be asked, null when it has nothing.
 */
export function opened(kept: Kept | null, server: OnServer | null | undefined): Draft | null {
  if (kept === null) {
    if (!server) return null;
    return {
      ...newDraft(server.form, server.at, server.unit),
      revision: 1,
      version: server.version,
      server: { revision: 1, at: server.at },
    };
  }
  const draft = fromKept(kept);
  if (server === undefined) return kept.onServer === null ? { ...draft, hold: 'offline' } : draft;
  // It is gone there (deleted on another phone): the text here is kept and starts anew.
  if (server === null) return { ...draft, version: 0, server: null };
  if (server.version === kept.version) return draft;
  if (kept.onServer !== null) {
    const theirs = opened(null, server);
    return theirs && { ...theirs, unit: server.unit ?? draft.unit, other: draft.other };
  }
  return metTheirs(draft, server);
}
