/** A plain string by which a database sorts names as a Vietnamese list does, whatever its own collation. */

const marks: Record<string, string> = { '\u0306': '{', '\u0302': '|', '\u031b': '}' };
const tone = /[\u0300\u0301\u0303\u0309\u0323]/g;

/**
 * Letters first (a ă â, d đ, o ô ơ: the mark becomes a sign that sorts after z), tones only where the letters are the same.
 * "Đội Cấn" stands after "Điện Biên", and both after "Doãn".
 */
export function sortKeyOf(name: string): string {
  const lower = name.normalize('NFC').toLowerCase().replaceAll('đ', 'd{').normalize('NFD');
  const letters = lower.replace(tone, '').replace(/[\u0306\u0302\u031b]/g, (mark) => marks[mark]!);
  const tones = (lower.match(tone) ?? []).map((mark) => '\u0300\u0309\u0303\u0301\u0323'.indexOf(mark));
  return `${letters} ${tones.join('')}`.trim();
}
