/** Wakes a job when another process has put work before it; if the connection breaks, the job's own pause is enough until it is back. */

import type { PoolClient } from 'pg';
import type { App } from '../context.ts';

const tryAgain = 2_000;

export function listen(app: App, channel: string, onNotice: () => void): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let leave = async () => {};
  let attempt = begin();

  async function begin(): Promise<void> {
    try {
      const client = await app.pool.connect();
      leave = leaver(client);
      client.on('error', lost);
      client.on('notification', onNotice);
      await client.query(`LISTEN ${channel}`);
    } catch (error) {
      lost(error);
    }
  }

  function lost(error: unknown): void {
    if (stopped || timer) return;
    app.log.warn({ err: error, channel }, 'not listening, trying again');
    void leave();
    timer = setTimeout(() => {
      timer = undefined;
      attempt = begin();
    }, tryAgain);
  }

  return async () => {
    stopped = true;
    clearTimeout(timer);
    await attempt;
    await leave();
  };
}

/** Gives the connection up once; resolves when it is closed. */
function leaver(client: PoolClient): () => Promise<void> {
  const ended = new Promise<void>((resolve) => client.once('end', resolve));
  let left = false;
  return async () => {
    if (!left) client.release(true);
    left = true;
    await ended;
  };
}
