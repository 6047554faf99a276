import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { api } from '#contract/api.ts';
import { goodForm } from '../support/forms.ts';
import { openWorld, until } from '../support/world.ts';

const world = await openWorld({ jobs: true });
const oa = `${world.url}/webhook/zalo/oa`;
const appId = world.app.config.given.ZALO_APP_ID!;
const secret = world.app.config.given.ZALO_OA_SECRET_KEY!;
const signed = (body: string, timestamp: string) =>
  `mac=${createHash('sha256')
    .update(appId + body + timestamp + secret)
    .digest('hex')}`;
const events = () => world.app.db.inboxEvent.count();

describe('the webhook of the page', () => {
  it('answers the probe that Zalo makes when the address is saved, and does nothing', async () => {
    const before = await events();
    const probes = [
      fetch(oa),
      fetch(oa, { method: 'HEAD' }),
      fetch(oa, { method: 'POST' }),
      fetch(oa, { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } }),
      fetch(oa, { method: 'POST', body: 'not json at all' }),
    ];
    for (const probe of probes) expect((await probe).status).toBe(200);
    expect(await events()).toBe(before);
  });

  it('turns a forged event away without a trace, and takes a signed one once however often it comes', async () => {
    const before = await events();
    const body = `{ "event_name":"user_send_text",  "app_id":"${appId}","timestamp":"1760000000000","sender":{"id":"${(await world.person('citizen')).oaUserId}"},"recipient":{"id":"${world.app.config.given.ZALO_OA_ID}"},"message":{"text":"xin ch\\u00e0o","msg_id":"once"}}`;
    const post = (mac: string) =>
      fetch(oa, {
        method: 'POST',
        body,
        headers: { 'Content-Type': 'application/json', 'X-ZEvent-Signature': mac },
      });
    expect((await post('mac=0000')).status).toBe(401);
    expect((await post(signed(`${body} `, '1760000000000'))).status).toBe(401);
    expect(await events()).toBe(before);
    for (const answer of await Promise.all([1, 2, 3].map(() => post(signed(body, '1760000000000')))))
      expect(answer.status).toBe(200);
    expect(await events()).toBe(before + 1);
  });

  it('hears who follows and who leaves, through the local Zalo and its signatures', async () => {
    const { oaUserId } = await world.person('citizen');
    await world.sandbox(`people/${oaUserId}/unfollow`, {});
    await until('the follower has left', () =>
      world.app.db.follower.findFirst({ where: { oaUserId, following: false } }),
    );
    await world.sandbox(`people/${oaUserId}/follow`, {});
    await until('the follower is back', () =>
      world.app.db.follower.findFirst({ where: { oaUserId, following: true } }),
    );
  });
});

describe('the door for the mini app inside Zalo', () => {
  it('opens for exactly its two origins', async () => {
    const allowed = async (origin: string) =>
      (await fetch(`${world.url}/api/home`, { headers: { Origin: origin } })).headers.get(
        'access-control-allow-origin',
      );
    for (const origin of ['https://h5.zdn.vn', 'zbrowser://h5.zdn.vn'])
      expect(await allowed(origin)).toBe(origin);
    for (const origin of ['https://h5.zdn.vn.evil.vn', 'http://h5.zdn.vn', 'https://evil.vn', 'null'])
      expect(await allowed(origin)).toBeNull();
    const preflight = await fetch(`${world.url}/api/initiatives`, {
      method: 'OPTIONS',
      headers: {
        Origin: 'zbrowser://h5.zdn.vn',
        'Access-Control-Request-Method': 'PUT',
        'Access-Control-Request-Headers': 'authorization',
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toBe(
      'Authorization, Content-Type, If-Match',
    );
  });
});

describe('the documentation', () => {
  it('is made from the list itself: every endpoint with its input and output', async () => {
    const document = (await (await fetch(`${world.url}/api/openapi.json`)).json()) as {
      paths: Record<string, Record<string, { operationId?: string; responses: object }>>;
    };
    const operations = Object.values(document.paths)
      .flatMap((path) => Object.values(path))
      .map((operation) => operation.operationId);
    for (const name of Object.keys(api)) expect(operations).toContain(name);
    expect(JSON.stringify(document.paths['/api/initiatives/{id}/submit'])).toContain('firstAppliedOn');
  });
});

describe('the log', () => {
  it('holds no name, number, token or text of anybody, but a request id that the failure shows too', async () => {
    const author = await world.as('author');
    const planted = { name: 'Trần Thị Bí Mật', phone: '0987654321', text: 'CHỮ-KHÔNG-ĐƯỢC-GHI-LẠI' };
    const form = goodForm({
      title: `${planted.text} ${planted.phone}`,
      authors: [{ name: planted.name, title: planted.phone, workplace: planted.text, sharePercent: 100 }],
    });
    await author.try('submit', {
      id: crypto.randomUUID(),
      version: 0,
      form: { ...form, roundId: planted.text },
    });
    await author.try('deskCounts', {});
    await author.try('rename', { name: planted.name });
    await fetch(`${world.url}/api/highlights?q=${planted.phone}`);
    await fetch(`${world.url}/${planted.phone}`);
    const answer = await author.try('initiative', { id: planted.phone });
    await world.sandbox(`people/${(await world.person('citizen')).oaUserId}/message`, { text: planted.text });
    await until('the word was handled', () =>
      world.app.db.inboxEvent.findFirst({
        where: { source: 'oa', state: 'handled', body: { path: ['text'], equals: planted.text } },
      }),
    );

    const log = world.log.join('');
    expect(log).toContain('"request refused"');
    for (const hidden of [
      planted.name,
      planted.text,
      author.token!,
      world.app.config.given.ZALO_APP_SECRET!,
      secret,
    ])
      expect(log).not.toContain(hidden);
    // The number stands in an address that somebody typed; addresses of pages are not logged with what follows "?".
    expect(
      log
        .split('\n')
        .filter(
          (line) =>
            line.includes(planted.phone) &&
            !line.includes(`"path":"/${planted.phone}"`) &&
            !line.includes(`"path":"/api/initiatives/${planted.phone}"`),
        ),
    ).toEqual([]);
    if (answer.ok) throw new Error('it should have been refused');
    expect(log).toContain(answer.body.error.requestId!);
    for (const line of log.split('\n').filter(Boolean)) JSON.parse(line);
  });
});
