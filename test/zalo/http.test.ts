// "Nothing was sent" and "it may have happened" are told apart, because a message must never go out twice.
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createWire } from '#bot/zalo/http.ts';
import { deadAddress, rawServer, wireServer } from './wire-server.ts';

function post(base: string, timeoutMs = 300) {
  const wire = createWire({ connections: 2, timeoutMs });
  const ask = () =>
    wire.ask({ method: 'POST', base, path: '/v3.0/oa/message/cs', headers: {}, json: { a: 1 } });
  return { wire, ask };
}

describe('not reached: nothing was sent', () => {
  it('nobody listens', async () => {
    await expect(post(await deadAddress()).ask()).rejects.toMatchObject({ kind: 'not_reached' });
  });

  it('the name does not exist', async () => {
    await expect(post('http://zalo.invalid', 5_000).ask()).rejects.toMatchObject({ kind: 'not_reached' });
  });

  it('the connection is never answered', async () => {
    // An address of documentation: packets to it vanish or are refused on the way.
    await expect(post('http://192.0.2.1', 200).ask()).rejects.toMatchObject({ kind: 'not_reached' });
  });

  it('the TLS handshake fails', async () => {
    const plain = await rawServer((socket) => socket.end('no TLS here\r\n'));
    await expect(post(plain.replace('http:', 'https:')).ask()).rejects.toMatchObject({ kind: 'not_reached' });
  });
});

describe('unknown: it may have happened', () => {
  it('no answer in time', async () => {
    const { url } = await wireServer(() => undefined);
    await expect(post(url).ask()).rejects.toMatchObject({
      kind: 'unknown',
      message: /no answer after 300 ms/,
    });
  });

  it('the connection is reset after the request was written', async () => {
    const url = await rawServer((socket) => socket.once('data', () => socket.resetAndDestroy()));
    await expect(post(url).ask()).rejects.toMatchObject({ kind: 'unknown' });
  });

  it('a kept connection is closed as the next request is written', async () => {
    const answer = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: keep-alive\r\n\r\n{}';
    const url = await rawServer((socket) => {
      socket.once('data', () => {
        socket.write(answer);
        socket.once('data', () => socket.destroy());
      });
    });
    const { ask } = post(url);

    await ask();

    await expect(ask()).rejects.toMatchObject({ kind: 'unknown' });
  });

  it('the answer breaks off half way', async () => {
    const url = await rawServer((socket) =>
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{"error":0')),
    );
    await expect(post(url).ask()).rejects.toMatchObject({ kind: 'unknown' });
  });

  it('the answer drips for longer than the whole call may take', async () => {
    const { url } = await wireServer((_, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
      return undefined;
    });
    await expect(post(url).ask()).rejects.toMatchObject({ kind: 'unknown' });
  });

  it.each([
    [500, '{}'],
    [404, 'empty api'],
    [302, ''],
    [200, '<html>'],
    [200, ''],
  ])('HTTP %i with the body "%s"', async (status, body) => {
    const { url, heard } = await wireServer(() => ({ status, headers: { location: '/elsewhere' }, body }));
    await expect(post(url).ask()).rejects.toMatchObject({ kind: 'unknown' });
    expect(heard).toHaveLength(1);
  });
});

it('a base address keeps its own path, and long ids keep their digits', async () => {
  const { url, heard } = await wireServer(() => ({
    body: '{"id":4000000000000000004,"list":[ 12345678901234567 ],"text":"a: 4000000000000000004, \\"b\\""}',
  }));
  const wire = createWire({ connections: 1, timeoutMs: 1_000 });

  const { body } = await wire.ask({
    method: 'GET',
    base: `${url}/sandbox/openapi/`,
    path: '/v2.0/oa/conversation',
    query: { data: '{"user_id":"u 1"}' },
    headers: {},
  });

  expect(body).toEqual({
    id: '4000000000000000004',
    list: ['12345678901234567'],
    text: 'a: 4000000000000000004, "b"',
  });
  expect(heard[0]?.path).toBe('/sandbox/openapi/v2.0/oa/conversation');
  expect(heard[0]?.query.get('data')).toBe('{"user_id":"u 1"}');
});

it('connections are kept and reused, and an idle one is closed by us', async () => {
  const ended: Promise<unknown>[] = [];
  const answer = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: keep-alive\r\n\r\n{}';
  const url = await rawServer((socket) => {
    ended.push(once(socket, 'close'));
    socket.on('data', () => socket.write(answer));
  });
  const { ask } = post(url);

  await ask();
  await ask();
  const before = Date.now();
  await ended[0];

  expect(ended).toHaveLength(1);
  expect(Date.now() - before).toBeGreaterThan(3_000);
  expect(Date.now() - before).toBeLessThan(5_000);
});

it('an error holds neither the token nor the text', async () => {
  const wire = createWire({ connections: 1, timeoutMs: 200 });
  const base = await deadAddress();
  const headers = { access_token: 'the-token' };

  const error = await wire
    .ask({ method: 'POST', base, path: '/x', headers, json: { text: 'the-text' } })
    .catch((e) => e);

  expect(JSON.stringify(error) + String(error.stack) + String(error.cause)).not.toMatch(/the-token|the-text/);
});
