/** Carries one request to Zalo and tells apart "nothing was sent" from "it may have happened". */
import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import axios from 'axios';
import { notReached, unknownOutcome } from './error.ts';
import { parseJson } from './json.ts';

export interface WireRequest {
  method: 'GET' | 'POST';
  /** Base address; may carry a path of its own, to which Zalo's path is appended. */
  base: string;
  path: string;
  query?: Record<string, string>;
  headers: Record<string, string>;
  /** At most one of the three bodies. */
  json?: unknown;
  form?: Record<string, string>;
  upload?: FormData;
}

export interface WireAnswer {
  body: unknown;
  /** X-RateLimit-Limit and X-RateLimit-Remain, where Zalo sent them. */
  limit?: number;
  remain?: number;
}

export interface Wire {
  /** Resolves only with a 2xx answer that is JSON; otherwise throws a ZaloError. Never repeats a request. */
  ask(request: WireRequest): Promise<WireAnswer>;
  close(): void;
}

/**
 * An idle socket is closed by us before the other side does it: a request written to a socket that Zalo is
 * just closing would be lost without our knowing whether it was read.
 */
const IDLE_SOCKET_MS = 4_000;
const LARGEST_ANSWER = 16 * 1024 * 1024;

export function createWire(options: { connections: number; timeoutMs: number }): Wire {
  const agent = { keepAlive: true, maxSockets: options.connections, timeout: IDLE_SOCKET_MS };
  const httpAgent = new http.Agent(agent);
  const httpsAgent = new https.Agent(agent);
  const client = axios.create({
    httpAgent,
    httpsAgent,
    proxy: false,
    maxRedirects: 0,
    maxContentLength: LARGEST_ANSWER,
    responseType: 'text',
    validateStatus: () => true,
    transformRequest: (data: unknown) => data,
    transformResponse: (data: unknown) => data,
  });

  return {
    async ask(request) {
      const call = `${request.method} ${request.path}`;
      const flight = createFlight(options.timeoutMs);
      let answer: { status: number; data: unknown; headers: object };
      try {
        answer = await client.request({
          method: request.method,
          url: addressOf(request),
          headers: headersOf(request),
          data: bodyOf(request),
          transport: flight.transport,
        });
      } catch (error) {
        const why = flight.timedOut() ? `no answer after ${options.timeoutMs} ms` : reasonOf(error);
        throw flight.departed() ? unknownOutcome(call, why) : notReached(call, why);
      } finally {
        flight.land();
      }
      if (answer.status < 200 || answer.status > 299) throw unknownOutcome(call, `HTTP ${answer.status}`);
      return { body: readBody(call, answer.data), ...rateOf(answer.headers) };
    },
    close() {
      httpAgent.destroy();
      httpsAgent.destroy();
    },
  };
}

/** Watches one request: did a connection stand before it ended, and is it taking too long? */
function createFlight(timeoutMs: number) {
  let departed = false;
  let timedOut = false;
  let timer: NodeJS.Timeout | undefined;

  function request(options: RequestOptions, onAnswer: (answer: IncomingMessage) => void): ClientRequest {
    const secure = options.protocol === 'https:';
    const clientRequest = (secure ? https : http).request(options, onAnswer);
    clientRequest.once('socket', (socket) => {
      if (!socket.connecting) departed = true;
      // Over TLS the request is written only once the handshake is done.
      else socket.once(secure ? 'secureConnect' : 'connect', () => (departed = true));
    });
    timer = setTimeout(() => {
      timedOut = true;
      clientRequest.destroy(new Error('timeout'));
    }, timeoutMs);
    return clientRequest;
  }

  return {
    transport: { request },
    departed: () => departed,
    timedOut: () => timedOut,
    land: () => clearTimeout(timer),
  };
}

function addressOf({ base, path, query }: WireRequest): string {
  const pairs = Object.entries(query ?? {}).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return base.replace(/\/+$/, '') + path + (pairs.length > 0 ? `?${pairs.join('&')}` : '');
}

function headersOf({ headers, json, form }: WireRequest): Record<string, string> {
  if (json !== undefined) return { ...headers, 'Content-Type': 'application/json' };
  if (form) return { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' };
  return headers;
}

function bodyOf({ json, form, upload }: WireRequest): string | FormData | undefined {
  if (json !== undefined) return JSON.stringify(json);
  if (form) return new URLSearchParams(form).toString();
  return upload;
}

function readBody(call: string, data: unknown): unknown {
  try {
    return parseJson(String(data));
  } catch {
    throw unknownOutcome(call, 'the answer is not JSON');
  }
}

/** Only the error's short code: an axios error holds the whole request, token included. */
function reasonOf(error: unknown): string {
  if (axios.isAxiosError(error)) return error.code ?? 'connection lost';
  return error instanceof Error ? error.name : 'connection lost';
}

function rateOf(headers: object): { limit?: number; remain?: number } {
  return {
    limit: wholeNumber(Reflect.get(headers, 'x-ratelimit-limit')),
    remain: wholeNumber(Reflect.get(headers, 'x-ratelimit-remain')),
  };
}

function wholeNumber(header: unknown): number | undefined {
  return typeof header === 'string' && /^-?\d+$/.test(header.trim()) ? Number(header) : undefined;
}
