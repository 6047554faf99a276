/** What Zalo tells us is remembered once, in one short transaction, and handled later by a worker. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Context, Tx } from '../context.ts';

/** Any event of zalo/event or zalo/webhook: it knows by itself what makes it the same event. */
export interface Remembered {
  dedupeKey: string;
  kind: string;
  at: Date;
}

interface Arrived {
  key: string;
  source: string;
  body: string;
  at: Date;
  /** Told whether it is new. */
  settle(isNew: boolean): void;
  fail(error: unknown): void;
}

/** What has arrived while the statement before is under way, by database; it goes together in the next one. */
const arrivals = new WeakMap<Pool, Arrived[]>();
const mostAtOnce = 500;

/** True for the first time that this event arrives. It resolves when the event is committed. */
export function remember(ctx: Context, source: string, event: Remembered): Promise<boolean> {
  return new Promise((settle, fail) => {
    const key = `${source}:${event.dedupeKey}`;
    const arrived = { key, source, body: JSON.stringify(event), at: ctx.now, settle, fail };
    const others = arrivals.get(ctx.pool);
    if (others) return void others.push(arrived);
    arrivals.set(ctx.pool, [arrived]);
    void keepAll(ctx.pool);
  });
}

async function keepAll(pool: Pool): Promise<void> {
  const waiting = arrivals.get(pool) ?? [];
  while (waiting.length > 0) await keep(pool, waiting.splice(0, mostAtOnce));
  arrivals.delete(pool);
}

/** Zalo waits two seconds for its 200, a person does not count the milliseconds of an answer: what arrives goes before what is handled. */
export async function afterIntake(ctx: Context): Promise<void> {
  for (let look = 0; look < 20 && arrivals.has(ctx.pool); look += 1) await sleep(10);
}

/** In the order of the keys, so that two processes that got the same events never wait for each other. */
async function keep(pool: Pool, all: Arrived[]): Promise<void> {
  try {
    const { rows } = await pool.query<{ key: string }>({
      name: 'inbox-remember',
      text: `
        WITH kept AS (
          INSERT INTO inbox_event (dedupe_key, source, body, received_at, next_at)
          SELECT key, source, body, at, at
          FROM unnest($1::text[], $2::text[], $3::jsonb[], $4::timestamptz[]) AS given(key, source, body, at) ORDER BY key
          ON CONFLICT (dedupe_key) DO NOTHING RETURNING dedupe_key)
        SELECT dedupe_key AS key, pg_notify('inbox', '') FROM kept`,
      values: [
        all.map((one) => one.key),
        all.map((one) => one.source),
        all.map((one) => one.body),
        all.map((one) => one.at),
      ],
    });
    const kept = new Set(rows.map(({ key }) => key));
    // Of two that came at the same moment, the first is new.
    for (const one of all) one.settle(kept.delete(one.key));
  } catch (error) {
    for (const one of all) one.fail(error);
  }
}

export interface InboxEvent {
  dedupeKey: string;
  source: string;
  event: Remembered;
  /** How often it has been taken up, this time included. */
  attempts: number;
}

/** Longer than the handling of one event may take. */
const lease = 15_000;
const mostAttempts = 8;
const later = (now: Date, milliseconds: number): Date => new Date(now.getTime() + milliseconds);

/** Leases due events, oldest first. What a dead worker had leased comes back when the lease ends. */
export async function claimEvents(ctx: Context, limit: number): Promise<InboxEvent[]> {
  const { rows } = await ctx.pool.query({
    name: 'inbox-claim',
    text: `
      UPDATE inbox_event SET lease_until = $2, next_at = $2, attempts = attempts + 1
      WHERE dedupe_key IN (
        SELECT dedupe_key FROM inbox_event WHERE state = 'waiting' AND next_at <= $1
        ORDER BY next_at LIMIT $3 FOR UPDATE SKIP LOCKED)
      RETURNING dedupe_key AS "dedupeKey", source, body, attempts, received_at AS "receivedAt"`,
    values: [ctx.now, later(ctx.now, lease), limit],
  });
  return rows
    .sort((a, b) => a.receivedAt - b.receivedAt || String(a.body.at).localeCompare(b.body.at))
    .map(({ dedupeKey, source, body, attempts }) => ({
      dedupeKey,
      source,
      attempts,
      event: { ...body, at: new Date(body.at) },
    }));
}

export async function eventHandled(ctx: Context, event: InboxEvent): Promise<void> {
  await ctx.pool.query({
    name: 'inbox-handled',
    text: `UPDATE inbox_event SET state = 'handled', handled_at = $2, lease_until = NULL WHERE dedupe_key = $1`,
    values: [event.dedupeKey, ctx.now],
  });
}

/** Tried again later and later, then given up: kept as `failed`, for a person to look at. True when it is given up. */
export async function eventFailed(ctx: Context, event: InboxEvent): Promise<boolean> {
  const givenUp = event.attempts >= mostAttempts;
  await ctx.pool.query(
    `UPDATE inbox_event SET state = $2, next_at = $3, lease_until = NULL WHERE dedupe_key = $1 AND state = 'waiting'`,
    [event.dedupeKey, givenUp ? 'failed' : 'waiting', later(ctx.now, 1_000 * 2 ** event.attempts)],
  );
  return givenUp;
}

/** What is left of an event when its words and its person are forgotten: enough to count it. */
const emptied = `jsonb_build_object('kind', body->'kind', 'name', body->'name') || CASE WHEN body ? 'adminId' THEN '{"adminId": ""}'::jsonb ELSE '{}' END`;

/** Forgets what was said in events that were handled and arrived before; gives how many were emptied now. */
export async function emptyOldEvents(ctx: Context, before: Date): Promise<number> {
  const { rowCount } = await ctx.pool.query(
    `UPDATE inbox_event SET body = ${emptied}
     WHERE state <> 'waiting' AND received_at < $1 AND body ? 'dedupeKey'`,
    [before],
  );
  return rowCount ?? 0;
}

/** Forgets everything that a person's events up to that moment say, by either id; also of one that still waits. */
export async function emptyEventsOf(
  tx: Tx,
  person: { oaUserId: string | null; appUserId: string | null },
  upTo: Date,
): Promise<number> {
  return tx.$executeRawUnsafe(
    `UPDATE inbox_event SET body = ${emptied}
     WHERE (body->>'userId' = $1 OR body->>'appUserId' = $2) AND body->>'at' COLLATE "C" <= $3`,
    person.oaUserId,
    person.appUserId,
    upTo.toISOString(),
  );
}

/** Echoes of our own sends and their receipts say nothing that we did not know; an echo of what a person wrote by hand does. */
const told = `coalesce(body->>'name', '') NOT IN ('user_received_message', 'user_seen_message')
  AND (coalesce(body->>'name', '') NOT LIKE 'oa\\_send\\_%' OR body ? 'adminId')`;

/** How many different events were accepted. */
export async function countEvents(ctx: Context): Promise<number> {
  const { rows } = await ctx.pool.query<{ events: number }>(
    `SELECT count(*)::int AS events FROM inbox_event WHERE ${told}`,
  );
  return rows[0]?.events ?? 0;
}

/** When the page was last heard of. */
export async function lastHeard(ctx: Context): Promise<Date | null> {
  const { rows } = await ctx.pool.query<{ at: Date }>(
    `SELECT received_at AS at FROM inbox_event WHERE source = 'oa' ORDER BY received_at DESC LIMIT 1`,
  );
  return rows[0]?.at ?? null;
}

export interface EventCount {
  source: string;
  /** Zalo's own name, also of events that we do not know. */
  name: string;
  state: string;
  events: number;
}

/** Everything that arrived, by name and by what became of it. */
export async function eventsByName(ctx: Context): Promise<EventCount[]> {
  const { rows } = await ctx.pool.query<EventCount>(
    `SELECT source, coalesce(nullif(body->>'name', ''), body->>'kind') AS name, state, count(*)::int AS events
     FROM inbox_event GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
  );
  return rows;
}
