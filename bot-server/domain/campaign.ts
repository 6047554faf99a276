/** What a campaign remembers beside its rounds and documents: the words and figures of its report. */

import type { Level } from '#contract/common.ts';
import type { Day } from './calendar.ts';

export interface CampaignData {
  period: { from: number; to: number } | null;
  /** Units take part as they stood on this day (a rehearsal of a past year); null: as they stand today. */
  unitsAsOf: Day | null;
  council: { name: string; standingAgency: string; establishedBy: string | null } | null;
  /** Recognised by the city, as reported. */
  city: { recognised: number; what: string } | null;
  rewards: {
    level: Level;
    form: string;
    who: string;
    count: number;
    amountEachVnd: number | null;
    decision: string | null;
  }[];
  results: string[];
  limitations: string[];
  causes: string[];
  proposals: string[];
  directions: string[];
  /** The document from which the words and figures are taken. */
  source: string | null;
}

/** A year about which nothing has been reported yet. */
export const emptyCampaign: CampaignData = {
  period: null,
  unitsAsOf: null,
  council: null,
  city: null,
  rewards: [],
  results: [],
  limitations: [],
  causes: [],
  proposals: [],
  directions: [],
  source: null,
};
