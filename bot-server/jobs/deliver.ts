/** Sends one run to its end inside a command: the same spread and the same postman, beside whatever else is running. */

import { setTimeout as sleep } from 'node:timers/promises';
import { type App, at } from '../context.ts';
import { isDelivered } from '../services/operator.ts';
import { finishRuns } from '../store/outbox.ts';
import { startPostman } from './postman.ts';
import { startSpread } from './spread.ts';

/** Resolves when no row of the run is waiting or under way; earlier when the run is paused, or when it is told to stop. */
export async function deliver(app: App, announcementId: string, signal?: AbortSignal): Promise<void> {
  const jobs = [startSpread(app), startPostman(app)];
  try {
    while (!signal?.aborted && !(await isDelivered(at(app), announcementId))) await sleep(100);
  } finally {
    await Promise.all(jobs.map((job) => job.stop()));
    await finishRuns(app.pool, app.clock());
  }
}
