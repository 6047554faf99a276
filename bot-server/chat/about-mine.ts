/** Answers about a person's own dossiers. Told only to their author, after the follower and the person are known to be one. */

import type { Summary } from '#contract/initiative.ts';
import type { Context, Who } from '../context.ts';
import { statusFor, summaryOf } from '../services/initiative-view.ts';
import { listMine } from '../services/lists.ts';
import { findSeen } from '../services/standing.ts';
import { ask, open, quote, type Replies } from './replies.ts';
import type { Answer } from './said.ts';

const shown = 5;

/** An author and nothing else: in the chat nobody sees more than their own. */
const asAuthor = (personId: string): Who => ({ id: personId, name: '', demo: false, grants: [] });

const notLinked = (ctx: Context): Replies => ({
  text: 'Chúng tôi chưa biết hồ sơ nào là của anh/chị. Mở mini app một lần để Zalo xác nhận, rồi hỏi lại câu này.',
  buttons: [open(ctx, 'Mở hồ sơ của tôi', '/initiatives'), ask('Hạn nộp'), ask('Gặp cán bộ')],
});

export const myStatus: Answer = async (ctx, { personId }) => {
  if (!personId) return notLinked(ctx);
  const { items, next } = await listMine(ctx, asAuthor(personId), {});
  if (items.length === 0)
    return {
      text: 'Anh/chị chưa có hồ sơ nào.',
      buttons: [open(ctx, 'Viết sáng kiến', '/write'), ask('Cách nộp sáng kiến'), ask('Hạn nộp')],
    };
  if (items.length === 1) return one(ctx, items[0]!);
  // What waits for the author stands first.
  const sorted = [...items].sort((a, b) => Number(b.status.mine) - Number(a.status.mine));
  const some = sorted.slice(0, shown);
  const rest = items.length - some.length;
  return {
    text: [
      ...some.map(
        (item) =>
          `• ${nameOf(item)}: ${item.status.label}.${item.status.mine ? ` ${item.status.sentence}` : ''}`,
      ),
      ...(rest > 0 ? [`Còn ${next ? `hơn ${rest}` : rest} hồ sơ nữa trong mini app.`] : []),
    ].join('\n'),
    buttons: [
      ...some
        .slice(0, 3)
        .map((item) => open(ctx, item.code ?? 'Viết tiếp bản nháp', `/initiatives/${item.id}`)),
      open(ctx, 'Xem tất cả hồ sơ', '/initiatives'),
    ],
  };
};

export const statusByCode: Answer = async (ctx, { personId, understood }) => {
  const { code } = understood.entities;
  if (!code)
    return {
      text: 'Anh/chị gõ mã hồ sơ ghi trong tin báo đã nhận, bắt đầu bằng SK và năm.',
      buttons: [ask('Hồ sơ của tôi'), open(ctx, 'Mở hồ sơ của tôi', '/initiatives')],
    };
  if (!personId) return notLinked(ctx);
  const row = await ctx.db.initiative.findFirst({
    where: { code, authorId: personId },
    select: { id: true },
  });
  if (!row)
    return {
      text: `Không thấy mã ${code} trong hồ sơ của anh/chị.`,
      buttons: [ask('Hồ sơ của tôi'), open(ctx, 'Xem tất cả hồ sơ', '/initiatives'), ask('Gặp cán bộ')],
    };
  const { found, standing } = await findSeen(ctx, asAuthor(personId), row.id);
  return one(ctx, summaryOf(found, statusFor(ctx, found, standing, await ctx.profile())));
};

function one(ctx: Context, item: Summary): Replies {
  const { status } = item;
  const turn = /^[^.]*\.$/.test(status.todo) ? ` ${status.todo}` : '';
  return {
    text: `${nameOf(item)}: ${status.label}.\n${status.sentence}${turn}`,
    buttons: [
      open(ctx, status.mine ? status.todo : 'Theo dõi hồ sơ', `/initiatives/${item.id}`),
      ask('Hồ sơ của tôi'),
      ask('Gặp cán bộ'),
    ],
  };
}

const nameOf = ({ code, title }: Summary): string => `${code ?? 'Bản nháp'} ${quote(title)}`;
