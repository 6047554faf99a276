// The less common outlets as Zalo sees them: uploads, tags, groups, templates, notifications of the mini app.
import { expect, it } from 'vitest';
import { createZalo } from '#bot/zalo/zalo.ts';
import { addressesAt, countingTokens, type Heard, openGate, wireServer } from './wire-server.ts';

async function zaloAnswering(answer: (heard: Heard) => unknown) {
  const { url, heard } = await wireServer((one) => ({ body: answer(one) }));
  const zalo = createZalo({
    addresses: addressesAt(url),
    appId: 'app-1',
    appSecret: 's',
    tokens: countingTokens(),
    gate: openGate(),
    connections: 2,
    timeoutMs: 1_000,
    miniApp: { miniAppId: 'mini-1', apiKey: 'key-1' },
  });
  return { zalo, heard, sent: () => JSON.parse(heard.at(-1)?.body ?? '') };
}

const ok = (data: unknown) => ({ data, error: 0, message: 'Success' });

it('a picture is uploaded as a form, again with the renewed token, and sent by its id', async () => {
  const { zalo, heard } = await zaloAnswering((one) => {
    if (one.headers.access_token === 't1') return { error: -216, message: 'token' };
    return ok(one.path.includes('upload') ? { attachment_id: 'att-1' } : { message_id: 'm1' });
  });
  const bytes = new Uint8Array([1, 2, 3]);

  const { attachmentId } = await zalo.uploads.image({ bytes, name: 'a.png', type: 'image/png' });
  await zalo.officialAccount.sendMessage('u1', { text: 'Ảnh', imageId: attachmentId });

  expect(heard[1]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
  expect(heard[1]?.body).toContain('name="file"; filename="a.png"');
  expect(JSON.parse(heard[2]?.body ?? '').message.attachment.payload.elements).toEqual([
    { media_type: 'image', attachment_id: 'att-1' },
  ]);
});

it('a file too large or of another kind is refused before it costs anything', async () => {
  const { zalo, heard } = await zaloAnswering(() => ok({}));
  const large = { bytes: new Uint8Array(1024 * 1024 + 1), name: 'a.png', type: 'image/png' };
  await expect(zalo.uploads.image(large)).rejects.toMatchObject({ kind: 'refused', class: 'P' });
  const odd = { bytes: new Uint8Array(1), name: 'a.exe', type: 'application/octet-stream' };
  await expect(zalo.uploads.file(odd)).rejects.toMatchObject({ kind: 'refused', class: 'P' });
  expect(heard).toEqual([]);
});

it('people are tagged, renamed and forgotten', async () => {
  const { zalo, heard, sent } = await zaloAnswering((one) =>
    ok(one.path.includes('gettags') ? ['phường'] : undefined),
  );

  await zalo.people.tag('u1', 'phường');
  expect(sent()).toEqual({ user_id: 'u1', tag_name: 'phường' });
  await zalo.people.update('u1', { alias: 'Lan' });
  expect(sent()).toEqual({ user_id: 'u1', user_alias: 'Lan' });
  await zalo.people.forgetShared('u1');
  expect(await zalo.people.tags()).toEqual(['phường']);

  expect(heard.map((one) => one.path.replace('/openapi', ''))).toEqual([
    '/v2.0/oa/tag/tagfollower',
    '/v3.0/oa/user/update',
    '/v2.0/oa/deletefollowerinfo',
    '/v2.0/oa/tag/gettagsofoa',
  ]);
});

it('the clock of a person’s window is Zalo’s', async () => {
  const { zalo } = await zaloAnswering(() => ok({ last_interaction: '1760000000000', cs_reply: {} }));
  expect(await zalo.people.lastInteraction('u1')).toEqual(new Date(1760000000000));
});

it('what is left of an allowance', async () => {
  const { zalo, sent } = await zaloAnswering(() => ok([{ asset_id: 'a', total: '500', remain: 12 }]));
  const left = await zalo.people.allowances({ owner: 'OA', product: 'cs', quota: 'sub_quota' });
  expect(left).toEqual([{ assetId: 'a', total: 500, remain: 12 }]);
  expect(sent()).toEqual({ quota_owner: 'OA', product_type: 'cs', quota_type: 'sub_quota' });
});

it('a word to a group calls nobody by name', async () => {
  const { zalo, sent } = await zaloAnswering(() => ok({ message_id: 'm1', group_id: 'g1' }));
  await zalo.groups.sendMessage('g1', { text: 'Chào [@all]' });
  expect(sent()).toEqual({ recipient: { group_id: 'g1' }, message: { text: 'Chào [ @all]' } });
});

it('a template goes to a person of the page or to a telephone number', async () => {
  const { zalo, heard, sent } = await zaloAnswering((one) =>
    ok(
      one.path.startsWith('/business') ? { msg_id: 'z1', sent_time: '1760000000000' } : { message_id: 'm1' },
    ),
  );

  expect(await zalo.templates.sendToUser('u1', 't-1', { code: 'SK-1' })).toMatchObject({ messageId: 'm1' });
  expect(sent()).toEqual({ user_id: 'u1', template_id: 't-1', template_data: { code: 'SK-1' } });
  const message = { phone: '84900000000', templateId: 't-1', data: { code: 'SK-1' }, trackingId: 'case-1' };
  expect(await zalo.templates.sendToPhone(message)).toMatchObject({ messageId: 'z1' });
  expect(heard[1]?.path).toBe('/business/message/template');
});

it('the codes of the telephone family are its own', async () => {
  const { zalo } = await zaloAnswering(() => ({ error: -108, message: 'phone' }));
  const message = { phone: '0900000000', templateId: 't-1', data: {}, trackingId: 'case-1' };
  await expect(zalo.templates.sendToPhone(message)).rejects.toMatchObject({
    class: 'P',
    sentence: 'Số điện thoại không đúng; sửa ở danh sách đơn vị.',
  });
});

it('a notification of the mini app carries its key and names the person in a header', async () => {
  const { zalo, heard } = await zaloAnswering(() => ({ err: 0, msg: 'Success' }));
  const notification = {
    templateId: 't-1',
    title: 'Hồ sơ',
    heading: 'Cần bổ sung',
    text: 'Tới 30/11',
    button: { title: 'Mở', url: 'https://zalo.me/s/mini-1/' },
  };
  await zalo.notifications.send('app-user', notification);
  expect(heard[0]).toMatchObject({
    path: '/mini/notification/template',
    headers: { 'x-api-key': 'Bearer key-1', 'x-user-id': 'app-user', 'x-miniapp-id': 'mini-1' },
  });
});

it('a person who never allowed notifications is told as such', async () => {
  const { zalo } = await zaloAnswering(() => ({ err: -111, msg: 'no' }));
  const button = { title: 'Mở', url: 'https://zalo.me/s/1/' };
  const notification = { templateId: 't', title: 'a', heading: 'b', text: 'c', button };
  await expect(zalo.notifications.send('x', notification)).rejects.toMatchObject({ code: -111, class: 'U' });
});
