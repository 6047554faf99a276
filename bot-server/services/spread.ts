/** Turns an announcement into rows of the outbox: page by page, each page and the place where it ended in one transaction. */

import type { Audience } from '#contract/announcement.ts';
import { nextAllowed } from '#domain/quiet-hours.ts';
import { purposeOf, type Reached, type Recipient, reach } from '#domain/reach.ts';
import type { Context, Tx } from '../context.ts';
import { followersMeant, type Meant, unlinkedMeant } from '../store/audience.ts';
import { Prisma } from '../store/generated/client.ts';

/** The first page is small, so that the first message leaves at once whatever the size of the audience. */
const firstPage = 500;
const pageSize = 5_000;

interface Run extends Meant {
  id: string;
  cursor: string | null;
}

interface Candidate extends Recipient {
  personId: string | null;
}

/** Spreads one more page of one running announcement; false when there is none. Any number of workers may call it. */
export async function spreadPage(ctx: Context): Promise<boolean> {
  const profile = await ctx.profile();
  return ctx.db.$transaction(
    async (tx) => {
      const run = await takeRun(tx);
      if (!run) return false;
      const plannedAt = run.kind === 'operator' ? ctx.now : nextAllowed(ctx.now, profile);
      const size = run.cursor === null ? firstPage : pageSize;
      const page = await pageOf(tx, run, size);
      await putRows(tx, ctx, run, page.candidates, plannedAt);
      await tx.announcement.update({
        where: { id: run.id },
        data: { spreadCursor: page.cursor, spreadDone: page.cursor === null },
      });
      return true;
    },
    { timeout: 60_000 },
  );
}

/** The oldest run that is not spread and that no other worker is spreading right now. */
async function takeRun(tx: Tx): Promise<Run | undefined> {
  const [run] = await tx.$queryRaw<Run[]>`
    SELECT id, kind, audience, round_id AS "roundId", spread_cursor AS cursor FROM announcement
    WHERE state = 'sending' AND NOT spread_done
    ORDER BY sent_at LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED`;
  return run && { ...run, audience: run.audience as Audience };
}

/** Followers first, by their id; then the people whom the page does not know. A cursor says which of the two it is in. */
async function pageOf(
  tx: Tx,
  run: Run,
  size: number,
): Promise<{ candidates: Candidate[]; cursor: string | null }> {
  const [walk, after] = [run.cursor?.slice(0, 1) ?? 'f', run.cursor?.slice(2) ?? ''];
  if (walk === 'f') {
    const candidates = await tx.$queryRaw<Candidate[]>`
      SELECT f.oa_user_id AS "oaUserId", f.person_id AS "personId", f.following, f.stopped_at AS "stoppedAt", f.muted_topics AS muted,
             f.last_interaction_at AS "lastInteractionAt"
      FROM follower f WHERE f.oa_user_id > ${after} AND ${followersMeant(run)}
      ORDER BY f.oa_user_id LIMIT ${size}`;
    const last = candidates.at(-1)?.oaUserId;
    return { candidates, cursor: candidates.length === size ? `f:${last}` : 'p:' };
  }
  const people = await tx.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM person p
    WHERE ${unlinkedMeant(run)} AND p.id > ${after || noPerson}::uuid ORDER BY p.id LIMIT ${size}`;
  const candidates = people.map(({ id }) => ({ ...unlinked, personId: id }));
  return { candidates, cursor: people.length === size ? `p:${people.at(-1)?.id}` : null };
}

const noPerson = '00000000-0000-0000-0000-000000000000';
const unlinked: Recipient = {
  oaUserId: null,
  following: false,
  stoppedAt: null,
  muted: [],
  lastInteractionAt: null,
};

/** Everybody meant is a row: to be sent, or cancelled from the start with the reason why no message can reach them. */
async function putRows(
  tx: Tx,
  ctx: Context,
  run: Run,
  candidates: Candidate[],
  plannedAt: Date,
): Promise<void> {
  if (candidates.length === 0) return;
  const reasons = candidates.map((candidate) => reasonOf(reach(candidate, plannedAt, purposeOf(run.kind))));
  await tx.$executeRaw`
    INSERT INTO message (announcement_id, kind, cause, oa_user_id, person_id, state, reason, next_at, created_at, settled_at)
    SELECT ${run.id}::uuid, ${run.kind}, ${run.id}, oa_user_id, person_id,
           CASE WHEN reason IS NULL THEN 'waiting' ELSE 'cancelled' END, reason, ${plannedAt}, ${ctx.now},
           CASE WHEN reason IS NULL THEN NULL ELSE ${ctx.now}::timestamptz END
    FROM unnest(${candidates.map(({ oaUserId }) => oaUserId)}::text[],
                ${candidates.map(({ personId }) => personId)}::uuid[], ${reasons}::text[])
      AS candidate(oa_user_id, person_id, reason)
    ON CONFLICT DO NOTHING`;
}

const reasonOf = (reached: Reached): string | null => ('reason' in reached ? reached.reason : null);

/** Counts of an audience by what decides about them: the rule itself is asked once for each group, not once for each person. */
export interface Group extends Recipient {
  people: number;
  unlinkedFollowers: number;
}

export async function groupsOf(ctx: Context, meant: Meant, windowOpensAfter: Date): Promise<Group[]> {
  const followers = await ctx.db.$queryRaw<(Omit<Group, 'oaUserId'> & { oaUserId: string })[]>`
    SELECT min(f.oa_user_id) AS "oaUserId", f.following, max(f.stopped_at) AS "stoppedAt", f.muted_topics AS muted,
           max(f.last_interaction_at) AS "lastInteractionAt", count(*)::int AS people,
           count(*) FILTER (WHERE f.person_id IS NULL)::int AS "unlinkedFollowers"
    FROM follower f WHERE ${followersMeant(meant)}
    GROUP BY f.following, f.stopped_at IS NULL, f.muted_topics, f.last_interaction_at IS NULL, f.last_interaction_at >= ${windowOpensAfter}`;
  const [others] = await ctx.db.$queryRaw<{ people: number }[]>`
    SELECT count(*)::int AS people FROM person p WHERE ${unlinkedMeant(meant)}`;
  return [...followers, { ...unlinked, people: others?.people ?? 0, unlinkedFollowers: 0 }];
}

/** How many people with an account are meant; null for everybody. */
export async function countInApp(ctx: Context, people: Prisma.Sql | null): Promise<number | null> {
  if (!people) return null;
  const [row] = await ctx.db.$queryRaw<{ count: number }[]>(Prisma.sql`
    SELECT count(*)::int AS count FROM person WHERE erased_at IS NULL AND id IN (${people})`);
  return row?.count ?? 0;
}
