/** What a person wants to hear over Zalo: all of what we start, some kinds of it, or nothing. */

import { type Topic, topics } from '#contract/terms.ts';

export { type Topic, topics };

export const topicNames: Record<Topic, string> = {
  announcement: 'thông báo chung',
  reminder: 'nhắc hạn',
};

/** News of one's own dossier has no switch: only "dừng" ends it. */
export const alwaysOn = 'tin về hồ sơ của anh/chị';

export interface Wishes {
  /** "dừng": nothing that we start. */
  stopped: boolean;
  muted: Topic[];
}

export interface Wish {
  topic: Topic | 'all';
  on: boolean;
}

/** Who has stopped everything and asks for one kind gets that kind and no other. */
export function wishesAfter({ stopped, muted }: Wishes, { topic, on }: Wish): Wishes {
  if (topic === 'all') return on ? { stopped: false, muted: [] } : { stopped: true, muted };
  const others = topics.filter((one) => one !== topic && (stopped || muted.includes(one)));
  if (on) return { stopped: false, muted: others };
  return { stopped, muted: topics.filter((one) => one === topic || muted.includes(one)) };
}
