// From the chat into the mini app and back in one tap each: a stranger becomes known only by what Graph says, and the page's menu helps.
import { describe, expect, test } from 'vitest';
import { openWorld, until } from '../support/world.ts';

const world = await openWorld({ jobs: true });

interface Said {
  from: 'user' | 'oa';
  text: string;
  buttons?: { title: string; type: string; payload: unknown }[];
}
const talk = async (id: string) =>
  (await world.sandbox<{ messages: Said[] }>(`people/${id}/thread`)).messages.filter(
    ({ from }) => from === 'oa',
  );

async function hear(id: string, act: () => Promise<unknown>): Promise<Said> {
  const before = (await talk(id)).length;
  await act();
  return until('an answer', async () => (await talk(id))[before]);
}
const write = (id: string, text: string) => hear(id, () => world.sandbox(`people/${id}/message`, { text }));

describe('linking', () => {
  test('an unlinked follower asks for their dossiers, opens the mini app by the button, and is known from then on', async () => {
    const author = await world.person('author');
    const id = author.oaUserId;
    // As if the author had only ever used the chat.
    await world.app.db.follower.updateMany({ where: { oaUserId: id }, data: { personId: null } });

    const stranger = await write(id, 'ho so cua toi');
    expect(stranger.text).toContain('Chúng tôi chưa biết hồ sơ nào là của anh/chị');
    expect(stranger.text).not.toContain('SK-2026');
    const { url } = await world.sandbox<{ url: string }>(`people/${id}/tap`, {
      button: 'Mở hồ sơ của tôi',
    });
    expect(url).toBe(`${world.url}/app/initiatives`);

    const me = await (await world.as('author')).do('me', {});

    expect(me.zalo).toMatchObject({ linked: true });
    expect((await world.app.db.follower.findUniqueOrThrow({ where: { oaUserId: id } })).personId).toBe(me.id);
    expect((await write(id, 'ho so cua toi')).text).toContain('SK-2026-K7M4Q');
  });

  test('somebody whom Graph does not join to a follower stays unlinked, whatever the names say', async () => {
    const { oaUserId, appUserId } = await world.sandbox<{ oaUserId: string; appUserId: string }>('people', {
      name: 'Nguyễn Minh Hà',
    });
    await write(oaUserId, 'chào');
    const { personId } = await world.app.db.follower.findUniqueOrThrow({ where: { oaUserId } });
    expect(personId).toBeNull();
    expect((await write(oaUserId, 'ho so cua toi')).text).not.toContain('SK-2026');
    expect(appUserId).not.toBe((await world.person('author')).appUserId);
  });

  test('the mini app knows which page to go back to', async () => {
    const { oaId } = await world.visitor.do('home', {});
    expect(oaId).toBe(world.app.config.given.ZALO_OA_ID);
  });
});

describe('the menu of the page', () => {
  test('is handed over by an administrator and stands on every telephone', async () => {
    const admin = await world.as('admin');
    expect(await admin.do('zaloMenu', {})).toMatchObject({ setAt: null, current: false });

    expect(await admin.do('setMenu', {})).toMatchObject({ current: true });

    const menu = await world.sandbox<{ title: string; type: string; payload: unknown }[]>('menu');
    expect(menu.map(({ title, type }) => [title, type])).toEqual([
      ['Mở mini app', 'oa.open.url'],
      ['Hồ sơ của tôi', 'oa.query.show'],
      ['Hạn nộp', 'oa.query.show'],
      ['Gặp cán bộ', 'oa.query.show'],
    ]);
    const { oaUserId } = await world.person('citizen');
    const reply = await hear(oaUserId, () => world.sandbox(`people/${oaUserId}/tap`, { button: menu[2] }));
    expect(reply.text).toContain('hạn nộp');
  });

  test('the secretariat sees it and cannot change it', async () => {
    const desk = await world.as('secretary');
    expect((await desk.do('zaloMenu', {})).items.map(({ label }) => label)).toContain('Gặp cán bộ');
    expect((await desk.try('setMenu', {})).status).toBe(403);
  });

  test('Zalo that refuses it is told in words, with what to do by hand', async () => {
    await world.sandbox('faults', { refusals: [{ code: -201, share: 1 }] });
    const answer = await (await world.as('admin')).try('setMenu', {});
    await world.sandbox('faults', { refusals: [] });

    expect(answer).toMatchObject({
      status: 409,
      body: { error: { code: 'menu_refused', message: expect.stringContaining('oa.zalo.me') } },
    });
  });
});
