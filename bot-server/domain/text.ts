/** Vietnamese text as people type it: made tidy at the door, counted as they see it, compared without accents. Fit for browsers. */

const oddSpaces = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
// The zero-width joiner stays: it holds family emoji together.
const invisible = /[\u200b\u200c\u2060\ufeff\u00ad]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be removed
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Text from Zalo, Word or an iPhone (NFD, odd spaces, CRLF) in the one form that is stored: NFC, plain spaces, LF, no trailing blanks. */
export function normaliseText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(oddSpaces, ' ')
    .replace(invisible, '')
    .replace(control, '')
    .replace(/[ \t]+$/gm, '')
    .trim();
}

const segmenter =
  typeof Intl !== 'undefined' && 'Segmenter' in Intl
    ? new Intl.Segmenter('vi', { granularity: 'grapheme' })
    : null;

/** Letters as a reader counts them: "ộ" is one, however it was typed. */
export function countLetters(text: string): number {
  const tidy = normaliseText(text);
  if (!segmenter) return [...tidy].length;
  let count = 0;
  for (const _ of segmenter.segment(tidy)) count += 1;
  return count;
}

/** Lower case without accents, "đ" as "d": the same rule as the SQL function fold(). */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase();
}

/** An address part made of words: "Ngày thứ Sáu hạnh phúc" → "ngay-thu-sau-hanh-phuc". */
export function slugOf(text: string, max = 80): string {
  const slug = fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug.length <= max ? slug : slug.slice(0, max).replace(/-[^-]*$/, '');
}

/** Sorts names as a Vietnamese list does. */
export const compareVietnamese = new Intl.Collator('vi').compare;
