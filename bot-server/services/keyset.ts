/** Keys of pages: the last row's sort values, carried by the phone without being understood. */

import { Failure } from '#contract/failure.ts';

export const keyOf = (...values: (string | number)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

/** The values of a key, or null where there is none; a key that was tampered with is a failure of the field `after`. */
export function readKey(after: string | undefined, length: number): string[] | null {
  if (!after) return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(after, 'base64url').toString());
    if (Array.isArray(values) && values.length === length) return values.map(String);
  } catch {
    // falls through to the failure below
  }
  throw new Failure('input', [{ field: 'after', message: 'Tải lại danh sách từ đầu' }]);
}

/** A page out of `limit + 1` rows: the extra row only tells that there is more. */
export function pageFrom<R, T>(
  rows: R[],
  limit: number,
  key: (row: R) => string,
  item: (row: R) => T,
): { items: T[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(item), next: rows.length > limit && last ? key(last) : null };
}

export const pageSize = 30;
