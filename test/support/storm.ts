// A storm of webhooks as Zalo would send them: late, twice, at the same moment, and by people who do not know the key.
import { createHash, createHmac, randomBytes } from 'node:crypto';
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '#bot/store/database.ts';

export const keys = {
  appId: '1000000000000000001',
  appSecret: 'app-secret-for-tests',
  oaId: '4000000000000000004',
  oaSecretKey: 'oa-secret-for-tests',
};

export interface Delivery {
  body: string;
  signature: string | undefined;
  good: boolean;
}

export interface Storm {
  /** What is sent, in groups: those of a group leave at the same moment. */
  groups: Delivery[][];
  /** The messages of people, each of which must be answered once. */
  answered: string[];
  /** Different good events, those that are only remembered included. */
  events: number;
  bad: number;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const sign = (body: string, timestamp: string, key = keys.oaSecretKey) =>
  `mac=${sha256(keys.appId + body + timestamp + key)}`;

/** Six ways of not being Zalo. */
const forgeries: ((body: string, timestamp: string) => Delivery)[] = [
  (body) => ({ body, signature: undefined, good: false }),
  (body, timestamp) => ({ body, signature: sign(body, timestamp, 'another-key'), good: false }),
  (body, timestamp) => ({ body, signature: sign(body, timestamp, keys.appSecret), good: false }),
  (body, timestamp) => ({
    body,
    signature: `mac=${createHmac('sha256', keys.oaSecretKey)
      .update(keys.appId + body + timestamp)
      .digest('hex')}`,
    good: false,
  }),
  (body, timestamp) => ({
    body: body.replace('hạn nộp', 'dừng'),
    signature: sign(body, timestamp),
    good: false,
  }),
  (body, timestamp) => ({ body, signature: sign(body, timestamp).slice(0, -1), good: false }),
];

/** `size` different good events, 10 % of them sent twice (half of those at the same moment), and 5 % forgeries on top. */
export function storm(size: number): Storm {
  const run = randomBytes(4).toString('hex');
  const answered: string[] = [];
  const groups: Delivery[][] = [];
  const again: Delivery[][] = [];
  let bad = 0;
  for (let n = 0; n < size; n += 1) {
    const aDayOld = n % 50 === 0;
    const timestamp = String(Date.now() - (aDayOld ? 24 * 3_600_000 : n % 1_000));
    const messageId = `${run}${n.toString(16).padStart(12, '0')}`;
    const body = wordsOf(n, messageId, timestamp);
    if (n % 10 < 8) answered.push(messageId);
    const delivery = { body, signature: sign(body, timestamp), good: true };
    const twice = n % 10 === 3;
    groups.push(twice && n % 20 === 3 ? [delivery, delivery] : [delivery]);
    if (twice && n % 20 !== 3) again.push([delivery]);
    if (n % 20 === 0) {
      const forged = wordsOf(0, `forged${messageId}`, timestamp);
      groups.push([forgeries[bad % forgeries.length]!(forged, timestamp)]);
      bad += 1;
    }
  }
  return { groups: [...groups, ...again], answered, events: size, bad };
}

/** Eight of ten are questions; one is a receipt and one is an event that nobody knows. */
function wordsOf(n: number, messageId: string, timestamp: string): string {
  const person = { id: `30000000000000${String(n % 499).padStart(5, '0')}` };
  const page = { id: keys.oaId };
  const envelope =
    n % 10 === 8
      ? {
          event_name: 'user_received_message',
          sender: page,
          recipient: person,
          message: { msg_id: messageId },
        }
      : n % 10 === 9
        ? { event_name: 'user_did_something_new', sender: person, recipient: page, what: messageId }
        : {
            event_name: 'user_send_text',
            sender: person,
            recipient: page,
            message: { msg_id: messageId, text: 'hạn nộp' },
          };
  return JSON.stringify({ app_id: keys.appId, ...envelope, timestamp });
}

export interface Answers {
  /** Deliveries that were answered as they should be, and those that were not. */
  right: number;
  wrong: number;
  /** Milliseconds of each answer to a good event. */
  times: number[];
}

/** Sends everything with so many hands; whoever gets no answer tries again, as Zalo does. */
export async function send(url: string, { groups }: Storm, hands: number): Promise<Answers> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: hands * 2 });
  const answers: Answers = { right: 0, wrong: 0, times: [] };
  let next = 0;
  const hand = async () => {
    while (next < groups.length) {
      const group = groups[next++]!;
      await Promise.all(group.map((delivery) => deliver(url, agent, delivery, answers)));
    }
  };
  await Promise.all(Array.from({ length: hands }, hand));
  agent.destroy();
  return answers;
}

async function deliver(url: string, agent: http.Agent, delivery: Delivery, answers: Answers): Promise<void> {
  for (;;) {
    const from = performance.now();
    const status = await post(url, agent, delivery).catch(() => 0);
    if (status === 0 || status === 503) {
      await sleep(100);
      continue;
    }
    if (delivery.good) answers.times.push(performance.now() - from);
    if (delivery.good ? status === 200 : status === 401 || status === 403) answers.right += 1;
    else answers.wrong += 1;
    return;
  }
}

function post(url: string, agent: http.Agent, { body, signature }: Delivery): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      'Content-Type': 'application/json',
      ...(signature ? { 'X-ZEvent-Signature': signature } : {}),
    };
    const request = http.request(`${url}/webhook/zalo/oa`, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}

export interface Deeds {
  remembered: number;
  handled: number;
  /** How many messages of people were answered once, and how many not or more than once. */
  answeredOnce: number;
  answeredOtherwise: number;
}

/** What became of the storm, as the database has it. */
export async function deedsOf({ pool }: Pick<Database, 'pool'>, { answered }: Storm): Promise<Deeds> {
  const { rows } = await pool.query<{ remembered: number; handled: number }>(
    `SELECT count(*)::int AS remembered, count(*) FILTER (WHERE state = 'handled')::int AS handled FROM inbox_event`,
  );
  const { rows: once } = await pool.query<{ once: number; otherwise: number }>(
    `SELECT count(*) FILTER (WHERE n = 1)::int AS once, count(*) FILTER (WHERE n <> 1)::int AS otherwise
     FROM (SELECT count(m.id) AS n FROM unnest($1::text[]) AS given(id)
           LEFT JOIN message m ON m.cause = 'reply:user_send_text:' || given.id GROUP BY given.id) AS counted`,
    [answered],
  );
  return { ...rows[0]!, answeredOnce: once[0]!.once, answeredOtherwise: once[0]!.otherwise };
}

/** Waits until everything that was remembered has been handled. */
export async function allHandled(db: Pick<Database, 'pool'>, from: Storm, patience: number): Promise<Deeds> {
  for (const end = performance.now() + patience; ; await sleep(100)) {
    const deeds = await deedsOf(db, from);
    if (deeds.handled === deeds.remembered || performance.now() > end) return deeds;
  }
}

/** The environment of a process that takes the storm. */
export const surroundings = (databaseUrl: string, port: number): Record<string, string> => ({
  DATABASE_URL: databaseUrl,
  PORT: String(port),
  SANDBOX: 'off',
  LOG_LEVEL: 'error',
  ENCRYPTION_KEY: '0'.repeat(64),
  SESSION_SECRET: 'x'.repeat(32),
  ZALO_APP_ID: keys.appId,
  ZALO_APP_SECRET: keys.appSecret,
  ZALO_OA_ID: keys.oaId,
  ZALO_OA_SECRET_KEY: keys.oaSecretKey,
});
