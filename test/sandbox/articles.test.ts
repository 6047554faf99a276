// Articles and their broadcast: made slowly, handed out by day only, never more than a follower may receive.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { atVietnamHour, HA, type Rehearsal, rehearse } from './world.ts';

let zalo: Rehearsal;
beforeEach(async () => {
  zalo = await rehearse();
  await zalo.control('clock', { set: atVietnamHour(10) });
  zalo.useTokens(zalo.sandbox.firstTokens());
});
afterEach(() => zalo.close());

const ARTICLE = {
  type: 'normal',
  title: 'Đợt 2 nhận sáng kiến',
  author: 'Thường trực',
  description: 'Nộp trước 17 giờ 00.',
  cover: { cover_type: 'photo', photo_url: 'https://example.vn/a.png', status: 'show' },
  body: [{ type: 'text', content: '<p>Mời anh/chị nộp.</p>' }],
  status: 'show',
};

async function publish(): Promise<string> {
  await zalo.control('faults', { articlePolls: 0 });
  const { token } = (await zalo.post('/v2.0/article/create', ARTICLE)).body.data;
  return (await zalo.post('/v2.0/article/verify', { token })).body.data.id;
}
const broadcast = (id: string) =>
  zalo.post('/v2.0/oa/message', {
    recipient: { target: {} },
    message: {
      attachment: {
        type: 'template',
        payload: { template_type: 'media', elements: [{ media_type: 'article', attachment_id: id }] },
      },
    },
  });

test('a new article is being processed for some polls, then it has an id and stands on the page', async () => {
  await zalo.control('faults', { articlePolls: 2 });
  const { token } = (await zalo.post('/v2.0/article/create', ARTICLE)).body.data;
  const codes: number[] = [];
  for (let poll = 0; poll < 3; poll += 1)
    codes.push((await zalo.post('/v2.0/article/verify', { token })).body.error);
  const slice = await zalo.get('/v2.0/article/getslice').query({ offset: 0, limit: 5, type: 'normal' });

  expect(codes).toEqual([-214, -214, 0]);
  expect(slice.body.data).toMatchObject({
    total: 1,
    medias: [{ title: 'Đợt 2 nhận sáng kiến', status: 'show' }],
  });
});

test('an article is changed under its id, and removed', async () => {
  const id = await publish();
  const { token } = (await zalo.post('/v2.0/article/update', { ...ARTICLE, id, title: 'Gia hạn đợt 2' })).body
    .data;
  expect((await zalo.post('/v2.0/article/verify', { token })).body.data.id).toBe(id);
  expect((await zalo.get('/v2.0/article/getdetail').query({ id })).body.data.title).toBe('Gia hạn đợt 2');

  expect((await zalo.post('/v2.0/article/remove', { id })).body.error).toBe(0);
  expect((await zalo.get('/v2.0/article/getdetail').query({ id })).body.error).toBe(-201);
});

test('a title of 151 letters or a missing cover is refused', async () => {
  expect((await zalo.post('/v2.0/article/create', { ...ARTICLE, title: 'x'.repeat(151) })).body.error).toBe(
    -210,
  );
  expect((await zalo.post('/v2.0/article/create', { ...ARTICLE, cover: undefined })).body).toMatchObject({
    error: -201,
    message: 'cover is invalid!',
  });
});

test('a broadcast reaches every follower once a day; those over their cap are skipped without a word', async () => {
  await zalo.control('ranges', { prefix: 'u', count: 1000, staleShare: 0.5 });
  const id = await publish();
  const first = await broadcast(id);
  const second = await broadcast(id);
  await zalo.control('clock', { addMs: 24 * 3_600_000 });
  zalo.useTokens(zalo.sandbox.firstTokens());
  await broadcast(id);

  expect(first.body).toMatchObject({ error: 0, data: { message_id: expect.any(String) } });
  expect(second.body.error).toBe(0);
  const { body } = await zalo.look('broadcasts');
  expect(
    body.map(({ reached, skipped }: { reached: number; skipped: number }) => [reached, skipped]),
  ).toEqual([
    [1003, 0],
    [0, 1003],
    [1003, 0],
  ]);
  expect((await zalo.look(`people/${HA}/thread`)).body.messages[0]).toMatchObject({
    kind: 'article',
    text: ARTICLE.title,
  });
});

test.each([
  [21, 59, 0],
  [22, 0, -234],
  [5, 59, -234],
  [6, 0, 0],
])('a broadcast at %i:%i by the clock of the rehearsal answers %i', async (hour, minute, code) => {
  const id = await publish();
  await zalo.control('clock', { set: atVietnamHour(hour, minute) });

  expect((await broadcast(id)).body.error).toBe(code);
});

test('an article that does not exist cannot be broadcast, and free text never', async () => {
  expect((await broadcast('nothing')).body.error).toBe(-201);
  const text = { recipient: { target: {} }, message: { text: 'Chào mọi người' } };
  expect((await zalo.post('/v2.0/oa/message', text)).body.error).toBe(-233);
});
