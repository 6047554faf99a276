// The article of an announcement: made, waited for, shown; and never made twice.
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { at } from '#bot/context.ts';
import { publishNext, sayArticle } from '#bot/services/articles.ts';
import { testApp } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { running } from '../support/outbox.ts';
import { emptyAll } from '../support/people.ts';
import { control, startZalo, turnKnobs } from '../support/zalo-server.ts';

const db = await freshDatabase();
const zalo = await startZalo();
afterAll(() => zalo.stop());
let shift = 0;
const app = testApp({ database: db, zalo, clock: () => new Date(Date.now() + shift) });

beforeEach(async () => {
  shift = 0;
  await emptyAll(db);
});
afterEach(() => control(zalo.url, 'DELETE', '/faults'));

async function post(): Promise<string> {
  const id = await running(db, { text: 'Dòng một <b>.\n\nDòng hai.' });
  await db.prisma.articlePost.create({ data: { announcementId: id, nextAt: new Date() } });
  return id;
}
const steps = async (count: number) => {
  for (let step = 0; step < count; step += 1) {
    await publishNext(at(app));
    shift += 5_000;
  }
};
const stateOf = (id: string) => db.prisma.articlePost.findUniqueOrThrow({ where: { announcementId: id } });
const shown = () =>
  control<{ id: string; title: string; status: string; body: unknown }[]>(zalo.url, 'GET', '/articles');

describe('an article', () => {
  test('is shown once Zalo has worked on it', async () => {
    const id = await post();

    await steps(2);
    expect(await stateOf(id)).toMatchObject({ state: 'processing' });
    await steps(3);

    const { state, articleId } = await stateOf(id);
    expect(state).toBe('shown');
    expect(await shown()).toMatchObject([
      {
        id: articleId,
        title: 'Mở đợt 2',
        status: 'show',
        body: [{ type: 'text', content: '<p>Dòng một &lt;b&gt;.</p><p>Dòng hai.</p>' }],
      },
    ]);
    expect(await publishNext(at(app))).toBe(false);
  });

  test('whose making was not answered is never made again', async () => {
    const before = (await shown()).length;
    await turnKnobs(zalo.url, { answerLost: { share: 1, when: 'after' }, onlyPath: 'article/create' });
    const id = await post();

    await steps(5);

    const { state, reason } = await stateOf(id);
    expect(state).toBe('unknown');
    expect(sayArticle(state, reason)).toContain('không tự đăng lại');
    expect((await shown()).length).toBe(before);
  });

  test('that is over the quota waits with Zalo’s reason and can still come', async () => {
    await turnKnobs(zalo.url, { articleQuota: 0 });
    const id = await post();
    await steps(1);
    expect(await stateOf(id)).toMatchObject({
      state: 'waiting',
      code: -223,
      reason: 'Hết lượt đăng bài của tháng.',
    });

    await turnKnobs(zalo.url, { articleQuota: 1000 });
    await steps(6);

    expect(await stateOf(id)).toMatchObject({ state: 'shown', code: null });
  });

  test('of two workers is made once; of one that died it is unknown', async () => {
    const before = (await shown()).length;
    const id = await post();
    await Promise.all([publishNext(at(app)), publishNext(at(app))]);
    await steps(5);
    expect((await shown()).length).toBe(before + 1);

    const dead = await post();
    await db.prisma.articlePost.update({
      where: { announcementId: dead },
      data: { state: 'creating', leaseUntil: new Date() },
    });
    await steps(2);
    expect((await stateOf(dead)).state).toBe('unknown');
    expect((await stateOf(id)).state).toBe('shown');
  });

  test('of a draft or a cancelled announcement stays where it is', async () => {
    const id = randomUUID();
    await db.prisma.announcement.create({
      data: {
        id,
        kind: 'announcement',
        title: 'x',
        text: 'x',
        audience: {},
        state: 'cancelled',
        createdAt: new Date(),
        updatedAt: new Date(),
      },
    });
    await db.prisma.articlePost.create({ data: { announcementId: id, nextAt: new Date() } });

    expect(await publishNext(at(app))).toBe(false);
  });
});
