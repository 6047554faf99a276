// The outbox as statements: what the postman claims, how it is settled, and what became of rows whose worker died.
import type pg from 'pg';
import type { MessageState } from '#contract/announcement.ts';
import { workerLock } from './worker-number.ts';

/** A claimed row with what the last look needs to know of its person. */
export interface OutboxRow {
  id: string;
  urgent: boolean;
  announcementId: string | null;
  kind: string;
  oaUserId: string;
  personId: string | null;
  payload: unknown;
  attempts: number;
  /** Null where the page does not know this id (any more). */
  following: boolean | null;
  stoppedAt: Date | null;
  muted: string[] | null;
  lastInteractionAt: Date | null;
  demo: boolean;
}

/** What the last look decided about a row that may not be sent now. */
export interface PutAside {
  id: string;
  state: 'cancelled' | 'waiting';
  reason: string | null;
  nextAt: Date | null;
}

export interface Wanted {
  /** At most so many rows, of which at most `bulk` belong to announcements. */
  total: number;
  bulk: number;
  /** Quiet hours: only an operator's announcements run. */
  quiet: boolean;
  /** The lane that was served last; the next one has its turn now. */
  lastLane: string | null;
}

const noLane = '00000000-0000-0000-0000-000000000000';

/** Locks up to the wanted number of due rows, urgent ones first, then lane by lane; a paused lane costs nothing. */
export async function pick(client: pg.ClientBase, wanted: Wanted, now: Date): Promise<OutboxRow[]> {
  const { rows } = await client.query<OutboxRow>({
    name: 'outbox-pick',
    text: `
      WITH urgent AS (
        SELECT id FROM message
        WHERE state = 'waiting' AND announcement_id IS NULL AND next_at <= $1
        ORDER BY next_at, id LIMIT $2 FOR UPDATE SKIP LOCKED
      ), lane AS (
        SELECT id FROM announcement
        WHERE state = 'sending' AND with_messages AND (NOT $4::boolean OR kind = 'operator')
        ORDER BY id <= $5::uuid, id
      ), bulk AS (
        SELECT due.id FROM lane CROSS JOIN LATERAL (
          SELECT id FROM message
          WHERE announcement_id = lane.id AND state = 'waiting' AND next_at <= $1
          ORDER BY next_at, id LIMIT $3 FOR UPDATE SKIP LOCKED
        ) due LIMIT LEAST($3::bigint, $2::bigint - (SELECT count(*) FROM urgent))
      )
      SELECT m.id, m.urgent, m.announcement_id AS "announcementId", m.kind, m.oa_user_id AS "oaUserId",
             m.person_id AS "personId", m.payload, m.attempts, f.following, f.stopped_at AS "stoppedAt", f.muted_topics AS muted,
             f.last_interaction_at AS "lastInteractionAt", coalesce(f.demo, false) OR coalesce(p.demo, false) AS demo
      FROM (SELECT id FROM urgent UNION ALL SELECT id FROM bulk) AS picked
      JOIN message m USING (id)
      LEFT JOIN follower f ON f.oa_user_id = m.oa_user_id
      LEFT JOIN person p ON p.id = f.person_id`,
    values: [now, wanted.total, wanted.bulk, wanted.quiet, wanted.lastLane ?? noLane],
  });
  return rows;
}

export async function markSending(client: pg.ClientBase, ids: string[], worker: number, now: Date) {
  if (ids.length === 0) return;
  await client.query({
    name: 'outbox-sending',
    text: `
      UPDATE message SET state = 'sending', worker_no = $2, attempts = attempts + 1, claimed_at = $3
      WHERE id = ANY($1::bigint[])`,
    values: [ids, worker, now],
  });
}

export async function putAside(client: pg.ClientBase, rows: PutAside[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  await client.query(
    `UPDATE message m SET state = v.state, reason = v.reason, next_at = coalesce(v.next_at, m.next_at),
            settled_at = CASE WHEN v.state = 'cancelled' THEN $5::timestamptz END
     FROM unnest($1::bigint[], $2::text[], $3::text[], $4::timestamptz[]) AS v(id, state, reason, next_at)
     WHERE m.id = v.id`,
    [
      rows.map((row) => row.id),
      rows.map((row) => row.state),
      rows.map((row) => row.reason),
      rows.map((row) => row.nextAt),
      now,
    ],
  );
}

/** What is known after Zalo was called. */
export interface Settled {
  id: string;
  worker: number;
  state: MessageState;
  code: number | null;
  messageId: string | null;
  nextAt: Date | null;
  /** Whether this try counts among the row's attempts. */
  counts: boolean;
  reason: string | null;
}

/**
 * Writes down what happened, many rows by one statement. A late answer still settles a row that was given up as `unknown`, but
 * never one that somebody else has taken up since.
 */
export async function settleRows(db: pg.Pool | pg.ClientBase, rows: Settled[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  await db.query({
    name: 'outbox-settle',
    text: `
      UPDATE message m
      SET state = s.state, code = s.code, reason = s.reason, zalo_message_id = s.message_id, next_at = coalesce(s.next_at, m.next_at),
          attempts = m.attempts - CASE WHEN s.counts THEN 0 ELSE 1 END,
          settled_at = CASE WHEN s.state = 'waiting' THEN NULL ELSE $8::timestamptz END,
          worker_no = CASE WHEN s.state = 'unknown' THEN m.worker_no END
      FROM unnest($1::bigint[], $2::int[], $3::text[], $4::int[], $5::text[], $6::timestamptz[], $7::boolean[], $9::text[])
        AS s(id, worker, state, code, message_id, next_at, counts, reason)
      WHERE m.id = s.id AND m.worker_no = s.worker AND m.state IN ('sending', 'unknown')`,
    values: [
      rows.map((row) => row.id),
      rows.map((row) => row.worker),
      rows.map((row) => row.state),
      rows.map((row) => row.code),
      rows.map((row) => row.messageId),
      rows.map((row) => row.nextAt),
      rows.map((row) => row.counts),
      now,
      rows.map((row) => row.reason),
    ],
  });
}

/** Rows left behind by a worker that no longer holds its number: nobody knows whether Zalo took them. */
export async function sweep(pool: pg.Pool, now: Date): Promise<number> {
  const { rowCount } = await pool.query(
    `UPDATE message SET state = 'unknown', settled_at = $2
     WHERE state = 'sending' AND NOT EXISTS (
       SELECT FROM pg_locks
       WHERE locktype = 'advisory' AND classid = $1 AND objid = worker_no AND objsubid = 2 AND granted
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))`,
    [workerLock, now],
  );
  return rowCount ?? 0;
}

/** Announcements of which nothing is left to do. */
export async function finishRuns(pool: pg.Pool, now: Date): Promise<void> {
  await pool.query(
    `UPDATE announcement a SET state = 'finished', finished_at = $1
     WHERE a.state = 'sending' AND a.spread_done AND NOT EXISTS (
       SELECT FROM message m WHERE m.announcement_id = a.id AND m.state IN ('waiting', 'sending'))`,
    [now],
  );
}

/** A run that cannot go on before a person has mended something holds itself; nothing of it is lost. True for the first to say so. */
export async function holdRun(pool: pg.Pool, id: string, reason: string, now: Date): Promise<boolean> {
  const { rowCount } = await pool.query(
    `UPDATE announcement SET state = 'paused', paused_at = $3, paused_by = NULL, pause_reason = $2
     WHERE id = $1 AND state = 'sending'`,
    [id, reason, now],
  );
  return rowCount === 1;
}

/** The rows of cancelled announcements follow in pages; returns how many did. */
export async function cancelPage(pool: pg.Pool, limit: number, now: Date): Promise<number> {
  const { rowCount } = await pool.query(
    `UPDATE message SET state = 'cancelled', reason = 'cancelled', settled_at = $2
     WHERE id IN (
       SELECT due.id FROM announcement a CROSS JOIN LATERAL (
         SELECT id FROM message
         WHERE announcement_id = a.id AND state = 'waiting' LIMIT $1 FOR UPDATE SKIP LOCKED
       ) due
       WHERE a.state = 'cancelled' LIMIT $1)`,
    [limit, now],
  );
  return rowCount ?? 0;
}
