/** What an answer is given: who asked, what was understood, and what was said before. Plain values, so an answer is tested as a value. */

import type { Wishes } from '#domain/topics.ts';
import type { Context } from '../context.ts';
import type { Replies } from './replies.ts';
import type { Understood } from './understand.ts';

export interface Said {
  understood: Understood;
  /** The person behind the follower, known only after Zalo itself has said that the two are one. */
  personId: string | null;
  /** What the person wants to hear from us. */
  wishes: Wishes;
  /** Nothing was said for a day: the answer begins by saying that it is automatic. */
  first: boolean;
  /** The message before this one was not understood either. */
  missedBefore: boolean;
}

export type Answer = (ctx: Context, said: Said) => Promise<Replies>;
