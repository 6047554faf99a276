// Reminders of a round: on the right days, in the right hours, and never too late.
import { describe, expect, test } from 'vitest';
import { firing, plannedReminders, reminderText, reminderTitle } from '#domain/reminder.ts';
import { profile } from './profile.ts';

const at = (text: string) => new Date(`${text}+07:00`);
const round = {
  id: 'r2',
  name: 'Đợt 2 năm 2026',
  opensAt: at('2026-10-01T08:00:00'),
  closesAt: at('2026-11-30T17:00:00'),
  graceMinutes: 0,
  releasedAt: null,
};
const rule = { daysBefore: [7, 3, 1], at: '08:30' };

describe('the plan', () => {
  test('has one reminder for each day of the rule that is still to come', () => {
    const planned = plannedReminders(round, rule, profile, at('2026-11-24T09:00:00'));

    expect(planned).toEqual([
      { key: 'reminder:r2:2026-11-30:3', daysBefore: 3, dueAt: at('2026-11-27T08:30:00') },
      { key: 'reminder:r2:2026-11-30:1', daysBefore: 1, dueAt: at('2026-11-29T08:30:00') },
    ]);
  });

  test('moves an hour of the night to the morning', () => {
    const [first] = plannedReminders(
      round,
      { daysBefore: [7], at: '05:00' },
      profile,
      at('2026-11-20T09:00:00'),
    );

    expect(first?.dueAt).toEqual(at('2026-11-23T07:00:00'));
  });

  test('of a moved deadline has reminders of its own', () => {
    const moved = { ...round, closesAt: at('2026-12-04T17:00:00') };

    const keys = plannedReminders(moved, rule, profile, at('2026-11-24T09:00:00')).map(({ key }) => key);

    expect(keys).toEqual([
      'reminder:r2:2026-12-04:7',
      'reminder:r2:2026-12-04:3',
      'reminder:r2:2026-12-04:1',
    ]);
  });

  test('is empty without a rule or a date', () => {
    expect(plannedReminders(round, null, profile, at('2026-11-01T09:00:00'))).toEqual([]);
    expect(plannedReminders({ ...round, closesAt: null }, rule, profile, at('2026-11-01T09:00:00'))).toEqual(
      [],
    );
  });
});

describe('when its time has come', () => {
  const due = at('2026-11-27T08:30:00');

  test('it fires', () => {
    expect(firing(due, round, profile, at('2026-11-27T08:30:05'))).toEqual({ fire: true });
    expect(firing(due, round, profile, at('2026-11-28T08:30:00'))).toEqual({ fire: true });
  });

  test('a server that comes back at night waits for the morning', () => {
    expect(firing(due, round, profile, at('2026-11-27T22:00:00'))).toEqual({
      waitUntil: at('2026-11-28T07:00:00'),
    });
  });

  test('more than a day late it is missed', () => {
    expect(firing(due, round, profile, at('2026-11-28T08:30:01'))).toHaveProperty('missed');
  });

  test('after the closing there is nothing to remind of', () => {
    expect(firing(at('2026-11-30T08:30:00'), round, profile, at('2026-11-30T18:00:00'))).toEqual({
      missed: 'Đợt đã hết hạn, không nhắc nữa.',
    });
  });
});

test('it says how long is left, by the days of Vietnam', () => {
  expect(reminderTitle(round, at('2026-11-27T08:30:00'))).toBe('Đợt 2 năm 2026: còn 3 ngày');
  expect(reminderTitle(round, at('2026-11-29T23:59:00'))).toBe('Đợt 2 năm 2026: ngày mai là hạn nộp');
  expect(reminderTitle(round, at('2026-11-30T00:01:00'))).toBe('Đợt 2 năm 2026: hôm nay là hạn nộp');
  expect(reminderText(round, at('2026-11-27T08:30:00'))).toContain('còn 3\u00a0ngày 8\u00a0giờ');
});
