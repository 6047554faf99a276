// The other ways to a person: uploads, ZBS templates, notifications of the mini app, group chats.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { credentials, HA, MINH, people, type Rehearsal, rehearse, STRANGER } from './world.ts';

let zalo: Rehearsal;
beforeEach(async () => {
  zalo = await rehearse();
});
afterEach(() => zalo.close());

const PNG = Buffer.from('89504e470d0a1a0a0000000d', 'hex');
const upload = (kind: string, content: Buffer, name: string) =>
  zalo
    .web()
    .post(`/sandbox/openapi/v2.0/oa/upload/${kind}`)
    .set('access_token', zalo.tokens.accessToken)
    .attach('file', content, name);
const sendImage = (attachmentId: string) => {
  const elements = [{ media_type: 'image', attachment_id: attachmentId }];
  const attachment = { type: 'template', payload: { template_type: 'media', elements } };
  return zalo.post('/v3.0/oa/message/cs', {
    recipient: { user_id: HA },
    message: { text: 'Ảnh', attachment },
  });
};

test('a picture is uploaded, sent, and gone after seven days', async () => {
  const { attachment_id: id } = (await upload('image', PNG, 'a.png')).body.data;
  expect((await sendImage(id)).body.error).toBe(0);
  expect((await zalo.web().get(`/sandbox/upload/${id}`)).headers['content-type']).toBe('image/png');

  await zalo.control('clock', { addMs: 7 * 24 * 3_600_000 + 1 });
  zalo.useTokens(zalo.sandbox.firstTokens());
  expect((await sendImage(id)).body.error).toBe(-100);
});

test('files that are too large or of another kind are refused', async () => {
  expect((await upload('image', Buffer.concat([PNG, Buffer.alloc(1024 * 1024)]), 'a.png')).body.error).toBe(
    -210,
  );
  expect((await upload('image', Buffer.from('hello'), 'a.png')).body.error).toBe(-201);
  expect((await upload('file', Buffer.from('MZ'), 'a.exe')).body.error).toBe(-201);
  expect((await upload('file', Buffer.from('%PDF'), 'a.pdf')).body.data.token).toEqual(expect.any(String));
});

const FILLED = { name: 'Hà', content: 'còn thiếu 2 mục', deadline: '27/11/2026' };

test('a template reaches a person by her id on the page, whenever she last wrote', async () => {
  await zalo.control(`people/${MINH}/age`, { hours: 24 * 30 });
  const { body } = await zalo.post('/v3.0/oa/message/template', {
    user_id: MINH,
    template_id: '300001',
    template_data: FILLED,
  });

  expect(body).toMatchObject({ error: 0, data: { user_id: MINH } });
  expect((await zalo.look('ledger')).body.entries[0].text).toBe(
    'Anh/chị Hà: còn thiếu 2 mục Hạn: 27/11/2026.',
  );
});

test('a template reaches a telephone number, and its delivery is told with the tracking id', async () => {
  const { phone } = (await zalo.look(`people/${HA}`)).body;
  const send = (more: object) =>
    zalo
      .web()
      .post('/sandbox/business/message/template')
      .set('access_token', zalo.tokens.accessToken)
      .send({ phone, template_id: '300001', template_data: FILLED, tracking_id: 'case-1', ...more });
  const { body } = await send({});
  const [receipt] = await zalo.hear('user_received_message');

  expect(body.data).toMatchObject({ msg_id: expect.any(String), sending_mode: '1' });
  expect(receipt?.headers['x-zevent-server']).toBe('ZNS');
  expect(receipt?.body).toMatchObject({ recipient: { id: phone }, message: { tracking_id: 'case-1' } });
  expect((await send({ phone: '0900000000' })).body.error).toBe(-108);
  expect((await send({ phone: '84999999999' })).body.error).toBe(-118);
  expect((await send({ template_data: {} })).body.error).toBe(-1122);
  expect((await send({ mode: 'development' })).body.error).toBe(-127);
});

test('a notification of the mini app needs the key, the address and the consent', async () => {
  const templateData = {
    title: 'Sáng kiến',
    contentTitle: 'Hồ sơ đã được tiếp nhận',
    contentDescription: 'SK-2026-K7M4Q',
    buttonText: 'Xem hồ sơ',
    buttonUrl: `https://zalo.me/s/${credentials.miniAppId}/`,
  };
  const notify = async (key = credentials.miniAppApiKey) =>
    (
      await zalo
        .web()
        .post('/sandbox/mini/notification/template')
        .set({
          'X-Api-Key': `Bearer ${key}`,
          'X-User-Id': people[0]?.appUserId ?? '',
          'X-MiniApp-Id': credentials.miniAppId,
        })
        .send({ templateId: 't1', templateData })
    ).body.err;

  expect(await notify()).toBe(0);
  expect(await notify('wrong')).toBe(-102);
  await zalo.control('faults', { notifications: 'ip' });
  expect(await notify()).toBe(-113);
  await zalo.control('faults', { notifications: 'ok' });
  await zalo.control(`people/${HA}/notifications`, { allowed: false });
  expect(await notify()).toBe(-111);
});

test('a group chat takes people the page may reach, and messages of the page', async () => {
  const make = (members: string[], asset_id = 'asset-gmf50') =>
    zalo.post('/v3.0/oa/group/creategroupwithoa', {
      group_name: 'Đầu mối',
      asset_id,
      member_user_ids: members,
    });
  expect((await make([STRANGER])).body.error).toBe(-213);
  const { group_id } = (await make([HA])).body.data;
  expect((await make([HA])).body.error).toBe(-238);
  await zalo.post('/v3.0/oa/group/invite', { group_id, member_user_ids: [MINH] });
  const sent = await zalo.post('/v3.0/oa/group/message', {
    recipient: { group_id },
    message: { text: 'Chào cả nhà' },
  });

  expect(sent.body.data).toMatchObject({ group_id, message_id: expect.any(String) });
  const members = (await zalo.get('/v3.0/oa/group/listmember').query({ group_id })).body.data.members;
  expect(members.map((member: { user_id: string }) => member.user_id)).toEqual([HA, MINH]);
  expect((await zalo.hear('oa_send_group_text'))[0]?.body.message).toMatchObject({ text: 'Chào cả nhà' });
  expect(
    (await zalo.post('/v3.0/oa/group/message', { recipient: { group_id: 'x' }, message: {} })).body.error,
  ).toBe(-403);
});

test('a telephone without network receives late, and the receipt comes then', async () => {
  await zalo.control(`people/${HA}/network`, { online: false });
  await zalo.write(HA, 'Chờ ở Zalo');
  await zalo.hear('oa_send_text');
  expect(zalo.heard.some((event) => event.body.event_name === 'user_received_message')).toBe(false);

  await zalo.control(`people/${HA}/network`, { online: true });
  expect((await zalo.hear('user_received_message')).length).toBe(1);
});

test('the control addresses refuse a page of another origin', async () => {
  const { status } = await zalo
    .web()
    .post(`/sandbox/control/people/${HA}/unfollow`)
    .set('Sec-Fetch-Site', 'cross-site');

  expect(status).toBe(403);
});

test('the page of the rehearsal comes with a strict content policy and no inline code', async () => {
  const { text, headers } = await zalo.web().get('/sandbox/');

  expect(headers['content-security-policy']).toContain("default-src 'self'");
  expect(text).toContain('Diễn tập – không phải Zalo thật');
  expect(text).not.toMatch(/<script>|<style|style=|onclick=/);
  expect((await zalo.web().get('/sandbox')).headers.location).toBe('/sandbox/');
});
