/** The office's quiet hours: whatever we start by ourselves waits for the morning. Answers and receipts know no night. */

import { addDays, dayOf, instantAt, minuteOf } from './calendar.ts';
import type { Profile } from './organisation.ts';

type Hours = Pick<Profile, 'quietFrom' | 'quietTo'>;

const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** Quiet from `quietFrom` on, no longer at `quietTo`; the hours may cross midnight. Equal hours mean no quiet at all. */
export function isQuiet(at: Date, { quietFrom, quietTo }: Hours): boolean {
  const [from, to, now] = [minutes(quietFrom), minutes(quietTo), minuteOf(at)];
  return from <= to ? from <= now && now < to : now >= from || now < to;
}

/** Now, or the end of the quiet hours that now lies in. */
export function nextAllowed(now: Date, hours: Hours): Date {
  if (!isQuiet(now, hours)) return now;
  const today = instantAt(dayOf(now), hours.quietTo);
  return today > now ? today : instantAt(addDays(dayOf(now), 1), hours.quietTo);
}
