/** Whether Zalo lets us write to a person at a moment, and if not, the first true reason. */

import { type Topic, topicNames, topics } from './topics.ts';
import { conversationWindow } from './zalo-rules.ts';

/** What we know of somebody the page may know. */
export interface Recipient {
  /** Null for a person who is not linked to the page. */
  oaUserId: string | null;
  following: boolean;
  /** "dừng": nothing that we start goes over Zalo. */
  stoppedAt: Date | null;
  /** Kinds of notices that the person has turned off. */
  muted: readonly string[];
  lastInteractionAt: Date | null;
}

/** In the order in which they are looked for. */
export const reasons = [
  'stopped',
  'no_announcement',
  'no_reminder',
  'not_linked',
  'not_following',
  'never_wrote',
  'window_closed',
] as const;
export type Reason = (typeof reasons)[number];

export const reasonSentences: Record<Reason, string> = {
  stopped: 'Đã chọn không nhận tin qua Zalo.',
  no_announcement: `Đã chọn không nhận ${topicNames.announcement}.`,
  no_reminder: `Đã chọn không nhận ${topicNames.reminder}.`,
  not_linked: 'Chưa nối mini app với trang Zalo.',
  not_following: 'Chưa quan tâm trang và chưa có số điện thoại.',
  never_wrote: 'Chưa từng nhắn trang.',
  window_closed: 'Quá 7 ngày chưa nhắn trang.',
};

/** What we start needs a follow and no word against it; what concerns the person's own dossier an open conversation only. */
export type Purpose = Topic | 'personal';

/** An operator's word to all followers is a general announcement too. */
export const purposeOf = (kind: string): Topic => topics.find((topic) => topic === kind) ?? 'announcement';

export type Reached = { outlet: 'message' } | { reason: Reason };

/** Exactly one outlet or one reason, for the moment at which it would be sent. */
export function reach(recipient: Recipient, at: Date, purpose: Purpose): Reached {
  const { oaUserId, following, stoppedAt, muted, lastInteractionAt } = recipient;
  if (stoppedAt) return { reason: 'stopped' };
  if (purpose !== 'personal' && muted.includes(purpose)) return { reason: `no_${purpose}` };
  if (oaUserId === null) return { reason: 'not_linked' };
  if (!following && purpose !== 'personal') return { reason: 'not_following' };
  if (!lastInteractionAt) return { reason: 'never_wrote' };
  if (at.getTime() - lastInteractionAt.getTime() > conversationWindow.length)
    return { reason: 'window_closed' };
  return { outlet: 'message' };
}
