/** Puts a process together from its configuration and its database: the same for the server, the operator's commands and the tests. */

import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { type Config, requireFor } from './config.ts';
import type { App } from './context.ts';
import { createProfileReader } from './services/organisation.ts';
import type { PrismaClient } from './store/generated/client.ts';
import { createTokenSource } from './store/oa-token.ts';
import { createGate } from './store/rate-gate.ts';
import { createOauthClient, createZalo, type ZaloAddresses } from './zalo/zalo.ts';

/** Whatever sends needs these; each command says only what it lacks itself. */
export const neededForZalo = ['ENCRYPTION_KEY', 'ZALO_APP_ID', 'ZALO_APP_SECRET', 'ZALO_OA_ID'] as const;

export interface Parts {
  config: Config;
  prisma: PrismaClient;
  pool: Pool;
  log: Logger;
  clock(): Date;
}

export function composeApp({ config, prisma, pool, log, clock }: Parts): App {
  const keys = requireFor(config, [...neededForZalo]);
  const addresses: ZaloAddresses = { ...config.zalo, miniAppApi: config.zalo.miniApp };
  const credentials = { addresses, appId: keys.ZALO_APP_ID, appSecret: keys.ZALO_APP_SECRET };
  const oaTokens = createTokenSource({
    pool,
    oauth: createOauthClient(credentials),
    oaId: keys.ZALO_OA_ID,
    encryptionKey: keys.ENCRYPTION_KEY,
    now: clock,
    alarm: (what) => log.error({ alarm: true }, what),
  });
  const gate = createGate({ pool, appId: keys.ZALO_APP_ID, perMinute: config.sendRatePerMinute });
  const zalo = createZalo({ ...credentials, tokens: oaTokens, gate, connections: config.sendConnections });
  return {
    config,
    db: prisma,
    pool,
    zalo,
    oaTokens,
    log,
    clock,
    profile: createProfileReader(prisma, config.contact),
  };
}
