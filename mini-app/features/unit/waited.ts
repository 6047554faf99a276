/** How long a dossier has waited for its unit head, in working days, and whether that is getting late. */

import { addWorkingDays, dayOf } from '#domain/calendar.ts';

const oneDay = 86_400_000;

export function workingDaysBetween(since: Date, now: Date): number {
  const today = dayOf(now);
  let days = 0;
  for (let day = addWorkingDays(dayOf(since), 1); day <= today; day = addWorkingDays(day, 1)) days += 1;
  return days;
}

export function sayWaited(since: Date, now: Date): string {
  const days = workingDaysBetween(since, now);
  if (days > 0) return `Đã chờ ${days} ngày làm việc`;
  return dayOf(since) === dayOf(now) ? 'Mới nộp hôm nay' : 'Mới nộp cuối tuần này';
}

/** Within a day of its date, or beyond it. */
export const isLate = (dueAt: Date | null, now: Date): boolean =>
  dueAt !== null && dueAt.getTime() - now.getTime() < oneDay;
