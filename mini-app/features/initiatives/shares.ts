/** Shares of authors in per cent: divided equally, read as people type them. */

import type { Form } from '#contract/initiative.ts';

type Author = Form['authors'][number];

/** Whole per cents; what does not divide goes to the first ones: 34, 33, 33. */
export function equalShares(authors: Author[]): Author[] {
  const each = Math.floor(100 / authors.length);
  const rest = 100 - each * authors.length;
  return authors.map((author, index) => ({ ...author, sharePercent: each + (index < rest ? 1 : 0) }));
}

export const sumOfShares = (authors: Author[]): number =>
  Math.round(authors.reduce((sum, { sharePercent }) => sum + (sharePercent ?? 0), 0) * 100) / 100;

/** "33,5" and "33.5 %" are 33.5; anything that is no share is none. */
export function readShare(text: string): number | null {
  const tidy = text.replace(/[\s%]/g, '').replace(',', '.');
  if (!/^\d{1,3}(\.\d{0,2})?$/.test(tidy)) return null;
  const share = Number(tidy);
  return share <= 100 ? share : null;
}

export const sayShare = (share: number | null): string =>
  share === null ? '' : String(share).replace('.', ',');
