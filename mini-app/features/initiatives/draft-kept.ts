/** What the phone keeps of a draft, and what to go on with when it is opened again. */

import type { Unit } from '#contract/campaign.ts';
import type { Form } from '#contract/initiative.ts';
import { type Draft, isOnServer, metTheirs, newDraft, type Other, type Theirs } from './draft.ts';
import { fitForm, isObject, textOr } from './draft-form.ts';

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
