/** What the unit head and the secretariat do with a dossier. Each verb is the table's act with what it adds. */

import { randomUUID } from 'node:crypto';
import type { api } from '#contract/api.ts';
import type { InputOf, OutputOf } from '#contract/endpoint.ts';
import { Failure } from '#contract/failure.ts';
import type { Form } from '#contract/initiative.ts';
import { addMonths, dayOf, endOfOffice, sayDay } from '#domain/calendar.ts';
import { labels } from '#domain/form.ts';
import { countLetters } from '#domain/text.ts';
import type { Context, Who } from '../context.ts';
import { act } from './move.ts';

type Api = typeof api;
type Verb<N extends keyof Api> = (
  ctx: Context,
  who: Who,
  input: InputOf<Api[N]>,
) => Promise<OutputOf<Api[N]>>;

/** The head confirms that it was applied in the unit; the author's claim to belong there becomes membership. */
export const confirmInitiative: Verb<'confirm'> = (ctx, who, input) =>
  act(ctx, who, input, 'confirm', {
    async write(tx, found) {
      await tx.membership.updateMany({
        where: { personId: found.authorId, unitId: found.unitId!, confirmedAt: null },
        data: { confirmedAt: ctx.now },
      });
      return {
        title: 'Có hồ sơ mới để kiểm tra',
        text: `${found.code}: ${found.unit?.name} đã xác nhận “${found.title}”.`,
      };
    },
  });

/** Ten letters: a reason that helps (glossary, transition table). */
const enough = (reason: string, field = 'reason'): string => {
  if (countLetters(reason) < 10)
    throw new Failure('input', [
      { field, message: 'Viết lý do, ít nhất 10 ký tự, để tác giả biết phải làm gì' },
    ]);
  return reason;
};

export const returnInitiative: Verb<'return'> = async (ctx, who, input) => {
  const reason = enough(input.reason);
  const part = input.part === 'general' ? '' : `phần “${labels[input.part as keyof Form]}”: `;
  return act(ctx, who, input, 'return', { reason: `${part}${reason}`, detail: { part: input.part } });
};

export const confirmOnPaper: Verb<'confirmOnPaper'> = async (ctx, who, input) => {
  if (input.letterDate > dayOf(ctx.now))
    throw new Failure('input', [
      { field: 'letterDate', message: `Nhập ngày văn bản không muộn hơn hôm nay, ${sayDay(ctx.now)}` },
    ]);
  return act(ctx, who, input, 'confirm_on_paper', {
    reason: `Đơn vị xác nhận bằng văn bản số ${input.letterNo} ngày ${sayDay(input.letterDate)}`,
    detail: { letterNo: input.letterNo, letterDate: input.letterDate },
  });
};

export const acceptInitiative: Verb<'accept'> = (ctx, who, input) => act(ctx, who, input, 'accept');

/** Asks for what is missing, by a day that is at least tomorrow and at most one month away (Điều 6, Nghị định 13/2012/NĐ-CP). */
export const requestSupplement: Verb<'requestSupplement'> = async (ctx, who, input) => {
  const today = dayOf(ctx.now);
  const latest = addMonths(today, (await ctx.profile()).checkMonths);
  if (input.dueOn <= today || input.dueOn > latest)
    throw new Failure('input', [
      { field: 'dueOn', message: `Chọn hạn bổ sung sau hôm nay và không quá ${sayDay(latest)}` },
    ]);
  const dueAt = endOfOffice(input.dueOn);
  return act(ctx, who, input, 'request_supplement', {
    dueAt,
    reason: input.items.join('; '),
    async write(tx, found) {
      await tx.supplement.create({
        data: {
          id: randomUUID(),
          initiativeId: found.id,
          askedAt: ctx.now,
          askedIn: found.state,
          dueAt,
          items: input.items.map((label) => ({ label, answer: null })),
        },
      });
      return undefined;
    },
  });
};

export const refuseInitiative: Verb<'refuse'> = async (ctx, who, input) =>
  act(ctx, who, input, 'refuse', { reason: enough(input.reason) });

export const lapseInitiative: Verb<'lapse'> = (ctx, who, input) => act(ctx, who, input, 'lapse');

export const reviewInitiative: Verb<'review'> = (ctx, who, input) => act(ctx, who, input, 'review');

export const forwardToCity: Verb<'forwardCity'> = (ctx, who, input) => act(ctx, who, input, 'forward_city');
