/** Wakes a job when another process has put work before it; if the connection breaks, the job's own pause is enough until it is back. */

import type { App } from '../context.ts';

const tryAgain = 2_000;

export function listen(app: App, channel: string, onNotice: () => void): () => Promise<void> {
  let stopped = false;
  let leave = () => {};
  let timer: NodeJS.Timeout | undefined;

  async function begin(): Promise<void> {
    const client = await app.pool.connect();
    let over = false;
    leave = () => {
      if (over) return;
      over = true;
      client.release(true);
    };
    const again = () => {
      leave();
      if (!stopped) timer = setTimeout(attempt, tryAgain);
    };
    client.on('notification', onNotice);
    client.once('error', again);
    try {
      await client.query(`LISTEN ${channel}`);
    } catch (error) {
      leave();
      throw error;
    }
    if (stopped) leave();
  }

  async function attempt(): Promise<void> {
    await begin().catch((error) => {
      app.log.warn({ err: error, channel }, 'not listening, trying again');
      if (!stopped) timer = setTimeout(attempt, tryAgain);
    });
  }

  const beginning = attempt();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await beginning;
    leave();
  };
}
