/** Rounds: when dossiers are received. Decided on the server's clock; a closing time is an instant. */

import type { Phase, ReminderRule } from '#contract/campaign.ts';
import { addDays, dayOf, instantAt } from './calendar.ts';

export interface RoundTimes {
  opensAt: Date | null;
  closesAt: Date | null;
  graceMinutes: number;
  releasedAt: Date | null;
}

/** The last instant at which a dossier is still received: the closing time, and the grace that the round states. */
export const lastMoment = (round: RoundTimes): Date | null =>
  round.closesAt && new Date(round.closesAt.getTime() + round.graceMinutes * 60_000);

/**
 * A round without dates comes from a printed report: it is over. Results that are released while dossiers are still received
 * do not shut the door early.
 */
export function phaseOf(round: RoundTimes, now: Date): Phase {
  const last = lastMoment(round);
  if (!round.opensAt || !last) return 'published';
  if (now < round.opensAt) return 'planned';
  if (now <= last) return 'open';
  return round.releasedAt ? 'published' : 'closed';
}

export const phaseLabels: Record<Phase, string> = {
  planned: 'Sắp mở',
  open: 'Đang nhận hồ sơ',
  closed: 'Đã hết hạn nhận',
  published: 'Đã công bố kết quả',
};

/** The instants at which a round reminds, soonest first. Days that lie before its opening are left out. */
export function reminderTimes(
  round: RoundTimes,
  rule: ReminderRule | null,
): { daysBefore: number; at: Date }[] {
  if (!rule || !round.closesAt) return [];
  const closing = dayOf(round.closesAt);
  return rule.daysBefore
    .map((daysBefore) => ({ daysBefore, at: instantAt(addDays(closing, -daysBefore), rule.at) }))
    .filter(({ at }) => (!round.opensAt || at >= round.opensAt) && at < round.closesAt!)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}
