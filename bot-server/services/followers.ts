/** Who follows the page and when somebody last wrote to it, as Zalo's events tell; whatever order they arrive in. */

import { topics, type Wish, type Wishes, wishesAfter } from '#domain/topics.ts';
import type { Tx } from '../context.ts';
import type { Follower } from '../store/generated/client.ts';

export interface FollowerChange {
  oaUserId: string;
  userIdByApp?: string;
  /** When it happened, by Zalo's clock. */
  at: Date;
  /** The person's own doing opens the window for writing to them; so does a follow. */
  interacted: boolean;
  /** Only for follow and unfollow. */
  following?: boolean;
}

/** Applies one event. An older one that arrives late changes nothing that a newer one has said. */
export async function noteFollower(tx: Tx, change: FollowerChange): Promise<void> {
  const { oaUserId, userIdByApp = null, at, interacted, following = null } = change;
  const interactionAt = interacted ? at : null;
  const followEventAt = following === null ? null : at;
  if (userIdByApp) await giveUpDouble(tx, userIdByApp, oaUserId);
  await tx.$executeRaw`
    INSERT INTO follower AS f (oa_user_id, user_id_by_app, following, follow_event_at, last_interaction_at, created_at)
    VALUES (${oaUserId}, ${userIdByApp}, coalesce(${following}::boolean, false), ${followEventAt}, ${interactionAt}, ${at})
    ON CONFLICT (oa_user_id) DO UPDATE SET
      user_id_by_app = coalesce(excluded.user_id_by_app, f.user_id_by_app),
      following = CASE WHEN excluded.follow_event_at >= coalesce(f.follow_event_at, '-infinity')
                       THEN excluded.following ELSE f.following END,
      follow_event_at = greatest(f.follow_event_at, excluded.follow_event_at),
      last_interaction_at = greatest(f.last_interaction_at, excluded.last_interaction_at)`;
}

/** One id of the app belongs to one follower: a row that Zalo itself contradicts lets go of it. */
const giveUpDouble = (tx: Tx, userIdByApp: string, oaUserId: string) =>
  tx.$executeRaw`
    UPDATE follower SET user_id_by_app = NULL WHERE user_id_by_app = ${userIdByApp} AND oa_user_id <> ${oaUserId}`;

/** What somebody wants to hear from us over Zalo. An older word that arrives late never overrules a newer one. */
export async function noteWish(tx: Tx, oaUserId: string, wish: Wish, at: Date): Promise<void> {
  const follower = await tx.follower.findUnique({ where: { oaUserId } });
  if (!follower || (follower.wishedAt && follower.wishedAt > at)) return;
  const { stopped, muted } = wishesAfter(wishesOf(follower), wish);
  await tx.follower.update({
    where: { oaUserId },
    data: { stoppedAt: stopped ? at : null, mutedTopics: muted, wishedAt: at },
  });
  const { personId } = follower;
  if (!personId) return;
  const given = !stopped && muted.length < topics.length;
  await tx.consent.create({ data: { personId, purpose: 'zalo_news', given, at } });
}

export const wishesOf = ({
  stoppedAt,
  mutedTopics,
}: Pick<Follower, 'stoppedAt' | 'mutedTopics'>): Wishes => ({
  stopped: stoppedAt !== null,
  muted: topics.filter((topic) => mutedTopics.includes(topic)),
});
