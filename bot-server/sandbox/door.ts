// The one door of every API of the rehearsal Zalo: reads the call, plays the faults set by hand, answers, logs.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request, Response } from 'express';
import type { Loss } from './faults.ts';
import { masked } from './log.ts';
import { type Call, type Fields, parseJson, pause, readBody, send } from './wire.ts';
import type { World } from './world.ts';

export interface Reply {
  status: number;
  body: unknown;
  headers?: Fields;
  /** For the log: whom it is about and what came of it. */
  user: string;
  note: string;
  ok: boolean;
  /** The call was done, but nobody hears of it. */
  lost?: boolean;
}

const NO_QUERY = new URLSearchParams();

type Fault = 'hang' | 'answerLost' | 'http5xx' | 'notJson';
const FAULTS: Fault[] = ['hang', 'answerLost', 'http5xx', 'notJson'];
const FAULT_WORDS: { [fault in Fault]: string } = {
  hang: 'treo',
  answerLost: 'mất câu trả lời',
  http5xx: '502',
  notJson: 'không phải JSON',
};

/** Zalo's answer where it has no such address. */
export const nowhere: Reply = {
  status: 404,
  body: 'empty api',
  headers: { 'Content-Type': 'text/plain;charset=utf-8' },
  user: '',
  note: '404',
  ok: false,
};

/** Makes a request handler of a function from a call to its reply. */
export function door(world: World, family: string, answer: (call: Call, method: string) => Reply) {
  const { faults, log, clock } = world;

  function due(path: string): { fault: Fault; when: Loss['when'] } | undefined {
    const { knobs } = faults;
    if (knobs.onlyPath !== '' && !path.includes(knobs.onlyPath)) return undefined;
    for (const fault of FAULTS)
      if (faults.strikes(fault, knobs[fault].share)) return { fault, when: knobs[fault].when };
    return undefined;
  }

  function spoil(fault: Fault, request: IncomingMessage, response: ServerResponse): void {
    if (fault === 'answerLost') request.socket.destroy();
    else if (fault === 'http5xx')
      response.writeHead(502, { 'Content-Type': 'text/html' }).end('<h1>502 Bad Gateway</h1>');
    else if (fault === 'notJson')
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>bảo trì</html>');
    else {
      world.hanging.add(request.socket);
      request.socket.once('close', () => world.hanging.delete(request.socket));
    }
  }

  return async function handle(request: Request, response: Response): Promise<void> {
    const started = performance.now();
    const cut = request.url.indexOf('?');
    const path = cut < 0 ? request.url : request.url.slice(0, cut);
    const raw = await readBody(request);
    const json = request.headers['content-type']?.startsWith('multipart/') !== true;
    const sent = json ? raw.toString('utf8') : `(tệp, ${raw.length} byte)`;
    const call: Call = {
      path,
      query: cut < 0 ? NO_QUERY : new URLSearchParams(request.url.slice(cut + 1)),
      headers: request.headers,
      raw,
      body: json ? parseJson(sent) : undefined,
      origin: () =>
        `${request.protocol}://${request.headers.host}${request.baseUrl.replace(/\/[a-z]+$/, '')}`,
    };
    if (faults.knobs.latencyMs > 0 && path.includes(faults.knobs.onlyPath))
      await pause(faults.knobs.latencyMs);

    const fault = due(path);
    const reply = fault?.when === 'before' ? undefined : answer(call, request.method);
    const text = reply ? (typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body)) : '';
    if (fault) spoil(fault.fault, request, response);
    else if (reply?.lost) request.socket.destroy();
    else if (reply) send(response, reply.status, text, reply.headers);

    const note = reply?.note ?? 'chưa tới Zalo';
    log.add({
      at: clock.now(),
      way: 'call',
      what: `${request.method} ${family}${path}`,
      user: reply?.user ?? '',
      ok: !fault && !reply?.lost && reply?.ok === true,
      result: fault
        ? `${FAULT_WORDS[fault.fault]} · ${note}`
        : reply?.lost
          ? `mất câu trả lời · ${note}`
          : note,
      ms: Math.round(performance.now() - started),
      request: sent || call.query.toString(),
      answer: text,
      ...(family === '/oauth' && { request: masked(sent), answer: masked(text) }),
    });
  };
}
