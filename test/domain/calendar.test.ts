import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addWorkingDays,
  dayOf,
  instantAt,
  minuteOf,
  sayDeadline,
  sayLeft,
} from '#domain/calendar.ts';
import { makeCode, readCode } from '#domain/code.ts';
import { phaseOf, reminderTimes } from '#domain/round.ts';

describe('days and hours of Vietnam', () => {
  it('do not depend on where the machine stands', () => {
    const lastMinute = new Date('2026-11-30T16:59:59Z');
    expect(dayOf(lastMinute)).toBe('2026-11-30');
    expect(dayOf(new Date('2026-11-30T17:00:00Z'))).toBe('2026-12-01');
    expect(minuteOf(lastMinute)).toBe(23 * 60 + 59);
    expect(instantAt('2026-11-30', '17:00').toISOString()).toBe('2026-11-30T10:00:00.000Z');
  });

  it('are said as an office says them', () => {
    expect(sayDeadline(instantAt('2026-11-30', '17:00')).replaceAll('\u00a0', ' ')).toBe(
      '17 giờ 00, thứ Hai, 30/11/2026',
    );
    const left = (from: string, to: string) =>
      sayLeft(new Date(from), new Date(to)).replaceAll('\u00a0', ' ');
    expect(left('2026-11-24T03:00:00Z', '2026-11-30T10:00:00Z')).toBe('6 ngày 7 giờ');
    expect(left('2026-11-30T09:48:00Z', '2026-11-30T10:00:00Z')).toBe('12 phút');
    expect(left('2026-11-30T09:59:30Z', '2026-11-30T10:00:00Z')).toBe('dưới 1 phút');
  });

  it('add up', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addWorkingDays('2026-11-27', 1)).toBe('2026-11-30');
    const day = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
      .map(dayOf);
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 400 }), (from, n) => addDays(addDays(from, n), -n) === from),
    );
  });
});

describe('a round', () => {
  const round = {
    opensAt: new Date('2026-11-01T01:00:00Z'),
    closesAt: new Date('2026-11-30T10:00:00Z'),
    graceMinutes: 0,
    releasedAt: null,
  };

  it('closes on the very instant that it states, with the grace that it states', () => {
    expect(phaseOf(round, new Date('2026-11-30T10:00:00.000Z'))).toBe('open');
    expect(phaseOf(round, new Date('2026-11-30T10:00:00.001Z'))).toBe('closed');
    expect(phaseOf({ ...round, graceMinutes: 15 }, new Date('2026-11-30T10:15:00Z'))).toBe('open');
    expect(phaseOf(round, new Date('2026-10-31T10:00:00Z'))).toBe('planned');
  });

  it('reminds 7, 3 and 1 days before at 08:30 in Vietnam, and never before it opens', () => {
    const times = reminderTimes(round, { daysBefore: [1, 7, 3, 60], at: '08:30' });
    expect(times.map(({ at }) => at.toISOString())).toEqual([
      '2026-11-23T01:30:00.000Z',
      '2026-11-27T01:30:00.000Z',
      '2026-11-29T01:30:00.000Z',
    ]);
  });
});

describe('the code of a dossier', () => {
  it('is read as people type it', () => {
    expect(readCode('sk 2026 k7m4q', 2025)).toBe('SK-2026-K7M4Q');
    expect(readCode('K7M4Q', 2026)).toBe('SK-2026-K7M4Q');
    expect(readCode('tinh trang', 2026)).toBeNull();
  });

  it('survives being read aloud: no letters that look alike', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(1000)), (numbers) => {
        const code = makeCode(2026, (below) => numbers.next().value! % below);
        expect(code).toMatch(/^SK-2026-[34679ACDEFGHJKMNPQRTUVWXY]{5}$/);
        expect(readCode(code.toLowerCase().replaceAll('-', ''), 2000)).toBe(code);
      }),
    );
  });
});
