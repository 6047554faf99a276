/** The row that holds the page's token pair: read, leased to one refresher at a time, and written before first use. */
import { createHash, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { SecretBox } from './secret-box.ts';

export interface TokenPair {
  accessToken: string;
  refreshToken: string;
  expiresInSeconds: number;
}

export interface StoredToken {
  accessToken: string;
  refreshToken: string;
  /** Grows by one with every new pair. */
  generation: number;
  state: 'connected' | 'reconnect_required';
  issuedAt: Date;
  expiresAt: Date;
}

export interface Lease {
  token: StoredToken;
  /** How often this refresh token was handed to Zalo without an answer, this time included. */
  attempt: number;
}

interface Row {
  access_token: string;
  refresh_token: string;
  generation: number;
  state: StoredToken['state'];
  issued_at: Date;
  expires_at: Date;
  lost_answers: number;
}

/** Leases run on the database's clock, expiry on the clock the caller gives (`now`). */
export function createTokenRow(options: { pool: Pool; oaId: string; box: SecretBox; leaseMs: number }) {
  const { pool, oaId, box, leaseMs } = options;
  const owner = randomUUID();

  function tokenOf(row: Row): StoredToken {
    return {
      accessToken: box.open(row.access_token, `${oaId} access`),
      refreshToken: box.open(row.refresh_token, `${oaId} refresh`),
      generation: row.generation,
      state: row.state,
      issuedAt: row.issued_at,
      expiresAt: row.expires_at,
    };
  }

  function columnsOf(pair: TokenPair, now: Date) {
    return [
      oaId,
      box.seal(pair.accessToken, `${oaId} access`),
      box.seal(pair.refreshToken, `${oaId} refresh`),
      now,
      new Date(now.getTime() + pair.expiresInSeconds * 1000),
    ];
  }

  return {
    async read(): Promise<StoredToken | undefined> {
      const { rows } = await pool.query<Row>('SELECT * FROM oa_token WHERE oa_id = $1', [oaId]);
      return rows[0] && tokenOf(rows[0]);
    },

    /** Nothing when somebody else holds the lease or the pair is no longer this one. */
    async lease(generation: number): Promise<Lease | undefined> {
      const { rows } = await pool.query<Row>(
        `UPDATE oa_token SET lease_owner = $3, lost_answers = lost_answers + 1,
                lease_until = clock_timestamp() + $4 * interval '1 millisecond'
         WHERE oa_id = $1 AND generation = $2 AND state = 'connected'
           AND (lease_until IS NULL OR lease_until < clock_timestamp())
         RETURNING *`,
        [oaId, generation, owner, leaseMs],
      );
      return rows[0] && { token: tokenOf(rows[0]), attempt: rows[0].lost_answers };
    },

    /** Gives the lease back after an answer that used nothing up. */
    async release(generation: number): Promise<void> {
      await pool.query(
        `UPDATE oa_token SET lease_owner = NULL, lease_until = NULL, lost_answers = lost_answers - 1
         WHERE oa_id = $1 AND generation = $2 AND lease_owner = $3`,
        [oaId, generation, owner],
      );
    },

    /** Lets the next refresher in without forgetting that an answer was lost. */
    async abandon(generation: number): Promise<void> {
      await pool.query(
        `UPDATE oa_token SET lease_owner = NULL, lease_until = NULL
         WHERE oa_id = $1 AND generation = $2 AND lease_owner = $3`,
        [oaId, generation, owner],
      );
    },

    /**
     * True when the pair was written. An answer of Zalo is the truth even when the lease ran out meanwhile,
     * so only the generation is compared.
     */
    async replace(used: StoredToken, pair: TokenPair, now: Date): Promise<boolean> {
      const { rowCount } = await pool.query(
        `UPDATE oa_token SET access_token = $2, refresh_token = $3, issued_at = $4, expires_at = $5,
                previous_hash = $6, generation = generation + 1, state = 'connected',
                lease_owner = NULL, lease_until = NULL, lost_answers = 0
         WHERE oa_id = $1 AND generation = $7`,
        [...columnsOf(pair, now), hashOf(used.refreshToken), used.generation],
      );
      return rowCount === 1;
    },

    /** A pair from outside: an administrator's consent or the operator's hand. Ends whatever was under way. */
    async save(pair: TokenPair, now: Date): Promise<void> {
      await pool.query(
        `INSERT INTO oa_token (oa_id, access_token, refresh_token, issued_at, expires_at)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (oa_id) DO UPDATE SET access_token = $2, refresh_token = $3, issued_at = $4,
                expires_at = $5, previous_hash = NULL, generation = oa_token.generation + 1,
                state = 'connected', lease_owner = NULL, lease_until = NULL, lost_answers = 0`,
        columnsOf(pair, now),
      );
    },

    /** True when it was this call that ended the connection. */
    async giveUp(generation: number): Promise<boolean> {
      const { rowCount } = await pool.query(
        `UPDATE oa_token SET state = 'reconnect_required', lease_owner = NULL, lease_until = NULL
         WHERE oa_id = $1 AND generation = $2 AND state = 'connected'`,
        [oaId, generation],
      );
      return rowCount === 1;
    },
  };
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
