/** The people of the rehearsal: everybody one may be, each with the three ids under which Zalo knows a person. */

import type { Role } from '#contract/endpoint.ts';

const hour = 3_600_000;

interface DemoPerson {
  id: string;
  oaUserId: string;
  userIdByApp: string;
  appUserId: string;
  name: string;
  note: string;
  /** The unit to which the person belongs. */
  unitId?: string;
  grants: { role: Role; unitId?: string }[];
  consents: ('publish_name' | 'zalo_news')[];
  /** When the person last wrote to the page. */
  hoursAgo: number;
}

/** Ids as Zalo writes them: long numbers in text, different in each place. */
const ids = (n: number) => ({
  id: `5a1e0000-0000-4000-8000-0000000000${String(n).padStart(2, '0')}`,
  oaUserId: `74018239650127400${String(n).padStart(2, '0')}`,
  userIdByApp: `50629184730518200${String(n).padStart(2, '0')}`,
  appUserId: `31947260581930600${String(n).padStart(2, '0')}`,
});

export const people = {
  minhHa: {
    ...ids(1),
    name: 'Nguyễn Minh Hà',
    note: 'tác giả, phường Trúc Bạch',
    unitId: 'truc-bach',
    grants: [],
    consents: ['zalo_news'],
    hoursAgo: 2,
  },
  thuHa: {
    ...ids(2),
    name: 'Phạm Thu Hà',
    note: 'giáo viên, Trường Tiểu học Hoàng Diệu',
    unitId: 'th-hoang-dieu',
    grants: [],
    consents: ['publish_name', 'zalo_news'],
    hoursAgo: 20,
  },
  thang: {
    ...ids(3),
    name: 'Trần Văn Thắng',
    note: 'thủ trưởng, phường Trúc Bạch',
    unitId: 'truc-bach',
    grants: [{ role: 'unit_head', unitId: 'truc-bach' }],
    consents: ['zalo_news'],
    hoursAgo: 6,
  },
  huong: {
    ...ids(4),
    name: 'Lê Thu Hương',
    note: 'cơ quan Thường trực',
    unitId: 'phong-kinh-te',
    grants: [{ role: 'secretariat' }],
    consents: [],
    hoursAgo: 5,
  },
  huy: {
    ...ids(5),
    name: 'Đỗ Quang Huy',
    note: 'cơ quan Thường trực',
    unitId: 'phong-kinh-te',
    grants: [{ role: 'secretariat' }],
    consents: [],
    hoursAgo: 26,
  },
  nam: {
    ...ids(6),
    name: 'Vũ Hải Nam',
    note: 'quản trị',
    grants: [{ role: 'admin' }],
    consents: [],
    hoursAgo: 9,
  },
  long: {
    ...ids(7),
    name: 'Bùi Đức Long',
    note: 'người dân',
    grants: [],
    consents: [],
    hoursAgo: 1,
  },
  minh: {
    ...ids(8),
    name: 'Trần Văn Minh',
    note: 'tác giả, phường Cống Vị',
    unitId: 'cong-vi',
    grants: [],
    consents: ['zalo_news'],
    hoursAgo: 30,
  },
} as const satisfies Record<string, DemoPerson>;

/** Authors who handed in and never linked the page: known to the office, not to the rehearsal's Zalo. */
export const silentAuthors = {
  thanh: { ...ids(21), name: 'Đặng Thị Thanh', unitId: 'truc-bach' },
  bao: { ...ids(22), name: 'Ngô Quốc Bảo', unitId: 'truc-bach' },
  lan: { ...ids(23), name: 'Hoàng Ngọc Lan', unitId: 'ngoc-khanh' },
  phong: { ...ids(24), name: 'Lý Hồng Phong', unitId: 'thanh-cong' },
  mai: { ...ids(25), name: 'Tạ Phương Mai', unitId: 'thanh-tra' },
  son: { ...ids(26), name: 'Đinh Công Sơn', unitId: 'phong-van-hoa-thong-tin' },
  yen: { ...ids(27), name: 'Cao Hải Yến', unitId: 'dang-uy-dien-bien' },
  khoa: { ...ids(28), name: 'Mai Đăng Khoa', unitId: 'giang-vo' },
  oanh: { ...ids(29), name: 'Trịnh Kim Oanh', unitId: 'thcs-thanh-cong' },
} as const;

const everybody: readonly DemoPerson[] = Object.values(people);

/** What the rehearsal's Zalo is told of them: plain values. */
export const demoPeople = (now: Date) =>
  everybody.map(({ oaUserId, userIdByApp, appUserId, name, note, hoursAgo }) => ({
    oaUserId,
    userIdByApp,
    appUserId,
    name,
    note,
    following: true,
    lastInteractionAt: new Date(now.getTime() - hoursAgo * hour).toISOString(),
  }));

export function peopleRows(now: Date) {
  const silent = Object.values(silentAuthors);
  const grants = everybody.flatMap((person) => person.grants.map((grant) => ({ person, grant })));
  return {
    people: [...everybody, ...silent].map(({ id, appUserId, name }) => ({
      id,
      appUserId,
      name,
      demo: true,
      createdAt: now,
    })),
    followers: everybody.map((person) => ({
      oaUserId: person.oaUserId,
      userIdByApp: person.userIdByApp,
      personId: person.id,
      following: true,
      lastInteractionAt: new Date(now.getTime() - person.hoursAgo * hour),
      demo: true,
      createdAt: now,
    })),
    memberships: [...everybody, ...silent].flatMap(({ id, unitId }) =>
      unitId ? [{ personId: id, unitId, claimedAt: now, confirmedAt: now }] : [],
    ),
    grants: grants.map(({ person, grant }, n) => ({
      id: `6a1e0000-0000-4000-8000-0000000000${String(n + 1).padStart(2, '0')}`,
      personId: person.id,
      role: grant.role,
      unitId: grant.unitId ?? null,
      grantedAt: now,
    })),
    consents: everybody.flatMap((person) =>
      person.consents.map((purpose) => ({ personId: person.id, purpose, given: true, at: now })),
    ),
  };
}
