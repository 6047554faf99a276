// A rehearsal Zalo in a test: a server with the router, a listener for its webhooks, and words to use them with.
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import express from 'express';
import request from 'supertest';
import { createSandbox, type SandboxOptions } from '../../bot-server/sandbox/sandbox.ts';

export const credentials = {
  appId: '1000000000000000001',
  appSecret: 'app-secret-for-tests',
  oaId: '4000000000000000004',
  oaSecretKey: 'oa-secret-for-tests',
  miniAppId: '1000000000000000009',
  miniAppApiKey: 'api-key-for-tests',
};

export const HOUR = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();

export const people = [
  person('3000000000000000001', 'Nguyễn Minh Hà', 'tác giả, phường Trúc Bạch', true, ago(11)),
  person('3000000000000000002', 'Trần Văn Minh', 'tác giả, phường Cống Vị', true, ago(60)),
  person('3000000000000000003', 'Phạm Thu Hà', 'giáo viên', true, ago(200)),
  person('3000000000000000004', 'Trần Văn Thắng', 'thủ trưởng', false, undefined),
];
export const [HA, MINH, LATE, STRANGER] = people.map((one) => one.oaUserId) as [
  string,
  string,
  string,
  string,
];

function person(
  oaUserId: string,
  name: string,
  note: string,
  following: boolean,
  lastInteractionAt?: string,
) {
  const tail = oaUserId.slice(-4);
  return {
    oaUserId,
    userIdByApp: `20${tail}`,
    appUserId: `50${tail}`,
    name,
    note,
    following,
    lastInteractionAt,
  };
}

export interface Heard {
  raw: string;
  body: { [field: string]: unknown; event_name?: string; timestamp?: string };
  headers: http.IncomingHttpHeaders;
  at: number;
}

export type Rehearsal = Awaited<ReturnType<typeof rehearse>>;

/** Starts everything; `again` starts it anew on the same files, as after a restart. */
export async function rehearse(more: Partial<SandboxOptions> = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sandbox-'));
  const heard: Heard[] = [];
  let answer = (_heard: Heard, response: http.ServerResponse) => void response.writeHead(200).end();
  const listener = http.createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const raw = Buffer.concat(chunks).toString('utf8');
      const event = { raw, body: JSON.parse(raw), headers: incoming.headers, at: Date.now() };
      heard.push(event);
      answer(event, response);
    });
  });
  await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
  const webhookUrl = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/webhook/zalo/oa`;

  const lines: object[] = [];
  const options: SandboxOptions = {
    stateFile: path.join(folder, 'sandbox.json'),
    credentials,
    oaName: 'UBND quận Ba Đình',
    people,
    webhookUrl,
    miniAppWebhookUrl: webhookUrl.replace('/oa', '/mini-app'),
    miniAppUrl: '/app/',
    callbackUrls: {
      oa: 'http://127.0.0.1:3000/connect/zalo/callback',
      login: 'http://127.0.0.1:3000/auth/zalo/callback',
    },
    log: (line) => lines.push(line),
    ...more,
  };
  const mount = () => {
    const sandbox = createSandbox(options);
    return { sandbox, app: express().use('/sandbox', sandbox.router) };
  };
  let { sandbox, app } = mount();
  let token = sandbox.firstTokens();

  return {
    heard,
    lines,
    options,
    get sandbox() {
      return sandbox;
    },
    get app() {
      return app;
    },
    get tokens() {
      return token;
    },
    web: () => request(app),
    /** A call of the Open API with the page's token. */
    post: (path: string, body: object, accessToken = token.accessToken) =>
      request(app).post(`/sandbox/openapi${path}`).set('access_token', accessToken).send(body),
    get: (path: string, data?: object) =>
      request(app)
        .get(`/sandbox/openapi${path}${data ? `?data=${encodeURIComponent(JSON.stringify(data))}` : ''}`)
        .set('access_token', token.accessToken),
    write: (user: string, text: string) =>
      request(app)
        .post('/sandbox/openapi/v3.0/oa/message/cs')
        .set('access_token', token.accessToken)
        .send({ recipient: { user_id: user }, message: { text } }),
    control: (path: string, body: object = {}) => request(app).post(`/sandbox/control/${path}`).send(body),
    look: (path: string) => request(app).get(`/sandbox/control/${path}`),
    useTokens(next: typeof token) {
      token = next;
    },
    /** How the product's side answers webhooks from now on. */
    answerWith(next: typeof answer) {
      answer = next;
    },
    async again() {
      await sandbox.stop();
      ({ sandbox, app } = mount());
    },
    async close() {
      await sandbox.stop();
      listener.closeAllConnections();
      await new Promise((done) => listener.close(done));
      fs.rmSync(folder, { recursive: true, force: true });
    },
    /** Waits until so many events of this name were heard. */
    async hear(name: string, count = 1): Promise<Heard[]> {
      for (let turn = 0; turn < 200; turn += 1) {
        const found = heard.filter((event) => (event.body.event_name ?? event.body.event) === name);
        if (found.length >= count) return found;
        await new Promise((done) => setTimeout(done, 15));
      }
      throw new Error(
        `${name} was not heard ${count} times; heard: ${heard.map((event) => event.body.event_name)}`,
      );
    },
  };
}

/** 10:00 in Vietnam on a day soon, so that nothing depends on when the tests run. */
export function atVietnamHour(hour: number, minute = 0): string {
  const day = new Date(Date.now() + 7 * HOUR).toISOString().slice(0, 10);
  return new Date(Date.parse(`${day}T00:00:00Z`) + (hour - 7) * HOUR + minute * 60_000).toISOString();
}
