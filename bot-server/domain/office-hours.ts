/** When the office is at its desk, and by when it answers somebody who asks now. Public holidays are not known here. */

import { addDays, dayOf, instantAt, sayClock } from './calendar.ts';

export type OfficeHours = {
  /** 1 is Monday, 7 is Sunday. */
  days: number[];
  /** Parts of each of these days, "HH:mm", in order. */
  spans: { from: string; to: string }[];
};

const hour = 3_600_000;
/** A profile without any office day would never come to an end. */
const mostDays = 60;
const names = [
  '',
  'thứ\u00a0Hai',
  'thứ\u00a0Ba',
  'thứ\u00a0Tư',
  'thứ\u00a0Năm',
  'thứ\u00a0Sáu',
  'thứ\u00a0Bảy',
  'Chủ\u00a0nhật',
];

/** The moment at which so many hours at the desk have passed. */
export function answerBy({ days, spans }: OfficeHours, withinHours: number, now: Date): Date {
  let left = withinHours * hour;
  let day = dayOf(now);
  for (let walked = 0; walked < mostDays; walked += 1, day = addDays(day, 1)) {
    if (!days.includes(weekdayOf(day))) continue;
    for (const { from, to } of spans) {
      const start = Math.max(instantAt(day, from).getTime(), now.getTime());
      const length = instantAt(day, to).getTime() - start;
      if (length <= 0) continue;
      if (length >= left) return new Date(start + left);
      left -= length;
    }
  }
  return new Date(now.getTime() + withinHours * hour);
}

const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** "8 giờ 00 đến 12 giờ 00 và 13 giờ 30 đến 17 giờ 00, thứ Hai đến thứ Sáu" */
export function sayOfficeHours({ days, spans }: OfficeHours): string {
  const clock = (time: string) => sayClock(instantAt('2000-01-01', time));
  const hours = spans.map(({ from, to }) => `${clock(from)} đến ${clock(to)}`).join(' và ');
  return `${hours}, ${sayDays(days)}`;
}

function sayDays(days: number[]): string {
  const [first = 1] = days;
  const inARow = days.length > 2 && days.every((day, index) => day === first + index);
  return inARow ? `${names[first]} đến ${names[days.at(-1)!]}` : days.map((day) => names[day]).join(', ');
}
