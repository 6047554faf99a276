// People, units and rounds for tests: made directly in the database, with a name for each thing that matters.
import { randomUUID } from 'node:crypto';
import type { Who } from '#bot/context.ts';
import type { Database } from '#bot/store/database.ts';
import type { Role } from '#contract/endpoint.ts';

type Db = Pick<Database, 'prisma' | 'pool'>;

/** A profile, a current campaign, three units (two wards, one school) and an open round of the wards and schools. */
export async function office(db: Db, closesAt: Date): Promise<{ roundId: string }> {
  const { prisma } = db;
  const profile = { id: 'test', name: 'Nơi thử', data: {}, validFrom: new Date('2020-01-01') };
  await prisma.profile.create({ data: profile });
  await prisma.campaign.create({
    data: {
      id: 'c',
      profileId: 'test',
      year: 2026,
      name: 'Phong trào',
      localName: 'Phong trào',
      data: {},
      current: true,
    },
  });
  const unit = (id: string, block: string) => ({
    id,
    profileId: 'test',
    name: `Đơn vị ${id}`,
    tier: 'unit',
    block,
    sortKey: id,
  });
  await prisma.unit.createMany({
    data: [unit('truc-bach', 'ward'), unit('cong-vi', 'ward'), unit('thcs', 'education')],
  });
  const opensAt = new Date(closesAt.getTime() - 60 * 86_400_000);
  await prisma.round.create({
    data: { id: 'r', campaignId: 'c', name: 'Đợt 2', blocks: ['ward'], scope: '', opensAt, closesAt },
  });
  return { roundId: 'r' };
}

/** A person; with `oa` linked to a follower who wrote at that moment. */
export async function person(
  db: Db,
  given: {
    name?: string;
    unit?: string;
    role?: Role;
    oa?: string;
    wroteAt?: Date;
    following?: boolean;
    demo?: boolean;
  } = {},
): Promise<Who> {
  const { name = 'Nguyễn Thị Hạnh', unit, role, oa, wroteAt, following = true, demo = false } = given;
  const id = randomUUID();
  await db.prisma.person.create({
    data: { id, appUserId: `app-${id}`, name, demo, createdAt: new Date('2026-01-01') },
  });
  if (unit)
    await db.prisma.membership.create({
      data: { personId: id, unitId: unit, claimedAt: new Date('2026-01-01') },
    });
  if (role)
    await db.prisma.grant.create({
      data: { id: randomUUID(), personId: id, role, grantedAt: new Date('2026-01-01') },
    });
  if (oa)
    await db.prisma.follower.create({
      data: { oaUserId: oa, personId: id, following, lastInteractionAt: wroteAt ?? null },
    });
  return { id, name, demo, grants: role ? [{ role, unitId: null }] : [] };
}

export async function handIn(db: Db, who: Who, roundId: string, unitId: string, at: Date): Promise<void> {
  const id = randomUUID();
  await db.prisma.initiative.create({
    data: {
      id,
      roundId,
      unitId,
      authorId: who.id,
      state: 'submitted',
      form: {},
      createdAt: at,
      updatedAt: at,
      stateSince: at,
      submittedAt: at,
    },
  });
}

/** What a test empties before each story. */
export const emptyAll = (db: Db) =>
  db.pool.query(
    `TRUNCATE message, announcement, article_post, follower, person, profile, campaign, unit, round, notice, timetable_entry,
     inbox_event, oa_token, setting CASCADE`,
  );
