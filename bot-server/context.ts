/** What every verb receives: where things are kept, how Zalo is reached, and what time it is. */

import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Role } from '#contract/endpoint.ts';
import type { Profile } from '#domain/organisation.ts';
import type { Config } from './config.ts';
import type { Prisma, PrismaClient } from './store/generated/client.ts';
import type { TokenSource } from './store/oa-token.ts';
import type { Zalo } from './zalo/zalo.ts';

/** The parts of a running process. One per process. */
export interface App {
  config: Config;
  db: PrismaClient;
  pool: Pool;
  zalo: Zalo;
  /** The page's token pair; whoever connects the page puts the first one here. */
  oaTokens: TokenSource;
  log: Logger;
  /** The server's clock; while rehearsing, the clock of the local Zalo. */
  clock(): Date;
  /** The organisation in office, read once and again when it changes. */
  profile(): Promise<Profile>;
}

/** The same with the time of this request, event or tick: a verb never asks for the time itself. */
export interface Context extends App {
  now: Date;
}

/** A signed-in person with the roles held at this moment. */
export interface Who {
  id: string;
  name: string;
  demo: boolean;
  grants: { role: Role; unitId: string | null }[];
}

export type Tx = Prisma.TransactionClient;

export const at = (app: App, now = app.clock()): Context => ({ ...app, now });

export const hasRole = (who: Who, ...roles: readonly Role[]): boolean =>
  who.grants.some((grant) => roles.includes(grant.role));
