// Messages of the page to one person: who may receive one, for how long, and what Zalo remembers of it.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HA, LATE, MINH, type Rehearsal, rehearse, STRANGER } from './world.ts';

let zalo: Rehearsal;
beforeEach(async () => {
  zalo = await rehearse();
});
afterEach(() => zalo.close());

test('a person who wrote yesterday receives a message, free of charge', async () => {
  const { body, headers, status } = await zalo.write(HA, 'Chào anh/chị');

  expect(status).toBe(200);
  expect(body).toMatchObject({
    error: 0,
    message: 'Success',
    data: { user_id: HA, quota: { quota_type: 'reply' } },
  });
  expect(body.data.message_id).toMatch(/^[0-9a-f]{20}$/);
  expect(body.data.sent_time).toMatch(/^\d{13}$/);
  expect(headers['x-ratelimit-limit']).toBe('4000');
  expect(headers['x-ratelimit-remain']).toBe('3999');
});

test('between two and seven days a message is paid from the package, later it is refused', async () => {
  const paid = await zalo.write(MINH, 'Nhắc hạn nộp');
  const late = await zalo.write(LATE, 'Nhắc hạn nộp');

  expect(paid.body.data.quota).toMatchObject({ quota_type: 'sub_quota', remain: '499' });
  expect(late.body).toEqual({ error: -230, message: expect.any(String) });
  expect(late.status).toBe(200);
});

test('a conversation that grows eight days older closes, and a word of the person opens it again', async () => {
  await zalo.control(`people/${HA}/age`, { hours: 8 * 24 });
  expect((await zalo.write(HA, 'Chào')).body.error).toBe(-230);

  await zalo.control(`people/${HA}/message`, { text: 'tinh trang' });
  expect((await zalo.write(HA, 'Chào')).body.error).toBe(0);
});

test('people whom Zalo does not know, and those who never met the page, are refused', async () => {
  const { error: unknown } = (await zalo.write('3999', 'Chào')).body;
  const { error: stranger } = (await zalo.write(STRANGER, 'Chào')).body;
  const { error: empty } = (await zalo.write('', 'Chào')).body;

  expect([unknown, stranger, empty]).toEqual([-213, -213, -201]);
});

test('a text of 2000 letters arrives, one of 2001 does not', async () => {
  expect((await zalo.write(HA, 'ạ'.repeat(2000))).body.error).toBe(0);
  expect((await zalo.write(HA, 'ạ'.repeat(2001))).body.error).toBe(-210);
});

test('bodies that Zalo would not take are refused by the name of the field', async () => {
  const send = async (message: object) =>
    (await zalo.post('/v3.0/oa/message/cs', { recipient: { user_id: HA }, message })).body;
  const button = { title: 'Mở', type: 'oa.open.url', payload: { url: 'https://zalo.me/s/1/' } };
  const template = (payload: object) => ({ text: 'x', attachment: { type: 'template', payload } });

  expect(await send({})).toMatchObject({ error: -201, message: 'text is invalid!' });
  expect(await send(template({ buttons: [{ ...button, type: 'oa.open.door' }] }))).toMatchObject({
    error: -201,
  });
  expect(await send(template({ buttons: Array(6).fill(button) }))).toMatchObject({ error: -210 });
  expect(
    await send(
      template({ template_type: 'media', elements: [{ media_type: 'image', attachment_id: 'gone' }] }),
    ),
  ).toMatchObject({ error: -100 });
  expect(await send({ attachment: { type: 'balloon', payload: {} } })).toMatchObject({ error: -233 });
  expect(await send(template({ buttons: [button] }))).toMatchObject({ error: 0 });
});

test('the ledger tells exactly what was accepted, in order', async () => {
  await zalo.write(HA, 'Một');
  await zalo.write(LATE, 'Hai');
  await zalo.write(MINH, 'Ba');

  const { body: all } = await zalo.look('ledger');
  const { body: hers } = await zalo.look(`ledger?user=${HA}&count=1`);

  expect(all.entries.map((entry: { user: string; text: string }) => [entry.user, entry.text])).toEqual([
    [HA, 'Một'],
    [MINH, 'Ba'],
  ]);
  expect(hers).toEqual({ count: 1 });
});

test('calls beyond the rate of the app are refused and not executed', async () => {
  await zalo.control('clock', {
    set: new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 1000).toISOString(),
  });
  await zalo.control('faults', { rateLimitPerMinute: 2 });
  const sent = [await zalo.write(HA, '1'), await zalo.write(HA, '2'), await zalo.write(HA, '3')];

  expect(sent.map(({ body }) => body.error)).toEqual([0, 0, -32]);
  expect(sent.map(({ headers }) => headers['x-ratelimit-remain'])).toEqual(['1', '0', '0']);
  expect((await zalo.look('ledger?count=1')).body.count).toBe(2);

  await zalo.control('clock', { addMs: 60_000 });
  expect((await zalo.write(HA, '4')).body.error).toBe(0);
});

test('errors set by hand come for exactly their share, or for one person', async () => {
  await zalo.control('faults', {
    refusals: [
      { code: -200, share: 0.25 },
      { code: -227, share: 1, user: MINH },
    ],
  });
  const codes: number[] = [];
  for (let turn = 0; turn < 8; turn += 1) codes.push((await zalo.write(HA, 'Chào')).body.error);

  expect(codes.filter((code) => code === -200).length).toBe(2);
  expect((await zalo.write(MINH, 'Chào')).body.error).toBe(-227);
});

test('an answer may be lost after Zalo accepted the message, or before', async () => {
  await zalo.control('faults', { answerLost: { share: 1, when: 'after' } });
  await expect(zalo.write(HA, 'Đã nhận')).rejects.toThrow();
  await zalo.control('faults', { answerLost: { share: 1, when: 'before' } });
  await expect(zalo.write(HA, 'Chưa nhận')).rejects.toThrow();

  const { body } = await zalo.look('ledger');
  expect(body.entries.map((entry: { text: string }) => entry.text)).toEqual(['Đã nhận']);
});

test('Zalo may answer with an error page, or with something that is no JSON', async () => {
  await zalo.control('faults', { http5xx: 1 });
  expect((await zalo.write(HA, 'Chào')).status).toBe(502);
  await zalo.control('faults', { http5xx: 0, notJson: 1 });
  expect((await zalo.write(HA, 'Chào')).text).toContain('<html>');
  expect((await zalo.look('ledger?count=1')).body.count).toBe(0);
});

test('bulk followers are known without being kept one by one, the stale share refused', async () => {
  await zalo.control('ranges', { prefix: 'u', count: 100_000, staleShare: 0.3 });
  const codes: number[] = [];
  for (let index = 0; index < 20; index += 1) codes.push((await zalo.write(`u${index}`, 'Chào')).body.error);

  expect(codes.filter((code) => code === -230).length).toBe(6);
  expect(codes.filter((code) => code === 0).length).toBe(14);
  expect((await zalo.write('u100000', 'Chào')).body.error).toBe(-213);
  expect((await zalo.get('/v2.0/oa/getoa')).body.data.num_follower).toBe(100_003);
});
