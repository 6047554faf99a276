// The parts of a running process for tests of services and jobs: a real database, and a real wire to a Zalo of our own.
import { readConfig } from '#bot/config.ts';
import type { App } from '#bot/context.ts';
import { createLog } from '#bot/log.ts';
import type { Database } from '#bot/store/database.ts';
import type { TokenSource } from '#bot/store/oa-token.ts';
import { createGate } from '#bot/store/rate-gate.ts';
import { createZalo } from '#bot/zalo/zalo.ts';
import { profile } from '../domain/profile.ts';
import { appId } from './zalo-server.ts';

export interface AppOptions {
  database: Pick<Database, 'prisma' | 'pool'>;
  zalo?: { url: string; accessToken: string };
  connections?: number;
  perMinute?: number;
  /** The time that everything believes in; the machine's if left out. */
  clock?: () => Date;
  quiet?: { quietFrom: string; quietTo: string };
}

const nowhere = { url: 'http://127.0.0.1:9', accessToken: 'none' };
/** A rate so high that the gate lets everybody pass. */
const unlimited = 100_000_000;

export function testApp(options: AppOptions): App {
  const { database, zalo = nowhere, connections = 16, perMinute = unlimited } = options;
  const config = {
    ...readConfig({
      SANDBOX: 'off',
      ZALO_APP_SECRET: 'app-secret-for-tests',
      SEND_CONNECTIONS: String(connections),
    }),
    sandbox: true,
    zalo: {
      oauth: `${zalo.url}/oauth`,
      openapi: `${zalo.url}/openapi`,
      business: `${zalo.url}/business`,
      graph: `${zalo.url}/graph`,
      miniApp: `${zalo.url}/mini`,
    },
  };
  const tokens: TokenSource = {
    current: async () => zalo.accessToken,
    renew: async () => zalo.accessToken,
    saveFirstPair: async () => undefined,
    status: async () => ({ state: 'connected' }),
  };
  return {
    config,
    db: database.prisma,
    pool: database.pool,
    zalo: createZalo({
      addresses: { ...config.zalo, miniAppApi: config.zalo.miniApp },
      appId,
      appSecret: 'app-secret-for-tests',
      tokens,
      gate: createGate({ pool: database.pool, appId, perMinute }),
      connections,
      timeoutMs: 2_000,
    }),
    oaTokens: tokens,
    log: createLog(process.env.TEST_LOG ?? 'silent', process.stderr),
    clock: options.clock ?? (() => new Date()),
    profile: async () => ({ ...profile, ...(options.quiet ?? { quietFrom: '00:00', quietTo: '00:00' }) }),
  };
}
