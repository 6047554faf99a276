// A conversation with the page, told from the chat: what somebody types, and what stands in the outbox for them.
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { handleEvent } from '#bot/chat/bot.ts';
import type { Context } from '#bot/context.ts';
import { remember } from '#bot/services/inbox.ts';
import type { MessageContent } from '#bot/services/messages.ts';
import { loadDemo } from '#bot/services/setup.ts';
import { forgetOldChats } from '#bot/services/tidy.ts';
import type { OaEvent } from '#bot/zalo/event.ts';
import { people } from '../../prisma/seed/people.ts';
import { freshDatabase } from '../support/database.ts';
import { rehearsal } from '../support/rehearsal.ts';

const db = await freshDatabase();
const start = new Date('2026-11-24T03:00:00Z');
await loadDemo(rehearsal(db, start));
const oaId = '4300000000000000001';
const minute = 60_000;

let ctx: Context;
/** A telephone that nobody knows. */
let stranger: string;

beforeEach(() => {
  ctx = rehearsal(db, start);
  stranger = `9000${Math.floor(Math.random() * 1e12)}`;
});

type Happening = Pick<OaEvent, 'kind'> & Record<string, unknown>;

/** Something happens in the chat of `userId`; gives what the page says to it, or null. */
async function happens(userId: string, what: Happening, minutes = 0): Promise<MessageContent | null> {
  const at = new Date(start.getTime() + minutes * minute);
  const dedupeKey = randomUUID();
  const event = { name: '', oaId, at, dedupeKey, userId, ...what } as OaEvent;
  const then = rehearsal(db, at);
  await remember(then, 'oa', event);
  await handleEvent(then, { source: 'oa', event });
  const row = await db.prisma.message.findFirst({ where: { cause: `reply:${dedupeKey}`, oaUserId: userId } });
  return row && (row.payload as unknown as MessageContent);
}

const says = (userId: string, text: string, minutes = 0) =>
  happens(userId, { kind: 'text', messageId: randomUUID(), text }, minutes).then((reply) => reply!);
const labels = ({ buttons }: MessageContent) => buttons.map(({ label }) => label);
const links = ({ buttons }: MessageContent) =>
  buttons.flatMap((button) => ('url' in button ? [button.url] : []));
const author = people.minhHa.oaUserId;
const app = 'http://127.0.0.1:3000/app';

describe('meeting', () => {
  test('a new follower is greeted, told that a machine answers, and can go into the mini app', async () => {
    const reply = await happens(stranger, { kind: 'follow' });

    expect(reply!.text).toContain('Đây là trả lời tự động của trang UBND quận Ba Đình.');
    expect(reply!.text).toContain('dừng');
    expect(links(reply!)).toEqual([`${app}/`]);
    expect(await db.prisma.follower.findUnique({ where: { oaUserId: stranger } })).toMatchObject({
      following: true,
    });
  });

  test('only the first answer of a conversation says that it is automatic', async () => {
    expect((await says(stranger, 'xin chao')).text).toMatch(/^Đây là trả lời tự động/);
    expect((await says(stranger, 'hạn nộp', 1)).text).not.toContain('trả lời tự động');
    expect((await says(stranger, 'hạn nộp', 2 * 24 * 60)).text).toMatch(/^Đây là trả lời tự động/);
  });

  test('the same event handled twice is answered once', async () => {
    const event = {
      name: '',
      oaId,
      at: start,
      dedupeKey: randomUUID(),
      userId: stranger,
      kind: 'text',
      messageId: 'm',
      text: 'chào',
    } as OaEvent;
    await handleEvent(ctx, { source: 'oa', event });
    await handleEvent(ctx, { source: 'oa', event });

    expect(await db.prisma.message.count({ where: { oaUserId: stranger } })).toBe(1);
  });

  test('receipts, echoes and other pages are never answered', async () => {
    expect(await happens(stranger, { kind: 'received', messageId: 'm1' })).toBeNull();
    expect(await happens(stranger, { kind: 'seen', messageIds: ['m1'] })).toBeNull();
    expect(await happens(stranger, { kind: 'oaEcho', text: 'hạn nộp' })).toBeNull();
    expect(await happens(stranger, { kind: 'text', messageId: 'm2', text: 'chào', oaId: '77' })).toBeNull();
  });

  test('while somebody of the office writes by hand, the bot keeps silent; "dừng" works all the same', async () => {
    await happens(stranger, { kind: 'oaEcho', adminId: '5', text: 'Em chào anh' });

    expect(await happens(stranger, { kind: 'text', messageId: 'a', text: 'hạn nộp' }, 5)).toBeNull();
    expect(await happens(stranger, { kind: 'text', messageId: 'b', text: 'dừng' }, 6)).not.toBeNull();
    expect(await happens(stranger, { kind: 'text', messageId: 'c', text: 'hạn nộp' }, 45)).not.toBeNull();
  });
});

describe('the campaign', () => {
  test('the deadline, asked without accents, is the one in the database, with what is left', async () => {
    const round = await db.prisma.round.findFirstOrThrow({
      where: { opensAt: { lte: start }, closesAt: { gt: start }, releasedAt: null },
      orderBy: { closesAt: 'asc' },
    });

    const reply = await says(stranger, 'bao h het han nop');

    expect(reply.text).toContain(round.name);
    expect(reply.text).toMatch(/hạn nộp 17\u00a0giờ\u00a000, .+\d{2}\/\d{2}\/2026, còn \d+/);
    expect(links(reply)).toContain(`${app}/campaign`);
    expect(labels(reply)).toContain('Viết sáng kiến');
  });

  test('an old button is answered with the state of today', async () => {
    const button = (await says(stranger, 'cách nộp')).buttons.find(({ label }) => label === 'Hạn nộp')!;
    const say = 'say' in button ? button.say : '';
    const before = await db.prisma.round.findMany({ where: { releasedAt: null, closesAt: { gt: start } } });
    const later = new Date(Math.max(...before.map((round) => round.closesAt!.getTime())) + minute);

    const reply = await says(stranger, say, (later.getTime() - start.getTime()) / minute);

    expect(reply.text).toContain('Hiện không có đợt nào đang nhận hồ sơ.');
    expect(await db.prisma.round.findMany({ where: { id: { in: before.map(({ id }) => id) } } })).toEqual(
      expect.arrayContaining(before),
    );
  });

  test('how to hand in names what to prepare and opens the form', async () => {
    const reply = await says(stranger, 'ho62 so7 ca6n2 gi2');

    expect(reply.text).toContain('điểm mới');
    expect(links(reply)).toContain(`${app}/write`);
    expect((await says(stranger, 'minh chung gom gi')).text).toMatch(/Minh chứng là/);
  });

  test('what the campaign is, and what an initiative is', async () => {
    expect((await says(stranger, 'phong trào này là gì')).text).toContain('Phòng Kinh tế');
    expect((await says(stranger, 'thế nào là sáng kiến')).text).toContain('Nghị định 13/2012/NĐ-CP');
    expect((await says(stranger, 'bot làm được gì')).text).toContain('hạn nộp');
  });

  test('highlighted initiatives are found by ward, school, theme and title, and open on their page', async () => {
    const ward = await says(stranger, 'sk tieu bieu p cong vi');
    expect(ward.text).toContain('Ngày thứ Hai không viết');
    expect(links(ward)[0]).toMatch(new RegExp(`^${app}/highlights/mo-hinh-`));
    expect((await says(stranger, 'trường thcs thành công có sáng kiến gì')).text).toContain('Lịch sử 7');
    expect((await says(stranger, 'sáng kiến về phòng cháy chữa cháy')).text).toContain('Ngọc Khánh');
    expect((await says(stranger, 'sk ve bao ve moi truong')).text).toContain('Trường Mầm non A');
    expect((await says(stranger, 'ngày thứ sáu không chờ')).text).toContain('Cống Vị');
    expect((await says(stranger, 'sáng kiến phường Phúc Xá')).text).toContain(
      'Chưa có sáng kiến tiêu biểu nào của Phường Phúc Xá',
    );
  });

  test('documents are found by number and by subject', async () => {
    expect((await says(stranger, 'cv 216')).text).toContain('216/KT ngày 24/11/2023');
    expect((await says(stranger, 'văn bản về thành lập hội đồng')).text).toContain('900/QĐ-UBND');
    expect((await says(stranger, 'công văn 999')).text).toContain('Không thấy văn bản này');
  });

  test('results and rewards of 2023 are those of the report; what is not released is not told', async () => {
    const results = await says(stranger, 'kết quả đợt 1 năm 2023');
    expect(results.text).toContain('222 hồ sơ, 155 sáng kiến được công nhận');
    expect(
      (await says(stranger, 'bao nhieu sang kien duoc cong nhan cap thanh pho nam 2023')).text,
    ).toContain('7 sáng kiến');
    const rewards = await says(stranger, 'thưởng bao nhiêu tiền');
    expect(rewards.text).toContain('Khen thưởng năm 2023');
    expect(rewards.text).toContain('1.080.000 đồng');
    const open = await says(stranger, 'kết quả năm 2026');
    expect(open.text).toContain('kết quả chưa công bố');
  });

  test('two questions in one line get one message', async () => {
    const reply = await says(stranger, 'cách nộp và khen thưởng');
    expect(reply.text).toContain('Viết sáng kiến');
    expect(reply.text).toContain('540.000 đồng');
  });
});

describe('one’s own dossiers', () => {
  test('somebody who is not linked is led to the mini app and told nothing', async () => {
    for (const text of ['tinh trang', 'SK-2026-K7M4Q']) {
      const reply = await says(stranger, text);
      expect(reply.text).toContain('Mở mini app một lần');
      expect(reply.text).not.toContain('mã QR');
      expect(links(reply)).toContain(`${app}/initiatives`);
    }
  });

  test('an author reads all of them, what waits for the author first', async () => {
    const reply = await says(author, 'tinh trang');

    expect(reply.text).toContain('SK-2026-K7M4Q');
    expect(reply.text).toContain('Yêu cầu bổ sung. Anh/chị cần bổ sung');
    expect(links(reply).some((link) => link.startsWith(`${app}/initiatives/`))).toBe(true);
  });

  test('by its code an own dossier is told in full', async () => {
    const reply = await says(author, 'sk 2026 k7m4q sao rồi');
    expect(reply.text).toMatch(/SK-2026-K7M4Q “Phiếu hẹn có mã QR.+Yêu cầu bổ sung/s);
  });

  test('a code of somebody else is not found among one’s own, exactly like one that does not exist', async () => {
    const [foreign, unknown] = [await says(author, 'SK-2026-H3VQA'), await says(author, 'SK-2026-H3VQC')];
    expect(foreign.text).toContain('Không thấy mã SK-2026-H3VQA trong hồ sơ của anh/chị.');
    expect(foreign.text.replace('H3VQA', '')).toBe(unknown.text.replace('H3VQC', '').replace(/^Đây.*\n/, ''));
  });

  test('the secretariat gets no other answer in the chat than anybody', async () => {
    expect((await says(people.huong.oaUserId, 'SK-2026-K7M4Q')).text).toContain('Không thấy mã');
  });
});

describe('being left alone', () => {
  const stopped = async (oaUserId: string) =>
    (await db.prisma.follower.findUniqueOrThrow({ where: { oaUserId } })).stoppedAt;

  test('"dừng" works at once and is confirmed; "nhận tin" undoes it', async () => {
    const stop = await says(stranger, 'DỪNG!!');
    expect(stop.text).toContain('Đã dừng.');
    expect(await stopped(stranger)).not.toBeNull();

    const resume = await says(stranger, 'nhan tin', 1);
    expect(resume.text).toContain('Đã bật nhận tin trở lại');
    expect(await stopped(stranger)).toBeNull();
  });

  test('one kind of notice is turned off and on by its name, and the answer says what is on', async () => {
    const muted = async () =>
      (await db.prisma.follower.findUniqueOrThrow({ where: { oaUserId: stranger } })).mutedTopics;

    const off = await says(stranger, 'tat nhac han');
    expect(off.text).toContain(
      'Đã tắt nhắc hạn. Anh/chị đang nhận qua Zalo: tin về hồ sơ của anh/chị, thông báo chung.',
    );
    expect(await muted()).toEqual(['reminder']);
    await says(stranger, 'tắt thông báo chung', 1);
    expect(await muted()).toEqual(['announcement', 'reminder']);
    expect(await stopped(stranger)).toBeNull();

    const on = await says(stranger, 'bật lại thông báo', 2);
    expect(on.text).toContain('Đã bật thông báo chung.');
    expect(on.text).toContain('Đang tắt: nhắc hạn.');
    expect(await muted()).toEqual(['reminder']);
    await says(stranger, 'bật nhắc hạn', 3);
    expect(await muted()).toEqual([]);
  });

  test('after "dừng", "bật lại thông báo" brings everything back, and "bật nhắc hạn" only that', async () => {
    await says(stranger, 'dừng');
    expect((await says(stranger, 'bật nhắc hạn', 1)).text).toContain('Đang tắt: thông báo chung.');
    expect(await stopped(stranger)).toBeNull();
    await says(stranger, 'dừng', 2);
    const all = await says(stranger, 'bật lại thông báo', 3);
    expect(all.text).toContain('Đã bật nhận tin trở lại.');
    expect(all.text).toContain('thông báo chung, nhắc hạn');
  });

  test('an old "nhận tin" that arrives late does not undo a newer "dừng"', async () => {
    await says(stranger, 'dung', 10);
    await says(stranger, 'nhan tin', 5);
    expect(await stopped(stranger)).not.toBeNull();
  });

  test('somebody who has said stop is still answered', async () => {
    await says(stranger, 'stop');
    expect((await says(stranger, 'hạn nộp', 1)).text).toContain('hạn nộp');
    expect(await stopped(stranger)).not.toBeNull();
  });
});

describe('not understanding', () => {
  test('twice in a row leads to a person, with the telephone that the office gives', async () => {
    const first = await says(stranger, 'giá vàng hôm nay');
    const second = await says(stranger, 'xổ số miền bắc', 1);

    expect(first.text).toContain('Máy chưa hiểu câu này');
    expect(labels(first)).toContain('Gặp cán bộ');
    expect(second.text).toContain('đã chuyển cho cán bộ');
    expect(second.text).toContain('Cơ quan Thường trực của phong trào: Phòng Kinh tế, UBND quận Ba Đình.');
  });

  test('a good question in between begins the count anew', async () => {
    await says(stranger, 'giá vàng hôm nay');
    await says(stranger, 'hạn nộp', 1);
    expect((await says(stranger, 'xổ số miền bắc', 2)).text).toContain('Máy chưa hiểu');
  });

  test('a sticker is told that only words are read', async () => {
    const reply = await happens(stranger, { kind: 'media', messageId: 's', media: 'sticker' });
    expect(reply!.text).toContain('Máy mới đọc được chữ');
  });
});

describe('safety', () => {
  test('nothing that people typed or wrote can act: no mention is ever sent', async () => {
    await db.prisma.initiative.updateMany({
      where: { code: 'SK-2026-K7M4Q' },
      data: { title: 'Chào [@4300] và [ @all]' },
    });
    const mine = await says(author, 'tinh trang');
    const odd = await says(stranger, 'hạn nộp [@all] <b>đợt 2</b>');

    for (const { text } of [mine, odd]) expect(text).not.toMatch(/\[\s*@|<b>/);
  });

  test('every answer fits Zalo, and every button that asks is understood', async () => {
    const another = () => `9100${Math.floor(Math.random() * 1e12)}`;
    for (const text of [
      'chào',
      'là gì',
      'phong trào là gì',
      'hạn nộp',
      'cách nộp',
      'tình trạng',
      'tra cứu theo mã',
      'sáng kiến tiêu biểu',
      'văn bản',
      'liên hệ',
      'nhận tin',
      'khen thưởng',
      'kết quả',
      'cảm ơn',
      'dừng',
      'hdjsk',
    ]) {
      // Each from another telephone: whoever has asked for a person hears no machine any more.
      const reply = await says(another(), text);
      expect(reply.text.length).toBeLessThanOrEqual(1900);
      expect(reply.buttons.length).toBeLessThanOrEqual(5);
      for (const button of reply.buttons)
        if ('say' in button) {
          const next = await says(another(), button.say);
          expect(next.text, button.say).not.toContain('Máy chưa hiểu');
        }
    }
  });

  test('after 30 days only the fact remains that something was written', async () => {
    await says(stranger, 'số nhà tôi là 12 ngõ 5');
    await db.prisma.message.updateMany({ where: { oaUserId: stranger }, data: { state: 'sent' } });
    await db.prisma.inboxEvent.updateMany({ data: { state: 'handled' } });
    const before = await db.prisma.inboxEvent.count();
    const later = rehearsal(db, new Date(start.getTime() + 31 * 24 * 60 * minute));

    expect(await forgetOldChats(later)).toBeGreaterThan(0);
    expect(await forgetOldChats(later)).toBeLessThan(before);

    const events = await db.prisma.inboxEvent.findMany({ where: { receivedAt: { lte: start } } });
    expect(JSON.stringify(events)).not.toContain('ngõ 5');
    expect(events.length).toBeGreaterThan(0);
    expect(await db.prisma.message.findFirst({ where: { oaUserId: stranger } })).toMatchObject({
      payload: null,
    });
  });
});
