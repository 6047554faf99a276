/** Does what is due by the clock: reminders of rounds. */

import { type App, at } from '../context.ts';
import { fireNextReminder } from '../services/reminders.ts';
import { type Job, startLoop } from './loop.ts';

export const startTimetable = (app: App): Job =>
  startLoop(app.log, 'timetable', 1_000, () => fireNextReminder(at(app)));
