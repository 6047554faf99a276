/** Puts the article of an announcement on the page: Zalo makes it behind our back, so it is created, asked for, and then shown. */

import { type App, at } from '../context.ts';
import { publishNext } from '../services/articles.ts';
import { type Job, startLoop } from './loop.ts';

export const startPublisher = (app: App): Job =>
  startLoop(app.log, 'publish', 500, () => publishNext(at(app)));
