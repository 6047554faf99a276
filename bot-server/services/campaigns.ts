/** The campaign as everybody may read it: the first screen, the year with its documents and figures, the units that take part. */

import type { api } from '#contract/api.ts';
import type { Organisation } from '#contract/campaign.ts';
import type { Level } from '#contract/common.ts';
import { levels } from '#contract/common.ts';
import type { InputOf, OutputOf } from '#contract/endpoint.ts';
import { Failure } from '#contract/failure.ts';
import { type Day, dayOf } from '#domain/calendar.ts';
import { levelLabel, type Profile } from '#domain/organisation.ts';
import type { Context, Tx } from '../context.ts';
import { Prisma } from '../store/generated/client.ts';
import { findHighlights } from './highlights.ts';
import { pageFrom } from './keyset.ts';
import { type CampaignRow, currentCampaign, withData } from './organisation.ts';
import { byUrgency, countByRound, roundView } from './round-view.ts';
import { foundIn, strangeness } from './search.ts';

type Api = typeof api;

const highlightsAtHome = 6;
const unitsOnPage = 50;

const organisationView = (profile: Profile): Organisation => ({
  name: profile.name,
  pageName: profile.pageName,
  standingAgency: profile.standingAgency,
  council: profile.council,
  levels: levels.map((id) => ({ id, label: levelLabel(profile, id) })),
  blocks: profile.blocks,
  unitConfirmation: profile.unitConfirmation,
  contactPhone: profile.contactPhone,
  contactAddress: profile.contactAddress,
});

export async function home(ctx: Context, _input: InputOf<Api['home']>): Promise<OutputOf<Api['home']>> {
  const current = await currentCampaign(ctx.db);
  const [profile, rounds, highlights] = await Promise.all([
    ctx.profile(),
    roundsOf(ctx, current),
    findHighlights(ctx, {}, highlightsAtHome),
  ]);
  return {
    now: ctx.now.toISOString(),
    organisation: organisationView(profile),
    campaign: {
      id: current.id,
      name: current.name,
      localName: current.localName,
      year: current.year,
      demo: current.demo,
    },
    rounds,
    highlights: highlights.slice(0, highlightsAtHome),
    rehearsal: ctx.config.sandbox,
    oaId: ctx.config.given.ZALO_OA_ID ?? null,
    miniAppId: ctx.config.given.ZALO_MINI_APP_ID ?? null,
  };
}

async function roundsOf(ctx: Context, campaign: CampaignRow) {
  const rows = await ctx.db.round.findMany({ where: { campaignId: campaign.id } });
  const counts = await countByRound(
    ctx.db,
    rows.map((row) => row.id),
  );
  return rows.sort((a, b) => byUrgency(a, b, ctx.now)).map((row) => roundView(row, counts, ctx.now));
}

export async function campaign(
  ctx: Context,
  input: InputOf<Api['campaign']>,
): Promise<OutputOf<Api['campaign']>> {
  const found =
    input.id === 'current'
      ? await currentCampaign(ctx.db)
      : await ctx.db.campaign.findUnique({ where: { id: input.id } }).then((row) => row && withData(row));
  if (!found) throw new Failure('not_found');

  const [profile, rounds, documents, others] = await Promise.all([
    ctx.profile(),
    roundsOf(ctx, found),
    ctx.db.document.findMany({
      where: { campaignId: found.id },
      orderBy: [{ date: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    }),
    ctx.db.campaign.findMany({
      where: { id: { not: found.id } },
      select: { id: true, year: true, localName: true },
      orderBy: { year: 'desc' },
    }),
  ]);
  const { data } = found;
  return {
    id: found.id,
    year: found.year,
    name: found.name,
    localName: found.localName,
    demo: found.demo,
    period: data.period,
    others,
    council: data.council ?? {
      name: profile.council,
      standingAgency: profile.standingAgency,
      establishedBy: null,
    },
    rounds,
    documents: documents.map((document) => ({
      id: document.id,
      number: document.number,
      date: document.date && dayInDatabase(document.date),
      year: document.year,
      issuer: document.issuer,
      kind: document.kind,
      subject: document.subject,
      stage: document.stage,
    })),
    city: data.city,
    rewards: data.rewards.map((reward) => ({ ...reward, level: levelLabel(profile, reward.level as Level) })),
    results: data.results,
    limitations: data.limitations,
    causes: data.causes,
    proposals: data.proposals,
    directions: data.directions,
    source: data.source,
  };
}

/** The newest year of which a report tells figures; null where there is none yet. */
export async function lastReported(ctx: Context): Promise<OutputOf<Api['campaign']> | null> {
  const round = await ctx.db.round.findFirst({
    where: { reported: { not: Prisma.DbNull } },
    orderBy: { campaign: { year: 'desc' } },
    select: { campaignId: true },
  });
  return round && campaign(ctx, { id: round.campaignId });
}

/** A DATE comes as midnight UTC of that day. */
const dayInDatabase = (date: Date): Day => date.toISOString().slice(0, 10);

/** The day on which a unit must exist to take part in this campaign. */
export const unitsAsOf = (campaign: Pick<CampaignRow, 'data'>, now: Date): Day =>
  campaign.data.unitsAsOf ?? dayOf(now);

/** Does this unit take part in the current campaign? */
export async function takesPart(db: Tx, unitId: string, now: Date): Promise<boolean> {
  const current = await currentCampaign(db);
  const day = new Date(unitsAsOf(current, now));
  const count = await db.unit.count({
    where: {
      id: unitId,
      profileId: current.profileId,
      AND: [
        { OR: [{ validFrom: null }, { validFrom: { lte: day } }] },
        { OR: [{ validTo: null }, { validTo: { gte: day } }] },
      ],
    },
  });
  return count > 0;
}

interface UnitRow {
  id: string;
  name: string;
  block: string;
}

export async function units(ctx: Context, input: InputOf<Api['units']>): Promise<OutputOf<Api['units']>> {
  const current = await currentCampaign(ctx.db);
  const day = unitsAsOf(current, ctx.now);
  const rows = await ctx.db.$queryRaw<UnitRow[]>`
    WITH found AS (
      SELECT id, name, block, sort_key COLLATE "C" AS sort_key, ${strangeness(Prisma.sql`name`, input.q)} AS strange
        FROM unit
       WHERE profile_id = ${current.profileId}
         AND (valid_from IS NULL OR valid_from <= ${day}::date) AND (valid_to IS NULL OR valid_to >= ${day}::date)
         AND ${input.block ? Prisma.sql`block = ${input.block}` : Prisma.sql`TRUE`}
         AND ${foundIn(Prisma.sql`fold(name)`, input.q)})
    SELECT id, name, block FROM found
     WHERE ${
       input.after
         ? Prisma.sql`(strange, sort_key, id) > (SELECT strange, sort_key, id FROM found WHERE id = ${input.after})`
         : Prisma.sql`TRUE`
     }
     ORDER BY strange, sort_key, id LIMIT ${unitsOnPage + 1}`;
  return pageFrom(
    rows,
    unitsOnPage,
    (row) => row.id,
    (row) => row,
  );
}
