/** A job is one step done again and again: at once while there is work, otherwise after a pause or when it is woken. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';

export interface Job {
  /** Looks for work now instead of after the pause. */
  wake(): void;
  /** Resolves when the step under way has ended; no other one begins. */
  stop(): Promise<void>;
}

const pauseAfterError = 1_000;

/** `step` tells whether there may be more to do at once. An error is logged and the job goes on. */
export function startLoop(log: Logger, name: string, pauseMs: number, step: () => Promise<boolean>): Job {
  let stopping = false;
  let woken = new AbortController();

  async function run(): Promise<void> {
    while (!stopping) {
      let pause = pauseMs;
      try {
        if (await step()) pause = 0;
      } catch (error) {
        log.error({ err: error, job: name }, 'a step of a job failed');
        pause = Math.max(pauseMs, pauseAfterError);
      }
      if (pause > 0 && !stopping) await sleep(pause, undefined, { signal: woken.signal }).catch(() => {});
      if (woken.signal.aborted) woken = new AbortController();
    }
  }

  const running = run();
  return {
    wake: () => woken.abort(),
    async stop() {
      stopping = true;
      woken.abort();
      await running;
    },
  };
}
