/** The next date of a dossier as the desk reads it: the day, how long until then, and how urgent that is. */

import type { State, Status } from '#contract/initiative.ts';
import { addDays, type Day, dayOf, sayDay, sayLeft } from '#domain/calendar.ts';
import { instantOf } from '../../ui/format.ts';

export interface Due {
  /** "26/11", with the year where it is another. */
  day: string;
  /** "còn 2 ngày · bổ sung" */
  left: string;
  /** over: the office itself is late · now: today, or somebody else is late. */
  urgency: 'over' | 'now' | 'later';
}

/** What the date is about. States without an entry wait for nobody's date. */
const about: Partial<Record<State, string>> = {
  submitted: 'đơn vị xác nhận',
  unit_returned: 'tác giả sửa',
  unit_confirmed: 'kiểm tra',
  supplement_requested: 'bổ sung',
  accepted: 'trả lời',
  under_review: 'trả lời',
};
const officeTurn: readonly State[] = ['unit_confirmed', 'accepted', 'under_review'];

/** "26/11" in the year that now is. */
export function shortDay(day: Day, now: Date): string {
  const said = sayDay(day);
  return day.slice(0, 4) === dayOf(now).slice(0, 4) ? said.slice(0, 5) : said;
}

const daysBetween = (from: Day, to: Day): number => {
  let days = 0;
  for (let day = from; day < to; day = addDays(day, 1)) days += 1;
  return days;
};

export function dueOf({ state, dueAt }: Pick<Status, 'state' | 'dueAt'>, now: Date): Due | null {
  const what = about[state];
  if (what === undefined || dueAt === null) return null;
  const at = instantOf(dueAt);
  const day = shortDay(dayOf(at), now);
  if (at <= now) {
    const late = daysBetween(dayOf(at), dayOf(now));
    return {
      day,
      left: `${late === 0 ? 'quá hạn hôm nay' : `quá ${late}\u00a0ngày`} · ${what}`,
      urgency: officeTurn.includes(state) ? 'over' : 'now',
    };
  }
  if (dayOf(at) === dayOf(now))
    return { day, left: `hôm nay, còn ${sayLeft(now, at)} · ${what}`, urgency: 'now' };
  return { day, left: `còn ${daysBetween(dayOf(now), dayOf(at))}\u00a0ngày · ${what}`, urgency: 'later' };
}
