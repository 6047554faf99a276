/** Spreads running announcements over the outbox, and lets the rows of cancelled ones follow. */

import { type App, at } from '../context.ts';
import { spreadPage } from '../services/spread.ts';
import { cancelPage } from '../store/outbox.ts';
import { type Job, startLoop } from './loop.ts';

const cancelledAtOnce = 5_000;

export const startSpread = (app: App): Job =>
  startLoop(app.log, 'spread', 300, async () => {
    const ctx = at(app);
    const cancelled = await cancelPage(app.pool, cancelledAtOnce, ctx.now);
    return (await spreadPage(ctx)) || cancelled > 0;
  });
