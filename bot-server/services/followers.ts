/** Who follows the page and when somebody last wrote to it, as Zalo's events tell; whatever order they arrive in. */

import type { Tx } from '../context.ts';

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

/** "dừng" and "nhận tin": whether anything that we start may go over Zalo. */
export async function setStopped(tx: Tx, oaUserId: string, stoppedAt: Date | null): Promise<void> {
  await tx.follower.updateMany({ where: { oaUserId }, data: { stoppedAt } });
}
