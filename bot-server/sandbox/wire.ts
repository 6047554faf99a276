// The shapes of Zalo's answers and the reading of requests, byte by byte and without any framework in between.
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';

const LARGEST = 60 * 1024 * 1024;

/** What every OA call answers, success and failure both with HTTP 200. */
export interface Answer {
  error: number;
  message: string;
  data?: unknown;
}

/** One call of the Open API as its handler sees it. */
export interface Call {
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  raw: Buffer;
  /** The parsed JSON body of a POST; undefined when it is no JSON. */
  body: unknown;
  /** Address of the rehearsal as the caller reached it, without a slash at the end. */
  origin(): string;
}

export const success = (data?: unknown): Answer => ({ data, error: 0, message: 'Success' });
export const refusal = (error: number, message: string): Answer => ({ error, message });
export const invalid = (field: string): Answer => refusal(-201, `${field} is invalid!`);

export function isRefusal(value: object): value is Answer {
  return 'error' in value && typeof value.error === 'number' && value.error !== 0;
}

export type Fields = Record<string, unknown>;

export function fields(value: unknown): Fields | undefined {
  return value && typeof value === 'object' && !Array.isArray(value) ? (value as Fields) : undefined;
}

/** A non-empty string, or ''. */
export const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export const isUrl = (value: unknown): value is string =>
  typeof value === 'string' && /^https?:\/\/\S+$/.test(value);

export function headerOf(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
}

/** The one query parameter `data` of the OA's GET calls. */
export function dataParameter(call: Call): Fields | undefined {
  try {
    return fields(JSON.parse(call.query.get('data') ?? ''));
  } catch {
    return undefined;
  }
}

/** A whole number that may also come as a string. */
export function wholeNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : undefined;
}

export function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > LARGEST) request.destroy(new Error('body too large'));
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
    request.on('error', reject);
  });
}

export function parseJson(raw: string): unknown {
  if (raw === '') return undefined;
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}

export function send(response: ServerResponse, status: number, text: string, headers: Fields = {}): void {
  response.writeHead(status, {
    'Content-Type': 'application/json;charset=utf-8',
    ...(headers as Record<string, string>),
    'Content-Length': Buffer.byteLength(text),
  });
  response.end(text);
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
