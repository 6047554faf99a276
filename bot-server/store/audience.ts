// Who is meant by an announcement, as pieces of SQL: the spread walks them, the preview counts them.
import type { Audience } from '#contract/announcement.ts';
import { Prisma } from './generated/client.ts';

/** A run that is being spread, or a draft that is being counted. */
export interface Meant {
  kind: string;
  audience: Audience;
  roundId: string | null;
}

/** The people of an audience that is not everybody; null where nobody needs to be picked. */
export function peopleMeant({ kind, audience, roundId }: Meant): Prisma.Sql | null {
  const people = peopleOf(audience);
  if (!people || kind !== 'reminder') return people;
  return Prisma.sql`(${people}) EXCEPT SELECT author_id FROM initiative WHERE round_id = ${roundId} AND submitted_at IS NOT NULL`;
}

function peopleOf(audience: Audience): Prisma.Sql | null {
  switch (audience.kind) {
    case 'everybody':
      return null;
    case 'blocks':
      return membersWhere(Prisma.sql`u.block = ANY(${audience.blocks}::text[])`);
    case 'units':
      return membersWhere(Prisma.sql`u.id = ANY(${audience.units}::text[])`);
    case 'roles':
      return Prisma.sql`
        SELECT person_id FROM role_grant WHERE role = ANY(${audience.roles}::text[]) AND revoked_at IS NULL`;
  }
}

/** Who belongs to a unit, confirmed or claimed, or has named it in an initiative. */
const membersWhere = (unit: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT m.person_id FROM membership m JOIN unit u ON u.id = m.unit_id WHERE ${unit}
  UNION
  SELECT i.author_id FROM initiative i JOIN unit u ON u.id = i.unit_id WHERE ${unit}`;

/**
 * The followers `f` who are meant. Of everybody: who follows, and who is known by name although not following any more;
 * of an operator's word: who follows.
 */
export function followersMeant(meant: Meant): Prisma.Sql {
  if (meant.kind === 'operator') return Prisma.sql`f.following`;
  const people = peopleMeant(meant);
  return people
    ? Prisma.sql`f.person_id IN (${people})`
    : Prisma.sql`(f.following OR f.person_id IS NOT NULL)`;
}

/** The people `p` who are meant and whom the page does not know. */
export function unlinkedMeant(meant: Meant): Prisma.Sql {
  if (meant.kind === 'operator') return Prisma.sql`false`;
  const people = peopleMeant(meant);
  return Prisma.sql`
    p.erased_at IS NULL AND NOT EXISTS (SELECT FROM follower f WHERE f.person_id = p.id)
    ${people ? Prisma.sql`AND p.id IN (${people})` : Prisma.empty}`;
}
