/** An endpoint is a value: the server binds it to a service, the mini app calls it, the documentation is generated from it. */

import type * as z from 'zod/mini';

/** Roles that are granted. Everybody signed in may be an author; nobody needs a grant for that. */
export const roles = ['unit_head', 'secretariat', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Who may knock at a door at all. Which objects they may touch is decided by the service. */
export type Access = 'public' | 'person' | readonly Role[];

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface Endpoint<
  I extends z.ZodMiniType = z.ZodMiniType,
  O extends z.ZodMiniType = z.ZodMiniType,
  A extends Access = Access,
> {
  kind: 'json';
  method: Method;
  /** Parts such as `:id` are taken from the input by name; the rest travels in the query (GET, DELETE) or the body. */
  path: string;
  access: A;
  /** One sentence for the documentation. */
  does: string;
  input: I;
  output: O;
}

export type InputOf<E> = E extends Endpoint<infer I, z.ZodMiniType> ? z.infer<I> : never;
export type OutputOf<E> = E extends Endpoint<z.ZodMiniType, infer O> ? z.infer<O> : never;

/** A door that does not speak our JSON. It stands in the same list so that every door is seen by the access test. */
export interface OtherRoute {
  kind: 'page' | 'file' | 'upload' | 'hook' | 'callback';
  method: 'GET' | 'POST' | 'ALL';
  path: string;
  access: Access;
  does: string;
}

export function endpoint<I extends z.ZodMiniType, O extends z.ZodMiniType, const A extends Access>(
  method: Method,
  path: string,
  access: A,
  does: string,
  input: I,
  output: O,
): Endpoint<I, O, A> {
  return { kind: 'json', method, path, access, does, input, output };
}

/** The address of an endpoint with the input's values in it, and what is left over for the query or the body. */
export function addressOf(
  path: string,
  input: Record<string, unknown>,
): { path: string; rest: Record<string, unknown> } {
  const rest = { ...input };
  const filled = path.replace(/:([a-zA-Z]+)/g, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  return { path: filled, rest };
}
