/** Every error becomes one answer: the code's status and sentence from the one table, and the request id to quote on the phone. */

import type { ErrorRequestHandler, Request, Response } from 'express';
import { Failure, type FailureBody, type FailureCode, failures } from '#contract/failure.ts';

/** Errors of the body parser and of the router, in our codes. */
const foreign: Record<string, FailureCode> = {
  'entity.too.large': 'too_large',
  'entity.parse.failed': 'not_json',
  'encoding.unsupported': 'not_json',
  'charset.unsupported': 'not_json',
  'request.aborted': 'not_json',
};

function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const { type, status } = (error ?? {}) as { type?: string; status?: number };
  if (type && foreign[type]) return new Failure(foreign[type]);
  if (status === 400 || error instanceof URIError) return new Failure('not_found');
  return new Failure('unexpected');
}

export const answerFailure: ErrorRequestHandler = (error, request, response, next) => {
  const failure = failureOf(error);
  const [status] = failures[failure.code];
  if (status >= 500) request.log.error({ err: error, code: failure.code }, 'request failed');
  else
    request.log.info(
      { code: failure.code, fields: failure.fields.map((problem) => problem.field) },
      'request refused',
    );
  if (response.headersSent) next(error);
  else sendFailure(request, response, failure);
};

export function sendFailure(request: Request, response: Response, failure: Failure): void {
  const [status, sentence] = failures[failure.code];
  const body: FailureBody = {
    error: {
      code: failure.code,
      message: sentence,
      ...(failure.fields.length > 0 ? { fields: failure.fields } : {}),
      ...(failure.facts ? { facts: failure.facts } : {}),
      requestId: String(request.id),
    },
  };
  response.status(status).json(body);
}
