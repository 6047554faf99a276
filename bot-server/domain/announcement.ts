/** Announcements: what a text may be, and what can be done with an announcement in each state. */

import type { AnnouncementState } from '#contract/announcement.ts';
import type { FieldProblem } from '#contract/failure.ts';
import { countLetters } from './text.ts';
import { textLimits } from './zalo-rules.ts';

export type AnnouncementAction = 'edit' | 'send' | 'pause' | 'resume' | 'cancel';

const actions: Record<AnnouncementState, AnnouncementAction[]> = {
  draft: ['edit', 'send', 'cancel'],
  sending: ['pause', 'cancel'],
  paused: ['resume', 'cancel'],
  finished: [],
  cancelled: [],
};

export const allowedActions = (state: AnnouncementState): AnnouncementAction[] => actions[state];

/** As it stands in the chat. */
export const messageText = ({ title, text }: { title: string; text: string }): string =>
  `${title}\n\n${text}`;

const longestMessage = 2_000;

/** What is too long for Zalo: told while writing, and nothing is stored before it is mended. */
export function tooLong({ title, text }: { title: string; text: string }): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const titleLetters = countLetters(title);
  if (titleLetters > textLimits.articleTitle)
    problems.push({ field: 'title', message: over('Tiêu đề', textLimits.articleTitle, titleLetters) });
  const letters = countLetters(text);
  if (letters > textLimits.message)
    problems.push({ field: 'text', message: over('Nội dung', textLimits.message, letters) });
  const whole = messageText({ title, text }).length;
  if (problems.length === 0 && whole > longestMessage)
    problems.push({
      field: 'text',
      message: `Tiêu đề và nội dung cộng lại quá dài cho một tin Zalo. Bớt ${whole - longestMessage} ký tự.`,
    });
  return problems;
}

const over = (what: string, most: number, now: number): string =>
  `${what} dài tối đa ${most.toLocaleString('vi')} chữ cái, đang có ${now.toLocaleString('vi')}. Bớt ${(now - most).toLocaleString('vi')}.`;

/** What stands in the way of sending. */
export function problemsOf(content: { title: string; text: string }): FieldProblem[] {
  const problems = tooLong(content);
  if (content.title.trim() === '') problems.push({ field: 'title', message: 'Viết tiêu đề của thông báo' });
  if (content.text.trim() === '') problems.push({ field: 'text', message: 'Viết nội dung của thông báo' });
  return problems;
}
