/** Finds a dossier for a person and says what the person is to it. Whoever may not see it gets "not found", never "forbidden". */

import { Failure } from '#contract/failure.ts';
import type { State } from '#contract/initiative.ts';
import type { Dossier, Standing } from '#domain/initiative.ts';
import { phaseOf } from '#domain/round.ts';
import { type Context, hasRole, type Tx, type Who } from '../context.ts';

const parts = {
  unit: true,
  round: true,
  supplements: { orderBy: { askedAt: 'desc' } },
  recognitions: true,
} as const;

export type Found = NonNullable<Awaited<ReturnType<typeof find>>>;

const find = (db: Tx, id: string) => db.initiative.findUnique({ where: { id }, include: parts });

/** The dossier with everything that the rules ask for; fails with not_found for strangers. */
export async function findSeen(
  ctx: Context,
  who: Who,
  id: string,
): Promise<{ found: Found; standing: Standing }> {
  const found = await find(ctx.db, id);
  if (!found) throw new Failure('not_found');
  const standing = await standingOf(ctx, who, found);
  const office = standing.headsUnit || standing.isSecretariat || standing.isAdmin;
  if (!standing.isAuthor && (found.state === 'draft' || !office)) throw new Failure('not_found');
  return { found, standing };
}

async function standingOf(ctx: Context, who: Who, found: Found): Promise<Standing> {
  const units = [found.unitId, found.unit?.parentId].filter((unit) => unit != null);
  const heads =
    units.length === 0
      ? 0
      : await ctx.db.grant.count({
          where: {
            role: 'unit_head',
            unitId: { in: units },
            revokedAt: null,
            personId: { not: found.authorId },
          },
        });
  return {
    isAuthor: found.authorId === who.id,
    headsUnit: who.grants.some(
      (grant) => grant.role === 'unit_head' && grant.unitId !== null && units.includes(grant.unitId),
    ),
    isSecretariat: hasRole(who, 'secretariat'),
    isAdmin: hasRole(who, 'admin'),
    unitHasHead: heads > 0,
  };
}

export const openSupplement = (found: Found) =>
  found.state === 'supplement_requested'
    ? (found.supplements.find((one) => one.answeredAt === null) ?? null)
    : null;

/** The plain values that the rule reads. */
export const dossierOf = (found: Found): Dossier => ({
  state: found.state as State,
  dueAt: found.dueAt,
  askedIn: (openSupplement(found)?.askedIn as State | undefined) ?? null,
});

export const roundOpen = (found: Found, now: Date): boolean =>
  found.round !== null && phaseOf(found.round, now) === 'open';
