/** What happens by itself or ends soon: openings and closings of rounds, and the reminders that go out before them. */

import type { DeskRound } from '#contract/campaign.ts';
import { addDays, dayOf, sayLeft, sayTime } from '#domain/calendar.ts';
import { capitalise, formatNumber, instantOf, sayDeadline } from '../../ui/format.ts';
import type { IconName } from '../../ui/icon.tsx';
import { shortDay } from './due.ts';

export interface ComingDate {
  roundId: string;
  at: Date;
  /** "26/11, 17:00" */
  when: string;
  /** "còn 2 ngày 3 giờ" */
  left: string;
  icon: IconName;
  what: string;
  about: string;
  /** Today or tomorrow. */
  soon: boolean;
}

export function comingDates(rounds: DeskRound[], now: Date): ComingDate[] {
  const dates = rounds.flatMap((round) => datesOf(round, now));
  return dates.sort((a, b) => a.at.getTime() - b.at.getTime());
}

function datesOf(round: DeskRound, now: Date): ComingDate[] {
  const date = (at: Date, icon: IconName, what: string, about: string): ComingDate => ({
    roundId: round.id,
    at,
    when: `${shortDay(dayOf(at), now)}, ${sayTime(at)}`,
    left: `còn ${sayLeft(now, at)}`,
    icon,
    what,
    about,
    soon: dayOf(at) <= addDays(dayOf(now), 1),
  });
  const future = (iso: string | null): Date | null => {
    const at = iso === null ? null : instantOf(iso);
    return at !== null && at > now ? at : null;
  };
  const opens = future(round.opensAt);
  const closes = future(round.closesAt);
  const handedIn = round.states.reduce((sum, { count }) => sum + count, 0);
  return [
    ...(opens ? [date(opens, 'calendar', `Mở ${round.name}`, round.scope)] : []),
    ...(closes && !opens
      ? [
          date(
            closes,
            'hourglass',
            `Đóng ${round.name}`,
            `${formatNumber(handedIn)} hồ sơ đã nộp · hạn nộp ${sayDeadline(closes)}`,
          ),
        ]
      : []),
    ...round.reminders.flatMap(({ at, text, done }) => {
      const instant = future(at);
      return instant && !done ? [date(instant, 'bell', capitalise(text), `Tự gửi · ${round.name}`)] : [];
    }),
  ];
}
