/** How fast one may knock: each person first; each address second and high, because a whole ward shares one. */

import type { Request, RequestHandler, Response } from 'express';
import { MemoryStore, rateLimit } from 'express-rate-limit';
import { Failure } from '#contract/failure.ts';

export interface Limits {
  perAddress: RequestHandler;
  /** Throws too_many. Writes are counted apart from reads. */
  perPerson(id: string, method: string, response: Response): void;
}

const minute = 60_000;
const tooMany = (response: Response, seconds: number): never => {
  response.setHeader('Retry-After', String(seconds));
  throw new Failure('too_many', [], { seconds: String(seconds) });
};

/** Requests a minute. Counted in this process: with several, each allows its own share, which only makes the limit softer. */
export function createLimits({ person = { read: 240, write: 60 }, address = 3000 } = {}): Limits {
  const windows = new Map<string, { from: number; count: number }>();
  const store = new MemoryStore();
  return {
    perAddress: rateLimit({
      windowMs: minute,
      limit: address,
      standardHeaders: false,
      legacyHeaders: false,
      store,
      handler: (request: Request, response: Response, next) => {
        const reset = (request as Request & { rateLimit?: { resetTime?: Date } }).rateLimit?.resetTime;
        try {
          tooMany(
            response,
            Math.max(1, Math.ceil(((reset?.getTime() ?? Date.now() + minute) - Date.now()) / 1000)),
          );
        } catch (error) {
          next(error);
        }
      },
    }),
    perPerson(id, method, response) {
      const kind = method === 'GET' ? 'read' : 'write';
      const now = Date.now();
      const key = `${kind}:${id}`;
      const window = windows.get(key);
      if (!window || now - window.from >= minute) {
        if (windows.size > 50_000) windows.clear();
        windows.set(key, { from: now, count: 1 });
        return;
      }
      window.count += 1;
      if (window.count > person[kind])
        tooMany(response, Math.max(1, Math.ceil((window.from + minute - now) / 1000)));
    },
  };
}
