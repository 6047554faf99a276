import { describe, expect, it } from 'vitest';
import type { DeskRound } from '#contract/campaign.ts';
import { instantAt } from '#domain/calendar.ts';
import { comingDates } from '../../mini-app/features/desk/coming.ts';
import {
  daysOf,
  draftOf,
  emptyRound,
  roundInput,
  roundProblems,
} from '../../mini-app/features/desk/round-draft.ts';
import { changesOf } from '../../mini-app/shared/changes.ts';

const round: DeskRound = {
  id: 'r2',
  name: 'Đợt 2',
  scope: 'Khối phường',
  blocks: ['ward'],
  phase: 'open',
  phaseLabel: 'Đang nhận hồ sơ',
  opensAt: instantAt('2026-11-04', '08:00').toISOString(),
  closesAt: instantAt('2026-11-30', '17:00').toISOString(),
  graceMinutes: 15,
  reported: null,
  counted: null,
  version: 3,
  reminder: { daysBefore: [7, 3, 1], at: '08:30' },
  reminders: [
    {
      at: instantAt('2026-11-23', '08:30').toISOString(),
      text: 'Nhắc trước 7 ngày',
      done: true,
      outcome: null,
    },
    {
      at: instantAt('2026-11-27', '08:30').toISOString(),
      text: 'Nhắc trước 3 ngày',
      done: false,
      outcome: null,
    },
  ],
  states: [{ state: 'submitted', label: 'Đã nộp', count: 45 }],
  staged: 0,
  underReview: 0,
  allowed: ['edit'],
};
const filled = { ...emptyRound, name: 'Đợt 3', scope: 'Các khối', blocks: ['ward'] };

describe('a round in a form', () => {
  it('comes back as it was, in days and hours of Vietnam', () => {
    const draft = draftOf(round);
    expect([draft.closesOn, draft.closesTime]).toEqual(['2026-11-30', '17:00']);
    const { opensAt, closesAt, graceMinutes, reminder } = round;
    expect(roundInput(draft)).toMatchObject({ opensAt, closesAt, graceMinutes, reminder });
  });

  it('says for each field what to do', () => {
    expect(Object.keys(roundProblems(emptyRound))).toEqual([
      'name',
      'scope',
      'blocks',
      'opensOn',
      'closesOn',
    ]);
    expect(roundProblems({ ...filled, opensOn: '2026-12-10', closesOn: '2026-12-01' })).toEqual({
      closesOn: 'Chọn hạn nộp sau lúc mở nhận hồ sơ',
    });
    expect(roundProblems({ ...filled, opensOn: '2026-12-01', closesOn: '2026-12-10' })).toEqual({});
  });

  it('reads the days of reminders however they are written', () => {
    expect(daysOf('1, 3 và 7')).toEqual([7, 3, 1]);
    expect(daysOf('ba ngày')).toBeNull();
    expect(daysOf('90')).toBeNull();
  });

  it('keeps only what the person changed, so that a newer version brings its own fields along', () => {
    const mine = changesOf(draftOf(round), { ...draftOf(round), graceMinutes: '30' });
    expect(mine).toEqual({ graceMinutes: '30' });
    expect({ ...draftOf({ ...round, scope: 'Cả ba khối' }), ...mine }).toMatchObject({
      scope: 'Cả ba khối',
      graceMinutes: '30',
    });
  });
});

describe('the dates that come', () => {
  it('stand in their order, without what is over or was sent', () => {
    const dates = comingDates([round], instantAt('2026-11-24', '09:00'));
    expect(dates.map(({ when, what }) => [when, what])).toEqual([
      ['27/11, 08:30', 'Nhắc trước 3 ngày'],
      ['30/11, 17:00', 'Đóng Đợt 2'],
    ]);
    expect(dates.every(({ soon }) => !soon)).toBe(true);
  });

  it('name the opening of a round that is only planned, not yet its closing', () => {
    const dates = comingDates([{ ...round, reminders: [] }], instantAt('2026-11-03', '09:00'));
    expect(dates.map(({ what, soon }) => [what, soon])).toEqual([['Mở Đợt 2', true]]);
  });
});
