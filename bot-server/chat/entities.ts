/** Finds what a line names: a code, a document, a round, a unit. Each is put as one mark, so that cues need not know the names. */

import { readCode } from '#domain/code.ts';
import { fold } from '#domain/text.ts';
import type { Knowledge } from './knowledge.ts';
import { undoVni } from './telex.ts';
import { themes } from './vocabulary.ts';

export interface Entities {
  code?: string;
  document?: string;
  round?: number;
  year?: number;
  block?: string;
  unit?: string;
  level?: string;
  term?: string;
}

/** Codes and numbers of documents are read from the line as typed: their letters are no words. Gives the rest of the line. */
export function readNumbers(line: string, knowledge: Knowledge): { found: Entities; rest: string } {
  const found: Entities = {};
  const coded = takeCode(line, knowledge.year);
  if (coded) found.code = coded.code;
  const afterCode = coded ? coded.rest : line;
  const numbered = takeDocument(afterCode, knowledge);
  if (numbered) found.document = numbered.number;
  return { found, rest: numbered ? numbered.rest : afterCode };
}

function takeCode(line: string, year: number): { code: string; rest: string } | null {
  const whole = /(?<![\p{L}\p{N}])sk[\s\-_./]*(20\d\d)[\s\-_./]*([0-9a-z]{5})(?![\p{L}\p{N}])/u.exec(line);
  const named =
    whole ??
    /(?<=(?<![\p{L}])m(?:ã|a|as|a4)(?: hồ sơ| ho so| số| so| là| la| hs)*\s)([0-9a-z]{5})(?![\p{L}\p{N}])/u.exec(
      line,
    );
  const match =
    named ??
    [...line.matchAll(/(?<![\p{L}\p{N}/-])([0-9a-z]{5})(?![\p{L}\p{N}/-])/gu)].find(
      ([, part]) => /\d/.test(part!) && /[a-z].*[a-z]/.test(part!) && !undoVni(part!),
    );
  if (!match) return null;
  // A word after "mã" is a code only with a figure in it, or nearly every word would be one.
  if (match === named && match !== whole && !/\d/.test(match[1]!)) return null;
  const code = readCode(match[0], year);
  if (!code) return null;
  return { code, rest: splice(line, match, ' codeentity ') };
}

const written = {
  kind: '(?:cv|qd|qđ|kh|hd|vb|tb|bc|hướng dẫn|huong dan)',
  /** A word or two may stand between these and the number: "quyết định khen thưởng 3034". */
  longKind:
    '(?:công văn|cong van|coong vawn|quyết định|quyet dinh|quyeets ddinhj|kế hoạch|ke hoach|văn bản|van ban)(?:\\s+\\p{L}+){0,2}?',
  issuer: '(?:qđ|qd|kh|kt|pkt|hd|hđ|cv|bc|tb|ttr|hđkhsk|hdkhsk|hđkh)',
  behind: '(?:ubnd|hđkhsk|hdkhsk|skhcn|hđtđkt|hdtdkt|cn)',
};
const documentNumber = new RegExp(
  [
    '(?<![\\p{L}\\p{N}])',
    `(?<kind>(?:${written.kind}|${written.longKind})\\s*)?(?:(?:số|so)\\s*)?`,
    '(?<digits>\\d{1,5})(?:\\s*/\\s*(?<year>20\\d\\d))?',
    `(?:[\\s/-]*(?<letters>${written.issuer}(?:[-\\s&/]*${written.behind})?))?`,
    '(?![\\p{L}\\p{N}])',
  ].join(''),
  'gu',
);

function takeDocument(line: string, { documents }: Knowledge): { number: string; rest: string } | null {
  for (const match of line.matchAll(documentNumber)) {
    const { kind = '', digits = '', letters = '', year } = match.groups!;
    if (!kind && !letters) continue;
    const plain = fold(letters).replace(/[^a-z]/g, '');
    const same = documents.filter((one) => one.digits === String(Number(digits)));
    const known =
      same.find((one) => plain !== '' && one.letters === plain && (!year || one.year === year)) ??
      same.find((one) => one.letters.startsWith(plain.slice(0, 2))) ??
      (kind ? same[0] : undefined);
    const unknown = kind && !year && Number(digits) > 3 && !/^(?:19|20)\d\d$/.test(digits);
    if (!known && !unknown) continue;
    const number = known?.number ?? [digits, letters.toUpperCase()].filter(Boolean).join('/');
    return { number, rest: splice(line, match, `${kind} docentity `) };
  }
  return null;
}

const splice = (line: string, match: RegExpMatchArray, mark: string): string =>
  line.slice(0, match.index) + mark + line.slice(match.index! + match[0].length);

const counts: Record<string, number> = { mot: 1, nhat: 1, dau: 1, hai: 2, ii: 2, i: 1, ba: 3, tu: 4 };

/** Reads the plain words; gives them back with marks in place of units, titles and themes. */
export function readNames(plain: string, knowledge: Knowledge): { found: Entities; marked: string } {
  const found: Entities = {};
  let marked = ` ${plain} `;

  const round =
    /(?<= )(?:dot|ky)(?: (?:xet|so|thu|nop|nhan)){0,2} ([1-9]|mot|nhat|dau|hai|ii|i|ba|tu)(?= )/.exec(marked);
  if (round && !/ dau (?:vay|the|a|roi|$)/.test(marked.slice(round.index))) {
    found.round = counts[round[1]!] ?? Number(round[1]);
    marked = marked.replace(round[0], `dot ${found.round}`);
  }

  const range = / (?:19|20)\d\d (?:den )?20\d\d /.test(marked);
  const year = / (20[12]\d) /.exec(marked);
  if (year && !range) found.year = Number(year[1]);

  for (const title of knowledge.titles) {
    const shared = sharedRun(plain, title);
    if (shared) marked = marked.replace(shared, `${shared} titleentity`);
  }

  for (const { id, says } of knowledge.terms) {
    const match = says.exec(marked);
    if (!match) continue;
    found.term ??= id;
    if (themes.has(id)) marked = marked.replace(match[0], `${match[0]} themeentity`);
  }

  const unit = knowledge.units.find(({ says }) => marked.includes(` ${says} `));
  if (unit) {
    found.unit = unit.id;
    marked = marked.replace(` ${unit.says} `, ' unitentity ');
  } else {
    const block = blockOf(marked);
    if (block) found.block = block;
  }

  const level = levelOf(marked, knowledge);
  if (level) found.level = level;
  return { found, marked: marked.trim() };
}

/** Four words in a row that also stand in a title, or a quarter of a short title. */
function sharedRun(plain: string, title: string): string | null {
  const typed = plain.split(' ');
  for (let n = 0; n + 4 <= typed.length; n += 1) {
    const run = typed.slice(n, n + 4).join(' ');
    if (` ${title} `.includes(` ${run} `)) return run;
  }
  return null;
}

function blockOf(marked: string): string | null {
  if (
    / (?:khoi (?:giao duc|truong|truong hoc|mam non|tieu hoc|thcs)|(?<!(?:moi|thu|thi|hien|quang) )truong(?! hop| phong)|cac truong|truong hoc|mam non|tieu hoc|thcs|nganh giao duc) /.test(
      marked,
    )
  )
    return 'education';
  if (
    / (?:khoi phong|phong ban|cac phong|khoi (?:co quan|don vi|van phong)|phong chuyen mon|don vi thuoc quan) /.test(
      marked,
    )
  )
    return 'office';
  if (
    / (?:khoi phuong|cac phuong|o phuong|cua phuong|ubnd phuong|nhung phuong|phuong nop|phuong) /.test(marked)
  )
    return 'ward';
  return null;
}

function levelOf(marked: string, { levels }: Knowledge): string | null {
  const said = levels.find(({ says }) => marked.includes(` ${says} `));
  if (said) return said.id;
  for (const { id, says } of levels) {
    const tier = says.replace(/^cap /, '');
    if (new RegExp(` (?:giay khen|bang khen)(?: cua)? ${tier} | ${tier} (?:cong nhan|khen)`).test(marked))
      return id;
  }
  return null;
}
