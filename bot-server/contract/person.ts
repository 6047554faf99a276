/** Who one is: session, roles, consents, and the notices that one receives. */

import * as z from 'zod/mini';
import { instant, pageOf, short, text } from './common.ts';
import { roles } from './endpoint.ts';
import { topics } from './terms.ts';

export const role = z.enum(roles);
const grant = z.object({ role, unitId: z.nullable(z.string()), unitName: z.nullable(z.string()) });

const topic = z.enum(topics);

export const consentPurposes = ['publish_name', 'zalo_news'] as const;

export const me = z.object({
  id: z.uuid(),
  name: z.string(),
  demo: z.boolean(),
  roles: z.array(grant),
  units: z.array(z.object({ id: z.string(), name: z.string(), confirmed: z.boolean() })),
  /** Whether the district's page may write to this person, and since when it may not. */
  zalo: z.object({
    linked: z.boolean(),
    following: z.boolean(),
    stopped: z.boolean(),
    /** Kinds of notices that we start; news of one's own dossier has no switch. */
    topics: z.array(z.object({ topic, on: z.boolean() })),
  }),
  consents: z.array(
    z.object({ purpose: z.enum(consentPurposes), given: z.boolean(), at: z.nullable(instant) }),
  ),
  unread: z.int(),
});
export type Me = z.infer<typeof me>;

export const signInInput = z.strictObject({ accessToken: short(4000) });
export const session = z.object({ token: z.string(), expiresAt: instant, me });
export const ticketInput = z.strictObject({ ticket: short(100) });
export const connectLink = z.object({ url: z.string() });
export const nameInput = z.strictObject({ name: short(120) });
export const consentInput = z.strictObject({ purpose: z.enum(consentPurposes), given: z.boolean() });
export const topicInput = z.strictObject({
  topic: z.enum([...topics, 'all']),
  on: z.boolean(),
});
export const grantCode = z.object({ code: z.string(), expiresAt: instant });

export const grantInput = z.strictObject({ code: short(40), role, unitId: z.nullable(text(60)) });
export const granted = z.object({
  id: z.uuid(),
  personName: z.string(),
  role,
  unitId: z.nullable(z.string()),
  unitName: z.nullable(z.string()),
  grantedAt: instant,
});
export type Granted = z.infer<typeof granted>;
export const grantsQuery = z.strictObject({ after: z.optional(text(200)) });
export const grantPage = pageOf(granted);
export const revokeInput = z.strictObject({ id: z.uuid() });

export const notice = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  text: z.string(),
  at: instant,
  read: z.boolean(),
  /** Where its button leads in the mini app, with the button's words. */
  link: z.nullable(z.object({ path: z.string(), label: z.string() })),
});
export type Notice = z.infer<typeof notice>;
export const noticesQuery = z.strictObject({ after: z.optional(text(200)) });
export const noticePage = pageOf(notice);
export const readInput = z.strictObject({ ids: z.array(text(60)).check(z.maxLength(100)) });
