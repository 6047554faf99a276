/** The code of a dossier: SK-2026-K7M4Q. Short enough to read aloud, random so that nobody can count or guess. */

/** No 0 O 1 I L, no B/8, S/5, Z/2 pairs that look alike on an old screen. */
const alphabet = '34679ACDEFGHJKMNPQRTUVWXY';
const length = 5;

/** `random` gives whole numbers in [0, below). */
export function makeCode(year: number, random: (below: number) => number): string {
  const part = Array.from({ length }, () => alphabet[random(alphabet.length)]).join('');
  return `SK-${year}-${part}`;
}

/**
 * Reads a code as people type it: small letters, missing dashes, spaces, the prefix left out ("k7m4q" with the year of now).
 * Gives null where it cannot be one.
 */
export function readCode(typed: string, year: number): string | null {
  const plain = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const match = /^(?:SK)?(20\d\d)?([0-9A-Z]{5})$/.exec(plain);
  if (!match) return null;
  const part = match[2]!;
  if ([...part].some((letter) => !alphabet.includes(letter))) return null;
  return `SK-${match[1] ?? year}-${part}`;
}
