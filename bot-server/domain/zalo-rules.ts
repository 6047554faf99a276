/** Zalo's own rules as data: each with the day from which it holds and where it is written. */

import { dayLength } from './calendar.ts';

/** A consultation message goes to whoever wrote to the page within this time, at any hour of the day. */
export const conversationWindow = {
  length: 7 * dayLength,
  from: '2026-03-01',
  source: 'Zalo OA, "Điều kiện gửi tin tư vấn"',
} as const;

/** Zalo refuses what must not ring at night (-234) until this hour in Vietnam. */
export const zaloMorning = '06:00';

/** Calls per application are counted by the minute; after -32 the next minute is free again. */
export const rateWindow = 60_000;

export const textLimits = {
  /** Zalo takes 2 000 characters and does not say how it counts them. */
  message: 1900,
  articleTitle: 150,
  articleDescription: 300,
} as const;
