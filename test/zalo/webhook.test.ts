// What arrives at the webhook address: probes, forgeries and events, byte for byte.
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type OaEvent, opensWindow } from '#bot/zalo/event.ts';
import { receiveMiniAppWebhook, receiveOaWebhook } from '#bot/zalo/webhook.ts';

const keys = { appId: 'app-1', oaSecretKey: 'oa-secret' };
const OA = '4000000000000000004';
const PERSON = '3000000000000000003';

function sign(raw: string, timestamp: string): string {
  const content = keys.appId + raw + timestamp + keys.oaSecretKey;
  return `mac=${createHash('sha256').update(content).digest('hex')}`;
}

function receive(raw: string, signature?: string) {
  return receiveOaWebhook(Buffer.from(raw), signature, keys);
}

function event(body: Record<string, unknown>): OaEvent {
  const full = { app_id: keys.appId, timestamp: '1760000000000', user_id_by_app: 'app-user', ...body };
  const raw = JSON.stringify(full);
  const arrival = receive(raw, sign(raw, '1760000000000'));
  if (arrival.is !== 'event') throw new Error(`expected an event, got a ${arrival.is}`);
  return arrival.event;
}

const fromUser = { sender: { id: PERSON }, recipient: { id: OA } };
const fromOa = { sender: { id: OA }, recipient: { id: PERSON } };

describe('probe, forgery or event', () => {
  it('an empty body, an odd body and a body without event_name are probes', () => {
    for (const raw of ['', 'hello', '[]', 'null', '{}', '{"message":"hi"}']) {
      expect(receive(raw)).toEqual({ is: 'probe' });
    }
  });

  it('the bytes are checked as they came: odd order, spaces and \\u escapes', () => {
    const raw =
      '{ "message" : {"text":"Xin ch\\u00e0o đợt 2","msg_id":"m1"},\n "timestamp":"1760000000000", "recipient":{"id":"4"},"sender":{"id":"3"}, "event_name":"user_send_text" }';
    expect(receive(raw, sign(raw, '1760000000000'))).toMatchObject({
      is: 'event',
      event: { kind: 'text', text: 'Xin chào đợt 2', oaId: '4', userId: '3' },
    });
  });

  it.each([
    ['unsigned', '{"event_name":"follow"}', undefined],
    [
      'signed over other bytes',
      '{"event_name":"follow","timestamp":"1"}',
      sign('{"event_name":"follow"}', '1'),
    ],
    [
      'signed without its timestamp',
      '{"event_name":"follow","timestamp":"1"}',
      sign('{"event_name":"follow","timestamp":"1"}', ''),
    ],
    [
      'of another app',
      '{"event_name":"follow","app_id":"x"}',
      sign('{"event_name":"follow","app_id":"x"}', ''),
    ],
    ['cut off', '{"event_name":"foll', sign('{"event_name":"foll', '')],
    ['with an escaped name', '{"\\u0065vent_name":"follow"}', undefined],
  ])('an event that is %s is a forgery', (_, raw, signature) => {
    expect(receive(raw, signature)).toEqual({ is: 'forgery' });
  });
});

describe('events', () => {
  it('a text, with the message it answers', () => {
    const message = { msg_id: 'm1', text: 'dot 2 bao h het han', quote_msg_id: 'm0' };
    expect(event({ event_name: 'user_send_text', ...fromUser, message })).toEqual({
      kind: 'text',
      name: 'user_send_text',
      oaId: OA,
      at: new Date(1760000000000),
      dedupeKey: 'user_send_text:m1',
      userId: PERSON,
      appUserId: 'app-user',
      messageId: 'm1',
      text: 'dot 2 bao h het han',
      quotedMessageId: 'm0',
    });
  });

  it('a picture and a sticker', () => {
    const message = { msg_id: 'm2', attachments: [{ type: 'image', payload: { url: 'https://x' } }] };
    expect(event({ event_name: 'user_send_image', ...fromUser, message })).toMatchObject({
      kind: 'media',
      media: 'image',
    });
    expect(event({ event_name: 'user_send_sticker', ...fromUser, message })).toMatchObject({
      kind: 'media',
      media: 'sticker',
    });
  });

  it('following and leaving name the person as follower', () => {
    const body = { oa_id: OA, follower: { id: PERSON }, source: 'oa_profile' };
    expect(event({ event_name: 'follow', ...body })).toMatchObject({
      kind: 'follow',
      oaId: OA,
      userId: PERSON,
    });
    expect(event({ event_name: 'unfollow', ...body })).toMatchObject({ kind: 'unfollow', userId: PERSON });
  });

  it('receipts have the page as sender, yet are about the person', () => {
    const received = event({ event_name: 'user_received_message', ...fromOa, message: { msg_id: 'm3' } });
    const seen = event({ event_name: 'user_seen_message', ...fromOa, message: { msg_ids: ['m3', 'm4'] } });

    expect(received).toMatchObject({ kind: 'received', userId: PERSON, oaId: OA, messageId: 'm3' });
    expect(seen).toMatchObject({ kind: 'seen', userId: PERSON, messageIds: ['m3', 'm4'] });
    expect([received, seen].some(opensWindow)).toBe(false);
  });

  it('the receipt of a template message is not one of ours, and its telephone number is not an id', () => {
    const body = {
      event_name: 'user_received_message',
      sender: { id: OA },
      recipient: { id: '84900000000' },
      message: { msg_id: 'z1', tracking_id: 'case-1', delivery_time: '1' },
    };
    expect(event(body).kind).toBe('other');
  });

  it("our own sends come back as echoes; a person's hand is told by adminId", () => {
    const message = { msg_id: 'm5', text: 'Chào anh' };
    const own = event({ event_name: 'oa_send_text', ...fromOa, message });
    const staff = event({
      event_name: 'oa_send_text',
      ...fromOa,
      sender: { id: OA, admin_id: '77' },
      message,
    });

    expect(own).toMatchObject({ kind: 'oaEcho', userId: PERSON, messageId: 'm5' });
    expect(own).not.toHaveProperty('adminId', '77');
    expect(staff).toMatchObject({ kind: 'oaEcho', adminId: '77' });
  });

  it('contact data in the new and in the old form', () => {
    const info = { name: 'Lan', phone: '84900000000' };
    const full = {
      ...info,
      full_address: { user_city: 'Hà Nội', user_ward: 'Liễu Giai', user_address: '12 Đội Cấn' },
    };
    const old = { ...info, address: '12 Đội Cấn', ward: 'Liễu Giai', district: 'Ba Đình', city: 'Hà Nội' };

    expect(event({ event_name: 'user_submit_info', ...fromUser, info: full })).toMatchObject({
      kind: 'submitInfo',
      info: { name: 'Lan', phone: '84900000000', address: '12 Đội Cấn, Liễu Giai, Hà Nội' },
    });
    expect(event({ event_name: 'user_submit_info', ...fromUser, info: old })).toMatchObject({
      info: { address: '12 Đội Cấn, Liễu Giai, Ba Đình, Hà Nội' },
    });
  });

  it('a first tap on "message" and the wish to be forgotten name the person flatly', () => {
    const body = { oa_id: OA, user_id: PERSON };
    const tap = event({ event_name: 'user_click_chatnow', ...body });
    expect(tap).toMatchObject({ kind: 'clickChatNow', userId: PERSON });
    expect(opensWindow(tap)).toBe(true);
    expect(event({ event_name: 'user_withdraw', ...body })).toMatchObject({
      kind: 'withdraw',
      userId: PERSON,
    });
  });

  it('numbers where text was promised keep their digits', () => {
    const raw = `{"event_name":"follow","timestamp":1760000000000,"oa_id":4000000000000000004,"follower":{"id":3000000000000000003}}`;
    const arrival = receive(raw, sign(raw, '1760000000000'));
    expect(arrival).toMatchObject({ event: { kind: 'follow', oaId: OA, userId: PERSON } });
  });

  it.each([
    [{ event_name: 'something_new' }],
    [{ event_name: 5 }],
    [{ event_name: 'user_send_text', sender: 'x', message: [] }],
    [{ event_name: 'user_send_text', ...fromUser, message: { msg_id: 'm' } }],
    [{ event_name: 'oa_send_group_text', oa_id: OA, group_id: 'g' }],
    [{ event_name: 'follow', oa_id: {}, follower: null, timestamp: 'soon' }],
  ])('an unknown or odd body %j is no error', (body) => {
    expect(['other', 'follow']).toContain(event({ ...fromUser, ...body, timestamp: '1760000000000' }).kind);
  });
});

describe('the same event has the same key', () => {
  const follow = { event_name: 'follow', oa_id: OA, follower: { id: PERSON } };

  it('twice delivered, once counted', () => {
    expect(event(follow).dedupeKey).toBe(event(follow).dedupeKey);
  });

  it('two people, two events', () => {
    expect(event(follow).dedupeKey).not.toBe(event({ ...follow, follower: { id: 'other' } }).dedupeKey);
  });

  it('a text and its receipt share a message and are two events', () => {
    const message = { msg_id: 'm1', text: 'a' };
    const text = event({ event_name: 'user_send_text', ...fromUser, message });
    const receipt = event({ event_name: 'user_received_message', ...fromOa, message });
    expect(text.dedupeKey).not.toBe(receipt.dedupeKey);
  });

  it('two reactions to one message are two events', () => {
    const react = (react_icon: string) =>
      event({ event_name: 'user_reacted_message', ...fromUser, message: { msg_id: 'm1', react_icon } });
    expect(react('/-heart').dedupeKey).not.toBe(react('/-strong').dedupeKey);
  });
});

describe("the mini app's webhook", () => {
  const apiKey = 'api-key';
  const signed = (body: Record<string, unknown>) => {
    const values = Object.keys(body)
      .sort()
      .map((key) => String(body[key]));
    return createHash('sha256')
      .update(values.join('') + apiKey)
      .digest('hex');
  };
  const receiveBody = (body: Record<string, unknown>, signature: string | undefined = signed(body)) =>
    receiveMiniAppWebhook(Buffer.from(JSON.stringify(body)), signature, { apiKey });

  it('a person takes back the consent', () => {
    expect(
      receiveBody({ event: 'user.revoke.consent', appId: '9', userId: '8', timestamp: 1760000000000 }),
    ).toEqual({
      is: 'event',
      event: {
        kind: 'revokeConsent',
        appUserId: '8',
        at: new Date(1760000000000),
        dedupeKey: expect.stringMatching(/^user\.revoke\.consent:[0-9a-f]{64}$/),
      },
    });
  });

  it('a version was reviewed', () => {
    expect(
      receiveBody({ event: 'versions.review.done', appId: '9', versionId: '3', status: -1 }),
    ).toMatchObject({
      event: { kind: 'reviewDone', approved: false, versionId: '3' },
    });
  });

  it('probes and forgeries', () => {
    expect(receiveBody({})).toEqual({ is: 'probe' });
    expect(receiveBody({ event: 'user.revoke.consent', userId: '8' }, 'mac=00')).toEqual({ is: 'forgery' });
  });
});
