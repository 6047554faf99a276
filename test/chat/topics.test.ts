// What somebody wants to hear over Zalo is one truth, said in the chat or in the account, and holds to the last moment before sending.
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type Part, until, type Visitor } from '../support/world.ts';

const world = await openWorld({ jobs: true });
let desk: Visitor;
beforeAll(async () => {
  desk = await world.as('secretary');
  // The office's quiet hours are not what is told here.
  const [profile] = await world.app.db.profile.findMany({
    where: { campaigns: { some: { current: true } } },
  });
  const data = { ...(profile!.data as object), quietFrom: '00:00', quietTo: '00:00' };
  await world.app.db.profile.update({ where: { id: profile!.id }, data: { data } });
  await new Promise((resolve) => setTimeout(resolve, 10_100));
});

const oaUserId = async (part: Part) => (await world.person(part)).oaUserId;
const write = async (part: Part, text: string) =>
  world.sandbox(`people/${await oaUserId(part)}/message`, { text });
const follower = async (part: Part) =>
  world.app.db.follower.findUniqueOrThrow({ where: { oaUserId: await oaUserId(part) } });

async function announce(): Promise<string> {
  const id = randomUUID();
  const words = { title: 'Mở đợt', text: 'Đợt mới đã mở.', withMessages: true, withArticle: false };
  await desk.do('writeAnnouncement', { id, version: 0, ...words, audience: { kind: 'everybody' } });
  await desk.do('sendAnnouncement', { id, version: 1 });
  await until('the run to end', async () => (await desk.do('announcement', { id })).state === 'finished');
  return id;
}

const fate = async (id: string, part: Part) => {
  const { items } = await desk.do('announcementPeople', { id });
  const { name } = await world.person(part);
  return items.find(({ who }) => who.startsWith(name))?.sentence;
};

describe('turning a kind of notice off', () => {
  test('in the chat shows in the account, and no announcement is sent: the desk reads why', async () => {
    await write('teacher', 'tắt thông báo chung');
    await until('the wish', async () => (await follower('teacher')).mutedTopics.length > 0);
    const teacher = await world.as('teacher');
    expect((await teacher.do('me', {})).zalo.topics).toEqual([
      { topic: 'announcement', on: false },
      { topic: 'reminder', on: true },
    ]);
    const preview = await desk.do('previewAnnouncement', {
      title: 'Mở đợt',
      text: 'Đợt mới đã mở.',
      audience: { kind: 'everybody' },
      withMessages: true,
      withArticle: false,
    });
    expect(preview.notReached).toContainEqual({
      reason: 'no_announcement',
      sentence: 'Đã chọn không nhận thông báo chung.',
      count: 1,
    });

    const id = await announce();

    expect(await fate(id, 'teacher')).toBe('Đã chọn không nhận thông báo chung.');
  });

  test('in the account does the same, and news of the own dossier still arrives', async () => {
    await write('author', 'chào');
    await until('the window', async () => (await follower('author')).lastInteractionAt !== null);
    const author = await world.as('author');
    const { zalo } = await author.do('topic', { topic: 'announcement', on: false });
    expect(zalo).toMatchObject({ stopped: false, topics: [{ on: false }, { on: true }] });

    const id = await announce();

    expect(await fate(id, 'author')).toBe('Đã chọn không nhận thông báo chung.');
    expect(await author.do('topic', { topic: 'announcement', on: true })).toMatchObject({
      zalo: { topics: [{ on: true }, { on: true }] },
    });
  });

  test('somebody whom the page does not know is told to follow it first', async () => {
    const head = await world.as('head');
    await world.app.db.follower.updateMany({
      where: { oaUserId: await oaUserId('head') },
      data: { personId: null },
    });
    expect(await head.try('topic', { topic: 'reminder', on: false })).toMatchObject({
      status: 409,
      body: { error: { code: 'not_linked' } },
    });
  });
});

describe('"dừng"', () => {
  test('ends what is already waiting in the outbox', async () => {
    const author = await follower('author');
    const waiting = await world.app.db.message.create({
      data: {
        urgent: true,
        kind: 'state_changed',
        cause: `test:${randomUUID()}`,
        oaUserId: author.oaUserId,
        payload: { text: 'Hồ sơ đã được tiếp nhận.', buttons: [] },
        nextAt: new Date(world.app.clock().getTime() + 3_000),
        createdAt: world.app.clock(),
      },
    });

    await write('author', 'dung');

    await until('the stop', async () => (await follower('author')).stoppedAt !== null);
    const row = await until('its fate', () =>
      world.app.db.message.findFirst({ where: { id: waiting.id, state: { not: 'waiting' } } }),
    );
    expect(row).toMatchObject({ state: 'cancelled', reason: 'stopped' });
  });

  test('shows in the account, where one switch brings everything back', async () => {
    const author = await world.as('author');
    expect((await author.do('me', {})).zalo).toMatchObject({
      stopped: true,
      topics: [{ on: false }, { on: false }],
    });
    expect((await author.do('topic', { topic: 'all', on: true })).zalo).toMatchObject({
      stopped: false,
      topics: [{ on: true }, { on: true }],
    });
  });
});
