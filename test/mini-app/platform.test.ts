import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { attempt, resultOfError } from '../../mini-app/platform/attempt.ts';
import { safely } from '../../mini-app/platform/storage.ts';
import { newId } from '../../mini-app/platform/uuid.ts';

// Tests run outside a browser, where nobody says whether there is a network.
beforeAll(() => {
  vi.stubGlobal('navigator', { onLine: true });
});
afterAll(() => {
  vi.unstubAllGlobals();
});

test("a person's no is no error, whichever of Zalo's codes says it", () => {
  for (const code of [-201, -2002, -2003]) {
    expect(resultOfError({ code, message: 'x', api: 'followOA' }, true)).toEqual({ kind: 'refused' });
  }
});

test('what this Zalo cannot do is told apart from what went wrong', () => {
  expect(resultOfError({ code: -1404, message: 'x' }, true)).toEqual({ kind: 'unsupported' });
  expect(resultOfError({ code: -2000, message: 'x' }, true)).toEqual({ kind: 'failed' });
  expect(resultOfError(new Error('x'), true)).toEqual({ kind: 'failed' });
  expect(resultOfError(undefined, false)).toEqual({ kind: 'offline' });
});

test('a call that never answers ends at its time limit', async () => {
  expect(await attempt(() => new Promise(() => {}), 10)).toEqual({ kind: 'failed' });
});

test('a call that throws at once and one that answers both become results', async () => {
  expect(
    await attempt(() => {
      throw { code: -1403, message: 'x' };
    }, 10),
  ).toEqual({ kind: 'unsupported' });
  expect(await attempt(() => 'token', 10)).toEqual({ kind: 'ok', value: 'token' });
});

test('storage that is forbidden keeps nothing and breaks nothing', () => {
  const forbidden = safely(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  expect(forbidden.get('draft')).toBeNull();
  expect(forbidden.set('draft', 'x')).toBe(false);
  expect(() => forbidden.remove('draft')).not.toThrow();
});

test('ids made on the phone are UUIDs and differ', () => {
  const ids = new Set(Array.from({ length: 1000 }, newId));
  expect(ids.size).toBe(1000);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
