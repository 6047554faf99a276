/** The campaign of the rehearsal: this year's rounds around whatever day it is, with the units of 2023. Everything here is demo data. */

import type { Phase, ReminderRule } from '#contract/campaign.ts';
import { addDays, type Day, dayLength, instantAt } from '#domain/calendar.ts';
import { type CampaignData, emptyCampaign } from '#domain/campaign.ts';
import { phaseOf, type RoundTimes } from '#domain/round.ts';
import { profileRows } from './profiles.ts';

const profileId = 'district-2023';
const campaignId = 'dien-tap-2026';
const everyBlock = ['education', 'ward', 'office'];
const reminder: ReminderRule = { daysBefore: [7, 3, 1], at: '08:30' };

const data: CampaignData = {
  ...emptyCampaign,
  period: { from: 2026, to: 2026 },
  unitsAsOf: '2023-12-31',
};

export const rehearsalCampaign = () => ({
  id: campaignId,
  profileId,
  year: 2026,
  ...profileRows(profileId).names,
  data: { ...data },
  demo: true,
  current: true,
});

interface RoundSeed {
  id: string;
  name: string;
  scope: string;
  blocks: string[];
  reminder: ReminderRule | null;
  times(today: Day): { opensAt: Date; closesAt: Date; releasedAt?: Date };
}

const span = (today: Day, opensIn: number, closesIn: number) => ({
  opensAt: instantAt(addDays(today, opensIn), '08:00'),
  closesAt: instantAt(addDays(today, closesIn), '17:00'),
});

/** Rounds that were over when the demo was loaded; they stay where they are. */
export const pastRounds: RoundSeed[] = [
  {
    id: 'dien-tap-dau-nam',
    name: 'Đợt đầu năm',
    scope: 'Xét công nhận sáng kiến của các khối',
    blocks: everyBlock,
    reminder: null,
    times: (today) => ({
      ...span(today, -210, -165),
      releasedAt: instantAt(addDays(today, -120), '09:00'),
    }),
  },
  {
    id: 'dien-tap-1',
    name: 'Đợt 1',
    scope: 'Xét công nhận sáng kiến khối Giáo dục và Đào tạo',
    blocks: ['education'],
    reminder: null,
    times: (today) => span(today, -75, -30),
  },
];

/** A place in the calendar that some round always fills. */
export interface Slot extends RoundSeed {
  phase: Phase;
  /** Days from now within which the round must close (or open, if it is planned) to fill the slot. */
  within: [number, number];
}

export const slots: Slot[] = [
  {
    id: 'dien-tap-2',
    name: 'Đợt 2',
    scope: 'Xét công nhận sáng kiến khối phường và khối phòng, ban, đơn vị',
    blocks: ['ward', 'office'],
    reminder,
    times: (today) => span(today, -21, 2),
    phase: 'open',
    within: [1, 3],
  },
  {
    id: 'dien-tap-chuyen-de',
    name: 'Đợt chuyên đề Chuyển đổi số',
    scope: 'Xét công nhận sáng kiến chuyển đổi số của cả ba khối',
    blocks: everyBlock,
    reminder,
    times: (today) => span(today, -12, 25),
    phase: 'open',
    within: [7, 60],
  },
  {
    id: 'dien-tap-3',
    name: 'Đợt 3',
    scope: 'Xét công nhận sáng kiến khối Giáo dục và Đào tạo',
    blocks: ['education'],
    reminder,
    times: (today) => span(today, 20, 60),
    phase: 'planned',
    within: [3, 60],
  },
];

/** Does this round still do for the slot, or must its dates be moved on? */
export function fills(slot: Slot, round: RoundTimes, now: Date): boolean {
  const next = slot.phase === 'planned' ? round.opensAt : round.closesAt;
  if (!next || phaseOf(round, now) !== slot.phase) return false;
  const days = (next.getTime() - now.getTime()) / dayLength;
  return days >= slot.within[0] && days <= slot.within[1];
}

export const roundRow = (seed: RoundSeed, today: Day) => ({
  id: seed.id,
  campaignId,
  name: seed.name,
  scope: seed.scope,
  blocks: seed.blocks,
  ...seed.times(today),
  ...(seed.reminder ? { reminder: { ...seed.reminder } } : {}),
});
