/** The one door in: who is it, may they knock here, is the input right; then the verb; and nothing leaves that is not in the output. */

import type { Express, NextFunction, Request, Response } from 'express';
import * as z from 'zod/mini';
import { type Api, api, type EndpointName } from '#contract/api.ts';
import type { Endpoint, InputOf, OutputOf } from '#contract/endpoint.ts';
import { Failure, type FieldProblem } from '#contract/failure.ts';
import { normaliseText } from '#domain/text.ts';
import { type App, at, type Context, hasRole, type Who } from '../context.ts';
import { whoIs } from '../services/session.ts';
import type { Limits } from './limits.ts';

/** A verb of services/ for every endpoint: public ones get no person. */
export type Verbs = {
  [N in EndpointName]: Api[N]['access'] extends 'public'
    ? (ctx: Context, input: InputOf<Api[N]>) => Promise<OutputOf<Api[N]>>
    : (ctx: Context, who: Who, input: InputOf<Api[N]>) => Promise<OutputOf<Api[N]>>;
};

/** Binds every endpoint of the contract; one that has no verb does not compile. */
export function bind(express: Express, app: App, verbs: Verbs, limits: Limits): void {
  for (const name of Object.keys(api) as EndpointName[]) {
    const one: Endpoint = api[name];
    const verb = verbs[name] as (ctx: Context, ...rest: unknown[]) => Promise<unknown>;
    const method = one.method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
    express[method](
      one.path,
      limits.perAddress,
      async (request: Request, response: Response, next: NextFunction) => {
        try {
          const ctx = at(app);
          const who = one.access === 'public' ? null : await callerOf(app, request, ctx.now);
          if (who) limits.perPerson(who.id, one.method, response);
          if (who && Array.isArray(one.access) && !hasRole(who, ...one.access))
            throw new Failure('not_allowed');
          const input = readInput(one, request);
          const output = await (who ? verb(ctx, who, input) : verb(ctx, input));
          response.setHeader('Cache-Control', who ? 'private, no-cache' : 'no-cache');
          response.json(z.parse(one.output, output));
        } catch (error) {
          next(error);
        }
      },
    );
  }
}

async function callerOf(app: App, request: Request, now: Date): Promise<Who> {
  const bearer = /^Bearer (\S+)$/.exec(request.get('authorization') ?? '')?.[1];
  if (!bearer) throw new Failure('sign_in');
  return whoIs(app, bearer, now);
}

/** Path, query and body become one input. Text is made tidy before it is judged. */
function readInput(one: Endpoint, request: Request): unknown {
  const rest = one.method === 'GET' || one.method === 'DELETE' ? request.query : request.body;
  if (rest !== undefined && (typeof rest !== 'object' || rest === null || Array.isArray(rest)))
    throw new Failure('not_json');
  const parsed = z.safeParse(one.input, tidy({ ...rest, ...request.params }));
  if (parsed.success) return parsed.data;
  throw new Failure('input', parsed.error.issues.flatMap(problemsOf));
}

function tidy(value: unknown): unknown {
  if (typeof value === 'string') return normaliseText(value);
  if (Array.isArray(value)) return value.map(tidy);
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, tidy(one)]));
  return value;
}

/** The shape was wrong: said in words that name what is expected. Rules with finer words are checked by the services. */
function problemsOf(issue: z.core.$ZodIssue): FieldProblem[] {
  const field = issue.path.join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      field: field ? `${field}.${key}` : key,
      message: 'Phần này không có trong biểu mẫu. Tải lại mini app rồi thử lại',
    }));
  if (issue.code === 'too_big')
    return [
      {
        field,
        message:
          issue.origin === 'string'
            ? `Rút gọn, tối đa ${issue.maximum} ký tự`
            : `Nhập tối đa ${issue.maximum}`,
      },
    ];
  if (issue.code === 'too_small')
    return [{ field, message: issue.origin === 'string' ? 'Điền phần này' : `Cần ít nhất ${issue.minimum}` }];
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return [{ field, message: 'Điền phần này' }];
  if (issue.code === 'invalid_format' && issue.format === 'date')
    return [{ field, message: 'Nhập ngày theo dạng ngày/tháng/năm' }];
  return [{ field, message: 'Chọn hoặc nhập lại phần này' }];
}
