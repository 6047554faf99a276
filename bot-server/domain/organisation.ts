/** The organisation profile: names, tiers, blocks and office rules as data, so that no code says "quận" by itself. */

import type { Level } from '#contract/common.ts';
import type { OfficeHours } from './office-hours.ts';

export interface Profile {
  id: string;
  /** "UBND quận Ba Đình": stands on letters and on the Zalo page. */
  name: string;
  /** Name of the Official Account. */
  pageName: string;
  standingAgency: string;
  council: string;
  levels: Record<Level, string>;
  blocks: { id: string; name: string; nameShort: string }[];
  /** False: a submitted dossier goes straight to the secretariat. */
  unitConfirmation: boolean;
  /** Working days after which a unit head is reminded, and within which a returned dossier may be mended. */
  unitConfirmDays: number;
  mendDays: number;
  /** Months; Điều 6 and Điều 7 of the Điều lệ Sáng kiến (Nghị định 13/2012/NĐ-CP). */
  checkMonths: number;
  answerMonths: number;
  /** Working days suggested for a supplement. */
  supplementDays: number;
  /** The office's own quiet hours for whatever we start, "HH:mm". */
  quietFrom: string;
  quietTo: string;
  contactPhone: string | null;
  contactAddress: string | null;
  /** When somebody is there to answer questions, and within how many of these hours an answer is promised. */
  officeHours: OfficeHours;
  answerWithinHours: number;
}

/** What holds for an organisation that was set up before it could say so itself. */
export const usualOffice: Pick<Profile, 'officeHours' | 'answerWithinHours'> = {
  officeHours: {
    days: [1, 2, 3, 4, 5],
    spans: [
      { from: '08:00', to: '12:00' },
      { from: '13:30', to: '17:00' },
    ],
  },
  answerWithinHours: 4,
};

/** "cấp quận": the label of a level as it stands inside a sentence. */
export const levelLabel = (profile: Pick<Profile, 'levels'>, level: Level): string => profile.levels[level];

export const blockName = (profile: Pick<Profile, 'blocks'>, id: string): string =>
  profile.blocks.find((block) => block.id === id)?.nameShort ?? id;

/** Before a year has been set up there is no organisation yet; what an operator does then needs its rules all the same. */
export const unnamedProfile: Profile = {
  id: '',
  name: '',
  pageName: '',
  standingAgency: '',
  council: '',
  levels: { base: '', district: '', city: '' },
  blocks: [],
  unitConfirmation: true,
  unitConfirmDays: 5,
  mendDays: 5,
  checkMonths: 1,
  answerMonths: 3,
  supplementDays: 5,
  quietFrom: '21:00',
  quietTo: '07:00',
  contactPhone: null,
  contactAddress: null,
  ...usualOffice,
};
