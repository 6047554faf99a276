/** Reminders of a round's closing: when each is due, when it is too late for it, and what it says. */

import type { ReminderRule } from '#contract/campaign.ts';
import { dayLength, dayOf, sayDeadline, sayLeft } from './calendar.ts';
import type { Profile } from './organisation.ts';
import { nextAllowed } from './quiet-hours.ts';
import { lastMoment, type RoundTimes, reminderTimes } from './round.ts';

export interface RemindedRound extends RoundTimes {
  id: string;
  name: string;
}

export interface PlannedReminder {
  /** The same reminder of the same closing day is one reminder; a moved deadline has reminders of its own. */
  key: string;
  daysBefore: number;
  dueAt: Date;
}

/** A reminder that could not go out at its time is still of use for a day, unless the round has closed meanwhile. */
const grace = dayLength;

/** The reminders that a round still has before it, moved out of the quiet hours; soonest first. */
export function plannedReminders(
  round: RemindedRound,
  rule: ReminderRule | null,
  profile: Pick<Profile, 'quietFrom' | 'quietTo'>,
  now: Date,
): PlannedReminder[] {
  if (!round.closesAt) return [];
  const closing = dayOf(round.closesAt);
  return reminderTimes(round, rule)
    .map(({ daysBefore, at }) => ({
      key: `reminder:${round.id}:${closing}:${daysBefore}`,
      daysBefore,
      dueAt: nextAllowed(at, profile),
    }))
    .filter(({ dueAt }) => dueAt > now && dueAt < round.closesAt!);
}

export type Firing = { fire: true } | { waitUntil: Date } | { missed: string };

/** What to do with a reminder whose time has come: never at night, never a day late, never after the closing. */
export function firing(
  dueAt: Date,
  round: RemindedRound,
  profile: Pick<Profile, 'quietFrom' | 'quietTo'>,
  now: Date,
): Firing {
  const last = lastMoment(round);
  const at = nextAllowed(now, profile);
  if (!last || at > last) return { missed: 'Đợt đã hết hạn, không nhắc nữa.' };
  if (at.getTime() - dueAt.getTime() > grace)
    return { missed: 'Máy chủ không chạy đúng giờ nhắc, đã bỏ qua.' };
  return at > now ? { waitUntil: at } : { fire: true };
}

export function reminderTitle(round: RemindedRound, now: Date): string {
  const last = round.closesAt;
  if (!last || last <= now) return `${round.name} đã hết hạn nhận hồ sơ`;
  const days = Math.round((Date.parse(dayOf(last)) - Date.parse(dayOf(now))) / dayLength);
  if (days === 0) return `${round.name}: hôm nay là hạn nộp`;
  return days === 1 ? `${round.name}: ngày mai là hạn nộp` : `${round.name}: còn ${days} ngày`;
}

export function reminderText(round: RemindedRound, now: Date): string {
  if (!round.closesAt) return '';
  const left = sayLeft(now, round.closesAt);
  return [
    `Anh/chị chưa nộp sáng kiến trong ${round.name}.`,
    `Hạn nộp: ${sayDeadline(round.closesAt)} (còn ${left}).`,
    'Bản nháp đang viết vẫn được giữ. Nộp xong thì không nhận tin nhắc này nữa.',
  ].join('\n');
}

/** One line for the desk's calendar. */
export const sayReminder = (daysBefore: number): string =>
  daysBefore === 0 ? 'Nhắc trong ngày hết hạn' : `Nhắc trước ${daysBefore} ngày`;
