/** What a verb receives while rehearsing: the test's database, a fixed time, the organisation in office. No Zalo. */

import type { Config } from '#bot/config.ts';
import type { Context, Who } from '#bot/context.ts';
import { createProfileReader } from '#bot/services/organisation.ts';
import { people } from '../../prisma/seed/people.ts';
import type { TestDatabase } from './database.ts';

export function rehearsal(
  db: TestDatabase,
  now = new Date('2026-11-24T03:00:00Z'),
  config: Partial<Config> = {},
): Context {
  const settings = {
    sandbox: true,
    publicUrl: 'http://127.0.0.1:3000',
    contact: { phone: undefined, address: undefined },
    given: { ZALO_OA_ID: '4300000000000000001', ZALO_MINI_APP_ID: '3900000000000000001' },
    ...config,
  };
  return {
    now,
    clock: () => now,
    db: db.prisma,
    pool: db.pool,
    profile: createProfileReader(db.prisma, settings.contact),
    config: settings,
  } as unknown as Context;
}

/** A demo person as the session knows them. */
export const who = (name: keyof typeof people): Who => ({
  id: people[name].id,
  name: people[name].name,
  demo: true,
  grants: people[name].grants.map((grant) => ({
    role: grant.role,
    unitId: 'unitId' in grant ? grant.unitId : null,
  })),
});
