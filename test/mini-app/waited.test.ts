import { describe, expect, it } from 'vitest';
import { instantAt } from '#domain/calendar.ts';
import { isLate, sayWaited, workingDaysBetween } from '../../mini-app/features/unit/waited.ts';

// 2026-11-20 is a Friday.
const friday = instantAt('2026-11-20', '16:30');

describe('how long a dossier has waited for its unit head', () => {
  it('counts working days and leaves the weekend out', () => {
    expect(workingDaysBetween(friday, instantAt('2026-11-23', '08:00'))).toBe(1);
    expect(sayWaited(friday, instantAt('2026-11-26', '08:00'))).toBe('Đã chờ 4 ngày làm việc');
  });

  it('says of today that it is new, and of a weekend that no working day has passed', () => {
    expect(sayWaited(friday, instantAt('2026-11-20', '17:00'))).toBe('Mới nộp hôm nay');
    expect(sayWaited(friday, instantAt('2026-11-22', '09:00'))).toBe('Mới nộp cuối tuần này');
  });

  it('is late within a day of its date, and without a date never', () => {
    const due = instantAt('2026-11-27', '17:00');
    expect(isLate(due, instantAt('2026-11-26', '16:00'))).toBe(false);
    expect(isLate(due, instantAt('2026-11-26', '18:00'))).toBe(true);
    expect(isLate(null, friday)).toBe(false);
  });
});
