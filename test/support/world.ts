/** The whole product on a real port, with the demo, a real database and the local Zalo, as tests of the API and of journeys use it. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Express } from 'express';
import { afterAll } from 'vitest';
import { handleEvent } from '#bot/chat/bot.ts';
import { composeApp } from '#bot/compose.ts';
import { readConfig } from '#bot/config.ts';
import { type App, at } from '#bot/context.ts';
import { createApp } from '#bot/http/app.ts';
import { openDoor } from '#bot/http/door.ts';
import type { Limits } from '#bot/http/limits.ts';
import { startInbox } from '#bot/jobs/inbox.ts';
import { startPostman } from '#bot/jobs/postman.ts';
import { startPublisher } from '#bot/jobs/publish.ts';
import { startSpread } from '#bot/jobs/spread.ts';
import { startTimetable } from '#bot/jobs/timetable.ts';
import { createLog } from '#bot/log.ts';
import { startRehearsal } from '#bot/rehearsal.ts';
import { moveDemoDates } from '#bot/services/demo-dates.ts';
import { loadDemo } from '#bot/services/setup.ts';
import { type Api, api, type EndpointName } from '#contract/api.ts';
import { addressOf, type InputOf, type OutputOf } from '#contract/endpoint.ts';
import type { FailureBody } from '#contract/failure.ts';
import { ensureBuilt } from '../../mini-app/build.ts';
import { freshDatabase } from './database.ts';

/** The demo people by the part they play. */
export const cast = {
  author: 'Nguyễn Minh Hà',
  teacher: 'Phạm Thu Hà',
  otherAuthor: 'Trần Văn Minh',
  head: 'Trần Văn Thắng',
  secretary: 'Lê Thu Hương',
  colleague: 'Đỗ Quang Huy',
  admin: 'Vũ Hải Nam',
  citizen: 'Bùi Đức Long',
} as const;
export type Part = keyof typeof cast;

type Answer<N extends EndpointName> =
  | { status: number; ok: true; body: OutputOf<Api[N]> }
  | { status: number; ok: false; body: FailureBody };

export interface Visitor {
  /** Calls an endpoint; the answer is returned whatever it is. */
  try<N extends EndpointName>(name: N, input: InputOf<Api[N]>): Promise<Answer<N>>;
  /** Calls an endpoint that must succeed. */
  do<N extends EndpointName>(name: N, input: InputOf<Api[N]>): Promise<OutputOf<Api[N]>>;
  token: string | null;
}

export interface World {
  url: string;
  app: App;
  /** The application itself, for tests that look at its routes. */
  server: Express;
  visitor: Visitor;
  as(part: Part): Promise<Visitor>;
  /** The local Zalo's control API. */
  sandbox<T>(path: string, body?: object): Promise<T>;
  person(part: Part): Promise<{ oaUserId: string; appUserId: string; name: string }>;
  log: string[];
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const noLimits: Limits = { perAddress: (_request, _response, next) => next(), perPerson: () => undefined };

export async function openWorld(
  options: {
    jobs?: boolean;
    limits?: Limits /** With the mini app itself, for browsers. */;
    built?: boolean;
  } = {},
): Promise<World> {
  if (options.built) await ensureBuilt(root);
  const database = await freshDatabase({ connections: 20 });
  const dataDir = mkdtempSync(join(tmpdir(), 'world-'));
  const door = await openDoor('127.0.0.1', 0);
  const config = readConfig({
    SANDBOX: 'on',
    DATA_DIR: dataDir,
    PORT: String(door.port),
    SEND_RATE_PER_MINUTE: '100000000',
  });
  const lines: string[] = [];
  const log = createLog(
    'debug',
    new Writable({
      write(line, _encoding, done) {
        lines.push(String(line));
        done();
      },
    }),
  );
  const store = { ...database, note: undefined };
  await loadDemo({ config, db: store.prisma, now: new Date() });
  const rehearsal = await startRehearsal({ config, store, log, oaName: 'UBND quận Ba Đình' });
  const app = composeApp({ config, prisma: store.prisma, pool: store.pool, log, clock: rehearsal.clock });
  await app.db.$transaction((tx) => moveDemoDates(tx, at(app)));
  const server = createApp({
    app,
    isReady: async () => true,
    miniAppFolder: `${root}mini-app/www`,
    sandbox: rehearsal.handler,
    limits: options.limits ?? noLimits,
  });
  door.serve(server);
  await app.oaTokens.saveFirstPair(rehearsal.firstTokens()!);
  const jobs = options.jobs
    ? [
        startPostman(app),
        startSpread(app),
        startPublisher(app),
        startTimetable(app),
        startInbox(app, handleEvent),
      ]
    : [];
  afterAll(async () => {
    for (const job of jobs) await job.stop();
    app.zalo.close();
    await door.close(1_000);
    await rehearsal.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const url = config.publicUrl;
  const sandbox = async <T>(path: string, body?: object): Promise<T> => {
    const answer = await fetch(`${url}/sandbox/control/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'Content-Type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const people = await sandbox<{ oaUserId: string; appUserId: string; name: string }[]>('people');
  const person = async (part: Part) => {
    const found = people.find((one) => one.name === cast[part]);
    if (!found) throw new Error(`${cast[part]} is not in the demo`);
    return found;
  };
  return {
    url,
    app,
    server,
    log: lines,
    sandbox,
    person,
    visitor: visitorOf(url, null),
    async as(part) {
      const { accessToken } = await sandbox<{ accessToken: string }>(
        `people/${(await person(part)).appUserId}/access-token`,
        {},
      );
      const { token } = await visitorOf(url, null).do('signIn', { accessToken });
      return visitorOf(url, token);
    },
  };
}

function visitorOf(url: string, token: string | null): Visitor {
  const attempt: Visitor['try'] = async (name, input) => {
    const { method, path: pattern } = api[name];
    const { path, rest } = addressOf(pattern, input as Record<string, unknown>);
    const inQuery = method === 'GET' || method === 'DELETE';
    const query =
      inQuery && Object.keys(rest).length > 0
        ? `?${new URLSearchParams(Object.entries(rest).map(([key, value]) => [key, String(value)]))}`
        : '';
    const answer = await fetch(`${url}${path}${query}`, {
      method,
      headers: { ...(token ? { Authorization: `Bearer ${token}` } : {}), 'Content-Type': 'application/json' },
      ...(inQuery ? {} : { body: JSON.stringify(rest) }),
    });
    return { status: answer.status, ok: answer.ok, body: await answer.json() } as Answer<typeof name>;
  };
  return {
    token,
    try: attempt,
    async do(name, input) {
      const answer = await attempt(name, input);
      if (!answer.ok) throw new Error(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body;
    },
  };
}

/** A promise of the product is kept within this time, or the test says what it waited for. */
export async function until<T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
  ms = 10_000,
): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > end) throw new Error(`waited ${ms} ms for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
