// A number of its own for every worker, held as an advisory lock: whoever holds it lives, whatever else is known of the process.
import { randomInt } from 'node:crypto';
import type pg from 'pg';

/** The first half of the lock's key; the second half is the number. */
export const workerLock = 20_261;

export interface WorkerNumber {
  no: number;
  /** False once the connection that holds the number is gone; then nothing may be claimed under it. */
  isHeld(): boolean;
  release(): Promise<void>;
}

/** The same connection listens on `channel`, so that a worker has one connection of its own and not two. */
export async function takeWorkerNumber(
  pool: pg.Pool,
  channel: string,
  onNotice: () => void,
): Promise<WorkerNumber> {
  const client = await pool.connect();
  let held = false;
  const lose = () => {
    held = false;
    onNotice();
  };
  client.on('error', lose);
  client.on('end', lose);
  const ended = new Promise<void>((resolve) => client.once('end', resolve));
  client.on('notification', onNotice);
  try {
    await client.query(`LISTEN ${channel}`);
    for (;;) {
      // Never the number of an earlier life: its rows could be taken for ours.
      const no = randomInt(1, 2 ** 31 - 1);
      const { rows } = await client.query('SELECT pg_try_advisory_lock($1, $2) AS got', [workerLock, no]);
      if (!rows[0].got) continue;
      held = true;
      return {
        no,
        isHeld: () => held,
        /** Resolves when the connection is closed: a server that stops meanwhile would complain of it. */
        async release() {
          client.release(true);
          await ended;
        },
      };
    }
  } catch (error) {
    client.release(true);
    throw error;
  }
}
