/** How a ticket is called and shown in a list and on its page. */

import type { TicketSummary } from '#contract/ticket.ts';
import type { IconName } from '../../ui/icon.tsx';
import type { Tone } from '../../ui/tone.ts';

/** Somebody who has never opened the mini app has no name here. */
export const titleOf = ({ name }: Pick<TicketSummary, 'name'>): string =>
  name ?? 'Người nhắn trang, chưa rõ tên';

export function ticketLook({ state, late }: Pick<TicketSummary, 'state' | 'late'>): {
  tone: Tone;
  icon: IconName;
  children: string;
} {
  if (state === 'closed') return { tone: 'quiet', icon: 'check', children: 'Đã đóng' };
  if (state === 'answered') return { tone: 'ok', icon: 'check-circle', children: 'Đã trả lời' };
  return late
    ? { tone: 'danger', icon: 'warn', children: 'Quá hẹn trả lời' }
    : { tone: 'todo', icon: 'clock', children: 'Chờ trả lời' };
}
