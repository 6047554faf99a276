/** The pace of all calls to the page's API at Zalo, shared by every process through one row per Zalo app. */
import type { Pool } from 'pg';
import { createPauses } from './rate-pauses.ts';

export type Urgency = 'urgent' | 'normal';

export interface RateGate {
  /** Resolves when the caller may call Zalo; urgent callers overtake the others. */
  pass(urgency: Urgency): Promise<void>;
  /** What Zalo said about the rate with an answer; called for every answer that was not −32. */
  observe(limit: number | undefined, remain: number | undefined): void;
  /** Zalo answered −32, too fast: closes the gate for all processes for a while. */
  slowDown(remain?: number): void;
}

/** Taken at once at most: so much of a second's permits. Other processes wait no longer than that. */
const LONGEST_BATCH_S = 0.25;
/** Taken at once at least, at rates where asking for single permits would cost more than sending. */
const SHORTEST_BATCH_S = 0.004;
/** The next batch may be taken this early, so that no gap opens between two. */
const EARLY_S = 0.02;
/** Kept back from the allowed rate, for timers that ring a little late. */
const HEADROOM = 0.98;
/** A permit is for its moment; a process too busy to use it in time drops it and saves nothing up. */
const LATE_MS = 15;
/** So much slower may the database's answers become from one to the next before permits are dropped for it. */
const DRIFT_MS = 5;
/** A difference this large is no slow answer: a clock was set. */
const NEW_CLOCK_MS = 250;
/** Nobody sends this fast: such a rate means "do not pace", and counting would only cost. */
const UNCOUNTED_PER_MINUTE = 3_000_000;

interface Waiter {
  pass(): void;
  fail(error: unknown): void;
}

/** Permits taken from the row: the first is for `startsAt` on this process's own clock, then one each gap. */
interface Batch {
  startsAt: number;
  gapMs: number;
  size: number;
  used: number;
}

/**
 * Each permit has its own moment, so calls leave evenly and never more than one second's worth within a
 * second, however many processes there are and however long nobody called.
 */
export function createGate(options: { pool: Pool; appId: string; perMinute: number }): RateGate {
  const { pool, appId, perMinute } = options;
  const counted = perMinute < UNCOUNTED_PER_MINUTE;
  const perSecond = (perMinute / 60) * HEADROOM;
  const urgent: Waiter[] = [];
  const normal: Waiter[] = [];
  const pauses = createPauses();
  let batch: Batch | undefined;
  let taking = false;
  let timer: NodeJS.Timeout | undefined;
  const ownClock = createClockMatch();

  /** Lets through whoever may go now, and looks again when the next one may. */
  function serve(): void {
    let wait: number | undefined = 0;
    while (wait === 0 && urgent.length + normal.length > 0) wait = serveNext();
    lookAgainIn(wait);
  }

  /** Nothing to wait for (0), or for so many milliseconds, or for a batch that is being taken (undefined). */
  function serveNext(): number | undefined {
    const queue = urgent.length > 0 ? urgent : normal;
    const now = performance.now();
    const held = queue === urgent ? pauses.closedMs(now) : pauses.normalHeldMs(now);
    if (held > 0) return held;
    if (counted) {
      const wait = waitForPermit(now);
      if (wait !== 0) return wait;
    }
    queue.shift()?.pass();
    return 0;
  }

  function lookAgainIn(milliseconds: number | undefined): void {
    clearTimeout(timer);
    timer = milliseconds ? setTimeout(serve, Math.ceil(milliseconds)) : undefined;
  }

  /** Uses the next permit if its moment has come (0); otherwise says how long until then. */
  function waitForPermit(now: number): number | undefined {
    if (batch) {
      const late = now - LATE_MS - momentOf(batch);
      if (late > 0) batch.used += Math.ceil(late / batch.gapMs);
    }
    if (!batch || batch.used >= batch.size) {
      takeBatch();
      return undefined;
    }
    const wait = momentOf(batch) - now;
    if (wait > 0.5) return wait;
    batch.used += 1;
    return 0;
  }

  function takeBatch(): void {
    if (taking) return;
    taking = true;
    const most = Math.max(1, Math.floor(perSecond * LONGEST_BATCH_S));
    const least = Math.floor(perSecond * SHORTEST_BATCH_S);
    const normalWanted = pauses.normalHeldMs(performance.now()) > 0 ? 0 : normal.length;
    takePermits(pool, appId, {
      perSecond,
      forAll: Math.min(most, Math.max(least, urgent.length + normalWanted)),
      forUrgent: Math.min(most, urgent.length),
    })
      .then(({ granted, moment, startsInMs, closedMs }) => {
        taking = false;
        const now = performance.now();
        const taken = ownClock(moment, now);
        if (closedMs > 0) pauses.close(now, closedMs);
        if (granted === 0) {
          lookAgainIn(Math.max(1, closedMs, startsInMs - EARLY_S * 1000));
        } else {
          batch = { startsAt: taken + startsInMs, gapMs: 1000 / perSecond, size: granted, used: 0 };
          serve();
        }
      })
      .catch((error: unknown) => {
        taking = false;
        for (const waiter of [...urgent.splice(0), ...normal.splice(0)]) waiter.fail(error);
      });
  }

  return {
    pass(urgency) {
      if (!counted && urgent.length + normal.length === 0 && pauses.normalHeldMs(performance.now()) === 0) {
        return Promise.resolve();
      }
      const passed = new Promise<void>((pass, fail) => {
        (urgency === 'urgent' ? urgent : normal).push({ pass, fail });
      });
      // While a timer runs, a normal caller has its turn when it rings; an urgent one may have it sooner.
      if (timer === undefined || urgency === 'urgent') serve();
      return passed;
    },
    observe(limit, remain) {
      if (counted && pauses.observe(performance.now(), limit, remain)) serve();
      else if (!counted) pauses.observe(performance.now(), undefined, undefined);
    },
    slowDown(remain) {
      const closedMs = pauses.slowDown(performance.now(), remain);
      // A pause that cannot be shared still holds in this process.
      if (closedMs > 0 && counted) closeForAll(pool, appId, closedMs).catch(() => undefined);
    },
  };
}

/**
 * Tells a moment of the database's clock on this process's own. An answer that came late must not move its
 * permits later, or two processes would use theirs at the same time: the quickest answers set the difference.
 */
function createClockMatch() {
  let difference = Number.POSITIVE_INFINITY;
  return (moment: number, receivedAt: number): number => {
    const sample = receivedAt - moment;
    const isNewClock = sample > difference + NEW_CLOCK_MS;
    difference = isNewClock ? sample : Math.min(sample, difference + DRIFT_MS);
    return moment + difference;
  };
}

function momentOf(batch: Batch): number {
  return batch.startsAt + batch.used * batch.gapMs;
}

/**
 * The row says how many permits are to spare (never more than none: nothing is saved up for a burst) or,
 * below zero, how many are given out ahead of time. Time is the database's, the same for all processes.
 * A permit lost in a crash costs nothing, so nobody waits for the disk.
 */
const TAKE = `
  WITH seen AS (
    SELECT permits, refilled_at, closed_until, date_trunc('milliseconds', clock_timestamp()) AS moment,
           set_config('synchronous_commit', 'off', true)
    FROM rate_gate WHERE app_id = $1 FOR UPDATE
  ), level AS (
    SELECT moment,
           GREATEST(0, COALESCE(EXTRACT(EPOCH FROM closed_until - moment), 0))::float8 AS closed_s,
           LEAST(0, permits + $2::float8 * GREATEST(0, EXTRACT(EPOCH FROM moment - refilled_at))::float8) AS permits
    FROM seen
  ), step AS (
    SELECT *, CASE
      WHEN closed_s > 0 THEN 0
      WHEN permits >= -$2::float8 * ${EARLY_S} THEN $3::int
      WHEN permits >= -GREATEST(1, $2::float8) THEN $4::int
      ELSE 0 END AS granted
    FROM level
  )
  UPDATE rate_gate SET permits = step.permits - step.granted, refilled_at = step.moment
  FROM step WHERE app_id = $1
  RETURNING step.granted, step.permits AS level, step.closed_s,
            (EXTRACT(EPOCH FROM step.moment) * 1000)::float8 AS moment`;

interface Taken {
  granted: number;
  /** The database's time, in milliseconds. */
  moment: number;
  startsInMs: number;
  closedMs: number;
}

async function takePermits(
  pool: Pool,
  appId: string,
  wanted: { perSecond: number; forAll: number; forUrgent: number },
): Promise<Taken> {
  const { rows } = await pool.query<{ granted: number; level: number; closed_s: number; moment: number }>({
    name: 'rate-gate-take',
    text: TAKE,
    values: [appId, wanted.perSecond, wanted.forAll, wanted.forUrgent],
  });
  const [row] = rows;
  if (row) {
    const startsInMs = (Math.max(0, -row.level) / wanted.perSecond) * 1000;
    return { granted: row.granted, moment: row.moment, startsInMs, closedMs: row.closed_s * 1000 };
  }
  await pool.query(
    'INSERT INTO rate_gate (app_id, permits, refilled_at) VALUES ($1, 0, now()) ON CONFLICT DO NOTHING',
    [appId],
  );
  return takePermits(pool, appId, wanted);
}

async function closeForAll(pool: Pool, appId: string, milliseconds: number): Promise<void> {
  await pool.query(
    `UPDATE rate_gate SET closed_until = GREATEST(closed_until, now() + $2 * interval '1 millisecond')
     WHERE app_id = $1`,
    [appId, milliseconds],
  );
}
