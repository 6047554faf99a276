/** How a dossier is said in one line, in lists and on the first screen. */

import type { Status, Summary } from '#contract/initiative.ts';
import { sayDeadline } from '#domain/calendar.ts';
import { instantOf } from '../ui/format.ts';

export const titleOf = ({ title }: Pick<Summary, 'title'>): string => title.trim() || 'Chưa đặt tên';

/** What the reader must do and by when; otherwise the sentence of the state. */
export function lineOf(status: Status): string {
  if (!status.mine || status.state === 'draft' || status.dueAt === null) return status.sentence;
  return `${status.todo} trước ${sayDeadline(instantOf(status.dueAt))}.`;
}
