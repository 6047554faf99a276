/** A profile for tests of rules; the shipped one is data and has tests of its own. */

import { type Profile, usualOffice } from '#domain/organisation.ts';

export const profile: Profile = {
  id: 'test',
  name: 'UBND nơi thử',
  pageName: 'Nơi thử',
  standingAgency: 'Văn phòng',
  council: 'Hội đồng Sáng kiến',
  levels: { base: 'cấp cơ sở', district: 'cấp giữa', city: 'cấp Thành phố' },
  blocks: [
    { id: 'education', name: 'Khối Giáo dục', nameShort: 'Khối Giáo dục' },
    { id: 'ward', name: 'Khối phường', nameShort: 'Khối phường' },
    { id: 'office', name: 'Khối phòng, ban', nameShort: 'Khối phòng, ban' },
  ],
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
