/** The page's access token for every process: refreshed by one at a time, because a refresh token works only once. */
import type { Pool } from 'pg';
import { createTokenRow, type StoredToken, type TokenPair } from './oa-token-row.ts';
import { createSecretBox } from './secret-box.ts';

export type { TokenPair } from './oa-token-row.ts';

export interface TokenSource {
  current(): Promise<string>;
  /** Zalo refused `failed`: the token that holds now. */
  renew(failed: string): Promise<string>;
  /** The first pair of a connection; a refresh token alone is enough and is used at the first call. */
  saveFirstPair(pair: {
    refreshToken: string;
    accessToken?: string;
    expiresInSeconds?: number;
  }): Promise<void>;
  status(): Promise<TokenStatus>;
}

export interface TokenStatus {
  state: 'not_connected' | 'connected' | 'reconnect_required';
  issuedAt?: Date;
  expiresAt?: Date;
}

/** An error as the caller of Zalo reports it; anything else counts as an answer that may be lost. */
interface CallError {
  kind?: unknown;
  class?: unknown;
}

/** A refresh before the token dies: calls under way at that moment are the only ones that meet a dead token. */
const REFRESH_AT = 0.8;
/** Once with the answer lost, once more; a third time would only hide that the grant is gone. */
const MOST_ATTEMPTS = 2;
const MOST_PER_MINUTE = 120;
const TRY_AGAIN_AFTER_MS = 30_000;
const LOOK_AGAIN_MS = 100;
/** How long a new pair is tried to be written: the old one is dead, so this pair must not be lost. */
const WRITE_ATTEMPTS = 60;

export function createTokenSource(options: {
  pool: Pool;
  /** Asks Zalo for a new pair; must give up after `timeoutMs`. */
  oauth: { refreshOa(refreshToken: string): Promise<TokenPair> };
  oaId: string;
  /** 64 hex digits. */
  encryptionKey: string;
  /** Keys that sealed tokens before the present one. */
  formerKeys?: string[];
  now: () => Date;
  /** Told once, when only an administrator's new consent can help. */
  alarm: (what: string) => void;
  timeoutMs?: number;
  /** Pause before the one repetition after a lost answer. */
  secondTryAfterMs?: number;
}): TokenSource {
  const { pool, oauth, oaId, now, alarm, timeoutMs = 15_000, secondTryAfterMs = 5_000 } = options;
  const box = createSecretBox([options.encryptionKey, ...(options.formerKeys ?? [])]);
  // Longer than the longest call, so that a lease that ran out means a process that died.
  const row = createTokenRow({ pool, oaId, box, leaseMs: timeoutMs + 15_000 });
  let known: StoredToken | undefined;
  let reading: Promise<StoredToken> | undefined;
  let refreshing: Promise<StoredToken> | undefined;
  let quietUntil = 0;
  const refreshedAt: number[] = [];

  /** Callers who need it at the same moment share one look. */
  function read(): Promise<StoredToken> {
    reading ??= row
      .read()
      .then((token) => {
        if (!token) throw new Error('The page is not connected to Zalo yet.');
        known = token;
        return token;
      })
      .finally(() => {
        reading = undefined;
      });
    return reading;
  }

  /** Callers in one process share one refresh; one that needs a new pair does not settle for the old one. */
  async function refresh(dying: StoredToken, patient: boolean): Promise<StoredToken> {
    refreshing ??= refreshAlone(dying, patient).finally(() => {
      refreshing = undefined;
    });
    const token = await refreshing;
    return patient && token.generation === dying.generation ? refresh(dying, patient) : token;
  }

  /** Refreshes, or waits for the process that does. An impatient caller has a token that still works. */
  async function refreshAlone(dying: StoredToken, patient: boolean): Promise<StoredToken> {
    stayCalm();
    for (;;) {
      const lease = await row.lease(dying.generation);
      if (lease) return refreshUnderLease(lease.token, lease.attempt);
      const token = await read();
      if (token.generation !== dying.generation) return token;
      if (token.state === 'reconnect_required') throw reconnectRequired();
      if (!patient) return token;
      await pause(LOOK_AGAIN_MS);
    }
  }

  async function refreshUnderLease(token: StoredToken, attempt: number): Promise<StoredToken> {
    if (attempt > MOST_ATTEMPTS) return giveUp(token, 'two answers were lost');
    refreshedAt.push(performance.now());
    let pair: TokenPair;
    try {
      pair = await oauth.refreshOa(token.refreshToken);
    } catch (error) {
      const { kind, class: errorClass } = error as CallError;
      if (kind === 'not_reached' || errorClass === 'R') {
        await row.release(token.generation);
        throw error;
      }
      if (kind === 'refused') return giveUp(token, 'Zalo refused the refresh token');
      if (attempt >= MOST_ATTEMPTS) return giveUp(token, 'two answers were lost');
      await pause(secondTryAfterMs);
      await row.abandon(token.generation);
      return refreshAlone(token, true);
    }
    return write(token, pair);
  }

  /** A new token that is refused as well must not start a circle of refreshes. */
  function stayCalm(): void {
    const time = performance.now();
    while (refreshedAt[0] !== undefined && refreshedAt[0] < time - 60_000) refreshedAt.shift();
    if (refreshedAt.length >= MOST_PER_MINUTE) throw new Error('Zalo refuses every new access token.');
  }

  /** The new pair is in the database before anybody uses it. */
  async function write(used: StoredToken, pair: TokenPair): Promise<StoredToken> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await row.replace(used, pair, now());
        const token = await row.read();
        if (!token) throw new Error('The row of the token is gone.');
        quietUntil = 0;
        known = token;
        return token;
      } catch (error) {
        if (attempt === WRITE_ATTEMPTS) throw error;
        await pause(1_000);
      }
    }
  }

  async function giveUp(token: StoredToken, why: string): Promise<never> {
    const first = await row.giveUp(token.generation);
    if (first) alarm(`RECONNECT_REQUIRED: ${why}. An administrator of the page must connect it again.`);
    await read();
    throw reconnectRequired();
  }

  return {
    async current() {
      const token = known?.state === 'connected' ? known : await read();
      const time = now().getTime();
      const valid = token.accessToken !== '' && time < token.expiresAt.getTime();
      if (valid && time < refreshMoment(token)) return token.accessToken;
      if (token.state === 'reconnect_required') {
        if (valid) return token.accessToken;
        throw reconnectRequired();
      }
      if (!valid) return (await refresh(token, true)).accessToken;
      if (performance.now() < quietUntil) return token.accessToken;
      // The token still works: a refresh that fails now is tried again later, not felt by the caller.
      quietUntil = performance.now() + TRY_AGAIN_AFTER_MS;
      return refresh(token, false).then(
        (fresh) => fresh.accessToken,
        () => token.accessToken,
      );
    },

    async renew(failed) {
      const token = await read();
      if (token.accessToken !== failed) return token.accessToken;
      if (token.state === 'reconnect_required') throw reconnectRequired();
      return (await refresh(token, true)).accessToken;
    },

    async saveFirstPair({ refreshToken, accessToken = '', expiresInSeconds = 0 }) {
      await row.save({ accessToken, refreshToken, expiresInSeconds }, now());
      await read();
    },

    async status() {
      const token = await row.read();
      if (!token) return { state: 'not_connected' };
      const { state, issuedAt, expiresAt } = token;
      return { state, issuedAt, expiresAt };
    },
  };
}

function refreshMoment(token: StoredToken): number {
  const issued = token.issuedAt.getTime();
  return issued + (token.expiresAt.getTime() - issued) * REFRESH_AT;
}

function reconnectRequired(): Error {
  return new Error('RECONNECT_REQUIRED: an administrator of the page must connect it again.');
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
