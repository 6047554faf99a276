/** Days and hours of Vietnam (UTC+7, no summer time), whatever zone the machine runs in. Fit for browsers. */

const hour = 3_600_000;
export const dayLength = 24 * hour;
const offset = 7 * hour;
const weekdays = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'];
const two = (n: number) => String(n).padStart(2, '0');

/** A calendar day in Vietnam, yyyy-MM-dd. */
export type Day = string;

const shifted = (at: Date) => new Date(at.getTime() + offset);

export const dayOf = (at: Date): Day => shifted(at).toISOString().slice(0, 10);

/** Minutes since midnight in Vietnam. */
export const minuteOf = (at: Date): number => shifted(at).getUTCHours() * 60 + shifted(at).getUTCMinutes();

/** The instant at which a clock in Vietnam shows `time` (HH:mm) on `day`. */
export const instantAt = (day: Day, time = '00:00'): Date => new Date(`${day}T${time}:00.000+07:00`);

export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10);

/** The same day of a later month, or that month's last day ("1 month from receipt"). */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return `${first.getUTCFullYear()}-${two(first.getUTCMonth() + 1)}-${two(Math.min(date, last))}`;
}

/** Monday to Friday; public holidays are not known here, so a date may only come out too early, never too late. */
export function addWorkingDays(day: Day, days: number): Day {
  let at = day;
  for (let left = days; left > 0; ) {
    at = addDays(at, 1);
    const weekday = new Date(`${at}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return at;
}

/** The last minute of an office day: deadlines given as a day end at this hour. */
export const endOfOffice = (day: Day): Date => instantAt(day, '17:00');

/** 24/11/2026 */
export const sayDay = (at: Date | Day): string => {
  const [year, month, date] = (typeof at === 'string' ? at : dayOf(at)).split('-');
  return `${date}/${month}/${year}`;
};

/** 09:14 */
export const sayTime = (at: Date): string =>
  `${two(shifted(at).getUTCHours())}:${two(shifted(at).getUTCMinutes())}`;

/** 09:14, 24/11/2026 */
export const sayMoment = (at: Date): string => `${sayTime(at)}, ${sayDay(at)}`;

/** 17 giờ 00, thứ Hai, 30/11/2026 (with spaces that do not break inside a part) */
export const sayDeadline = (at: Date): string => `${sayClock(at)}, ${sayWeekday(at)}, ${sayDay(at)}`;

/** 17 giờ 00 */
export const sayClock = (at: Date): string =>
  `${shifted(at).getUTCHours()}\u00a0giờ\u00a0${two(shifted(at).getUTCMinutes())}`;

export const sayWeekday = (at: Date): string => weekdays[shifted(at).getUTCDay()]!.replace(' ', '\u00a0');

/** "6 ngày 7 giờ", "7 giờ 20 phút", "12 phút": what is left, never rounded up. */
export function sayLeft(from: Date, to: Date): string {
  const minutes = Math.max(0, Math.floor((to.getTime() - from.getTime()) / 60_000));
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const parts =
    days > 0
      ? [
          [days, 'ngày'],
          [hours, 'giờ'],
        ]
      : [
          [hours, 'giờ'],
          [minutes % 60, 'phút'],
        ];
  const said = parts.filter(([n]) => n !== 0).map(([n, word]) => `${n}\u00a0${word}`);
  return said.length > 0 ? said.join(' ') : 'dưới 1\u00a0phút';
}
