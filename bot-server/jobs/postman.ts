/**
 * Carries the outbox to Zalo. A row is `sending`, committed, before Zalo is called; no connection to the database is held during
 * the call; what Zalo answered is written down in batches, in the same transaction that takes the next rows.
 */

import { performance } from 'node:perf_hooks';
import { isQuiet } from '#domain/quiet-hours.ts';
import { type App, at, type Context } from '../context.ts';
import { stillWanted } from '../services/last-look.ts';
import { type Line, openLine } from '../store/line.ts';
import {
  finishRuns,
  markSending,
  type OutboxRow,
  type PutAside,
  pick,
  putAside,
  type Settled,
  settleRows,
  sweep,
} from '../store/outbox.ts';
import { takeWorkerNumber, type WorkerNumber } from '../store/worker-number.ts';
import type { OutgoingMessage } from '../zalo/message.ts';
import { createCarrier } from './carrier.ts';

export interface Postman {
  /** Takes no more rows; resolves when those under way are settled. */
  stop(): Promise<void>;
}

interface Letter {
  row: OutboxRow;
  message: OutgoingMessage;
}

const longestPause = 1_000;
const pauseAfterError = 1_000;
const tidyEvery = 2_000;
const finishEvery = 250;

export function startPostman(app: App): Postman {
  const { pool, log } = app;
  const connections = app.config.sendConnections;
  /** Hands kept free for urgent rows, so that a reply never waits for the answers to a broadcast. */
  const reserved = Math.min(4, Math.floor(connections / 4));
  const carrier = createCarrier(app);
  /** Answers that are not written down yet. */
  const answered: Settled[] = [];
  const underWay = { urgent: 0, bulk: 0 };
  let worker: WorkerNumber | undefined;
  let line: Line | undefined;
  let lastLane: string | null = null;
  let tidiedAt = 0;
  let finishedAt = 0;
  let stopping = false;
  let woken = false;
  let wakeUp = () => {};

  function wake(): void {
    woken = true;
    wakeUp();
  }

  async function pauseOf(milliseconds: number): Promise<void> {
    if (!woken) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        wakeUp = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    woken = false;
  }

  const handsFull = () => underWay.urgent + underWay.bulk;

  async function run(): Promise<void> {
    while (!stopping || handsFull() > 0 || answered.length > 0) {
      const ctx = at(app);
      try {
        await tidy(ctx);
        const more = await turn(ctx);
        if (!more) await pauseOf(longestPause);
      } catch (error) {
        log.error({ err: error, job: 'postman' }, 'the postman stumbled');
        woken = false;
        await pauseOf(pauseAfterError);
      }
    }
    await line?.drop();
    await worker?.release();
  }

  /** Takes a number before anything else, gives up the rows of workers that died, and closes runs that are done. */
  async function tidy(ctx: Context): Promise<void> {
    const now = performance.now();
    if (!stopping && !worker?.isHeld()) {
      await worker?.release();
      worker = undefined;
      worker = await takeWorkerNumber(pool, 'postman', wake);
      tidiedAt = 0;
    }
    if (tidiedAt !== 0 && now - tidiedAt < tidyEvery) return;
    tidiedAt = now;
    const lost = await sweep(pool, ctx.now);
    if (lost > 0) log.warn({ job: 'postman', lost }, 'messages of a worker that died are of unknown outcome');
    await finishRuns(pool, ctx.now);
  }

  /** Writes down what was answered and takes as many rows as there are free hands. True when there may be more at once. */
  async function turn(ctx: Context): Promise<boolean> {
    const batch = answered.splice(0);
    const free = connections - handsFull();
    if (stopping || !worker?.isHeld() || carrier.isHolding() || free === 0) {
      await writeDown(batch, ctx);
      return answered.length > 0;
    }
    let letters: Letter[] = [];
    let rows: OutboxRow[] = [];
    try {
      const quiet = isQuiet(ctx.now, await ctx.profile());
      const bulk = Math.max(0, connections - reserved - underWay.bulk);
      line ??= await openLine(pool);
      const { client } = line;
      // What follows one another in the database is sent together; an error in one makes all of them void.
      [, , rows] = await Promise.all([
        client.query('BEGIN'),
        settleRows(client, batch, ctx.now),
        pick(client, { total: free, bulk, quiet, lastLane }, ctx.now),
      ]);
      const looked = await look(ctx, rows);
      letters = looked.letters;
      await Promise.all([
        putAside(client, looked.aside, ctx.now),
        markSending(
          client,
          letters.map(({ row }) => row.id),
          worker.no,
          ctx.now,
        ),
        client.query('COMMIT'),
      ]);
    } catch (error) {
      void line?.drop();
      line = undefined;
      // Whether the rows were taken is not known; certain is that nobody was written to.
      const { no } = worker;
      for (const { row } of letters) answered.push(carrier.untouched(row, no, ctx.now));
      await writeDown(batch, ctx);
      throw error;
    }
    lastLane = rows.findLast((row) => row.announcementId)?.announcementId ?? lastLane;
    for (const letter of letters) void carry(letter, worker.no);
    if (rows.length === 0 && underWay.bulk === 0) await finish(ctx);
    return answered.length > 0 || letters.length < rows.length;
  }

  async function look(ctx: Context, rows: OutboxRow[]): Promise<{ letters: Letter[]; aside: PutAside[] }> {
    const verdicts = await stillWanted(ctx, rows);
    const letters: Letter[] = [];
    const aside: PutAside[] = [];
    rows.forEach((row, index) => {
      const verdict = verdicts[index]!;
      if ('send' in verdict) letters.push({ row, message: verdict.send });
      else if ('cancel' in verdict)
        aside.push({ id: row.id, state: 'cancelled', reason: verdict.cancel, nextAt: null });
      else aside.push({ id: row.id, state: 'waiting', reason: null, nextAt: verdict.later });
    });
    return { letters, aside };
  }

  async function carry({ row, message }: Letter, no: number): Promise<void> {
    const hand = row.announcementId ? 'bulk' : 'urgent';
    underWay[hand] += 1;
    const settled = await carrier.deliver(row, message, no);
    underWay[hand] -= 1;
    answered.push(settled);
    wake();
  }

  async function writeDown(batch: Settled[], ctx: Context): Promise<void> {
    await settleRows(pool, batch, ctx.now).catch((error) => {
      answered.unshift(...batch);
      throw error;
    });
  }

  async function finish(ctx: Context): Promise<void> {
    if (performance.now() - finishedAt < finishEvery) return;
    finishedAt = performance.now();
    await finishRuns(pool, ctx.now);
  }

  const running = run();
  return {
    async stop() {
      stopping = true;
      wake();
      await running;
    },
  };
}
