// Delivers events to the product as Zalo does: exact signed bytes, two seconds of patience, a ladder of repeats.
import http from 'node:http';
import https from 'node:https';
import { type Clock, HOUR, MINUTE } from './clock.ts';
import type { Faults } from './faults.ts';
import type { CallLog } from './log.ts';
import { oddJson } from './odd-json.ts';
import type { SandboxOptions } from './options.ts';
import { miniAppSignature, pageSignature } from './signatures.ts';

export const RETRY_LADDER = [30_000, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR];
const AT_ONCE = 32;
const MOST_WAITING = 10_000;

export interface Delivery {
  url: string;
  event: string;
  user: string;
  body: string;
  headers: Record<string, string>;
  /** 0 for the first try, then the number in `num_retry`. */
  attempt: number;
  /** Time of the rehearsal clock at which it goes out. */
  dueAt: number;
}

export interface SavedWebhooks {
  subscribed: boolean;
  waiting: Delivery[];
}

type Outcome = { status: number } | { failure: string; connected: boolean };

export type Webhooks = ReturnType<typeof createWebhooks>;

interface Parts {
  options: SandboxOptions;
  clock: Clock;
  faults: Faults;
  log: CallLog;
  changed: () => void;
}

export function createWebhooks(parts: Parts, saved: SavedWebhooks | undefined) {
  const { options, clock, faults, log } = parts;
  const { appId, oaSecretKey, miniAppApiKey } = options.credentials;
  const agents = {
    'http:': new http.Agent({ keepAlive: true, maxSockets: AT_ONCE }),
    'https:': new https.Agent({ keepAlive: true, maxSockets: AT_ONCE }),
  };
  const queue: Delivery[] = [];
  let underWay = 0;
  let subscribed = saved?.subscribed ?? true;
  let stopped = false;
  // what had failed before a restart waits at least half a minute: nothing goes out by itself at a start
  let waiting = (saved?.waiting ?? []).map((delivery) => ({
    ...delivery,
    dueAt: Math.max(delivery.dueAt, clock.now() + 30_000),
  }));
  let alarm: NodeJS.Timeout | undefined;
  const held = new Set<NodeJS.Timeout>();
  clock.onChange(setAlarm);
  setAlarm();

  function setAlarm(): void {
    clearTimeout(alarm);
    if (stopped || waiting.length === 0) return;
    const next = waiting.reduce((least, delivery) => Math.min(least, delivery.dueAt), Infinity);
    alarm = setTimeout(sendDue, Math.min(Math.max(0, next - clock.now()), HOUR)).unref();
  }

  function sendDue(): void {
    const now = clock.now();
    const due = waiting.filter((delivery) => delivery.dueAt <= now);
    waiting = waiting.filter((delivery) => delivery.dueAt > now);
    for (const delivery of due) enqueue(delivery);
    setAlarm();
  }

  function enqueue(delivery: Delivery): void {
    if (stopped) return;
    queue.push(delivery);
    if (underWay < AT_ONCE) void work();
  }

  async function work(): Promise<void> {
    underWay += 1;
    for (let next = queue.shift(); next && !stopped; next = queue.shift()) await deliver(next);
    underWay -= 1;
  }

  function post(delivery: Delivery): Promise<Outcome> {
    return new Promise((resolve) => {
      const url = new URL(delivery.url);
      const secure = url.protocol === 'https:';
      let connected = false;
      const request = (secure ? https : http).request(url, {
        method: 'POST',
        agent: agents[secure ? 'https:' : 'http:'],
        headers: { ...delivery.headers, 'Content-Length': String(Buffer.byteLength(delivery.body)) },
      });
      const patience = setTimeout(() => {
        request.destroy(new Error('quá thời gian chờ'));
      }, faults.knobs.webhookPatienceMs);
      request.on('socket', (socket) => {
        if (socket.connecting) {
          socket.once('connect', () => {
            connected = true;
          });
        } else connected = true;
      });
      request.on('response', (response) => {
        clearTimeout(patience);
        response.resume();
        response.on('error', () => undefined);
        resolve({ status: response.statusCode ?? 0 });
      });
      request.on('error', (cause) => {
        clearTimeout(patience);
        resolve({ failure: cause.message, connected });
      });
      request.end(delivery.body);
    });
  }

  async function deliver(delivery: Delivery): Promise<void> {
    const started = performance.now();
    const outcome = await post(delivery);
    const ok = 'status' in outcome && outcome.status === 200;
    log.add({
      at: clock.now(),
      way: 'webhook',
      what: delivery.attempt > 0 ? `${delivery.event} (lần ${delivery.attempt + 1})` : delivery.event,
      user: delivery.user,
      ok,
      result: 'status' in outcome ? String(outcome.status) : outcome.failure,
      ms: Math.round(performance.now() - started),
      request: delivery.body,
      answer: '',
    });
    if (ok) return;
    const connectionFailed = !('status' in outcome) && !outcome.connected;
    if (faults.knobs.retryOn === 'all' || connectionFailed) repeatLater(delivery);
  }

  function repeatLater(delivery: Delivery): void {
    const attempt = delivery.attempt + 1;
    const wait = RETRY_LADDER[attempt - 1];
    if (wait === undefined) {
      subscribed = false;
      waiting = [];
      options.log?.({ event: 'sandbox webhooks unsubscribed after the last repeat' });
    } else if (waiting.length < MOST_WAITING) {
      const headers = { ...delivery.headers, num_retry: String(attempt) };
      waiting.push({ ...delivery, headers, attempt, dueAt: clock.now() + wait });
    }
    setAlarm();
    parts.changed();
  }

  function send(delivery: Delivery): void {
    const copies = faults.strikes('duplicate', faults.knobs.duplicate) ? 2 : 1;
    const go = () => {
      for (let copy = 0; copy < copies; copy += 1) enqueue(delivery);
    };
    if (!faults.strikes('reorder', faults.knobs.reorder)) {
      go();
      return;
    }
    const timer = setTimeout(() => {
      held.delete(timer);
      go();
    }, 400).unref();
    held.add(timer);
  }

  /** An event of the page: signed over the bytes that are sent. */
  function emit(event: Record<string, unknown>, user: string, server = 'OA OpenAPI'): void {
    if (!faults.knobs.webhook || !subscribed) return;
    const timestamp = String(clock.now());
    const body = oddJson({ ...event, timestamp });
    const headers = {
      'Content-Type': 'application/json',
      'User-Agent': 'ZaloWebhook',
      'X-ZEvent-Server': server,
      'X-ZEvent-Signature': pageSignature(appId, body, timestamp, oaSecretKey),
    };
    const delivery: Delivery = {
      url: options.webhookUrl,
      event: String(event.event_name),
      user,
      body,
      headers,
      attempt: 0,
      dueAt: 0,
    };
    send(delivery);
    if (faults.strikes('forged', faults.knobs.forged)) {
      const forged = {
        ...headers,
        'X-ZEvent-Signature': pageSignature(appId, body, timestamp, 'not-the-key'),
      };
      enqueue({
        ...delivery,
        event: `${delivery.event} (chữ ký sai)`,
        headers: forged,
        attempt: RETRY_LADDER.length,
      });
    }
  }

  /** An event of the Mini App: other names, other signature. */
  function emitMiniApp(event: Record<string, unknown>, user: string): void {
    if (!faults.knobs.webhook || !subscribed) return;
    send({
      url: options.miniAppWebhookUrl,
      event: String(event.event),
      user,
      body: oddJson(event),
      headers: {
        'Content-Type': 'application/json',
        'User-Agent': 'ZaloWebhook',
        'X-ZEvent-Signature': miniAppSignature(event, miniAppApiKey),
      },
      attempt: 0,
      dueAt: 0,
    });
  }

  /** What Zalo does when the address is saved in its console: a call without an event, which must be answered 200. */
  async function probe(): Promise<Outcome> {
    return post({
      url: options.webhookUrl,
      event: 'probe',
      user: '',
      body: '{}',
      headers: { 'Content-Type': 'application/json', 'User-Agent': 'ZaloWebhook' },
      attempt: 0,
      dueAt: 0,
    });
  }

  return {
    emit,
    emitMiniApp,
    probe,
    state: () => ({ subscribed, waiting: waiting.length, underWay: underWay + queue.length }),
    subscribe() {
      subscribed = true;
      parts.changed();
    },
    save: (): SavedWebhooks => ({ subscribed, waiting }),
    stop() {
      stopped = true;
      clearTimeout(alarm);
      for (const timer of held) clearTimeout(timer);
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}
