/** When the office will have answered somebody who asks now. */

import { describe, expect, test } from 'vitest';
import { instantAt, sayMoment } from '#domain/calendar.ts';
import { answerBy, sayOfficeHours } from '#domain/office-hours.ts';
import { usualOffice } from '#domain/organisation.ts';

const { officeHours } = usualOffice;
const within4 = (day: string, time: string) => sayMoment(answerBy(officeHours, 4, instantAt(day, time)));

describe('four hours at the desk', () => {
  test('asked in the morning: the afternoon counts on after lunch', () => {
    expect(within4('2026-11-24', '09:00')).toBe('14:30, 24/11/2026');
  });

  test('asked late on Friday: Monday morning', () => {
    expect(within4('2026-11-27', '16:00')).toBe('11:00, 30/11/2026');
  });

  test('asked at night or on Sunday: counted from when the office opens', () => {
    expect(within4('2026-11-24', '22:00')).toBe('12:00, 25/11/2026');
    expect(within4('2026-11-29', '10:00')).toBe('12:00, 30/11/2026');
  });
});

test('the hours are said as on a door', () => {
  expect(sayOfficeHours(officeHours).replaceAll('\u00a0', ' ')).toBe(
    '8 giờ 00 đến 12 giờ 00 và 13 giờ 30 đến 17 giờ 00, thứ Hai đến thứ Sáu',
  );
  expect(
    sayOfficeHours({ days: [2, 6], spans: [{ from: '08:00', to: '11:30' }] }).replaceAll('\u00a0', ' '),
  ).toBe('8 giờ 00 đến 11 giờ 30, thứ Ba, thứ Bảy');
});
