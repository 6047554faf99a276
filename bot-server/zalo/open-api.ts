/** One call of the Official Account API: the gate, the token, the envelope, and the single renewal on a dead token. */
import type { z } from 'zod';
import { notReached, refused, unknownOutcome, ZaloError } from './error.ts';
import type { ErrorFamily } from './error-table.ts';
import type { Wire, WireRequest } from './http.ts';
import { isRecord } from './json.ts';
import type { Gate, TokenSource, Urgency } from './ports.ts';

type Question = Omit<WireRequest, 'base' | 'headers'>;

export interface OpenApi {
  /** Sends the question and returns the envelope's `data`, read with `schema`. */
  ask<S extends z.ZodType>(question: Question, schema: S, urgency?: Urgency): Promise<z.output<S>>;
}

export function createOpenApi(options: {
  wire: Wire;
  base: string;
  tokens: TokenSource;
  gate: Gate;
  family?: ErrorFamily;
}): OpenApi {
  const { wire, base, tokens, gate, family = 'oa' } = options;

  async function askOnce(question: Question, token: string, urgency: Urgency): Promise<unknown> {
    const call = `${question.method} ${question.path}`;
    await passing(call, gate.pass(urgency));
    const answer = await wire.ask({ ...question, base, headers: { access_token: token } });
    const { code, message, data } = readEnvelope(call, answer.body);
    if (code === -32) gate.slowDown(answer.remain);
    else gate.observe(answer.limit, answer.remain);
    if (code !== 0) throw refused(call, family, code, message);
    return data;
  }

  return {
    async ask(question, schema, urgency = 'normal') {
      const call = `${question.method} ${question.path}`;
      const token = await passing(call, tokens.current());
      let data: unknown;
      try {
        data = await askOnce(question, token, urgency);
      } catch (error) {
        if (!isDeadToken(error)) throw error;
        // −216 and −220 say that nothing was done, so the same call may go out once more.
        const renewed = await tokens.renew(token).catch(() => undefined);
        if (renewed === undefined) throw error;
        data = await askOnce(question, renewed, urgency);
      }
      return readData(call, data, schema);
    },
  };
}

/** A call that fails before anything was sent, for want of a token or of a permit. */
async function passing<T>(call: string, step: Promise<T>): Promise<T> {
  try {
    return await step;
  } catch (error) {
    throw notReached(call, error instanceof Error ? error.message : 'no token or no permit');
  }
}

function isDeadToken(error: unknown): error is ZaloError {
  return error instanceof ZaloError && error.kind === 'refused' && error.class === 'T';
}

/** Success and failure are both HTTP 200; `error` decides, as number or as text. */
export function readEnvelope(call: string, body: unknown): { code: number; message: string; data: unknown } {
  if (!isRecord(body)) throw unknownOutcome(call, 'the answer is not an object');
  const code = body.error === undefined ? 0 : Number(body.error);
  if (!Number.isInteger(code)) throw unknownOutcome(call, 'the answer has no readable error code');
  return { code, message: typeof body.message === 'string' ? body.message : '', data: body.data };
}

export function readData<S extends z.ZodType>(call: string, data: unknown, schema: S): z.output<S> {
  const result = schema.safeParse(data);
  if (!result.success) {
    const fields = result.error.issues.map((issue) => issue.path.join('.') || 'data');
    throw unknownOutcome(call, `unexpected shape at ${fields.join(', ')}`);
  }
  return result.data;
}
