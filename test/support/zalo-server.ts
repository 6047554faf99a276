// The rehearsal Zalo as a server of its own, with words for what tests ask of it.
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { createSandbox, type SandboxPerson, type SandboxRange } from '#bot/sandbox/sandbox.ts';

export interface ZaloServer {
  /** Where the sandbox is mounted. */
  url: string;
  accessToken: string;
  stop(): Promise<void>;
}

export const appId = '1000000000000000001';
const appSecret = 'app-secret-for-tests';
const oaId = '4000000000000000004';

export async function startZalo(
  given: { people?: SandboxPerson[]; ranges?: SandboxRange[] } = {},
): Promise<ZaloServer> {
  const folder = mkdtempSync(join(tmpdir(), 'zalo-'));
  const sandbox = createSandbox({
    stateFile: join(folder, 'sandbox.json'),
    credentials: {
      appId,
      appSecret,
      oaId,
      oaSecretKey: 'oa-secret-for-tests',
      miniAppId: '1000000000000000009',
      miniAppApiKey: 'api-key-for-tests',
    },
    oaName: 'Nơi thử',
    people: given.people ?? [],
    ranges: given.ranges,
    webhookUrl: 'http://127.0.0.1:9/webhook/zalo/oa',
    miniAppWebhookUrl: 'http://127.0.0.1:9/webhook/zalo/mini-app',
    miniAppUrl: '/app/',
    callbackUrls: { oa: 'http://127.0.0.1:9/oa', login: 'http://127.0.0.1:9/login' },
  });
  const app = express().use('/sandbox', sandbox.router);
  const server = app.listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sandbox`;
  await turnKnobs(url, { webhook: false, echoes: 'none', receipts: 'none', rateLimitPerMinute: 100_000_000 });
  return {
    url,
    accessToken: sandbox.firstTokens().accessToken,
    async stop() {
      server.closeAllConnections();
      server.close();
      await sandbox.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Faults, limits and latency; see bot-server/sandbox/faults.ts. */
export const turnKnobs = (url: string, knobs: object) => control(url, 'POST', '/faults', knobs);

/** How often each person received something, by what Zalo itself kept. */
export async function received(url: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (let after: number | null = 0; after !== null; ) {
    const page: { entries: { user: string }[]; next: number | null } = await control(
      url,
      'GET',
      `/ledger?after=${after}`,
    );
    for (const { user } of page.entries) counts.set(user, (counts.get(user) ?? 0) + 1);
    after = page.next;
  }
  return counts;
}

export async function textsTo(url: string, user: string): Promise<string[]> {
  const page: { entries: { text: string }[] } = await control(url, 'GET', `/ledger?user=${user}`);
  return page.entries.map(({ text }) => text);
}

export async function control<T>(url: string, method: string, path: string, body?: object): Promise<T> {
  const response = await fetch(`${url}/control${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
