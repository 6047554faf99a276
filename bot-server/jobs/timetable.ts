/** Does what is due by the clock: reminders of rounds, the tidy of the night, a token that is renewed in time, and what Zalo must forget. */

import { type App, at } from '../context.ts';
import { forgetNextAtZalo } from '../services/data-rights.ts';
import { fireNextReminder } from '../services/reminders.ts';
import { nightOf, tidyForTheNight } from '../services/tidy.ts';
import { type Job, startLoop } from './loop.ts';

const hour = 3_600_000;

export function startTimetable(app: App): Job {
  let night = '';
  let lookedAt = Number.NEGATIVE_INFINITY;

  /** A page to which nobody writes would otherwise let its token pair die. */
  async function keepToken(now: number): Promise<void> {
    if (Math.abs(now - lookedAt) < hour) return;
    lookedAt = now;
    // Not connected, or connected no more: the alarm was given where it was found out.
    await app.oaTokens.current().catch((error: unknown) => app.log.debug({ err: error, job: 'timetable' }));
  }

  return startLoop(app.log, 'timetable', 1_000, async () => {
    const ctx = at(app);
    await keepToken(ctx.now.getTime());
    if (await fireNextReminder(ctx)) return true;
    if (await forgetNextAtZalo(ctx)) return true;
    if (night === nightOf(ctx.now)) return false;
    await tidyForTheNight(ctx);
    night = nightOf(ctx.now);
    return false;
  });
}
