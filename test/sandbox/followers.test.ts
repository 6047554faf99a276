// What the page may ask about people: lists with limits, details with all three ids, tags, conversations.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HA, LATE, MINH, people, type Rehearsal, rehearse, STRANGER } from './world.ts';

let zalo: Rehearsal;
beforeEach(async () => {
  zalo = await rehearse();
});
afterEach(() => zalo.close());

const list = async (data: object) => (await zalo.get('/v3.0/oa/user/getlist', data)).body;

test('followers are listed in pages of fifty at most, up to a farthest place', async () => {
  await zalo.control('ranges', { prefix: 'u', count: 60, staleShare: 0 });

  expect((await list({ offset: 0, count: 51 })).error).toBe(-210);
  expect((await list({ offset: 9952, count: 50 })).error).toBe(-210);
  const first = (await list({ offset: 0, count: 50 })).data;
  const second = (await list({ offset: 50, count: 50 })).data;
  expect([first.total, first.users.length, second.users.length]).toEqual([63, 50, 13]);
  expect(new Set([...first.users, ...second.users].map((user) => user.user_id)).size).toBe(63);
});

test('a list may ask for a period, for followers only, and for a tag', async () => {
  await zalo.post('/v2.0/oa/tag/tagfollower', { user_id: MINH, tag_name: 'Trúc Bạch' });
  const ids = async (data: object) =>
    (await list({ offset: 0, count: 50, ...data })).data.users.map(
      (user: { user_id: string }) => user.user_id,
    );

  expect(await ids({ last_interaction_period: 'L7D' })).toEqual([HA, MINH]);
  expect(await ids({ tag_name: 'Trúc Bạch' })).toEqual([MINH]);
  await zalo.control(`people/${LATE}/unfollow`);
  expect(await ids({ is_follower: 'true' })).toEqual([HA, MINH]);
  expect((await list({ offset: 0, count: 50, last_interaction_period: 'EVER' })).error).toBe(-201);
});

test('the details of a person carry her three ids; a stranger has none', async () => {
  const { data } = (await zalo.get('/v3.0/oa/user/detail', { user_id: HA })).body;

  expect(data).toMatchObject({
    user_id: HA,
    user_id_by_app: people[0]?.userIdByApp,
    display_name: 'Nguyễn Minh Hà',
    user_is_follower: true,
    user_last_interaction_date: expect.stringMatching(/^\d\d\/\d\d\/\d{4}$/),
  });
  expect((await zalo.get('/v3.0/oa/user/detail', { user_id: STRANGER })).body.error).toBe(-213);
});

test('what the page notes about a person is kept, and erased on request', async () => {
  await zalo.post('/v3.0/oa/user/update', {
    user_id: HA,
    user_external_id: 'p-17',
    shared_info: { address: 'Trúc Bạch' },
  });
  const before = (await zalo.get('/v3.0/oa/user/detail', { user_id: HA })).body.data;
  await zalo.post('/v2.0/oa/deletefollowerinfo', { user_id: HA });
  const after = (await zalo.get('/v3.0/oa/user/detail', { user_id: HA })).body.data;

  expect([before.user_external_id, before.shared_info]).toEqual(['p-17', { address: 'Trúc Bạch' }]);
  expect(after.shared_info).toEqual({});
});

test('a conversation is read newest first, ten at a time, as a bare list', async () => {
  await zalo.control(`people/${HA}/message`, { text: 'hạn nộp?' });
  for (let number = 1; number <= 11; number += 1) await zalo.write(HA, `Tin ${number}`);
  await zalo.write(MINH, 'Tin khác');

  const read = async (offset: number) =>
    (await zalo.get('/v2.0/oa/conversation', { user_id: HA, offset, count: 10 })).body.data;
  const first = await read(0);
  const rest = await read(10);

  expect(first[0]).toMatchObject({
    src: 0,
    type: 'text',
    message: 'Tin 11',
    to_id: HA,
    time: expect.any(Number),
  });
  expect(rest.map((said: { message: string }) => said.message)).toEqual(['Tin 1', 'hạn nộp?']);
  expect(rest[1]).toMatchObject({ src: 1, from_id: HA });
  const recent = (await zalo.get('/v2.0/oa/listrecentchat', { offset: 0, count: 10 })).body.data;
  expect(recent.map((said: { message: string }) => said.message)).toEqual(['Tin khác', 'Tin 11']);
});

test('calls of a version that was shut down say so', async () => {
  expect((await zalo.get('/v2.0/oa/getfollowers', { offset: 0, count: 5 })).body.error).toBe(-240);
  expect((await zalo.post('/v3.0/oa/message/transaction', {})).body.error).toBe(-233);
});
