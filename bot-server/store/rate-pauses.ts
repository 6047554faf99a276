/** When the gate to Zalo stands closed: for everybody after "too fast", for broadcasts near the end of a minute's allowance. */

/** Zalo counts by the minute; the last permits of a minute are kept for people who wait for an answer. */
const KEPT_FOR_URGENT = 0.01;
const FIRST_PAUSE_MS = 500;
const A_MINUTE_MS = 60_000;

/** All moments are of this process's own clock (performance.now); only the minute is the wall clock's. */
export function createPauses(wallClock: () => number = Date.now) {
  let closedUntil = 0;
  let normalHeldUntil = 0;
  let pausesInARow = 0;

  const toNextMinute = () => A_MINUTE_MS - (wallClock() % A_MINUTE_MS);

  return {
    closedMs: (now: number) => Math.max(0, closedUntil - now),

    normalHeldMs: (now: number) => Math.max(0, closedUntil - now, normalHeldUntil - now),

    close(now: number, milliseconds: number): void {
      closedUntil = Math.max(closedUntil, now + milliseconds);
    },

    /** True when a hold on normal callers was lifted by it: the minute's allowance is fresh again. */
    observe(now: number, limit: number | undefined, remain: number | undefined): boolean {
      pausesInARow = 0;
      if (limit === undefined || remain === undefined || limit <= 0) return false;
      if (remain <= Math.max(1, limit * KEPT_FOR_URGENT)) {
        normalHeldUntil = now + toNextMinute();
        return false;
      }
      const lifted = normalHeldUntil > now;
      normalHeldUntil = 0;
      return lifted;
    },

    /**
     * How long the gate closes after −32. With nothing left of the minute: until the next one. Otherwise
     * shortly, and twice as long each time nothing got through in between. Calls that were under way when
     * the gate closed do not close it again.
     */
    slowDown(now: number, remain: number | undefined): number {
      if (closedUntil > now) return 0;
      const milliseconds =
        remain === 0 ? toNextMinute() : Math.min(A_MINUTE_MS, FIRST_PAUSE_MS * 2 ** pausesInARow);
      pausesInARow += 1;
      closedUntil = now + milliseconds;
      return milliseconds;
    },
  };
}
