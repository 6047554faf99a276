// A bare HTTP or TCP server that answers exactly the bytes a test gives it and remembers what it was sent.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { TokenSource, Urgency, ZaloAddresses } from '#bot/zalo/ports.ts';

export interface Heard {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body: unknown;
}

type Answering = (heard: Heard, response: ServerResponse) => Answer | undefined;

/** Answers `undefined` leave the request hanging, unless the test used the response itself. */
export async function wireServer(answering: Answering): Promise<{ url: string; heard: Heard[] }> {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const address = new URL(request.url ?? '/', 'http://local');
    const one: Heard = {
      method: request.method ?? '',
      path: address.pathname,
      query: address.searchParams,
      headers: request.headers,
      body: Buffer.concat(chunks).toString('utf8'),
    };
    heard.push(one);
    const answer = answering(one, response);
    if (!answer) return;
    const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers });
    response.end(text);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: urlOf(server), heard };
}

/** Every new connection is handed to the test as it is. */
export async function rawServer(connected: (socket: net.Socket) => void): Promise<string> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    connected(socket);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return urlOf(server);
}

/** An address where certainly nobody listens. */
export async function deadAddress(): Promise<string> {
  const server = net.createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const url = urlOf(server);
  await new Promise((closed) => server.close(closed));
  return url;
}

function urlOf(server: net.Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** All five of Zalo's hosts on one server, each below its own path, as the local Zalo has them. */
export function addressesAt(url: string): ZaloAddresses {
  return {
    oauth: `${url}/oauth`,
    openapi: `${url}/openapi`,
    business: `${url}/business`,
    graph: `${url}/graph/`,
    miniAppApi: `${url}/mini`,
  };
}

export function openGate() {
  const told: unknown[] = [];
  const passed: Urgency[] = [];
  return {
    told,
    passed,
    async pass(urgency: Urgency) {
      passed.push(urgency);
    },
    observe(limit: number | undefined, remain: number | undefined) {
      told.push({ limit, remain });
    },
    slowDown(remain?: number) {
      told.push({ slowDown: true, remain });
    },
  };
}

/** Tokens t1, t2, … one after the other; counts how often it was asked to renew. */
export function countingTokens(): TokenSource & { renewed: string[] } {
  const renewed: string[] = [];
  return {
    renewed,
    current: async () => `t${renewed.length + 1}`,
    async renew(failed) {
      renewed.push(failed);
      return `t${renewed.length + 1}`;
    },
  };
}
