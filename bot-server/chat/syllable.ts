/** Whether letters could be a Vietnamese syllable at all, seen without accents. What cannot be one was typed otherwise than meant. */

const onsets = 'b|ch|c|d|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x'.split('|');
const nuclei =
  'a e i o u y ai ao au ay eo eu ia ie ieu iu oa oai oao oay oe oeo oi ua uay ue ui uo uoi uou uu uy uya uye uyu ye yeu'.split(
    ' ',
  );
const codas = ['', 'c', 'ch', 'm', 'n', 'ng', 'nh', 'p', 't'];

const syllable = new RegExp(
  `^(?:${onsets.join('|')})?(?:${nuclei.join('|')}|oo(?=ng?$))(?:${codas.join('|')})$`,
);
const vowelsOnly = /^(?:a|o|u|oi|ai|eo|ao|ui|y|uoi|au|ua|e|em|i)$/;

/** `word` is lower case without accents. */
export const isSyllable = (word: string): boolean =>
  word.length <= 7 && (/^[aeiouy]+$/.test(word) ? vowelsOnly.test(word) : syllable.test(word));

/** Whether two words differ by one slip of the thumb: a letter too many, too few, wrong, or two swapped. */
export function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
