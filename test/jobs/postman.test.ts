// The outbox reaches Zalo: everybody once, whatever Zalo answers and whoever dies in the middle.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startPostman } from '#bot/jobs/postman.ts';
import { startSpread } from '#bot/jobs/spread.ts';
import { testApp } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { during, follow, running, settled, tally, until } from '../support/outbox.ts';
import { control, received, startZalo, textsTo, turnKnobs } from '../support/zalo-server.ts';

// Real processes and real waits: on a busy machine they take their time.
vi.setConfig({ testTimeout: 90_000 });
const db = await freshDatabase({ connections: 24 });
const zalo = await startZalo({ ranges: [{ prefix: 'u', count: 10_000, staleShare: 0 }] });
afterAll(() => zalo.stop());
const sending = [startSpread, startPostman];
const app = (change: object = {}) => testApp({ database: db, zalo, ...change });

beforeEach(async () => {
  await db.pool.query('TRUNCATE message, announcement, follower, person CASCADE');
});
afterEach(async () => {
  await control(zalo.url, 'DELETE', '/faults');
  await turnKnobs(zalo.url, { webhook: false, echoes: 'none', receipts: 'none', rateLimitPerMinute: 1e8 });
  await control(zalo.url, 'POST', '/reset');
  await turnKnobs(zalo.url, { webhook: false, echoes: 'none', receipts: 'none', rateLimitPerMinute: 1e8 });
});

/** Every person exactly as often as their row says: once if sent, never if refused, at most once if unknown. */
async function ledgersAgree(announcementId: string): Promise<void> {
  const counts = await received(zalo.url);
  const { rows } = await db.pool.query(
    'SELECT oa_user_id AS "user", state FROM message WHERE announcement_id = $1',
    [announcementId],
  );
  for (const { user, state } of rows) {
    const count = counts.get(user) ?? 0;
    if (state === 'sent') expect(count, user).toBe(1);
    else if (state === 'unknown') expect(count, user).toBeLessThanOrEqual(1);
    else expect(count, user).toBe(0);
  }
}

describe('an announcement', () => {
  test('reaches five hundred followers, each exactly once, and is finished', async () => {
    await follow(db, 'u', 500);
    const id = await running(db);

    await during(app(), sending, () => settled(db, id));

    expect(await tally(db, id)).toEqual({ sent: 500 });
    await ledgersAgree(id);
    await during(app(), sending, () =>
      until(async () => (await db.prisma.announcement.findUnique({ where: { id } }))?.state === 'finished'),
    );
  });

  test('says its title and text, with a button into the mini app', async () => {
    await follow(db, 'u', 1);
    const id = await running(db);

    await during(app(), sending, () => settled(db, id));

    expect(await textsTo(zalo.url, 'u0')).toEqual(['Mở đợt 2\n\nĐợt 2 nhận hồ sơ đến 30/11.']);
  });

  test('sent by two postmen at once still reaches each once', async () => {
    await follow(db, 'u', 400);
    const id = await running(db);

    await during(app(), [startSpread, startPostman, startPostman], () => settled(db, id));

    expect(await tally(db, id)).toEqual({ sent: 400 });
    await ledgersAgree(id);
  });
});

describe('what Zalo answers', () => {
  test('a refused person is recorded with the code and not tried again', async () => {
    await follow(db, 'u', 20);
    await turnKnobs(zalo.url, { refusals: [{ code: -213, share: 1, user: 'u7' }] });
    const id = await running(db);

    await during(app(), sending, () => settled(db, id));

    expect(await tally(db, id)).toEqual({ 'refused -213': 1, sent: 19 });
  });

  test('a lost answer is unknown and never sent again', async () => {
    await follow(db, 'u', 30);
    await turnKnobs(zalo.url, { answerLost: { share: 1, when: 'after' } });
    const id = await running(db);

    await during(app(), sending, () => settled(db, id));

    expect(await tally(db, id)).toEqual({ unknown: 30 });
    await ledgersAgree(id);
  });

  test('something that is not JSON, and an error of the server, are unknown', async () => {
    await follow(db, 'u', 20);
    await turnKnobs(zalo.url, {
      notJson: { share: 0.5, when: 'after' },
      http5xx: { share: 0.5, when: 'before' },
    });
    const id = await running(db);

    await during(app(), sending, () => settled(db, id));

    const states = await tally(db, id);
    expect((states.unknown ?? 0) + (states.sent ?? 0)).toBe(20);
    expect(states.unknown).toBeGreaterThan(0);
    await ledgersAgree(id);
  });

  test('a refusal for want of a right pauses the run and loses nobody', async () => {
    await follow(db, 'u', 40);
    await turnKnobs(zalo.url, { refusals: [{ code: -224, share: 1 }] });
    const id = await running(db);

    await during(app(), sending, () =>
      until(async () => (await db.prisma.announcement.findUnique({ where: { id } }))?.state === 'paused'),
    );

    const run = await db.prisma.announcement.findUniqueOrThrow({ where: { id } });
    expect(run.pauseReason).toBe('Gói dịch vụ của trang chưa có quyền này.');
    expect(await tally(db, id)).toEqual({ 'waiting -224': expect.any(Number), waiting: expect.any(Number) });
    expect((await received(zalo.url)).size).toBe(0);
  });

  test('a Zalo that nobody reaches costs no try', async () => {
    await follow(db, 'u', 10);
    const id = await running(db);

    await during(testApp({ database: db }), sending, () =>
      until(async () => (await tally(db, id))['waiting not_reached'] !== undefined),
    );
    const { rows } = await db.pool.query('SELECT max(attempts) AS most FROM message');
    expect(rows).toEqual([{ most: 0 }]);

    await during(app(), sending, () => settled(db, id));
    expect(await tally(db, id)).toEqual({ sent: 10 });
  });
});

describe('a process that dies', () => {
  const script = fileURLToPath(new URL('../support/worker-process.ts', import.meta.url));
  const workers: ReturnType<typeof fork>[] = [];
  afterEach(() => {
    for (const worker of workers.splice(0)) worker.kill('SIGKILL');
  });

  async function startWorker(connections = 8) {
    const settings = {
      database: db.url,
      zalo: { url: zalo.url, accessToken: zalo.accessToken },
      connections,
    };
    const worker = fork(script, {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, WORKER: JSON.stringify(settings) },
    });
    workers.push(worker);
    const ended = once(worker, 'exit').then(([code]) =>
      Promise.reject(new Error(`the worker ended with ${code}`)),
    );
    ended.catch(() => {});
    await Promise.race([once(worker, 'message'), ended]);
    return worker;
  }

  test('killed in the middle: everybody exactly once or unknown, and the totals add up', async () => {
    await follow(db, 'u', 600);
    await turnKnobs(zalo.url, { latencyMs: 20 });
    const id = await running(db);

    for (let kills = 0; kills < 3; kills += 1) {
      const worker = await startWorker();
      const before = (await received(zalo.url)).size;
      await until(async () => (await received(zalo.url)).size > before + 60);
      worker.kill('SIGKILL');
      await once(worker, 'exit');
    }
    await turnKnobs(zalo.url, { latencyMs: 0 });
    await during(app(), sending, () => settled(db, id));

    const states = await tally(db, id);
    expect((states.sent ?? 0) + (states.unknown ?? 0)).toBe(600);
    expect(states.unknown ?? 0).toBeLessThanOrEqual(3 * 8);
    await ledgersAgree(id);
  });

  test('asked to stop, it finishes what is under way and leaves nothing unknown', async () => {
    await follow(db, 'u', 300);
    await turnKnobs(zalo.url, { latencyMs: 50 });
    const id = await running(db);
    const worker = await startWorker();
    await until(async () => (await received(zalo.url)).size > 30);

    worker.kill('SIGTERM');
    const [code] = await once(worker, 'exit');

    expect(code).toBe(0);
    const states = await tally(db, id);
    expect(Object.keys(states)).toEqual(['sent', 'waiting']);
    await ledgersAgree(id);
  });
});
