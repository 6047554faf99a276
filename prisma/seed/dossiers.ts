/** Turns the demo dossiers into rows around today: form, history, revision, supplement, recognition. Codes and numbers are demo data. */

import type { Form, State } from '#contract/initiative.ts';
import { emptyForm } from '#contract/terms.ts';
import { addDays, addWorkingDays, dayOf, endOfOffice, instantAt, sayDay } from '#domain/calendar.ts';
import { dueAfter } from '#domain/initiative.ts';
import type { Profile } from '#domain/organisation.ts';
import { officeDossiers } from './dossiers/office.ts';
import { schoolDossiers } from './dossiers/school.ts';
import type { DossierSeed, Step } from './dossiers/shape.ts';
import { wardDossiers } from './dossiers/ward.ts';
import { people, silentAuthors } from './people.ts';
import { dateOf } from './profiles.ts';

const authors: Record<DossierSeed['by'], { id: string; unitId?: string }> = { ...people, ...silentAuthors };
export const dossierSeeds: readonly DossierSeed[] = [...wardDossiers, ...officeDossiers, ...schoolDossiers];

const uuid = (kind: string, n: number) =>
  `${kind}0000-0000-4000-8000-0000000000${String(n).padStart(2, '0')}`;
export const dossierId = (n: number): string => uuid('7a1e', n);

/** Working days which a demo supplement has left, counted from the day of loading or moving. */
const supplementLeft = 3;

/** The date by which a dossier that waits must be dealt with, if its waiting begins today. */
export function freshDue(state: State, now: Date, profile: Profile): Date | null {
  if (state === 'supplement_requested') return endOfOffice(addWorkingDays(dayOf(now), supplementLeft));
  return dueAfter(state, now, now, profile);
}

const actors: Partial<Record<State, 'author' | 'unit_head'>> = {
  submitted: 'author',
  withdrawn: 'author',
  unit_confirmed: 'unit_head',
  unit_returned: 'unit_head',
};

/** Who took a step: the author, the unit's head in the demo, or one of the two of the standing agency. */
function actorOf(step: Step, authorId: string) {
  const role = step.paper ? 'secretariat' : (actors[step.to] ?? 'secretariat');
  const person = { author: authorId, unit_head: people.thang.id, secretariat: people.huong.id };
  return { actorRole: role, actorId: person[role] };
}

export function dossierRows(now: Date, profile: Profile) {
  const today = dayOf(now);
  const at = (step: Step) => instantAt(addDays(today, -step.daysAgo), step.time);

  return dossierSeeds.map((seed) => {
    const author = authors[seed.by];
    const form: Form = {
      ...emptyForm,
      roundId: seed.round,
      unitId: author.unitId ?? null,
      authors: seed.authors.map(([name, title, workplace, sharePercent]) => ({
        name,
        title,
        workplace,
        sharePercent,
      })),
      firstAppliedOn: addDays(today, -seed.appliedDaysAgo),
      oath: seed.path.length > 0,
      consentProcessing: true,
      ...seed.content,
    };
    const last = seed.path.at(-1);
    const state: State = last?.to ?? 'draft';
    const since = last ? at(last) : instantAt(addDays(today, -1), '21:05');
    const accepted = seed.path.find((step) => step.to === 'accepted');
    const acceptedAt = accepted ? at(accepted) : null;
    const dueAt =
      state === 'supplement_requested'
        ? freshDue(state, now, profile)
        : dueAfter(state, since, acceptedAt, profile);
    const asked = seed.path.at(-2);
    const id = dossierId(seed.n);

    return {
      initiative: {
        id,
        code: seed.code,
        roundId: seed.round,
        unitId: author.unitId ?? null,
        authorId: author.id,
        state,
        version: seed.path.length + 1,
        title: form.title,
        authorNames: form.authors.map((one) => one.name).join(', '),
        form: { ...form },
        createdAt: seed.path[0] ? at(seed.path[0]) : since,
        updatedAt: since,
        submittedAt: seed.path[0] ? at(seed.path[0]) : null,
        acceptedAt,
        stateSince: since,
        dueAt: dueAt && dueAt < now ? freshDue(state, now, profile) : dueAt,
        stateReason: last?.reason ?? seed.supplement?.join('; ') ?? null,
      },
      history: seed.path.map((step, i) => ({
        initiativeId: id,
        at: at(step),
        ...actorOf(step, author.id),
        fromState: seed.path[i - 1]?.to ?? 'draft',
        toState: step.to,
        ...wordsOf(step, seed, sayDay(at(step)), addDays(today, -step.daysAgo)),
      })),
      revisions: seed.path[0]
        ? [{ initiativeId: id, number: 1, at: at(seed.path[0]), form: { ...form } }]
        : [],
      supplements: seed.supplement
        ? [
            {
              id: uuid('8a1e', seed.n),
              initiativeId: id,
              askedAt: since,
              askedIn: asked?.to ?? 'submitted',
              dueAt: freshDue('supplement_requested', now, profile)!,
              items: seed.supplement.map((label) => ({ label, answer: null })),
            },
          ]
        : [],
      recognitions: seed.recognition
        ? [
            {
              id: uuid('9a1e', seed.n),
              initiativeId: id,
              kind: 'initiative',
              level: 'district',
              decisionNo: seed.recognition.decisionNo,
              decisionDate: dateOf(dayOf(since)),
            },
          ]
        : [],
    };
  });
}

function wordsOf(step: Step, seed: DossierSeed, said: string, day: string) {
  if (step.paper)
    return {
      reason: `Đơn vị xác nhận bằng văn bản số ${step.paper} ngày ${said}`,
      detail: { letterNo: step.paper, letterDate: day },
    };
  if (step.to === 'supplement_requested') return { reason: seed.supplement?.join('; ') ?? null };
  return { reason: step.reason ?? null, ...(step.detail ? { detail: step.detail } : {}) };
}
