/** What the secretariat tells people: written, looked at, sent, and followed person by person. */

import * as z from 'zod/mini';
import { instant, pageOf, text, version } from './common.ts';
import { role } from './person.ts';

/** Who is meant. A follower who is linked to no person belongs to "everybody" only. */
export const audience = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everybody') }),
  z.strictObject({
    kind: z.literal('blocks'),
    blocks: z.array(text(30)).check(z.minLength(1), z.maxLength(5)),
  }),
  z.strictObject({
    kind: z.literal('units'),
    units: z.array(text(60)).check(z.minLength(1), z.maxLength(100)),
  }),
  z.strictObject({ kind: z.literal('roles'), roles: z.array(role).check(z.minLength(1), z.maxLength(3)) }),
]);
export type Audience = z.infer<typeof audience>;

export const announcementStates = ['draft', 'sending', 'paused', 'finished', 'cancelled'] as const;
export type AnnouncementState = (typeof announcementStates)[number];
export const messageStates = ['waiting', 'sending', 'sent', 'refused', 'unknown', 'cancelled'] as const;
export type MessageState = (typeof messageStates)[number];

const id = z.uuid();
const fields = {
  title: text(1200),
  text: text(8000),
  audience,
  withMessages: z.boolean(),
  withArticle: z.boolean(),
};

/** Counts that always add up to `total`. */
export const outcomes = z.object({
  total: z.int(),
  waiting: z.int(),
  sending: z.int(),
  sent: z.int(),
  refused: z.int(),
  unknown: z.int(),
  cancelled: z.int(),
});
export type Outcomes = z.infer<typeof outcomes>;

export const announcementSummary = z.object({
  id,
  kind: z.enum(['announcement', 'reminder', 'operator']),
  title: z.string(),
  state: z.enum(announcementStates),
  stateLabel: z.string(),
  audienceLabel: z.string(),
  writtenBy: z.nullable(z.string()),
  createdAt: instant,
  sentAt: z.nullable(instant),
  outcomes,
});
export type AnnouncementSummary = z.infer<typeof announcementSummary>;
export const announcementPage = pageOf(announcementSummary);
export const announcementsQuery = z.strictObject({ after: z.optional(text(200)) });

export const announcementDetail = z.object({
  ...announcementSummary.shape,
  version,
  text: z.string(),
  audience,
  withMessages: z.boolean(),
  withArticle: z.boolean(),
  finishedAt: z.nullable(instant),
  /** True while people are still being added to the run: the total is not final yet. */
  spreading: z.boolean(),
  article: z.nullable(
    z.object({ state: z.string(), sentence: z.string(), articleId: z.nullable(z.string()) }),
  ),
  allowed: z.array(z.enum(['edit', 'send', 'pause', 'resume', 'cancel'])),
});
export type AnnouncementDetail = z.infer<typeof announcementDetail>;

/** Version 0 makes a new one under the id that the phone chose. */
export const writeInput = z.strictObject({ id, version, ...fields });
export const written = z.object({ id, version, savedAt: instant });
export const byId = z.strictObject({ id });
export const actInput = z.strictObject({ id, version });

export const previewInput = z.strictObject(fields);
export const preview = z.object({
  /** As the message will stand in the chat. */
  message: z.string(),
  buttons: z.array(z.string()),
  reached: z.int(),
  /** Followers that are linked to no person; part of `reached`. */
  unlinked: z.int(),
  /** People meant whom no message reaches, by the first true reason. */
  notReached: z.array(z.object({ reason: z.string(), sentence: z.string(), count: z.int() })),
  /** People meant who see the notice in the mini app; null for everybody. */
  inApp: z.nullable(z.int()),
  earliest: instant,
  problems: z.array(z.object({ field: z.string(), message: z.string() })),
});
export type Preview = z.infer<typeof preview>;

export const peopleQuery = z.strictObject({
  id,
  state: z.optional(z.enum(messageStates)),
  after: z.optional(text(200)),
});
export const personOutcome = z.object({
  who: z.string(),
  state: z.enum(messageStates),
  label: z.string(),
  sentence: z.string(),
  at: z.nullable(instant),
});
export type PersonOutcome = z.infer<typeof personOutcome>;
export const peoplePage = pageOf(personOutcome);

/** The state of the link to Zalo, for the desk and for operators. */
export const zaloHealth = z.object({
  state: z.enum(['ok', 'not_connected', 'reconnect_required', 'unreachable']),
  sentence: z.string(),
  rehearsal: z.boolean(),
  waiting: z.int(),
  unknown: z.int(),
  tokenExpiresAt: z.nullable(instant),
  /** When the page last told us something; null before the first webhook. */
  lastHeardAt: z.nullable(instant),
});

/** The menu of the page as it should be; `current` when Zalo took exactly this. */
export const menu = z.object({
  items: z.array(z.object({ label: z.string(), does: z.string() })),
  setAt: z.nullable(instant),
  current: z.boolean(),
});
