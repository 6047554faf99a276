/** Answers that are about the talk itself: courtesy, news or none, a person instead of a machine, and what is not understood. */

import { sayOfficeHours } from '#domain/office-hours.ts';
import type { Profile } from '#domain/organisation.ts';
import { alwaysOn, topicNames, topics, type Wish, type Wishes, wishesAfter } from '#domain/topics.ts';
import type { Context } from '../context.ts';
import { sayPromise } from '../services/tickets.ts';
import { ask, open, type Replies } from './replies.ts';
import type { Answer } from './said.ts';

const questions = [
  ask('Hạn nộp'),
  ask('Cách nộp sáng kiến'),
  ask('Hồ sơ của tôi'),
  ask('Sáng kiến tiêu biểu'),
];

export const welcome = async (ctx: Context): Promise<Replies> => {
  const { pageName } = await ctx.profile();
  return {
    text: `Chào anh/chị, cảm ơn anh/chị đã quan tâm trang ${pageName}. Ở đây anh/chị nộp sáng kiến, theo dõi hồ sơ và hỏi về phong trào. Gõ câu hỏi, không dấu cũng được. Không muốn nhận tin thì gõ “dừng”.`,
    buttons: [open(ctx, 'Mở mini app', '/'), ...questions],
  };
};

export const greeting: Answer = async () => ({
  text: 'Chào anh/chị. Anh/chị cần hỏi gì về sáng kiến: hạn nộp, cách nộp, hồ sơ của mình hay sáng kiến tiêu biểu?',
  buttons: [...questions, ask('Gặp cán bộ')],
});

export const thanks: Answer = async (ctx) => ({
  text: 'Cảm ơn anh/chị. Cần gì thêm, anh/chị cứ nhắn.',
  buttons: [open(ctx, 'Mở mini app', '/'), ask('Hạn nộp')],
});

export const stop: Answer = async (_ctx, { understood, wishes }) => {
  const topic = /nhac/.test(understood.plain)
    ? 'reminder'
    : /chung/.test(understood.plain)
      ? 'announcement'
      : 'all';
  if (topic !== 'all') {
    const wish = { topic, on: false } as const;
    return {
      text: `Đã tắt ${topicNames[topic]}. ${sayWishes(wishesAfter(wishes, wish))}`,
      buttons: [ask(`Bật lại ${topicNames[topic]}`), ask('Dừng mọi tin', 'Dừng')],
      wish,
    };
  }
  return {
    text: 'Đã dừng. Từ giờ chúng tôi không tự gửi tin qua Zalo cho anh/chị, kể cả tin về hồ sơ. Thông báo vẫn có trong mini app. Anh/chị hỏi thì chúng tôi vẫn trả lời.',
    buttons: [ask('Nhận tin lại', 'Nhận tin'), ask('Chỉ nhận nhắc hạn', 'Bật nhắc hạn')],
    wish: { topic: 'all', on: false },
  };
};

export const resume: Answer = async (ctx, { understood, wishes }) => {
  const { plain } = understood;
  // "Bật lại thông báo" after "dừng" means all of it; otherwise the one kind that is called so.
  const topic = /nhac/.test(plain)
    ? 'reminder'
    : /chung/.test(plain) || (/thong bao/.test(plain) && !wishes.stopped)
      ? 'announcement'
      : 'all';
  const wish: Wish = { topic, on: true };
  const opening =
    topic !== 'all'
      ? `Đã bật ${topicNames[topic]}.`
      : wishes.stopped || wishes.muted.length > 0
        ? 'Đã bật nhận tin trở lại.'
        : '';
  return {
    text: `${opening} ${sayWishes(wishesAfter(wishes, wish))} Muốn thôi, gõ “dừng”.`.trim(),
    buttons: [ask('Hạn nộp'), open(ctx, 'Xem thông báo', '/notices'), ask('Dừng nhận tin')],
    wish,
  };
};

/** "Anh/chị đang nhận qua Zalo: tin về hồ sơ của anh/chị, thông báo chung. Đang tắt: nhắc hạn." */
function sayWishes({ stopped, muted }: Wishes): string {
  if (stopped) return 'Anh/chị đã dừng mọi tin qua Zalo.';
  const on = topics.filter((topic) => !muted.includes(topic)).map((topic) => topicNames[topic]);
  const off = muted.map((topic) => topicNames[topic]);
  return [
    `Anh/chị đang nhận qua Zalo: ${[alwaysOn, ...on].join(', ')}.`,
    ...(off.length > 0 ? [`Đang tắt: ${off.join(', ')}.`] : []),
  ].join(' ');
}

/** Where only an address, a number or the hours are asked for, and they are known, nobody needs to be disturbed. */
export const contact: Answer = async (ctx, { understood }) => {
  const profile = await ctx.profile();
  const { plain } = understood;
  const known =
    (profile.contactAddress !== null && /dia chi|tru so|van phong|o dau|cho nao/.test(plain)) ||
    (profile.contactPhone !== null && /dien thoai|hotline|so may|so dt|sdt/.test(plain)) ||
    /(?:gio|thoi gian|lich) lam viec|lam viec (?:may gio|luc nao|thu may|den may gio)/.test(plain);
  if (!known || /gap|noi chuyen|trao doi|can bo|chuyen vien|nguoi that|goi lai/.test(plain))
    return toPerson(ctx, 'asked', 'Đã chuyển câu hỏi của anh/chị tới cán bộ.');
  return {
    text: `${sayContact(profile)}\nGiờ làm việc: ${sayOfficeHours(profile.officeHours)}.`,
    buttons: [ask('Gặp cán bộ'), ask('Hạn nộp')],
  };
};

export const notUnderstood: Answer = async (ctx, { missedBefore }) =>
  missedBefore
    ? toPerson(ctx, 'not_understood', 'Câu này máy chưa trả lời được, đã chuyển cho cán bộ.')
    : {
        text: 'Máy chưa hiểu câu này. Trang chỉ trả lời về phong trào sáng kiến. Anh/chị gõ lại ngắn hơn hoặc chọn một câu dưới đây.',
        buttons: [...questions, ask('Gặp cán bộ')],
      };

/** No button that asks the machine: it keeps silent until the office has closed the ticket. */
async function toPerson(
  ctx: Context,
  ticket: NonNullable<Replies['ticket']>,
  opening: string,
): Promise<Replies> {
  const profile = await ctx.profile();
  return {
    text: [
      opening,
      sayPromise(profile, ctx.now),
      'Trong lúc chờ, máy không trả lời tự động. Anh/chị viết thêm ở đây nếu cần.',
      sayContact(profile),
    ].join('\n'),
    buttons: [open(ctx, 'Mở mini app', '/')],
    ticket,
  };
}

/** A picture, a sticker, a voice message: nothing to read in it. */
export const notText: Answer = async (ctx, said) =>
  said.missedBefore
    ? notUnderstood(ctx, said)
    : {
        text: 'Máy mới đọc được chữ, chưa xem được hình, tệp hay nhãn dán. Anh/chị gõ câu hỏi giúp.',
        buttons: [...questions, ask('Gặp cán bộ')],
      };

const sayContact = (profile: Profile): string =>
  [
    `Cơ quan Thường trực của phong trào: ${profile.standingAgency}, ${profile.name}.`,
    ...(profile.contactPhone ? [`Điện thoại: ${profile.contactPhone}.`] : []),
    ...(profile.contactAddress ? [`Địa chỉ: ${profile.contactAddress}.`] : []),
  ].join('\n');
