// The calls as Zalo sees them, and Zalo's answers as we see them.
import { describe, expect, it } from 'vitest';
import { createOauthClient, createZalo } from '#bot/zalo/zalo.ts';
import { addressesAt, countingTokens, deadAddress, type Heard, openGate, wireServer } from './wire-server.ts';

const appSecret = 'app-secret-for-tests';

async function zaloAnswering(answer: (heard: Heard) => unknown, headers?: Record<string, string>) {
  const { url, heard } = await wireServer((one) => ({ body: answer(one), headers }));
  const gate = openGate();
  const tokens = countingTokens();
  const zalo = createZalo({
    addresses: addressesAt(url),
    appId: 'app-1',
    appSecret,
    tokens,
    gate,
    connections: 4,
    timeoutMs: 1_000,
  });
  return { zalo, heard, gate, tokens };
}

const ok = (data: unknown) => ({ data, error: 0, message: 'Success' });

describe('a message', () => {
  const sent = ok({
    message_id: 'a1b2',
    user_id: '3000000000000000003',
    sent_time: '1760000000000',
    quota: { quota_type: 'reply', remain: '8', total: '8' },
  });

  it('goes out with the bare access_token header, and comes back with its id', async () => {
    const { zalo, heard, gate } = await zaloAnswering(() => sent, {
      'X-RateLimit-Limit': '4000',
      'X-RateLimit-Remain': '3999',
    });

    const answer = await zalo.officialAccount.sendMessage(
      '3000000000000000003',
      { text: 'Chào chị' },
      'urgent',
    );

    expect(answer).toEqual({
      messageId: 'a1b2',
      sentAt: new Date(1760000000000),
      quota: { type: 'reply', remain: 8, total: 8 },
    });
    expect(heard[0]).toMatchObject({
      method: 'POST',
      path: '/openapi/v3.0/oa/message/cs',
      headers: { access_token: 't1', 'content-type': 'application/json' },
    });
    expect(JSON.parse(heard[0]?.body ?? '')).toEqual({
      recipient: { user_id: '3000000000000000003' },
      message: { text: 'Chào chị' },
    });
    expect(gate.passed).toEqual(['urgent']);
    expect(gate.told).toEqual([{ limit: 4000, remain: 3999 }]);
  });

  it('carries buttons, a picture or a quote in Zalo’s shapes', async () => {
    const { zalo, heard } = await zaloAnswering(() => sent);
    const { sendMessage } = zalo.officialAccount;

    await sendMessage('u1', {
      text: 'Đợt 2',
      quoteMessageId: 'm0',
      buttons: [
        { title: 'Mở', kind: 'open', url: 'https://zalo.me/s/1/' },
        { title: 'Hạn nộp', kind: 'say', text: '#han' },
        { title: 'Ẩn', kind: 'whisper', text: '#an' },
        { title: 'Gọi', kind: 'call', phone: '842400000000' },
        { title: 'Nhắn', kind: 'sms', phone: '842400000000', text: 'Hỏi' },
      ],
    });
    await sendMessage('u1', { text: 'Ảnh', imageUrl: 'https://x/a.jpg' });

    const messages = heard.map((one) => JSON.parse(one.body).message);
    expect(messages[0]).toEqual({
      text: 'Đợt 2',
      quote_message_id: 'm0',
      attachment: {
        type: 'template',
        payload: {
          buttons: [
            { title: 'Mở', type: 'oa.open.url', payload: { url: 'https://zalo.me/s/1/' } },
            { title: 'Hạn nộp', type: 'oa.query.show', payload: '#han' },
            { title: 'Ẩn', type: 'oa.query.hide', payload: '#an' },
            { title: 'Gọi', type: 'oa.open.phone', payload: { phone_code: '842400000000' } },
            { title: 'Nhắn', type: 'oa.open.sms', payload: { content: 'Hỏi', phone_code: '842400000000' } },
          ],
        },
      },
    });
    expect(messages[1]).toEqual({
      text: 'Ảnh',
      attachment: {
        type: 'template',
        payload: { template_type: 'media', elements: [{ media_type: 'image', url: 'https://x/a.jpg' }] },
      },
    });
  });

  it('refused for a person says which class, and what to tell the secretariat', async () => {
    const { zalo } = await zaloAnswering(() => ({ error: -230, message: 'User has not interacted' }));
    await expect(zalo.officialAccount.sendMessage('u1', { text: 'a' })).rejects.toMatchObject({
      kind: 'refused',
      code: -230,
      class: 'U',
      sentence: 'Quá 7 ngày chưa nhắn trang.',
    });
  });

  it('too fast slows the gate down', async () => {
    const { zalo, gate } = await zaloAnswering(() => ({ error: -32, message: 'rate' }), {
      'X-RateLimit-Remain': '0',
    });
    await expect(zalo.officialAccount.sendMessage('u1', { text: 'a' })).rejects.toMatchObject({ class: 'R' });
    expect(gate.told).toEqual([{ slowDown: true, remain: 0 }]);
  });

  it.each([
    ['success without an id', ok({})],
    ['success without data', { error: 0, message: 'Success' }],
    ['a list', []],
    ['an error that is no number', { error: 'busy' }],
  ])('%s is of unknown outcome', async (_, body) => {
    const { zalo } = await zaloAnswering(() => body);
    await expect(zalo.officialAccount.sendMessage('u1', { text: 'a' })).rejects.toMatchObject({
      kind: 'unknown',
    });
  });

  it('an error code we have no row for is refused and not repeated', async () => {
    const { zalo } = await zaloAnswering(() => ({ error: -9999, message: '?' }));
    await expect(zalo.officialAccount.sendMessage('u1', { text: 'a' })).rejects.toMatchObject({
      kind: 'refused',
      code: -9999,
      class: 'P',
    });
  });
});

describe('a dead token', () => {
  it.each([-216, -220])('%i renews once and repeats that call once', async (code) => {
    const { zalo, heard, tokens, gate } = await zaloAnswering((one) =>
      one.headers.access_token === 't1' ? { error: code, message: 'token' } : ok({ message_id: 'm' }),
    );

    expect(await zalo.officialAccount.sendMessage('u1', { text: 'a' })).toMatchObject({ messageId: 'm' });
    expect(tokens.renewed).toEqual(['t1']);
    expect(heard.map((one) => one.headers.access_token)).toEqual(['t1', 't2']);
    expect(gate.passed).toHaveLength(2);
  });

  it('a second refusal is told, not tried a third time', async () => {
    const { zalo, heard } = await zaloAnswering(() => ({ error: -216, message: 'token' }));
    await expect(zalo.officialAccount.sendMessage('u1', { text: 'a' })).rejects.toMatchObject({ class: 'T' });
    expect(heard).toHaveLength(2);
  });

  it('without any token nothing is sent', async () => {
    const { url, heard } = await wireServer(() => ({ body: ok({}) }));
    const zalo = createZalo({
      addresses: addressesAt(url),
      appId: 'app-1',
      appSecret,
      tokens: {
        current: () => Promise.reject(new Error('not connected')),
        renew: () => Promise.reject(new Error('no')),
      },
      gate: openGate(),
      connections: 1,
    });
    await expect(zalo.officialAccount.getOa()).rejects.toMatchObject({ kind: 'not_reached' });
    expect(heard).toHaveLength(0);
  });
});

describe('people and conversations', () => {
  it('a page of followers is asked with JSON in the parameter data', async () => {
    const { zalo, heard } = await zaloAnswering(() =>
      ok({ total: 2, count: 2, offset: 0, users: [{ user_id: '1' }, { user_id: '2' }] }),
    );

    const page = await zalo.officialAccount.userList({ offset: 0, count: 50 }, { isFollower: true });

    expect(page).toEqual({ total: 2, userIds: ['1', '2'] });
    expect(heard[0]?.path).toBe('/openapi/v3.0/oa/user/getlist');
    expect(JSON.parse(heard[0]?.query.get('data') ?? '')).toEqual({
      offset: 0,
      count: 50,
      is_follower: 'true',
    });
  });

  it('one person, with the ids of both spaces', async () => {
    const { zalo } = await zaloAnswering(() =>
      ok({
        user_id: '3',
        user_id_by_app: '2',
        display_name: 'Lan',
        user_is_follower: true,
        is_sensitive: false,
        user_last_interaction_date: '20/11/2026',
        tags_and_notes_info: { notes: [], tag_names: ['phường'] },
      }),
    );
    expect(await zalo.officialAccount.userDetail('3')).toEqual({
      userId: '3',
      appUserId: '2',
      displayName: 'Lan',
      isFollower: true,
      isSensitive: false,
      lastInteraction: '20/11/2026',
      tags: ['phường'],
    });
  });

  it('what was really said to a person', async () => {
    const row = {
      src: 0,
      time: 1760000000000,
      type: 'text',
      message: 'Chào',
      message_id: 'm1',
      from_id: '4',
    };
    const { zalo } = await zaloAnswering(() => ok([row]));
    expect(await zalo.officialAccount.conversation('3', { offset: 0, count: 10 })).toEqual([
      { messageId: 'm1', from: 'oa', at: new Date(1760000000000), type: 'text', text: 'Chào' },
    ]);
  });

  it('the page itself, as a check of health', async () => {
    const { zalo } = await zaloAnswering(() =>
      ok({ oaid: '4', name: 'Quận Ba Đình', is_verified: true, oa_type: 4, num_follower: 10 }),
    );
    expect(await zalo.officialAccount.getOa()).toMatchObject({
      oaId: '4',
      name: 'Quận Ba Đình',
      followers: 10,
    });
  });
});

describe('an article', () => {
  const article = {
    title: 'Mở đợt 2',
    author: 'Thường trực Hội đồng',
    description: 'Nhận sáng kiến tới 30/11',
    coverUrl: 'https://x/cover.jpg',
    body: [{ html: '<p>Chào</p>' }, { imageUrl: 'https://x/a.jpg', caption: 'Ảnh' }],
    visible: true,
  };

  it('is created, asked for until it is ready, hidden, and broadcast', async () => {
    let asked = 0;
    const { zalo, heard } = await zaloAnswering((one) => {
      if (one.path.endsWith('/create') || one.path.endsWith('/update')) return ok({ token: 'tok' });
      if (one.path.endsWith('/verify')) {
        asked += 1;
        return asked === 1 ? { error: -214, message: 'processing' } : ok({ id: 'art-1' });
      }
      return ok({ message_id: 'b1' });
    });

    const { token } = await zalo.articles.create(article);
    expect(await zalo.articles.verify(token)).toEqual({ state: 'processing' });
    expect(await zalo.articles.verify(token)).toEqual({ state: 'ready', articleId: 'art-1' });
    await zalo.articles.hide('art-1', article);
    expect(await zalo.officialAccount.broadcastArticle(['art-1'], { ages: [3, 4] })).toEqual({
      messageId: 'b1',
    });

    const bodies = heard.map((one) => JSON.parse(one.body));
    expect(bodies[0]).toEqual({
      type: 'normal',
      title: 'Mở đợt 2',
      author: 'Thường trực Hội đồng',
      description: 'Nhận sáng kiến tới 30/11',
      cover: { cover_type: 'photo', photo_url: 'https://x/cover.jpg', status: 'show' },
      body: [
        { type: 'text', content: '<p>Chào</p>' },
        { type: 'image', url: 'https://x/a.jpg', caption: 'Ảnh' },
      ],
      status: 'show',
      comment: 'show',
    });
    expect(bodies[3]).toMatchObject({ id: 'art-1', title: 'Mở đợt 2', status: 'hide' });
    expect(bodies[4]).toEqual({
      recipient: { target: { ages: '3,4' } },
      message: {
        attachment: {
          type: 'template',
          payload: { template_type: 'media', elements: [{ media_type: 'article', attachment_id: 'art-1' }] },
        },
      },
    });
  });

  it('over the monthly quota is later, not a matter of permission', async () => {
    const { zalo } = await zaloAnswering(() => ({
      error: -223,
      message: 'reach the limit quota create article',
    }));
    await expect(zalo.articles.create(article)).rejects.toMatchObject({ code: -223, class: 'L' });
  });
});

describe('who somebody is', () => {
  it('is asked with the proof of the app secret, past the gate', async () => {
    const { zalo, heard, gate } = await zaloAnswering(() => ({
      error: 0,
      message: 'Success',
      id: '2000000000000000002',
      name: 'Nguyễn Lan',
      user_id_by_oa: '3000000000000000003',
      is_follower: true,
      is_sensitive: false,
    }));

    expect(await zalo.graph.me('user-access-token')).toEqual({
      appUserId: '2000000000000000002',
      name: 'Nguyễn Lan',
      oaUserId: '3000000000000000003',
      isFollower: true,
      isSensitive: false,
    });
    expect(heard[0]).toMatchObject({
      path: '/graph/v2.0/me',
      headers: {
        access_token: 'user-access-token',
        appsecret_proof: 'bb3127a7dc748d4b695178171860dec0ba2ae3087e894467d7ee8de14738e7f1',
      },
    });
    expect(gate.passed).toEqual([]);
  });

  it('without consent there is only the id', async () => {
    const { zalo } = await zaloAnswering(() => ({ error: 0, message: 'Success', id: '2' }));
    expect(await zalo.graph.me('t')).toEqual({ appUserId: '2', isSensitive: false });
  });

  it('a revoked token is refused with 452', async () => {
    const { zalo } = await zaloAnswering(() => ({ error: 452, message: 'Session key invalid' }));
    await expect(zalo.graph.me('t')).rejects.toMatchObject({ kind: 'refused', code: 452, class: 'U' });
  });

  it('a phone number is fetched with the code of the phone', async () => {
    const { zalo, heard } = await zaloAnswering(() => ({
      data: { number: '84900000000' },
      error: 0,
      message: 'Success',
    }));
    expect(await zalo.graph.phone('t', 'code-1')).toBe('84900000000');
    expect(heard[0]?.headers).toMatchObject({ access_token: 't', code: 'code-1', secret_key: appSecret });
  });
});

describe('consent and tokens', () => {
  const pair = { access_token: 'a', refresh_token: 'r', expires_in: '90000' };

  it('the page is connected with a code, a verifier and the app secret in the header', async () => {
    const { zalo, heard } = await zaloAnswering(() => pair);

    expect(await zalo.oauth.exchangeOaCode('c', 'v')).toEqual({
      accessToken: 'a',
      refreshToken: 'r',
      expiresInSeconds: 90000,
    });
    expect(heard[0]).toMatchObject({
      path: '/oauth/v4/oa/access_token',
      headers: { secret_key: appSecret, 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(Object.fromEntries(new URLSearchParams(heard[0]?.body))).toEqual({
      app_id: 'app-1',
      grant_type: 'authorization_code',
      code: 'c',
      code_verifier: 'v',
    });
  });

  it('a refresh, with expires_in as a number too', async () => {
    const { zalo, heard } = await zaloAnswering(() => ({ ...pair, expires_in: 3600 }));
    expect(await zalo.oauth.refreshOa('r0')).toMatchObject({ expiresInSeconds: 3600 });
    expect(new URLSearchParams(heard[0]?.body).get('refresh_token')).toBe('r0');
  });

  it('the links carry state and challenge', async () => {
    const { zalo } = await zaloAnswering(() => pair);
    const consent = { redirectUri: 'https://x/connect/zalo/callback', state: 's', codeChallenge: 'c' };

    const link = new URL(zalo.oauth.oaPermissionUrl(consent));

    expect(link.pathname).toBe('/oauth/v4/oa/permission');
    expect(Object.fromEntries(link.searchParams)).toEqual({
      app_id: 'app-1',
      redirect_uri: 'https://x/connect/zalo/callback',
      code_challenge: 'c',
      state: 's',
    });
    expect(new URL(zalo.oauth.userLoginUrl(consent)).pathname).toBe('/oauth/v4/permission');
  });

  it.each([
    [
      { error: -14003, error_name: 'Invalid code verifier' },
      { kind: 'refused', class: 'C', code: -14003 },
    ],
    [{ error_name: 'Invalid refresh token' }, { kind: 'refused', class: 'C', code: undefined }],
    [
      { error: -32, message: 'rate' },
      { kind: 'refused', class: 'R', code: -32 },
    ],
    [{}, { kind: 'unknown' }],
    [{ access_token: 'a' }, { kind: 'unknown' }],
  ])('the answer %j is %j', async (body, outcome) => {
    const { zalo } = await zaloAnswering(() => body);
    await expect(zalo.oauth.refreshOa('r0')).rejects.toMatchObject(outcome);
  });

  it('an oauth host that is away was not reached', async () => {
    const oauth = createOauthClient({ addresses: { oauth: await deadAddress() }, appId: 'app-1', appSecret });
    await expect(oauth.refreshOa('r0')).rejects.toMatchObject({ kind: 'not_reached' });
  });
});
