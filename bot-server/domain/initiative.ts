/**
 * The life of an initiative: which act leads from which state to which, who may do it, and under what condition.
 * The table is the law of this product (glossary, "Allowed transitions"); everything else asks it.
 */

import type { FailureCode } from '#contract/failure.ts';
import type { Action, State } from '#contract/initiative.ts';
import { addMonths, addWorkingDays, dayOf, endOfOffice } from './calendar.ts';
import type { Profile } from './organisation.ts';

export type Actor = 'author' | 'unit_head' | 'secretariat' | 'admin';

/** What the rule needs to know of a dossier. */
export interface Dossier {
  state: State;
  /** Until when whoever holds it must act: mend, supplement, answer. */
  dueAt: Date | null;
  /** The state in which the open supplement was asked for. */
  askedIn: State | null;
}

/** What the person is to this dossier. */
export interface Standing {
  isAuthor: boolean;
  /** Heads the dossier's unit or its parent. */
  headsUnit: boolean;
  isSecretariat: boolean;
  isAdmin: boolean;
  /** The unit has a head here who is not an author of this dossier. */
  unitHasHead: boolean;
}

type Condition = 'open_round' | 'mend_time' | 'supplement_time' | 'supplement_over' | 'no_head';

interface Transition {
  action: Action;
  from: readonly State[];
  /** `asked_in`: back to the state in which the supplement was asked for. */
  to: State | 'asked_in' | 'gone';
  by: readonly Actor[];
  when?: Condition;
}

export const transitions: readonly Transition[] = [
  { action: 'submit', from: ['draft'], to: 'submitted', by: ['author'], when: 'open_round' },
  { action: 'submit', from: ['unit_returned'], to: 'submitted', by: ['author'], when: 'mend_time' },
  { action: 'delete', from: ['draft'], to: 'gone', by: ['author'] },
  { action: 'confirm', from: ['submitted'], to: 'unit_confirmed', by: ['unit_head'] },
  { action: 'return', from: ['submitted'], to: 'unit_returned', by: ['unit_head'] },
  {
    action: 'confirm_on_paper',
    from: ['submitted'],
    to: 'unit_confirmed',
    by: ['secretariat'],
    when: 'no_head',
  },
  {
    action: 'request_supplement',
    from: ['submitted', 'unit_confirmed', 'accepted', 'under_review'],
    to: 'supplement_requested',
    by: ['secretariat'],
  },
  {
    action: 'answer_supplement',
    from: ['supplement_requested'],
    to: 'asked_in',
    by: ['author'],
    when: 'supplement_time',
  },
  {
    action: 'lapse',
    from: ['supplement_requested'],
    to: 'lapsed',
    by: ['secretariat'],
    when: 'supplement_over',
  },
  { action: 'accept', from: ['unit_confirmed'], to: 'accepted', by: ['secretariat'] },
  {
    action: 'refuse',
    from: ['submitted', 'unit_confirmed', 'supplement_requested'],
    to: 'refused',
    by: ['secretariat'],
  },
  { action: 'review', from: ['accepted'], to: 'under_review', by: ['secretariat'] },
  { action: 'forward_city', from: ['recognised'], to: 'forwarded_city', by: ['secretariat'] },
  {
    action: 'withdraw',
    from: [
      'submitted',
      'unit_returned',
      'unit_confirmed',
      'supplement_requested',
      'accepted',
      'under_review',
    ],
    to: 'withdrawn',
    by: ['author'],
  },
  { action: 'correct', from: ['recognised'], to: 'under_review', by: ['admin'] },
];

/** Acts with two ends; which one is decided by what is recorded, not by the person's wish. */
export const outcomes: readonly {
  action: 'release' | 'record_city';
  from: State;
  to: readonly State[];
  by: Actor;
}[] = [
  { action: 'release', from: 'under_review', to: ['recognised', 'not_recognised'], by: 'secretariat' },
  {
    action: 'record_city',
    from: 'forwarded_city',
    to: ['city_recognised', 'city_not_recognised'],
    by: 'secretariat',
  },
];

/** States that nobody leaves. `recognised` is an end too, but a correction or the city may follow. */
export const endStates: readonly State[] = [
  'refused',
  'not_recognised',
  'city_recognised',
  'city_not_recognised',
  'withdrawn',
  'lapsed',
];

/** Content may change here and nowhere else; in a supplement only the items asked for. */
export const editableStates: readonly State[] = ['draft', 'unit_returned'];

export type Decision = { to: State | 'gone' } | { refused: FailureCode };

/**
 * May this person do this act to this dossier now, and where does it lead?
 * `roundOpen` matters only for handing in a draft; returned dossiers have their own date.
 */
export function decide(
  action: Action,
  dossier: Dossier,
  standing: Standing,
  roundOpen: boolean,
  profile: Pick<Profile, 'unitConfirmation'>,
  now: Date,
): Decision {
  const rows = withSetting(profile).filter((row) => row.action === action);
  const actor = rows.flatMap((row) => row.by).find((by) => acts(by, standing));
  if (!actor) return { refused: whoInstead(rows[0]?.by[0], standing) };
  if (actor === 'unit_head' && standing.isAuthor) return { refused: 'own_dossier' };

  const row = rows.find((one) => one.from.includes(dossier.state));
  if (!row)
    return {
      refused: action === 'submit' && dossier.state !== 'draft' ? 'already_submitted' : 'wrong_state',
    };
  const obstacle = row.when && hindrance(row.when, dossier, standing, roundOpen, now);
  if (obstacle) return { refused: obstacle };
  return { to: row.to === 'asked_in' ? (dossier.askedIn ?? 'submitted') : row.to };
}

/** Where a profile has no unit confirmation, the secretariat accepts what was submitted. */
function withSetting(profile: Pick<Profile, 'unitConfirmation'>): readonly Transition[] {
  if (profile.unitConfirmation) return transitions;
  return transitions
    .filter((row) => !['confirm', 'return', 'confirm_on_paper'].includes(row.action))
    .map((row) => (row.action === 'accept' ? { ...row, from: ['submitted', ...row.from] } : row));
}

function acts(by: Actor, standing: Standing): boolean {
  if (by === 'author') return standing.isAuthor;
  if (by === 'unit_head') return standing.headsUnit;
  if (by === 'secretariat') return standing.isSecretariat && !standing.isAuthor;
  return standing.isAdmin && !standing.isAuthor;
}

function whoInstead(by: Actor | undefined, standing: Standing): FailureCode {
  if (by === 'author') return 'not_author';
  if (standing.isAuthor) return 'own_dossier';
  if (by === 'unit_head') return 'not_unit_head';
  return by === 'secretariat' ? 'not_secretariat' : 'not_allowed';
}

function hindrance(
  when: Condition,
  dossier: Dossier,
  standing: Standing,
  roundOpen: boolean,
  now: Date,
): FailureCode | null {
  const over = dossier.dueAt !== null && now > dossier.dueAt;
  if (when === 'open_round') return roundOpen ? null : 'round_closed';
  if (when === 'mend_time') return over ? 'mend_over' : null;
  if (when === 'supplement_time') return over ? 'supplement_over' : null;
  if (when === 'supplement_over') return over ? null : 'supplement_not_over';
  return standing.unitHasHead ? 'unit_has_head' : null;
}

/** Everything that this person may do now, for the screen's buttons. */
export function allowedActions(
  dossier: Dossier,
  standing: Standing,
  roundOpen: boolean,
  profile: Pick<Profile, 'unitConfirmation'>,
  now: Date,
): Action[] {
  const names = [...new Set(transitions.map((row) => row.action))];
  const allowed = names.filter(
    (action) => 'to' in decide(action, dossier, standing, roundOpen, profile, now),
  );
  const overMending = dossier.state === 'unit_returned' && dossier.dueAt !== null && now > dossier.dueAt;
  if (standing.isAuthor && editableStates.includes(dossier.state) && !overMending) allowed.unshift('edit');
  if (standing.isAuthor && ['lapsed', 'refused', 'not_recognised', 'withdrawn'].includes(dossier.state))
    allowed.push('copy');
  if (standing.isSecretariat && !standing.isAuthor && dossier.state === 'under_review')
    allowed.push('stage_outcome');
  if (standing.isSecretariat && !standing.isAuthor && dossier.state === 'forwarded_city')
    allowed.push('record_city');
  if (standing.isSecretariat && ['recognised', 'forwarded_city', 'city_recognised'].includes(dossier.state))
    allowed.push('highlight');
  return allowed;
}

/**
 * By when whoever holds the dossier must act, once it enters a state. Months are those of the law, working days those of the
 * office; null where no rule gives a date. A supplement's date is chosen by the secretariat and not computed here.
 */
export function dueAfter(state: State, at: Date, acceptedAt: Date | null, profile: Profile): Date | null {
  const today = dayOf(at);
  if (state === 'submitted')
    return endOfOffice(
      profile.unitConfirmation
        ? addWorkingDays(today, profile.unitConfirmDays)
        : addMonths(today, profile.checkMonths),
    );
  if (state === 'unit_returned') return endOfOffice(addWorkingDays(today, profile.mendDays));
  if (state === 'unit_confirmed') return endOfOffice(addMonths(today, profile.checkMonths));
  if (state === 'accepted' || state === 'under_review')
    return endOfOffice(addMonths(dayOf(acceptedAt ?? at), profile.answerMonths));
  return null;
}
