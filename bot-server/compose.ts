/** Puts a process together from its configuration and its database: the same for the server, the operator's commands and the tests. */

import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { type Config, requireFor } from './config.ts';
import type { App } from './context.ts';
import { createProfileReader } from './services/organisation.ts';
import type { PrismaClient } from './store/generated/client.ts';
import { createTokenSource, type TokenSource } from './store/oa-token.ts';
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

/** What a process lacks for Zalo is said when it calls Zalo: a command that only reads the database needs no credentials. */
export function composeApp({ config, prisma, pool, log, clock }: Parts): App {
  const { ZALO_APP_ID: appId = '', ZALO_APP_SECRET: appSecret = '' } = config.given;
  const { ZALO_MINI_APP_ID: miniAppId, ZALO_MINI_APP_API_KEY: apiKey } = config.given;
  const addresses: ZaloAddresses = { ...config.zalo, miniAppApi: config.zalo.miniApp };
  const oaTokens = whenNeeded(() => {
    const keys = requireFor(config, ['ENCRYPTION_KEY', 'ZALO_OA_ID']);
    return createTokenSource({
      pool,
      oauth: createOauthClient({ addresses, appId, appSecret }),
      oaId: keys.ZALO_OA_ID,
      encryptionKey: keys.ENCRYPTION_KEY,
      formerKeys: config.formerKeys,
      now: clock,
      alarm: (what) => log.error({ alarm: true }, what),
    });
  });
  const zalo = createZalo({
    addresses,
    appId,
    appSecret,
    tokens: oaTokens,
    gate: createGate({ pool, appId, perMinute: config.sendRatePerMinute }),
    connections: config.sendConnections,
    ...(miniAppId && apiKey ? { miniApp: { miniAppId, apiKey } } : {}),
  });
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

function whenNeeded(make: () => TokenSource): TokenSource {
  let made: TokenSource | undefined;
  const source = () => (made ??= make());
  return {
    current: async () => source().current(),
    renew: async (failed) => source().renew(failed),
    saveFirstPair: async (pair) => source().saveFirstPair(pair),
    status: async () => source().status(),
  };
}
