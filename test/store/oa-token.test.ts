// The page's token pair: one-use refresh tokens survive several processes, lost answers and lost processes.
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTokenSource, type TokenSource } from '#bot/store/oa-token.ts';
import { createOauthClient } from '#bot/zalo/zalo.ts';
import { freshDatabase } from '../support/database.ts';
import { type Answer, deadAddress, wireServer } from '../zalo/wire-server.ts';

const db = await freshDatabase({ connections: 8 });
const encryptionKey = randomBytes(32).toString('hex');
const start = new Date('2026-11-24T01:00:00Z');
const hours = (howMany: number) => howMany * 3_600_000;

let pages = 0;

/** A page at Zalo whose refresh tokens work once, with as many processes of ours as wanted. */
async function connectedPage(
  options: { processes?: number; answer?: (right: () => Answer) => Answer | undefined; oauth?: string } = {},
) {
  pages += 1;
  const oaId = `page-${pages}`;
  const zalo = { generation: 0, spentUses: 0 };
  const clock = { now: start };
  const alarms: string[] = [];
  const { url, heard } = await wireServer((one) => {
    const right = (): Answer => {
      if (new URLSearchParams(one.body).get('refresh_token') !== `refresh-${zalo.generation}`) {
        zalo.spentUses += 1;
        return { body: { error: -14014, error_name: 'Invalid refresh token' } };
      }
      zalo.generation += 1;
      return {
        body: {
          access_token: `access-${zalo.generation}`,
          refresh_token: `refresh-${zalo.generation}`,
          expires_in: '90000',
        },
      };
    };
    return options.answer ? options.answer(right) : right();
  });
  const processes = Array.from({ length: options.processes ?? 1 }, (_, index) => {
    const addresses = { oauth: options.oauth ?? url };
    return createTokenSource({
      pool: db.pool,
      oauth: createOauthClient({ addresses, appId: 'app-1', appSecret: 's', timeoutMs: 400 }),
      oaId,
      encryptionKey,
      now: () => clock.now,
      alarm: (what) => alarms.push(`${index}: ${what}`),
      timeoutMs: 400,
      secondTryAfterMs: 50,
    });
  });
  const [first] = processes as [TokenSource];
  await first.saveFirstPair({ accessToken: 'access-0', refreshToken: 'refresh-0', expiresInSeconds: 90_000 });
  return {
    oaId,
    zalo,
    heard,
    alarms,
    processes,
    first,
    later(milliseconds: number) {
      clock.now = new Date(clock.now.getTime() + milliseconds);
    },
  };
}

describe('a connected page', () => {
  it('uses its token until 80 % of its life and then has a new one before it dies', async () => {
    const page = await connectedPage();

    page.later(hours(19.9));
    expect(await page.first.current()).toBe('access-0');
    page.later(hours(0.2));
    expect(await page.first.current()).toBe('access-1');

    expect(page.heard).toHaveLength(1);
    expect(await page.first.status()).toEqual({
      state: 'connected',
      issuedAt: new Date('2026-11-24T21:06:00Z'),
      expiresAt: new Date('2026-11-25T22:06:00Z'),
    });
  });

  it('can begin with a refresh token alone', async () => {
    const page = await connectedPage();
    await page.first.saveFirstPair({ refreshToken: 'refresh-0' });
    expect(await page.first.current()).toBe('access-1');
  });

  it('keeps nothing readable in the database, and opens what a former key sealed', async () => {
    const page = await connectedPage();
    const { rows } = await db.pool.query('SELECT * FROM oa_token WHERE oa_id = $1', [page.oaId]);
    expect(JSON.stringify(rows)).not.toMatch(/access-0|refresh-0/);

    const withKeys = (key: string, formerKeys: string[]) =>
      createTokenSource({
        pool: db.pool,
        oauth: { refreshOa: () => Promise.reject(new Error('not asked')) },
        oaId: page.oaId,
        encryptionKey: key,
        formerKeys,
        now: () => start,
        alarm: () => undefined,
      });
    const newKey = randomBytes(32).toString('hex');
    expect(await withKeys(newKey, [encryptionKey]).current()).toBe('access-0');
    await expect(withKeys(newKey, []).current()).rejects.toThrow('another ENCRYPTION_KEY');
  });

  it('does without a renewal for a while when Zalo cannot be reached, as long as the token lives', async () => {
    const page = await connectedPage({ oauth: await deadAddress() });
    page.later(hours(21));
    expect(await page.first.current()).toBe('access-0');
    page.later(hours(5));
    await expect(page.first.current()).rejects.toMatchObject({ kind: 'not_reached' });
    expect(await page.first.status()).toMatchObject({ state: 'connected' });
    expect(page.alarms).toEqual([]);
  });
});

describe('several processes', () => {
  it('refresh exactly once per expiry, however many callers meet the dead token', async () => {
    const page = await connectedPage({ processes: 4 });

    for (let expiry = 0; expiry < 50; expiry += 1) {
      const callers = page.processes.flatMap((process) => [process, process, process]);
      const renewed = await Promise.all(callers.map((process) => process.renew(`access-${expiry}`)));
      expect(new Set(renewed)).toEqual(new Set([`access-${expiry + 1}`]));
    }

    expect(page.zalo).toEqual({ generation: 50, spentUses: 0 });
    expect(page.heard).toHaveLength(50);
  });

  it('see what another one renewed', async () => {
    const page = await connectedPage({ processes: 2 });
    const [one, other] = page.processes as [TokenSource, TokenSource];
    await other.current();

    await one.renew('access-0');

    expect(await other.renew('access-0')).toBe('access-1');
    expect(page.heard).toHaveLength(1);
  });
});

describe('a lost answer', () => {
  it('before Zalo acted: the same token once more succeeds', async () => {
    let asked = 0;
    const page = await connectedPage({
      answer: (right) => {
        asked += 1;
        return asked === 1 ? { status: 502, body: 'bad gateway' } : right();
      },
    });

    expect(await page.first.renew('access-0')).toBe('access-1');
    expect(page.alarms).toEqual([]);
  });

  it('after Zalo acted: once more, then an administrator is called, once, and nothing loops', async () => {
    let asked = 0;
    const page = await connectedPage({
      processes: 3,
      answer: (right) => {
        asked += 1;
        const answer = right();
        return asked === 1 ? undefined : answer;
      },
    });

    const outcomes = await Promise.allSettled(page.processes.map((process) => process.renew('access-0')));
    await expect(page.first.renew('access-0')).rejects.toThrow('RECONNECT_REQUIRED');

    expect(outcomes.map((one) => one.status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(page.heard).toHaveLength(2);
    expect(page.alarms).toHaveLength(1);
    expect(await page.first.status()).toMatchObject({ state: 'reconnect_required' });
  });

  it('with a process that died over it: the next one tries the same token once more', async () => {
    const page = await connectedPage();
    await db.pool.query(
      `UPDATE oa_token SET lease_owner = 'dead', lost_answers = 1, lease_until = now() - interval '1 second'
       WHERE oa_id = $1`,
      [page.oaId],
    );
    expect(await page.first.renew('access-0')).toBe('access-1');
  });

  it('twice: the token is not handed out a third time', async () => {
    const page = await connectedPage();
    await db.pool.query('UPDATE oa_token SET lost_answers = 2 WHERE oa_id = $1', [page.oaId]);
    await expect(page.first.renew('access-0')).rejects.toThrow('RECONNECT_REQUIRED');
    expect(page.heard).toHaveLength(0);
  });
});

describe('an ended connection', () => {
  it('is ended by a refusal at once, and lives again with a new pair', async () => {
    const page = await connectedPage({ answer: () => ({ body: { error: -14014, error_name: 'Invalid' } }) });
    await expect(page.first.renew('access-0')).rejects.toThrow('RECONNECT_REQUIRED');
    expect(page.heard).toHaveLength(1);

    await page.first.saveFirstPair({ accessToken: 'new', refreshToken: 'r', expiresInSeconds: 90_000 });

    expect(await page.first.current()).toBe('new');
    expect(await page.first.renew('access-0')).toBe('new');
  });

  it('still works until its access token dies', async () => {
    const page = await connectedPage({ answer: () => ({ body: { error: -14014, error_name: 'Invalid' } }) });
    page.later(hours(21));
    expect(await page.first.current()).toBe('access-0');
    expect(page.alarms).toHaveLength(1);
    page.later(hours(5));
    await expect(page.first.current()).rejects.toThrow('RECONNECT_REQUIRED');
  });

  it('"too fast" ends nothing', async () => {
    const page = await connectedPage({ answer: () => ({ body: { error: -32, message: 'rate' } }) });
    await expect(page.first.renew('access-0')).rejects.toMatchObject({ class: 'R' });
    expect(await page.first.status()).toMatchObject({ state: 'connected' });
  });
});

it('a page that was never connected says so', async () => {
  const source = createTokenSource({
    pool: db.pool,
    oauth: { refreshOa: () => Promise.reject(new Error('not asked')) },
    oaId: 'nowhere',
    encryptionKey,
    now: () => start,
    alarm: () => undefined,
  });
  await expect(source.current()).rejects.toThrow('not connected');
  expect(await source.status()).toEqual({ state: 'not_connected' });
});
