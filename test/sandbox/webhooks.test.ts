// Webhooks: signed bytes, echoes and receipts, repeats with patience, and the end of it.
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { credentials, HA, type Heard, people, type Rehearsal, rehearse, STRANGER } from './world.ts';

let zalo: Rehearsal;
beforeEach(async () => {
  zalo = await rehearse();
});
afterEach(() => zalo.close());

const rightlySigned = ({ raw, body, headers }: Heard) =>
  headers['x-zevent-signature'] ===
  `mac=${createHash('sha256').update(`${credentials.appId}${raw}${body.timestamp}${credentials.oaSecretKey}`).digest('hex')}`;
const names = () => zalo.heard.map((event) => event.body.event_name);

test('nothing is sent by itself at the start', async () => {
  await new Promise((done) => setTimeout(done, 100));

  expect(zalo.heard).toEqual([]);
});

test('following, writing and unfollowing reach the product, signed over their exact bytes', async () => {
  await zalo.control(`people/${STRANGER}/follow`);
  await zalo.control(`people/${STRANGER}/message`, { text: 'Hạn nộp là khi nào ạ? 🙂' });
  await zalo.control(`people/${STRANGER}/unfollow`);
  await zalo.hear('unfollow');

  const [follow] = await zalo.hear('follow');
  expect(follow?.body).toMatchObject({
    oa_id: credentials.oaId,
    follower: { id: STRANGER },
    app_id: credentials.appId,
  });
  const [wrote] = await zalo.hear('user_send_text');
  expect(wrote?.body).toMatchObject({
    sender: { id: STRANGER },
    recipient: { id: credentials.oaId },
    user_id_by_app: people[3]?.userIdByApp,
    message: { text: 'Hạn nộp là khi nào ạ? 🙂', msg_id: expect.any(String) },
  });
  expect(wrote?.headers).toMatchObject({ 'x-zevent-server': 'OA OpenAPI', 'user-agent': 'ZaloWebhook' });
  expect(zalo.heard.every(rightlySigned)).toBe(true);
});

test('our own message comes back as an echo, a receipt, and later a "seen", all with the page as sender', async () => {
  const { message_id: id } = (await zalo.write(HA, 'Chào anh/chị')).body.data;
  const [echo] = await zalo.hear('oa_send_text');
  const [received] = await zalo.hear('user_received_message');
  await zalo.control(`people/${HA}/seen`);
  const [seen] = await zalo.hear('user_seen_message');

  expect(echo?.body).toMatchObject({
    sender: { id: credentials.oaId },
    recipient: { id: HA },
    message: { msg_id: id, text: 'Chào anh/chị' },
  });
  expect(received?.body).toMatchObject({ sender: { id: credentials.oaId }, message: { msg_id: id } });
  expect(seen?.body).toMatchObject({ sender: { id: credentials.oaId }, message: { msg_ids: [id] } });
});

test('tapping a question sends it as text; tapping a link only says where it leads', async () => {
  const buttons = [
    { title: 'Hỏi hạn', type: 'oa.query.show', payload: '#han' },
    {
      title: 'Mở hồ sơ',
      type: 'oa.open.url',
      payload: { url: `https://zalo.me/s/${credentials.miniAppId}/ho-so/1` },
    },
  ];
  const message = { text: 'Chọn một việc', attachment: { type: 'template', payload: { buttons } } };
  await zalo.post('/v3.0/oa/message/cs', { recipient: { user_id: HA }, message });

  await zalo.control(`people/${HA}/tap`, { button: 'Hỏi hạn' });
  const [asked] = await zalo.hear('user_send_text');
  const opened = await zalo.control(`people/${HA}/tap`, { button: 1 });

  expect(asked?.body.message).toMatchObject({ text: '#han' });
  expect(opened.body.url).toBe(`https://zalo.me/s/${credentials.miniAppId}/ho-so/1`);
  expect(names().filter((name) => name === 'user_send_text').length).toBe(1);
});

test('an event may come twice at the same moment, and later ones may overtake it', async () => {
  await zalo.control('faults', { duplicate: 1 });
  await zalo.control(`people/${HA}/message`, { text: 'hai lần' });
  const twice = await zalo.hear('user_send_text', 2);
  expect(twice[0]?.raw).toBe(twice[1]?.raw);

  await zalo.control('faults', { duplicate: 0, reorder: 0.5 });
  await zalo.control(`people/${HA}/message`, { text: 'một' });
  await zalo.control(`people/${HA}/message`, { text: 'hai' });
  await zalo.control(`people/${HA}/message`, { text: 'ba' });
  const all = await zalo.hear('user_send_text', 5);
  const order = all.slice(2).map((event) => (event.body.message as { text: string }).text);
  expect(order).toEqual(['một', 'ba', 'hai']);
});

test('an event that is not answered 200 in time comes again by the ladder, same bytes, counted', async () => {
  await zalo.control('faults', { webhookPatienceMs: 80 });
  let silent = true;
  zalo.answerWith((_event, response) => {
    if (!silent) response.writeHead(200).end();
  });
  await zalo.control(`people/${HA}/message`, { text: 'chậm' });
  await zalo.hear('user_send_text');
  await expect.poll(async () => (await zalo.look('webhook')).body.waiting).toBe(1);
  silent = false;
  await zalo.control('clock', { addMs: 30_000 });
  const [first, second] = await zalo.hear('user_send_text', 2);

  expect(first?.headers.num_retry).toBeUndefined();
  expect(second?.headers.num_retry).toBe('1');
  expect(second?.raw).toBe(first?.raw);
  await expect.poll(async () => (await zalo.look('webhook')).body.waiting).toBe(0);
});

test('after the last repeat the app is unsubscribed until somebody applies again', async () => {
  zalo.answerWith((_event, response) => void response.writeHead(500).end());
  await zalo.control(`people/${HA}/message`, { text: 'không ai nghe' });
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    await zalo.hear('user_send_text', attempt);
    await expect.poll(async () => (await zalo.look('webhook')).body.waiting).toBe(1);
    await zalo.control('clock', { addMs: 3_600_000 });
  }
  const tries = await zalo.hear('user_send_text', 6);
  await expect.poll(async () => (await zalo.look('webhook')).body.subscribed).toBe(false);
  expect(tries.map((event) => event.headers.num_retry)).toEqual([undefined, '1', '2', '3', '4', '5']);

  await zalo.control(`people/${HA}/message`, { text: 'vẫn không' });
  await zalo.control('webhook/subscribe');
  await zalo.control(`people/${HA}/message`, { text: 'lại nghe' });
  const heard = (await zalo.hear('user_send_text', 7)).map(
    (event) => (event.body.message as { text: string }).text,
  );
  expect(heard.at(-1)).toBe('lại nghe');
  expect(heard).not.toContain('vẫn không');
});

test('taking back the consent for the mini app is told in its own words and signature', async () => {
  await zalo.control(`people/${HA}/revoke-mini-app`);
  const [event] = await zalo.hear('user.revoke.consent');
  const body = event?.body;
  const content = `${body?.appId}user.revoke.consent${body?.timestamp}${body?.userId}${credentials.miniAppApiKey}`;

  expect(body?.userId).toBe(people[0]?.appUserId);
  expect(event?.headers['x-zevent-signature']).toBe(createHash('sha256').update(content).digest('hex'));
});
