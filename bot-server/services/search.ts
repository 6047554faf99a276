/** Search in short names: accents do not keep anything from being found, but what was typed exactly stands first. */

import { fold, normaliseText } from '#domain/text.ts';
import { Prisma } from '../store/generated/client.ts';

const mostWords = 8;

const wordsOf = (q: string): string[] => q.split(/\s+/).filter(Boolean).slice(0, mostWords);
const pattern = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

/** Every word must occur in `folded`, a column or expression without accents. */
export function foundIn(folded: Prisma.Sql, q: string | undefined): Prisma.Sql {
  const words = wordsOf(fold(normaliseText(q ?? '')));
  return words.length === 0
    ? Prisma.sql`TRUE`
    : Prisma.join(
        words.map((word) => Prisma.sql`${folded} LIKE ${pattern(word)}`),
        ' AND ',
      );
}

/** How many words are not there with the accents that were typed: 0 is an exact match. */
export function strangeness(original: Prisma.Sql, q: string | undefined): Prisma.Sql {
  const words = wordsOf(normaliseText(q ?? '').toLowerCase());
  return words.length === 0
    ? Prisma.sql`0`
    : Prisma.join(
        words.map((word) => Prisma.sql`(position(${word} IN lower(${original})) = 0)::int`),
        ' + ',
      );
}
