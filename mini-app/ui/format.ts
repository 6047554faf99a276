/** Dates, times and numbers as Vietnamese readers write them; always the time of Vietnam, whatever the phone's zone. */

import {
  type Day,
  dayOf,
  instantAt,
  sayDay,
  sayDeadline,
  sayLeft,
  sayTime,
  sayWeekday,
} from '#domain/calendar.ts';

export { sayDeadline };

/** Instants come from the server as ISO text. */
export const instantOf = (iso: string): Date => new Date(iso);

/** "thứ Hai, 30/11/2026", from a calendar day or an instant. */
export function sayDate(at: Date | Day): string {
  const instant = typeof at === 'string' ? instantAt(at) : at;
  return `${sayWeekday(instant)}, ${sayDay(at)}`;
}

/** "30/11/2026", from a calendar day or an instant. */
export const sayShortDate = (at: Date | Day): string => sayDay(at);

/** "09:32, thứ Ba, 10/11/2026": when something happened. */
export const sayWhen = (at: Date): string => `${sayTime(at)}, ${sayDate(at)}`;

/** "09:14" */
export const sayClock = (at: Date): string => sayTime(at);

const dayInMs = 86_400_000;

/** "Hôm nay, 08:00", "Hôm qua, 14:20", otherwise "Thứ Sáu, 20/11/2026, 14:20": for lists of notices. */
export function sayRecently(at: Date, now: Date): string {
  if (dayOf(at) === dayOf(now)) return `Hôm nay, ${sayTime(at)}`;
  if (dayOf(at) === dayOf(new Date(now.getTime() - dayInMs))) return `Hôm qua, ${sayTime(at)}`;
  return capitalise(`${sayDate(at)}, ${sayTime(at)}`);
}

/** For the beginning of a sentence: "thứ Hai" → "Thứ Hai". */
export const capitalise = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

export interface Countdown {
  over: boolean;
  /** "6 ngày 7 giờ"; in the last hour "12 phút 05 giây". Empty when over. */
  left: string;
  /** How long until these words change, in milliseconds. */
  changesIn: number;
}

/** What is left until a deadline, and when to look again. */
export function countDown(until: Date, now: Date): Countdown {
  const left = until.getTime() - now.getTime();
  if (left <= 0) return { over: true, left: '', changesIn: Number.POSITIVE_INFINITY };
  const hour = 3_600_000;
  if (left > hour) return { over: false, left: sayLeft(now, until), changesIn: (left % 60_000) + 1 };
  const seconds = Math.ceil(left / 1000);
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  const said =
    minutes === 0 ? `${rest}\u00a0giây` : `${minutes}\u00a0phút ${String(rest).padStart(2, '0')}\u00a0giây`;
  return { over: false, left: said, changesIn: (left % 1000) + 1 };
}

/** 1080000 → "1.080.000"; 4.75 → "4,75". */
export function formatNumber(value: number, decimals = 0): string {
  const [whole = '', part] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  const sign = value < 0 && Number(value.toFixed(decimals)) !== 0 ? '-' : '';
  return sign + grouped + (part === undefined ? '' : `,${part}`);
}

/** "1.080.000 đồng" */
export const formatMoney = (dong: number): string => `${formatNumber(dong)}\u00a0đồng`;

/** "60%" from 60, "12,5%" from 12.5. */
export const formatPercent = (percent: number): string =>
  `${formatNumber(percent, Number.isInteger(percent) ? 0 : 1)}%`;

/** "350 KB", "4,8 MB" */
export function formatSize(bytes: number): string {
  if (bytes < 1024 * 1024) return `${formatNumber(Math.max(1, Math.round(bytes / 1024)))}\u00a0KB`;
  const megabytes = bytes / (1024 * 1024);
  return `${formatNumber(megabytes, megabytes < 10 && megabytes % 1 !== 0 ? 1 : 0)}\u00a0MB`;
}
