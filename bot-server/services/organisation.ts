/** The organisation in office and its campaign: read from the database, with the contact that this installation gives. */

import { Failure } from '#contract/failure.ts';
import type { CampaignData } from '#domain/campaign.ts';
import { type Profile, unnamedProfile, usualOffice } from '#domain/organisation.ts';
import type { Config } from '../config.ts';
import type { Tx } from '../context.ts';
import type { Campaign, PrismaClient } from '../store/generated/client.ts';

export type CampaignRow = Omit<Campaign, 'data'> & { data: CampaignData };

/** Long enough to cost nothing, short enough that another process's change is soon seen. */
const keepMs = 10_000;

export const withData = (row: Campaign): CampaignRow => ({
  ...row,
  data: row.data as unknown as CampaignData,
});

/** The one campaign that runs now; fails with not_found where no year has been set up. */
export async function currentCampaign(db: Tx): Promise<CampaignRow> {
  const row = await db.campaign.findFirst({ where: { current: true } });
  if (!row) throw new Failure('not_found');
  return withData(row);
}

/** Reads the profile of the current campaign once, and again when it may have changed. */
export function createProfileReader(
  db: PrismaClient,
  contact: Config['contact'] = { phone: undefined, address: undefined },
): () => Promise<Profile> {
  let kept: { profile: Profile; until: number } | undefined;
  return async () => {
    if (kept && performance.now() < kept.until) return kept.profile;
    const row = await db.profile.findFirst({ where: { campaigns: { some: { current: true } } } });
    if (!row) return unnamedProfile;
    const data = row.data as unknown as Omit<Profile, 'id'>;
    const profile: Profile = {
      ...usualOffice,
      ...data,
      id: row.id,
      contactPhone: contact.phone ?? data.contactPhone,
      contactAddress: contact.address ?? data.contactAddress,
    };
    kept = { profile, until: performance.now() + keepMs };
    return profile;
  };
}
