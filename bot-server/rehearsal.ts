/**
 * The rehearsal of a process: a Zalo of our own, and its clock. Several processes on one database share one: the first holds it,
 * the others hand its requests on to the first, and one of them takes over when the first goes.
 */

import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import type { Request, RequestHandler, Response } from 'express';
import type { PoolClient } from 'pg';
import type { Logger } from 'pino';
import { demoPeople } from '../prisma/seed/people.ts';
import { type Config, requireFor } from './config.ts';
import { createSandbox, type Sandbox, type SandboxRange } from './sandbox/sandbox.ts';
import { connectCallback, loginCallback } from './services/zalo-consent.ts';
import type { Store } from './store/open.ts';

export interface Rehearsal {
  /** Mount under /sandbox; absent in a worker, which has no door. */
  handler: RequestHandler;
  clock(): Date;
  /** A first token pair when this process holds the sandbox, else null. */
  firstTokens(): { accessToken: string; refreshToken: string; expiresInSeconds: number } | null;
  stop(): Promise<void>;
}

interface RehearsalOptions {
  config: Config;
  store: Store;
  oaName: string;
  log: Logger;
}

const lookAgainMs = 1_000;
const whereKey = 'sandbox-at';

export async function startRehearsal(options: RehearsalOptions): Promise<Rehearsal> {
  const { config, store, log } = options;
  const hasDoor = config.role !== 'worker';
  const own = `${new URL(config.zalo.graph).origin}/sandbox`;
  let held: { sandbox: Sandbox; client: PoolClient } | undefined;
  let elsewhere = { url: own, offset: 0 };

  /** Holding the lock is holding the sandbox; the lock goes with its connection, also after a kill -9. */
  async function tryToHold(): Promise<void> {
    const client = await store.pool.connect();
    const { rows } = await client.query<{ got: boolean }>(
      `SELECT pg_try_advisory_lock(hashtextextended('sandbox', 0)) AS got`,
    );
    if (!rows[0]?.got) return client.release();
    client.on('error', () => {
      log.warn('the connection that holds the rehearsal was lost');
      client.release(true);
      void held?.sandbox.stop();
      held = undefined;
    });
    held = { sandbox: open(options, await bulkFollowers(store)), client };
    await store.prisma.setting.upsert({
      where: { key: whereKey },
      create: { key: whereKey, value: own },
      update: { value: own },
    });
  }

  async function lookElsewhere(): Promise<void> {
    const row = await store.prisma.setting.findUnique({ where: { key: whereKey } });
    const url = hasDoor && typeof row?.value === 'string' ? row.value : own;
    const clock = (await (await fetch(`${url}/control/clock`)).json()) as { offsetMs: number };
    elsewhere = { url, offset: clock.offsetMs };
  }

  async function look(): Promise<void> {
    if (held) return;
    if (hasDoor) await tryToHold();
    if (!held) await lookElsewhere();
  }

  // The one who holds it may be just going or coming: the next look will find out.
  const lookQuietly = () =>
    look().catch((error: unknown) => log.debug({ err: error }, 'the rehearsal could not be reached'));
  await lookQuietly();
  const timer = setInterval(lookQuietly, lookAgainMs);

  return {
    handler: (request, response, next) => {
      if (held) return held.sandbox.router(request, response, next);
      handOn(elsewhere.url, request, response);
    },
    clock: () => held?.sandbox.now() ?? new Date(Date.now() + elsewhere.offset),
    firstTokens() {
      if (!held) return null;
      const { accessToken, refreshToken, expiresIn } = held.sandbox.firstTokens();
      return { accessToken, refreshToken, expiresInSeconds: Number(expiresIn) };
    },
    async stop() {
      clearInterval(timer);
      if (!held) return;
      await held.sandbox.stop();
      held.client.release(true);
      held = undefined;
    },
  };
}

function open({ config, oaName, log }: RehearsalOptions, ranges: SandboxRange[]): Sandbox {
  const keys = requireFor(config, [
    'ZALO_APP_ID',
    'ZALO_APP_SECRET',
    'ZALO_OA_ID',
    'ZALO_OA_SECRET_KEY',
    'ZALO_MINI_APP_ID',
    'ZALO_MINI_APP_API_KEY',
  ]);
  const own = new URL(config.zalo.graph).origin;
  return createSandbox({
    stateFile: join(config.dataDir, 'sandbox.json'),
    credentials: {
      appId: keys.ZALO_APP_ID,
      appSecret: keys.ZALO_APP_SECRET,
      oaId: keys.ZALO_OA_ID,
      oaSecretKey: keys.ZALO_OA_SECRET_KEY,
      miniAppId: keys.ZALO_MINI_APP_ID,
      miniAppApiKey: keys.ZALO_MINI_APP_API_KEY,
    },
    oaName,
    people: demoPeople(new Date()),
    ranges,
    webhookUrl: `${own}/webhook/zalo/oa`,
    miniAppWebhookUrl: `${own}/webhook/zalo/mini-app`,
    miniAppUrl: '/app/',
    callbackUrls: {
      oa: `${config.publicUrl}${connectCallback}`,
      login: `${config.publicUrl}${loginCallback}`,
    },
    log: (line) => log.debug(line, 'sandbox'),
  });
}

/** Followers that an operator seeded by the thousand: the local Zalo must know them too. */
async function bulkFollowers(store: Store): Promise<SandboxRange[]> {
  const row = await store.prisma.setting.findUnique({ where: { key: 'seeded-followers' } });
  return (row?.value as SandboxRange[] | undefined) ?? [];
}

/** Passes a request on as it is; the bytes matter, because they are signed. */
function handOn(base: string, request: Request, response: Response): void {
  const onward = httpRequest(
    `${base}${request.url}`,
    { method: request.method, headers: request.headers },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    },
  );
  onward.on('error', () => {
    if (!response.headersSent) response.writeHead(502);
    response.end();
  });
  request.pipe(onward);
}
