/** Calls the endpoints of the contract: right addresses, right types, and every failure as one kind of error with its words. */

import { addresses, type EndpointName } from '#contract/addresses.ts';
import type { Api } from '#contract/api.ts';
import { addressOf, type InputOf, type OutputOf } from '#contract/endpoint.ts';
import { type FailureBody, type FailureCode, type FieldProblem, failures } from '#contract/failure.ts';

/** `offline`: the server did not answer; what was sent may or may not have arrived. */
export class ApiFailure extends Error {
  readonly code: FailureCode | 'offline';
  readonly fields: FieldProblem[];
  readonly facts: Record<string, string>;
  readonly requestId: string | null;

  constructor(code: FailureCode | 'offline', message: string, body?: FailureBody['error']) {
    super(message);
    this.name = 'ApiFailure';
    this.code = code;
    this.fields = body?.fields ?? [];
    this.facts = body?.facts ?? {};
    this.requestId = body?.requestId ?? null;
  }
}

/** How the session is asked for a bearer; set once by session.tsx. */
export interface Bearer {
  get(): string | null;
  /** The bearer was refused: a new one, or null where there is none to be had. */
  renew(): Promise<string | null>;
}

let base = '';
let bearer: Bearer = { get: () => null, renew: async () => null };

export function configureApi(options: { base: string; bearer: Bearer }): void {
  base = options.base;
  bearer = options.bearer;
}

const patience = 20_000;

export async function call<N extends EndpointName>(
  name: N,
  input: InputOf<Api[N]>,
): Promise<OutputOf<Api[N]>> {
  const token = bearer.get();
  try {
    return await once(name, input, token);
  } catch (error) {
    if (!(error instanceof ApiFailure) || error.code !== 'sign_in' || token === null) throw error;
    const renewed = await bearer.renew();
    if (renewed === null) throw error;
    return once(name, input, renewed);
  }
}

async function once<N extends EndpointName>(
  name: N,
  input: InputOf<Api[N]>,
  token: string | null,
): Promise<OutputOf<Api[N]>> {
  const [method, pattern] = addresses[name];
  const { path, rest } = addressOf(pattern, input as Record<string, unknown>);
  const inQuery = method === 'GET' || method === 'DELETE';
  const query = inQuery ? queryOf(rest) : '';
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), patience);
  try {
    const answer = await fetch(`${base}${path}${query}`, {
      method,
      signal: abort.signal,
      headers: {
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(inQuery ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(inQuery ? {} : { body: JSON.stringify(rest) }),
    });
    const body: unknown = await answer.json();
    if (answer.ok) return body as OutputOf<Api[N]>;
    throw failureOf(body);
  } catch (error) {
    if (error instanceof ApiFailure) throw error;
    throw new ApiFailure('offline', 'Chưa nối được tới máy chủ. Kiểm tra mạng rồi thử lại.');
  } finally {
    clearTimeout(timer);
  }
}

function queryOf(values: Record<string, unknown>): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return given.length === 0
    ? ''
    : `?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`;
}

function failureOf(body: unknown): ApiFailure {
  const error = (body as Partial<FailureBody> | null)?.error;
  if (error && error.code in failures) return new ApiFailure(error.code, error.message, error);
  return new ApiFailure('unexpected', failures.unexpected[1]);
}
