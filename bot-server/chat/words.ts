/** Reads a typed line into plain words without accents: short forms written out, Telex and VNI undone, slips mended, glued words parted. */

import { fold } from '#domain/text.ts';
import { cueWords } from './cues.ts';
import { isOneSlip, isSyllable } from './syllable.ts';
import { undoLooseTelex, undoTelex, undoVni } from './telex.ts';
import { accented, fillers, foreign, shorts, terms } from './vocabulary.ts';

const longest = 300;
const mostWords = 45;

const lettersOf = (text: string): string[] => text.match(/[a-z]{2,}/g) ?? [];

/** Words the page has something to say about; a slip of the thumb is mended towards one of these. */
const topical: ReadonlySet<string> = new Set([
  ...[...cueWords].filter((word) => !word.endsWith('entity')),
  ...terms.flatMap((term) => lettersOf(term.says)),
  ...[...shorts.values()].flatMap(lettersOf),
]);
const strange: ReadonlySet<string> = new Set(lettersOf(foreign));

/** Words that ask nothing: small words, figures, names of units. */
export const isIdle = (word: string, names: ReadonlySet<string>): boolean =>
  fillers.has(word) || names.has(word) || /^\d+$/.test(word);

const isKnown = (word: string, names: ReadonlySet<string>): boolean =>
  topical.has(word) || fillers.has(word) || names.has(word) || /^\d+$/.test(word);

/** A line in lower case, in one normal form, with dashes and quotes of one kind. Accents stay. */
export const tidy = (text: string): string =>
  text
    .slice(0, longest * 2)
    .normalize('NFC')
    .slice(0, longest)
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '');

/** `names` are the words of units, so that they are neither mended nor taken for Telex. */
export function readWords(text: string, names: ReadonlySet<string>): string[] {
  const tokens = joinSpelled(text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).slice(0, mostWords);
  return tokens.flatMap((token, n) => readToken(token, fold(tokens[n + 1] ?? ''), names));
}

/** "d ừ n g": three single letters and more in a row are one word. */
function joinSpelled(tokens: string[]): string[] {
  const joined: string[] = [];
  for (let n = 0; n < tokens.length; ) {
    let end = n;
    while (end < tokens.length && tokens[end]!.length === 1 && /\p{L}/u.test(tokens[end]!)) end += 1;
    const word = tokens.slice(n, end).join('');
    if (end - n >= 3 && isSyllable(fold(word))) {
      joined.push(word);
      n = end;
    } else {
      joined.push(tokens[n]!);
      n += 1;
    }
  }
  return joined;
}

function readToken(token: string, next: string, names: ReadonlySet<string>): string[] {
  const apart = accented[token] ?? accented[fold(token)];
  if (token in accented) return [apart!];
  const plain = fold(token);
  // "dk" is both "đăng ký" and "được"; before news it is the first.
  if ((plain === 'dk' || plain === 'dki') && /^(?:nhan|nhaanj|tham|tin|thi)/.test(next))
    return ['dang', 'ky'];
  if (plain === 'ki' && token === 'ki') return ['ky'];
  const short = shorts.get(token) ?? (plain === token ? undefined : shorts.get(plain));
  if (short && !(token !== plain && plain.length > 2)) return short.split(' ');
  if (/^\d+h\d*$/.test(plain)) return [plain.replace(/h\d*$/, ''), 'gio'];
  const numbered = /^(dot|lan|ky|quy)([1-9])$/.exec(plain);
  if (numbered) return [numbered[1]!, numbered[2]!];
  if (isKnown(plain, names)) return [plain];
  const calm = plain.replace(/(.)\1{2,}/g, '$1');
  if (calm !== plain && calm.length > 0) return readToken(calm, next, names);
  if (isSyllable(plain) || plain !== token) return isSyllable(plain) ? [plain] : [mend(plain) ?? plain];
  return unriddle(plain, names);
}

/** Letters that are no Vietnamese syllable: each way of having typed them wrongly is tried in turn. */
function unriddle(plain: string, names: ReadonlySet<string>): string[] {
  if (strange.has(plain)) return [plain];
  const typed = undoVni(plain) ?? undoTelex(plain);
  if (typed) return [typed];
  const parted = part(plain, names);
  if (parted) return parted;
  const single = plain.replace(/(.)\1/g, '$1');
  if (single !== plain && isKnown(single, names)) return [single];
  const loose = undoLooseTelex(plain);
  return [loose ?? mend(plain) ?? plain];
}

function mend(plain: string): string | null {
  if (plain.length < 4 || strange.has(plain)) return null;
  for (const word of topical) if (word.length >= 3 && isOneSlip(plain, word)) return word;
  return null;
}

/** "nopsangkien", "hannop": known words written in one. */
function part(plain: string, names: ReadonlySet<string>): string[] | null {
  if (plain.length < 4 || plain.length > 24) return null;
  const best: (string[] | null)[] = [[]];
  for (let end = 1; end <= plain.length; end += 1) {
    best[end] = null;
    for (let start = end - 2; start >= Math.max(0, end - 6); start -= 1) {
      const before = best[start];
      const word = plain.slice(start, end);
      if (!before || !isSyllable(word) || !(topical.has(word) || names.has(word))) continue;
      if (!best[end] || best[end]!.length > before.length + 1) best[end] = [...before, word];
    }
  }
  const words = best[plain.length];
  return words && words.length > 1 ? words : null;
}
