/** The campaign as everybody may read it: organisation, rounds, documents, reported figures. */

import * as z from 'zod/mini';
import { day, instant, pageOf, short, text, version } from './common.ts';

export const phases = ['planned', 'open', 'closed', 'published'] as const;
export type Phase = (typeof phases)[number];

const figures = z.object({
  submitted: z.int(),
  recognised: z.int(),
  notRecognised: z.int(),
  source: z.string(),
});

export const round = z.object({
  id: z.string(),
  name: z.string(),
  scope: z.string(),
  blocks: z.array(z.string()),
  phase: z.enum(phases),
  phaseLabel: z.string(),
  opensAt: z.nullable(instant),
  closesAt: z.nullable(instant),
  graceMinutes: z.int(),
  /** Figures of the printed report with their source. */
  reported: z.nullable(figures),
  /** What this system itself counts; null where nothing was handed in here. */
  counted: z.nullable(z.object({ submitted: z.int(), recognised: z.int() })),
});
export type Round = z.infer<typeof round>;

export const block = z.object({ id: z.string(), name: z.string(), nameShort: z.string() });
export const unit = z.object({ id: z.string(), name: z.string(), block: z.string() });
export type Unit = z.infer<typeof unit>;

/** Names and labels of the organisation in office; screens take every "quận" from here. */
export const organisation = z.object({
  name: z.string(),
  pageName: z.string(),
  standingAgency: z.string(),
  council: z.string(),
  levels: z.array(z.object({ id: z.string(), label: z.string() })),
  blocks: z.array(block),
  unitConfirmation: z.boolean(),
  contactPhone: z.nullable(z.string()),
  contactAddress: z.nullable(z.string()),
});
export type Organisation = z.infer<typeof organisation>;

export const highlightCard = z.object({
  slug: z.string(),
  title: z.string(),
  unitName: z.string(),
  block: z.string(),
  field: z.string(),
  levelLabel: z.string(),
  year: z.int(),
});
export type HighlightCard = z.infer<typeof highlightCard>;

export const home = z.object({
  now: instant,
  organisation,
  campaign: z.object({
    id: z.string(),
    name: z.string(),
    localName: z.string(),
    year: z.int(),
    demo: z.boolean(),
  }),
  rounds: z.array(round),
  highlights: z.array(highlightCard),
  /** True while the local Zalo stands in for the real one; every screen says so. */
  rehearsal: z.boolean(),
  oaId: z.nullable(z.string()),
  miniAppId: z.nullable(z.string()),
});
export type Home = z.infer<typeof home>;

const document = z.object({
  id: z.string(),
  number: z.nullable(z.string()),
  date: z.nullable(day),
  year: z.nullable(z.int()),
  issuer: z.string(),
  kind: z.string(),
  subject: z.string(),
  stage: z.string(),
});

export const campaign = z.object({
  id: z.string(),
  year: z.int(),
  name: z.string(),
  localName: z.string(),
  demo: z.boolean(),
  period: z.nullable(z.object({ from: z.int(), to: z.int() })),
  others: z.array(z.object({ id: z.string(), year: z.int(), localName: z.string() })),
  council: z.nullable(
    z.object({ name: z.string(), standingAgency: z.string(), establishedBy: z.nullable(z.string()) }),
  ),
  rounds: z.array(round),
  documents: z.array(document),
  city: z.nullable(z.object({ recognised: z.int(), what: z.string() })),
  rewards: z.array(
    z.object({
      level: z.string(),
      form: z.string(),
      who: z.string(),
      count: z.int(),
      amountEachVnd: z.nullable(z.int()),
      decision: z.nullable(z.string()),
    }),
  ),
  results: z.array(z.string()),
  limitations: z.array(z.string()),
  causes: z.array(z.string()),
  proposals: z.array(z.string()),
  directions: z.array(z.string()),
  source: z.nullable(z.string()),
});
export type Campaign = z.infer<typeof campaign>;

/** `id` may be "current". */
export const campaignQuery = z.strictObject({ id: text(60) });
export const unitsQuery = z.strictObject({
  block: z.optional(text(30)),
  q: z.optional(text(100)),
  after: z.optional(text(200)),
});
export const unitPage = pageOf(unit);

// ------------------------------------------------------------------ highlights

export const highlightsQuery = z.strictObject({
  block: z.optional(text(30)),
  year: z.optional(z.coerce.number()),
  q: z.optional(text(200)),
  after: z.optional(text(200)),
});
export const highlightPage = pageOf(highlightCard);
export const slugQuery = z.strictObject({ slug: text(200) });
export const story = z.object({
  ...highlightCard.shape,
  summary: z.nullable(z.string()),
  /** Parts of the form that may be shown; empty for those of which only the report speaks. */
  before: z.nullable(z.string()),
  newPoint: z.nullable(z.string()),
  measures: z.array(z.string()),
  resultsText: z.nullable(z.string()),
  authorNames: z.nullable(z.string()),
  decision: z.nullable(z.string()),
  source: z.string(),
  publicUrl: z.string(),
  demo: z.boolean(),
});
export type Story = z.infer<typeof story>;
export const highlightInput = z.strictObject({ initiativeId: z.uuid(), summary: z.nullable(text(600)) });

// ------------------------------------------------------------------ the secretariat's rounds

export const reminderRule = z.strictObject({
  daysBefore: z.array(z.int().check(z.gte(0), z.lte(60))).check(z.maxLength(6)),
  at: z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
});
export type ReminderRule = z.infer<typeof reminderRule>;

export const deskRound = z.object({
  ...round.shape,
  version,
  reminder: z.nullable(reminderRule),
  /** What still goes out by itself, and when. */
  reminders: z.array(
    z.object({ at: instant, text: z.string(), done: z.boolean(), outcome: z.nullable(z.string()) }),
  ),
  states: z.array(z.object({ state: z.string(), label: z.string(), count: z.int() })),
  staged: z.int(),
  underReview: z.int(),
  allowed: z.array(z.enum(['edit', 'release'])),
});
export type DeskRound = z.infer<typeof deskRound>;
export const deskRounds = z.object({ items: z.array(deskRound) });

const roundFields = {
  name: short(120),
  scope: short(300),
  blocks: z.array(text(30)).check(z.minLength(1), z.maxLength(5)),
  opensAt: instant,
  closesAt: instant,
  graceMinutes: z.int().check(z.gte(0), z.lte(1440)),
  reminder: z.nullable(reminderRule),
};
export const createRoundInput = z.strictObject({ id: z.uuid(), ...roundFields });
export const changeRoundInput = z.strictObject({ id: text(60), version, ...roundFields });
/** How many dossiers the person saw staged: the release does nothing else than what was looked at. */
export const releaseInput = z.strictObject({ id: text(60), version, staged: z.int() });
export const released = z.object({ recognised: z.int(), notRecognised: z.int() });
