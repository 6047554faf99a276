/** What a person changed in a form, apart from what was there before. */

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What of `next` differs from `base`. */
export function changesOf<T extends object>(base: T, next: T): Partial<T> {
  const changed = (Object.keys(next) as (keyof T)[]).filter((field) => !same(base[field], next[field]));
  return Object.fromEntries(changed.map((field) => [field, next[field]])) as Partial<T>;
}
