/** What understanding needs to know of the campaign, as plain values: from the shipped profile and report, or from the database. */

import { fold } from '#domain/text.ts';
import { terms } from './vocabulary.ts';

export interface Knowledge {
  /** The year that a code without a year belongs to. */
  year: number;
  /** Ways to say a unit, longest first. */
  units: { id: string; says: string }[];
  documents: { number: string; digits: string; letters: string; year: string | null }[];
  levels: { id: string; says: string }[];
  terms: readonly { id: string; says: RegExp }[];
  /** Titles of highlighted initiatives, without accents. */
  titles: string[];
  /** All words that occur in names of units. */
  names: ReadonlySet<string>;
}

export interface KnowledgeSource {
  year: number;
  units: { id: string; name: string }[];
  documents: { number: string | null }[];
  levels: Record<string, string>;
  highlights: { title: string }[];
}

export const words = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

export function knowledgeOf(source: KnowledgeSource): Knowledge {
  const units = source.units
    .flatMap(({ id, name }) => waysToSay(words(name)).map((says) => ({ id, says })))
    .sort((a, b) => b.says.length - a.says.length);
  return {
    year: source.year,
    units,
    documents: source.documents.flatMap(({ number }) => (number ? [documentOf(number)] : [])),
    levels: Object.entries(source.levels).map(([id, label]) => ({ id, says: words(label) })),
    terms: terms.map(({ id, says }) => ({ id, says: new RegExp(`(?<![a-z0-9])(?:${says})(?![a-z0-9])`) })),
    titles: source.highlights.map(({ title }) => words(title)),
    names: new Set(units.flatMap(({ says }) => says.split(' ')).filter((word) => word.length > 1)),
  };
}

/** The knowledge that the shipped files give: an organisation profile and the report of a year. */
export function knowledgeFrom(
  profile: { units: { id: string; name: string }[]; data: { levels: Record<string, string> } },
  report: { documents: { number: string | null }[]; highlighted: { title: string }[] },
  year: number,
): Knowledge {
  return knowledgeOf({
    year,
    units: profile.units,
    documents: report.documents,
    levels: profile.data.levels,
    highlights: report.highlighted,
  });
}

/** Names that are also everyday words stand only with their kind before them. */
const everyday = new Set(['thanh cong', 'dien bien', 'a', 'b']);

/** "Trường Tiểu học Hoàng Diệu" is also called "tiểu học Hoàng Diệu" and "trường Hoàng Diệu". */
function waysToSay(name: string): string[] {
  const ward = /^phuong (.+)$/.exec(name);
  if (ward) {
    const bare = ward[1]!;
    return [name, `ubnd phuong ${bare}`, `ubnd ${bare}`, ...(everyday.has(bare) ? [] : [bare])];
  }
  const school = /^truong (mam non|tieu hoc|thcs|thpt) (.+)$/.exec(name);
  if (school) {
    const [, kind, bare] = school as unknown as [string, string, string];
    return [name, `${kind} ${bare}`, ...(everyday.has(bare) ? [] : [`truong ${bare}`])];
  }
  const short = name.replace(/ (?:quan|phuong|xa|huyen) [a-z]+ [a-z]+$/, '').replace(/ va /, ' ');
  return short === name || short.split(' ').length < 2 ? [name] : [name, short];
}

function documentOf(number: string): Knowledge['documents'][number] {
  const [digits = '', ...rest] = number.split('/');
  const year = rest.find((part) => /^\d{4}$/.test(part)) ?? null;
  const letters = words(rest.filter((part) => part !== year).join(' ')).replace(/ /g, '');
  return { number, digits: String(Number(digits)), letters, year };
}
