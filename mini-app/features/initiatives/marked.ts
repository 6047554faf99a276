/** Which words of a text differ from another: what both begin and end with stays unmarked. */

export interface MarkedText {
  before: string;
  marked: string;
  after: string;
}

const wordsOf = (text: string): string[] => text.match(/\s*\S+/g) ?? [];

export function markedAgainst(text: string, other: string): MarkedText {
  const [mine, theirs] = [wordsOf(text), wordsOf(other)];
  const most = Math.min(mine.length, theirs.length);
  let begin = 0;
  while (begin < most && mine[begin]?.trim() === theirs[begin]?.trim()) begin += 1;
  let end = 0;
  while (end < most - begin && mine.at(-1 - end)?.trim() === theirs.at(-1 - end)?.trim()) end += 1;
  const cut = mine.length - end;
  const middle = mine.slice(begin, cut).join('');
  // The space before the first marked word belongs to what stands before it.
  const space = /^\s*/.exec(middle)?.[0] ?? '';
  return {
    before: mine.slice(0, begin).join('') + space,
    marked: middle.slice(space.length),
    after: mine.slice(cut).join(''),
  };
}
