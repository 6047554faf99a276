/** Undoes Telex and VNI typed while no input method was on: "hoof sow" and "ho62 so7" are "ho so". Accents are not needed here. */

import { isSyllable } from './syllable.ts';

const tones = /[sfrxjz]/g;

/** The plain letters of a Telex syllable, or null. Strict: marks stand right behind their vowel, the tone behind the vowels. */
export function undoTelex(word: string): string | null {
  if (!/[sfrxjzw]|aa|ee|oo|dd/.test(word)) return null;
  return ifSyllable(afterMarks(word.replace(/^dd/, 'd').replace(/aa|ee|oo/g, (pair) => pair[0]!)));
}

/** The same where the mark was typed at the end of the syllable: "hetes", "nopoj", "dungwf", "dangd". */
export function undoLooseTelex(word: string): string | null {
  const plain = afterMarks(word.replace(/^dd/, 'd').replace(/^(d.+)d(?=[sfrxjz]?$)/, '$1'));
  if (plain === null) return null;
  const marks = plain.replace(/([aeo])([^aeo]*)\1/g, '$1$2');
  return marks === word ? null : ifSyllable(marks);
}

/** Takes the tone letters and the w away; a w without a vowel before it stands for u. */
function afterMarks(word: string): string | null {
  const first = /[aeiouyw]/.exec(word);
  if (!first) return null;
  const head = word.slice(0, first.index);
  const tail = word.slice(first.index).replace(/^w/, 'u').replace(tones, '').replace(/w/g, '');
  return head + tail;
}

/** The plain letters of a VNI syllable, or null: "d9o7t5" is "dot". */
export function undoVni(word: string): string | null {
  if (!/^[a-z]+[0-9][a-z0-9]*$/.test(word) || /[0-9]{4}/.test(word)) return null;
  return ifSyllable(word.replace(/[0-9]/g, ''));
}

const ifSyllable = (word: string | null): string | null => (word && isSyllable(word) ? word : null);
