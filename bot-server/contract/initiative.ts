/** The shapes of an initiative: the short form, what a list shows, what a page shows. Rules about them are in domain/. */

import * as z from 'zod/mini';
import { day, id, instant, level, pageOf, short, text, version } from './common.ts';
import {
  type Action,
  actions,
  benefitKinds,
  emptyForm,
  fields,
  type State,
  solutionKinds,
  states,
} from './terms.ts';

export type { Action, State };
export const state = z.enum(states);

/** Limits here only keep nonsense out; the rules people read about are counted in letters by domain/form.ts. */
const prose = text(8000);
const line = text(1200);

const author = z.strictObject({
  name: line,
  title: line,
  workplace: line,
  sharePercent: z.nullable(z.number().check(z.gte(0), z.lte(100))),
});
const result = z.strictObject({ measure: line, before: line, after: line, source: line });

/** The answers of the short form. A draft may leave anything empty, so each part has a harmless empty value. */
export const form = z.strictObject({
  roundId: z.nullable(text(60)),
  unitId: z.nullable(text(60)),
  title: line,
  solutionKind: z.nullable(z.enum(solutionKinds)),
  field: z.nullable(z.enum(fields)),
  fieldOther: line,
  authors: z.array(author).check(z.maxLength(10)),
  firstAppliedOn: z.nullable(day),
  before: prose,
  newPoint: prose,
  measures: z.array(prose).check(z.maxLength(7)),
  results: z.array(result).check(z.maxLength(10)),
  resultsText: prose,
  benefitKinds: z.array(z.enum(benefitKinds)).check(z.maxLength(2)),
  benefitSum: line,
  appliedAt: prose,
  replicability: prose,
  conditions: prose,
  confidential: prose,
  investor: line,
  supporters: prose,
  levelWanted: z.nullable(level),
  oath: z.boolean(),
  consentProcessing: z.boolean(),
  consentPublishName: z.boolean(),
  consentZaloNews: z.boolean(),
});
export type Form = z.infer<typeof form>;

/** A state said in words: what, since when, who holds it, by when, what the reader must do. */
export const status = z.object({
  state,
  label: z.string(),
  since: instant,
  holder: z.string(),
  sentence: z.string(),
  todo: z.string(),
  dueAt: z.nullable(instant),
  /** True when the next step is the reader's own. */
  mine: z.boolean(),
});
export type Status = z.infer<typeof status>;

export const summary = z.object({
  id,
  code: z.nullable(z.string()),
  title: z.string(),
  unitName: z.nullable(z.string()),
  roundName: z.nullable(z.string()),
  authorNames: z.string(),
  submittedAt: z.nullable(instant),
  updatedAt: instant,
  status,
});
export type Summary = z.infer<typeof summary>;
export const summaryPage = pageOf(summary);

const historyEntry = z.object({
  at: instant,
  who: z.string(),
  from: z.string(),
  to: state,
  label: z.string(),
  reason: z.nullable(z.string()),
});

const supplement = z.object({
  askedAt: instant,
  dueAt: instant,
  items: z.array(z.object({ label: z.string(), answer: z.nullable(z.string()) })),
  answeredAt: z.nullable(instant),
});

const recognition = z.object({
  kind: z.enum(['initiative', 'impact']),
  level,
  decisionNo: z.string(),
  decisionDate: day,
  certificateNo: z.nullable(z.string()),
});

export const outcome = z.object({
  outcome: z.enum(['recognised', 'not_recognised']),
  level: z.nullable(level),
  kinds: z.array(z.enum(['initiative', 'impact'])),
  reason: z.nullable(z.string()),
  decisionNo: z.nullable(z.string()),
  decisionDate: z.nullable(day),
  certificateNo: z.nullable(z.string()),
  version,
  stagedBy: z.string(),
  stagedAt: instant,
});

/** A step of the way, for the timeline: past ones carry their day, the current one its state. */
const step = z.object({
  label: z.string(),
  when: z.enum(['done', 'now', 'next']),
  at: z.nullable(instant),
  note: z.nullable(z.string()),
});

export const detail = z.object({
  ...summary.shape,
  version,
  form,
  steps: z.array(step),
  history: z.array(historyEntry),
  supplements: z.array(supplement),
  recognitions: z.array(recognition),
  /** Only the secretariat ever receives it. */
  outcome: z.optional(outcome),
  allowed: z.array(z.enum(actions)),
  demo: z.boolean(),
});
export type Detail = z.infer<typeof detail>;

// ------------------------------------------------------------------ inputs

const ofOne = { id, version };
const reason = short(2000);

export const saveDraftInput = z.strictObject({ ...ofOne, form });
export const savedDraft = z.object({ id, version, savedAt: instant });
export const submitInput = z.strictObject({ ...ofOne, form });
export const submitted = z.object({
  id,
  code: z.string(),
  submittedAt: instant,
  repeated: z.boolean(),
  status,
});
export const byId = z.strictObject({ id });
export const simpleAct = z.strictObject(ofOne);
/** The same in a query, where everything is text. */
export const simpleActQuery = z.strictObject({ id, version: z.coerce.number() });
export const reasonedAct = z.strictObject({ ...ofOne, reason });
export const returnInput = z.strictObject({
  ...ofOne,
  part: z.enum(['general', ...Object.keys(emptyForm)]),
  reason,
});
export const paperConfirmation = z.strictObject({ ...ofOne, letterNo: short(60), letterDate: day });
export const supplementInput = z.strictObject({
  ...ofOne,
  items: z.array(short(500)).check(z.minLength(1), z.maxLength(10)),
  dueOn: day,
});
export const supplementAnswer = z.strictObject({
  ...ofOne,
  answers: z.array(text(4000)).check(z.minLength(1), z.maxLength(10)),
});
export const cityResult = z.strictObject({
  ...ofOne,
  recognised: z.boolean(),
  documentNo: short(60),
  documentDate: day,
});
export const copyInput = z.strictObject({ id, newId: id });
export const acted = z.object({ id, version, status });

export const deskQuery = z.strictObject({
  round: z.optional(text(60)),
  state: z.optional(state),
  block: z.optional(text(30)),
  unit: z.optional(text(60)),
  q: z.optional(text(200)),
  after: z.optional(text(200)),
});
export const deskCounts = z.object({
  byState: z.array(z.object({ state, label: z.string(), count: z.int() })),
  total: z.int(),
});
export const deskCountsQuery = z.strictObject({ round: z.optional(text(60)) });

export const outcomeInput = z.strictObject({
  id,
  version,
  outcome: z.enum(['recognised', 'not_recognised']),
  level: z.nullable(level),
  kinds: z.array(z.enum(['initiative', 'impact'])).check(z.maxLength(2)),
  reason: z.nullable(text(2000)),
  decisionNo: z.nullable(text(60)),
  decisionDate: z.nullable(day),
  certificateNo: z.nullable(text(60)),
});
export const mineQuery = z.strictObject({ after: z.optional(text(200)) });
