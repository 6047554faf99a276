/** Fills an installation: with the demo of a rehearsal, or with an empty year for real use. */

import { dayOf } from '#domain/calendar.ts';
import { emptyCampaign } from '#domain/campaign.ts';
import type { Profile } from '#domain/organisation.ts';
import { dossierRows } from '../../prisma/seed/dossiers.ts';
import { peopleRows } from '../../prisma/seed/people.ts';
import { profileIds, profileRows } from '../../prisma/seed/profiles.ts';
import { pastRounds, rehearsalCampaign, roundRow, slots } from '../../prisma/seed/rehearsal.ts';
import { year2023 } from '../../prisma/seed/year-2023.ts';
import type { Context, Tx } from '../context.ts';
import type { Prisma } from '../store/generated/client.ts';
import { startError } from '../store/start-error.ts';

const loaded = 'demo-loaded';
/** Some hundred rows; a slow disk may need longer than Prisma's five seconds. */
const patience = { timeout: 60_000, maxWait: 10_000 };

type Needed = Pick<Context, 'config' | 'db' | 'now'>;

const oneAtATime = (tx: Tx) => tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('setup', 0))`;

/** Loads the year 2023 and the rehearsal around today, once. Two processes that start together load it once too. */
export async function loadDemo(ctx: Needed): Promise<{ loaded: boolean }> {
  if (!ctx.config.sandbox) throw startError('Demo data is never loaded while the real Zalo is configured.');
  return ctx.db.$transaction(async (tx) => {
    await oneAtATime(tx);
    if (await tx.setting.findUnique({ where: { key: loaded } })) return { loaded: false };
    if ((await tx.campaign.count()) > 0) return { loaded: false };
    const profile = await addProfile(tx, rehearsalCampaign().profileId);
    await addYear2023(tx);
    await addPeople(tx, ctx.now);
    await addRehearsal(tx, ctx.now, profile);
    await tx.setting.create({ data: { key: loaded, value: { at: ctx.now.toISOString() } } });
    return { loaded: true };
  }, patience);
}

async function addProfile(tx: Tx, id: string): Promise<Profile> {
  const { profile, units } = profileRows(id);
  await tx.profile.createMany({ data: [profile] });
  await tx.unit.createMany({ data: units });
  return { ...profile.data, id };
}

async function addYear2023(tx: Tx): Promise<void> {
  const { campaign, documents, rounds, highlights } = year2023();
  await tx.campaign.create({ data: campaign });
  await tx.document.createMany({ data: documents });
  await tx.round.createMany({ data: rounds });
  await tx.highlight.createMany({ data: highlights });
}

async function addPeople(tx: Tx, now: Date): Promise<void> {
  const rows = peopleRows(now);
  await tx.person.createMany({ data: rows.people });
  await tx.follower.createMany({ data: rows.followers });
  await tx.membership.createMany({ data: rows.memberships });
  await tx.grant.createMany({ data: rows.grants });
  await tx.consent.createMany({ data: rows.consents });
}

async function addRehearsal(tx: Tx, now: Date, profile: Profile): Promise<void> {
  const today = dayOf(now);
  await tx.campaign.create({ data: rehearsalCampaign() });
  await tx.round.createMany({ data: [...pastRounds, ...slots].map((seed) => roundRow(seed, today)) });
  const rows = dossierRows(now, profile);
  await tx.initiative.createMany({ data: rows.map((row) => row.initiative) });
  await tx.historyEntry.createMany({ data: rows.flatMap((row) => row.history) });
  await tx.revision.createMany({ data: rows.flatMap((row) => row.revisions) });
  await tx.supplement.createMany({ data: rows.flatMap((row) => row.supplements) });
  await tx.recognition.createMany({ data: rows.flatMap((row) => row.recognitions) });
}

/** An empty year of a profile for real use. Doing it again changes nothing; a database with demo data is refused. */
export async function initYear(
  ctx: Needed,
  profileId: string,
): Promise<{ profile: string; campaign: string; year: number; created: boolean }> {
  if (!profileIds().includes(profileId))
    throw startError(`There is no profile "${profileId}": there is ${profileIds().join(' and ')}.`);
  const year = Number(dayOf(ctx.now).slice(0, 4));
  const id = `${profileId}-${year}`;
  return ctx.db.$transaction(async (tx) => {
    await oneAtATime(tx);
    if (await tx.setting.findUnique({ where: { key: loaded } }))
      throw startError('This database holds demo data: use an empty one for real use.');
    const answer = { profile: profileId, campaign: id, year };
    if (await tx.campaign.findUnique({ where: { id } })) return { ...answer, created: false };

    if (!(await tx.profile.findUnique({ where: { id: profileId } }))) await addProfile(tx, profileId);
    await tx.campaign.updateMany({ where: { current: true }, data: { current: false } });
    const { names } = profileRows(profileId);
    const data: Prisma.InputJsonObject = { ...emptyCampaign, period: { from: year, to: year } };
    await tx.campaign.create({ data: { id, profileId, year, ...names, data, current: true } });
    return { ...answer, created: true };
  }, patience);
}
