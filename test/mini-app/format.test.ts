import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  capitalise,
  countDown,
  formatMoney,
  formatNumber,
  formatPercent,
  formatSize,
  sayDate,
  sayDeadline,
  sayRecently,
  sayWhen,
} from '../../mini-app/ui/format.ts';

/** Spaces that do not break are invisible in a failure; here they are written as ordinary ones. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const at = (iso: string) => new Date(`${iso}+07:00`);

describe('dates on a phone that is set to Honolulu', () => {
  const before = process.env.TZ;
  beforeAll(() => {
    process.env.TZ = 'Pacific/Honolulu';
  });
  afterAll(() => {
    process.env.TZ = before;
  });

  test('a deadline is said in the time of Vietnam', () => {
    expect(plain(sayDeadline(at('2026-11-30T17:00:00')))).toBe('17 giờ 00, thứ Hai, 30/11/2026');
  });
  test('a calendar day stays the day it is', () => {
    expect(plain(sayDate('2026-07-06'))).toBe('thứ Hai, 06/07/2026');
    expect(plain(sayDate('2026-11-29'))).toBe('Chủ nhật, 29/11/2026');
  });
  test('something that happened just after midnight happened on the new day', () => {
    expect(plain(sayWhen(at('2026-11-10T00:05:00')))).toBe('00:05, thứ Ba, 10/11/2026');
  });
  test('notices of today and yesterday say so, older ones name the day', () => {
    const now = at('2026-11-24T09:14:00');
    expect(sayRecently(at('2026-11-24T00:00:00'), now)).toBe('Hôm nay, 00:00');
    expect(sayRecently(at('2026-11-23T23:59:00'), now)).toBe('Hôm qua, 23:59');
    expect(plain(sayRecently(at('2026-11-20T14:20:00'), now))).toBe('Thứ Sáu, 20/11/2026, 14:20');
  });
});

test('a weekday or an hour never breaks over two lines', () => {
  expect(sayDeadline(at('2026-11-30T17:00:00'))).toBe('17\u00a0giờ\u00a000, thứ\u00a0Hai, 30/11/2026');
});

test('Vietnamese letters can begin a sentence', () => {
  expect(capitalise('đợt 2')).toBe('Đợt 2');
});

describe('what is left until a deadline', () => {
  const end = at('2026-11-30T17:00:00');
  const left = (iso: string) => plain(countDown(end, at(iso)).left);

  test('days and hours, then hours and minutes, then minutes and seconds', () => {
    expect(left('2026-11-24T09:14:00')).toBe('6 ngày 7 giờ');
    expect(left('2026-11-30T09:30:00')).toBe('7 giờ 30 phút');
    expect(left('2026-11-30T16:47:55')).toBe('12 phút 05 giây');
    expect(left('2026-11-30T16:59:53')).toBe('7 giây');
  });
  test('at the deadline nothing is left', () => {
    expect(countDown(end, end)).toMatchObject({ over: true, left: '' });
  });
  test('it says when to look again: each minute, each second in the last hour', () => {
    expect(countDown(end, at('2026-11-24T09:14:30')).changesIn).toBe(30_001);
    expect(countDown(end, at('2026-11-30T16:30:00.400')).changesIn).toBe(601);
  });
});

test('numbers have dots between thousands and a comma before decimals', () => {
  expect(formatNumber(0)).toBe('0');
  expect(formatNumber(999)).toBe('999');
  expect(formatNumber(1_080_000)).toBe('1.080.000');
  expect(formatNumber(-1234.5, 1)).toBe('-1.234,5');
  expect(formatNumber(-0.4)).toBe('0');
  expect(plain(formatMoney(1_080_000))).toBe('1.080.000 đồng');
  expect(formatPercent(60)).toBe('60%');
  expect(formatPercent(12.5)).toBe('12,5%');
  expect(plain(formatSize(5_033_165))).toBe('4,8 MB');
  expect(plain(formatSize(10 * 1024 * 1024))).toBe('10 MB');
  expect(plain(formatSize(200))).toBe('1 KB');
});
