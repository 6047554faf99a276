// A connection on which statements travel together: for a busy process each answer that it waits for costs a turn of its own.
import pg from 'pg';

export interface Line {
  client: pg.Client;
  /** Gives the connection up; resolves when it is closed. */
  drop(): Promise<void>;
}

/** To the same database as the pool, outside of it: what shares this connection must know that statements are not waited for. */
export async function openLine(pool: pg.Pool): Promise<Line> {
  const client = new pg.Client({ ...pool.options, pipeline: true });
  // Whoever has a statement under way learns of it there.
  client.on('error', () => {});
  await client.connect();
  return { client, drop: () => client.end().catch(() => {}) };
}
