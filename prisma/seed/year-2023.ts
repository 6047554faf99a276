/** The year 2023 of quận Ba Đình as its printed report tells it. The counts stay reported figures: no dossier is made up for them. */

import { sayDay } from '#domain/calendar.ts';
import { type CampaignData, emptyCampaign } from '#domain/campaign.ts';
import { slugOf } from '#domain/text.ts';
import report from '../ba-dinh-2023.json' with { type: 'json' };
import { dateOf, profileRows } from './profiles.ts';

const profileId = 'district-2023';
const campaignId = 'ba-dinh-2023';
const source = `${report.source.title}, ${report.source.issuer}`;

const sayDocument = (id: string): string => {
  const found = report.documents.find((document) => document.id === id)!;
  return [found.number, found.date && sayDay(found.date)].filter(Boolean).join(', ');
};

const data: CampaignData = {
  ...emptyCampaign,
  period: report.campaign.period,
  unitsAsOf: '2023-12-31',
  council: {
    name: report.council.name,
    standingAgency: report.council.standingAgency,
    establishedBy: sayDocument(report.council.establishedBy),
  },
  city: { recognised: report.cityLevel.recognised, what: report.cityLevel.what },
  rewards: [
    {
      level: 'district',
      form: report.rewards.district.form,
      who: 'tập thể',
      ...report.rewards.district.collectives,
      decision: sayDocument(report.rewards.district.decision),
    },
    {
      level: 'district',
      form: report.rewards.district.form,
      who: 'cá nhân',
      ...report.rewards.district.individuals,
      decision: sayDocument(report.rewards.district.decision),
    },
    {
      level: 'city',
      form: report.rewards.city.form,
      who: 'tập thể',
      ...report.rewards.city.collectives,
      amountEachVnd: null,
      decision: null,
    },
    {
      level: 'city',
      form: report.rewards.city.form,
      who: 'cá nhân',
      ...report.rewards.city.individuals,
      amountEachVnd: null,
      decision: null,
    },
  ],
  results: report.results.map((one) => one.textVi),
  limitations: report.limitations.map((one) => one.textVi),
  causes: report.causes.map((one) => one.textVi),
  proposals: report.proposals.map((one) => one.textVi),
  directions: report.directions2024.map((one) => one.textVi),
  source,
};

/** The report names a unit in full; where the list of units has that very name, the highlight belongs to it. */
function unitOf(highlight: { unit: string; unitId: string }): string {
  const same = profileRows(profileId).units.find((unit) => unit.name === highlight.unit);
  return same?.id ?? highlight.unitId;
}

/** The blocks in turn, so that the first few already show every kind of unit. */
function inTurn<T extends { block: string }>(all: readonly T[]): T[] {
  const place = (one: T) => all.filter((other) => other.block === one.block).indexOf(one);
  return [...all].sort((a, b) => place(a) - place(b));
}

export function year2023() {
  return {
    campaign: {
      id: campaignId,
      profileId,
      year: report.campaign.year,
      name: report.campaign.name,
      localName: report.campaign.localName,
      data: { ...data },
      demo: false,
      current: false,
    },
    documents: report.documents.map((document) => ({
      id: document.id,
      campaignId,
      number: document.number,
      date: document.date ? dateOf(document.date) : null,
      year: document.date ? Number(document.date.slice(0, 4)) : (document.year ?? null),
      issuer: document.issuer,
      kind: document.kind,
      subject: document.subject,
      stage: document.stage,
      note: document.note ?? null,
    })),
    rounds: report.rounds.map((round) => ({
      id: round.id,
      campaignId,
      name: round.name,
      blocks: round.blocks,
      scope: round.scope,
      reported: {
        submitted: round.submitted,
        recognised: round.recognised,
        notRecognised: round.notRecognised,
        source,
      },
    })),
    highlights: inTurn(report.highlighted).map((one, position) => ({
      id: one.id,
      slug: slugOf(one.title),
      campaignId,
      title: one.title,
      unitName: one.unit,
      unitId: unitOf(one),
      block: one.block,
      field: one.field,
      fieldIsOurs: one.fieldIsOurs,
      level: one.level,
      year: one.year,
      source,
      position,
      publishedAt: dateOf('2023-12-20'),
    })),
  };
}
