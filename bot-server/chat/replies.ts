/** What the bot says: one text and at most five buttons, made so that nothing in it can act on its own. */

import type { Wish } from '#domain/topics.ts';
import type { Context } from '../context.ts';
import { harmless, type MessageButton } from '../services/messages.ts';
import { miniAppLink } from '../services/mini-app-link.ts';

export interface Replies {
  text: string;
  buttons: MessageButton[];
  /** What the person asked of the page itself: to be left alone, or to hear from it again. */
  wish?: Wish;
  /** A person must answer: asked for, or because the machine did not understand. */
  ticket?: 'asked' | 'not_understood';
}

const longestText = 1900;
const longestLabel = 100;
const mostButtons = 5;

/** A button that opens a screen of the mini app. */
export const open = (ctx: Context, label: string, path: string): MessageButton => ({
  label,
  url: miniAppLink(ctx.config, path),
});

/** A button that asks the next likely question. It carries the question itself, so it is answered with the state of that day. */
export const ask = (label: string, say: string = label): MessageButton => ({ label, say });

/** Ready to be sent: within Zalo's limits, and without "[@id]", which Zalo would turn into a mention. */
export function ready({ text, buttons, ...wishes }: Replies): Replies {
  const seen = new Set<string>();
  return {
    text: clip(harmless(text), longestText),
    buttons: buttons
      .filter(({ label }) => !seen.has(label) && seen.add(label))
      .slice(0, mostButtons)
      .map((button) => ({ ...button, label: clip(harmless(button.label), longestLabel) })),
    ...wishes,
  };
}

/** Two answers in one message, where one line asked two things. */
export const both = (first: Replies, second: Replies): Replies => ({
  ...first,
  ...(second.ticket ? { ticket: second.ticket } : {}),
  text: `${first.text}\n\n${second.text}`,
  buttons: [...first.buttons.slice(0, 3), ...second.buttons],
});

/** Cuts at the end of a line or a word. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const end = Math.max(cut.lastIndexOf('\n'), cut.lastIndexOf(' '));
  return `${cut.slice(0, end > most / 2 ? end : undefined).trimEnd()}…`;
}

/** "“Tên sáng kiến dài…”" for lists. */
export const quote = (title: string, most = 110): string => `“${clip(title.trim() || 'Chưa đặt tên', most)}”`;
