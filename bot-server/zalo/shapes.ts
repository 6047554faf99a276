/** The small shapes that recur in Zalo's answers, forgiving about number or text. */
import { z } from 'zod';

/** Ids are text, whatever Zalo sends; they do not fit a double. */
export const idText = z.union([z.string().min(1), z.number().int()]).transform(String);

/** Whole numbers that Zalo writes now as number, now as text. */
export const count = z.union([z.number(), z.string().regex(/^-?\d+$/)]).transform(Number);

/** Milliseconds since 1970, as number or text. */
export const instant = count.transform((milliseconds) => new Date(milliseconds));

/** Booleans that arrive as true, "true" or 1. */
export const flag = z
  .union([z.boolean(), z.enum(['true', 'false']), z.number()])
  .transform((value) => value === true || value === 'true' || value === 1);
