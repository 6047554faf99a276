import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { State } from '#contract/initiative.ts';
import { actions, states } from '#contract/terms.ts';
import {
  allowedActions,
  type Dossier,
  decide,
  dueAfter,
  editableStates,
  endStates,
  type Standing,
  transitions,
} from '#domain/initiative.ts';
import type { Profile } from '#domain/organisation.ts';
import { profile } from './profile.ts';

const now = new Date('2026-11-24T03:00:00Z');
const nobody: Standing = {
  isAuthor: false,
  headsUnit: false,
  isSecretariat: false,
  isAdmin: false,
  unitHasHead: true,
};
const author = { ...nobody, isAuthor: true };
const head = { ...nobody, headsUnit: true };
const secretariat = { ...nobody, isSecretariat: true };
const admin = { ...nobody, isAdmin: true };
const inState = (state: State, more: Partial<Dossier> = {}): Dossier => ({
  state,
  dueAt: null,
  askedIn: null,
  ...more,
});
const to = (
  action: Parameters<typeof decide>[0],
  dossier: Dossier,
  who: Standing,
  roundOpen = true,
  setting: Profile = profile,
) => decide(action, dossier, who, roundOpen, setting, now);

describe('the transition table', () => {
  it('takes a dossier from draft to the council by the people named in the glossary', () => {
    expect(to('submit', inState('draft'), author)).toEqual({ to: 'submitted' });
    expect(to('confirm', inState('submitted'), head)).toEqual({ to: 'unit_confirmed' });
    expect(to('accept', inState('unit_confirmed'), secretariat)).toEqual({ to: 'accepted' });
    expect(to('review', inState('accepted'), secretariat)).toEqual({ to: 'under_review' });
    expect(to('correct', inState('recognised'), admin)).toEqual({ to: 'under_review' });
  });

  it('closes the door for new dossiers with the round, but not for one that the unit returned', () => {
    expect(to('submit', inState('draft'), author, false)).toEqual({ refused: 'round_closed' });
    const returned = inState('unit_returned', { dueAt: new Date('2026-11-27T10:00:00Z') });
    expect(to('submit', returned, author, false)).toEqual({ to: 'submitted' });
    const late = inState('unit_returned', { dueAt: new Date('2026-11-23T10:00:00Z') });
    expect(to('submit', late, author, false)).toEqual({ refused: 'mend_over' });
  });

  it('never lets an author judge the own dossier, whatever roles the author holds', () => {
    const everything: Standing = {
      isAuthor: true,
      headsUnit: true,
      isSecretariat: true,
      isAdmin: true,
      unitHasHead: false,
    };
    for (const state of states)
      for (const action of actions) {
        const decision = to(action, inState(state), everything);
        const own = transitions.some((row) => row.action === action && row.by.includes('author'));
        if (!own) expect('refused' in decision, `${action} in ${state}`).toBe(true);
      }
  });

  it('sends an answered supplement back to where it was asked', () => {
    for (const askedIn of ['submitted', 'unit_confirmed', 'accepted', 'under_review'] as const)
      expect(to('answer_supplement', inState('supplement_requested', { askedIn }), author)).toEqual({
        to: askedIn,
      });
  });

  it('lets a supplement lapse only after its day', () => {
    const before = inState('supplement_requested', { dueAt: new Date('2026-11-25T10:00:00Z') });
    const after = inState('supplement_requested', { dueAt: new Date('2026-11-23T10:00:00Z') });
    expect(to('lapse', before, secretariat)).toEqual({ refused: 'supplement_not_over' });
    expect(to('lapse', after, secretariat)).toEqual({ to: 'lapsed' });
    expect(to('answer_supplement', after, author)).toEqual({ refused: 'supplement_over' });
  });

  it('lets the secretariat confirm on paper only where the unit has no head here', () => {
    expect(to('confirm_on_paper', inState('submitted'), secretariat)).toEqual({ refused: 'unit_has_head' });
    expect(to('confirm_on_paper', inState('submitted'), { ...secretariat, unitHasHead: false })).toEqual({
      to: 'unit_confirmed',
    });
  });

  it('goes straight to the secretariat where the profile has no unit confirmation', () => {
    const without = { ...profile, unitConfirmation: false };
    expect(to('accept', inState('submitted'), secretariat, true, without)).toEqual({ to: 'accepted' });
    expect('refused' in to('confirm', inState('submitted'), head, true, without)).toBe(true);
    expect(to('accept', inState('submitted'), secretariat)).toEqual({ refused: 'wrong_state' });
  });

  it('says who should do it instead', () => {
    expect(to('confirm', inState('submitted'), secretariat)).toEqual({ refused: 'not_unit_head' });
    expect(to('accept', inState('unit_confirmed'), head)).toEqual({ refused: 'not_secretariat' });
    expect(to('withdraw', inState('submitted'), head)).toEqual({ refused: 'not_author' });
    expect(to('confirm', inState('submitted'), { ...head, isAuthor: true })).toEqual({
      refused: 'own_dossier',
    });
  });

  it('offers exactly what it would allow, and content changes only where the glossary allows it', () => {
    const standing = fc.record({
      isAuthor: fc.boolean(),
      headsUnit: fc.boolean(),
      isSecretariat: fc.boolean(),
      isAdmin: fc.boolean(),
      unitHasHead: fc.boolean(),
    });
    const time = fc.option(
      fc.date({ min: new Date('2026-11-01'), max: new Date('2026-12-31'), noInvalidDate: true }),
    );
    fc.assert(
      fc.property(standing, fc.constantFrom(...states), time, fc.boolean(), (who, state, dueAt, open) => {
        const dossier = inState(state, { dueAt, askedIn: 'accepted' });
        const allowed = allowedActions(dossier, who, open, profile, now);
        for (const row of transitions)
          expect(allowed.includes(row.action)).toBe('to' in to(row.action, dossier, who, open));
        expect(new Set(allowed).size).toBe(allowed.length);
        if (allowed.includes('edit')) expect(who.isAuthor && editableStates.includes(state)).toBe(true);
        if (!who.isAuthor && !who.headsUnit && !who.isSecretariat && !who.isAdmin)
          expect(allowed).toEqual([]);
      }),
    );
  });

  it('has no way out of an end', () => {
    for (const state of endStates) expect(transitions.some((row) => row.from.includes(state))).toBe(false);
  });
});

describe('dates by which somebody must act', () => {
  const at = (iso: string) => new Date(iso);

  it('are working days of the office for the unit and for mending, at 17:00 in Vietnam', () => {
    // Friday evening in Vietnam: five working days later is the next Friday.
    expect(dueAfter('submitted', at('2026-11-27T11:00:00Z'), null, profile)).toEqual(
      at('2026-12-04T10:00:00Z'),
    );
    expect(dueAfter('unit_returned', at('2026-11-24T03:00:00Z'), null, profile)).toEqual(
      at('2026-12-01T10:00:00Z'),
    );
  });

  it('are months of the law for checking and answering, counted from the acceptance', () => {
    expect(dueAfter('unit_confirmed', at('2026-01-31T03:00:00Z'), null, profile)).toEqual(
      at('2026-02-28T10:00:00Z'),
    );
    expect(dueAfter('under_review', at('2026-12-20T03:00:00Z'), at('2026-11-24T03:00:00Z'), profile)).toEqual(
      at('2027-02-24T10:00:00Z'),
    );
    expect(dueAfter('recognised', at('2026-12-20T03:00:00Z'), null, profile)).toBeNull();
  });
});
