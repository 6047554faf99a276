/** Small shapes that several nouns share. */

import * as z from 'zod/mini';

export const nothing = z.strictObject({});
export const done = z.object({ ok: z.literal(true) });

/** Ids that the phone makes when a form opens. */
export const id = z.uuid();
export const version = z.int().check(z.gte(0));
/** An instant, ISO 8601 with zone. */
export const instant = z.iso.datetime({ offset: true });
/** A calendar day in Vietnam, yyyy-MM-dd. */
export const day = z.iso.date();
/** The key of the last row of the page before; the server makes it and the phone only carries it. */
export const after = z.optional(z.string().check(z.maxLength(200)));

export const short = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));
export const text = (max: number) => z.string().check(z.maxLength(max));

/** A page of a list: `next` is handed back as `after`; null at the end. */
export const pageOf = <T extends z.ZodMiniType>(item: T) =>
  z.object({ items: z.array(item), next: z.nullable(z.string()) });

export const blocks = ['education', 'ward', 'office'] as const;
export const levels = ['base', 'district', 'city'] as const;
export const level = z.enum(levels);
export type Level = (typeof levels)[number];
