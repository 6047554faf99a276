/**
 * A draft between phone and server, as a value: what is written, which text is safe where, what must happen next.
 * No clock, no storage, no network: those are in draft-keeper.ts, so that every turn of events can be tested here.
 */

import type { Unit } from '#contract/campaign.ts';
import type { Form } from '#contract/initiative.ts';
import { markOf, sameText } from './draft-form.ts';

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
