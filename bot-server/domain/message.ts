/** The life of a message: the states it may pass through, and what Zalo's answer means for it. */

import type { MessageState } from '#contract/announcement.ts';
import { addDays, dayOf, instantAt } from './calendar.ts';
import { rateWindow, zaloMorning } from './zalo-rules.ts';

/**
 * `sending` is committed before Zalo is called. From there back to `waiting` only when it is certain that Zalo did not take it;
 * from `unknown` only by proof or by a person, never by itself.
 */
export const transitions: Record<MessageState, readonly MessageState[]> = {
  waiting: ['sending', 'cancelled'],
  sending: ['sent', 'refused', 'unknown', 'waiting'],
  unknown: ['sent', 'refused', 'waiting'],
  sent: [],
  refused: [],
  cancelled: [],
};

/** How Zalo's answer (or its silence) reaches the rule. The classes are those of Zalo's error table. */
export type Answer =
  | { kind: 'sent'; messageId: string }
  | { kind: 'refused'; class: 'R' | 'T' | 'U' | 'L' | 'P' | 'C'; code: number | null; attempts?: number }
  | { kind: 'not_reached' }
  | { kind: 'unknown' };

export interface Settlement {
  state: 'sent' | 'refused' | 'unknown' | 'waiting';
  code: number | null;
  messageId: string | null;
  /** When it is tried again; only for `waiting`. */
  nextAt: Date | null;
  /** Whether this try counts; what says nothing about the message does not use up its tries. */
  counts: boolean;
  /** Nobody else is served either before this moment. */
  holdUntil: Date | null;
  /** A person must mend something before it can go on. */
  pause: boolean;
}

const usualAttempts = 5;
const attemptsWhenLater = 24;
const second = 1000;
const longestHold = 30 * second;
const outOfQuota = -211;
const tooFast = -32;
const night = -234;

/**
 * What becomes of a message.
 * @param attempts how often it was handed to Zalo, this time included
 * @param misses how many times before in a row Zalo was not reached, over all messages
 */
export function settle(answer: Answer, attempts: number, misses: number, now: Date): Settlement {
  if (answer.kind === 'sent') return { ...ended('sent', null), messageId: answer.messageId };
  if (answer.kind === 'unknown') return ended('unknown', null);
  if (answer.kind === 'not_reached')
    return held(null, after(now, Math.min(longestHold, 2 ** misses * second)));

  const { code } = answer;
  if (answer.class === 'U' || answer.class === 'P') return ended('refused', code);
  if (answer.class === 'T') return held(code, after(now, 30 * second));
  if (answer.class === 'C' || code === outOfQuota)
    return { ...held(code, after(now, 60 * second)), pause: true };
  if (code === tooFast) return held(code, nextWindow(now));

  const limit = answer.class === 'L' ? attemptsWhenLater : (answer.attempts ?? usualAttempts);
  if (attempts >= limit) return ended('refused', code);
  return again(code, answer.class === 'L' ? laterTime(code, now) : after(now, 2 ** attempts * second));
}

const none = { messageId: null, nextAt: null, holdUntil: null, pause: false, counts: true };
const ended = (state: 'sent' | 'refused' | 'unknown', code: number | null): Settlement => ({
  ...none,
  state,
  code,
});
const again = (code: number | null, nextAt: Date): Settlement => ({
  ...none,
  state: 'waiting',
  code,
  nextAt,
});
/** Nothing was wrong with the message: it goes on where the hold ends. */
const held = (code: number | null, until: Date): Settlement => ({
  ...again(code, until),
  counts: false,
  holdUntil: until,
});

const after = (now: Date, ms: number): Date => new Date(now.getTime() + ms);

const nextWindow = (now: Date): Date => new Date((Math.floor(now.getTime() / rateWindow) + 1) * rateWindow);

function laterTime(code: number | null, now: Date): Date {
  if (code !== night) return after(now, 3600 * second);
  const today = instantAt(dayOf(now), zaloMorning);
  return today > now ? today : instantAt(addDays(dayOf(now), 1), zaloMorning);
}
