// Somebody asks for a person: the machine keeps silent, the desk answers, Zalo carries the answer, and then the machine speaks again.
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { at } from '#bot/context.ts';
import { closeSilentTickets } from '#bot/services/tickets.ts';
import type { Api } from '#contract/api.ts';
import type { OutputOf } from '#contract/endpoint.ts';
import { openWorld, until, type Visitor } from '../support/world.ts';

const world = await openWorld({ jobs: true });
let desk: Visitor;
beforeAll(async () => {
  desk = await world.as('secretary');
});

interface Said {
  user: string;
  from: 'user' | 'oa';
  text: string;
  buttons?: { title: string }[];
}

/** A telephone of the rehearsal whose owner nobody knows, or one of the demo people. */
async function telephone(oaUserId?: string) {
  const id =
    oaUserId ??
    (await world.sandbox<{ oaUserId: string }>('people', { name: 'Lò Thị Mai', note: 'khách' })).oaUserId;
  const heard = async () =>
    (await world.sandbox<{ messages: Said[] }>(`people/${id}/thread`)).messages.filter(
      ({ from }) => from === 'oa',
    );
  return {
    id,
    heard,
    write: (text: string) => world.sandbox(`people/${id}/message`, { text }),
    /** Writes, and waits for what the page says to it. */
    async ask(text: string): Promise<Said> {
      const before = (await heard()).length;
      await world.sandbox(`people/${id}/message`, { text });
      return until(`an answer to "${text}"`, async () => (await heard())[before]);
    },
    /** Writes, and makes sure that the page has heard it and says nothing. */
    async askInVain(text: string): Promise<void> {
      const before = (await heard()).length;
      await world.sandbox(`people/${id}/message`, { text });
      await until('the event to be handled', async () => {
        const events = await world.app.db.inboxEvent.findMany({ where: { state: 'handled' } });
        return events.some(({ body }) => (body as { text?: string }).text === text);
      });
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect((await heard()).length).toBe(before);
    },
  };
}

type Ticket = OutputOf<Api['tickets']>['items'][number];
const ticketWith = (words: string, state?: Ticket['state']): Promise<Ticket> =>
  until(`a ticket with "${words}"`, async () =>
    (await desk.do('tickets', state ? { state } : {})).items.find(({ lastWords }) => lastWords === words),
  );

describe('asking for a person', () => {
  test('opens a ticket, says when the office is there and by when it answers, and the machine is silent from then on', async () => {
    const phone = await telephone();
    await phone.ask('Cho tôi hỏi hạn nộp');

    const promise = await phone.ask('cho toi gap can bo');
    await phone.askInVain('Hồ sơ giấy nộp ở phòng nào ạ?');

    expect(promise.text).toContain('Giờ làm việc: 8');
    expect(promise.text).toMatch(/chậm nhất \d+\u00a0giờ\u00a0\d\d, .+ \d\d\/\d\d\/\d{4}/);
    const ticket = await ticketWith('Hồ sơ giấy nộp ở phòng nào ạ?');
    expect(ticket).toMatchObject({ state: 'waiting', cause: 'asked', name: null, late: false });
    const { lines } = await desk.do('ticket', { id: ticket.id });
    expect(lines.map(({ from }) => from)).toEqual(['person', 'bot', 'person', 'bot', 'person']);
    expect(lines[2]!.text).toBe('cho toi gap can bo');
  });

  test('is one ticket however often it is asked', async () => {
    const phone = await telephone();
    await phone.ask('gặp cán bộ');
    await phone.askInVain('cho gặp cán bộ, gấp lắm');

    expect(await world.app.db.ticket.count({ where: { oaUserId: phone.id } })).toBe(1);
  });

  test('two misunderstandings in a row do the same', async () => {
    const phone = await telephone();
    expect((await phone.ask('giá vàng hôm nay')).text).toContain('Máy chưa hiểu');
    expect((await phone.ask('xổ số miền bắc')).text).toContain('đã chuyển cho cán bộ');

    expect(await ticketWith('xổ số miền bắc')).toMatchObject({ cause: 'not_understood' });
  });

  test('who only wants to know the hours is told, and nobody is disturbed', async () => {
    const phone = await telephone();
    expect((await phone.ask('mấy giờ làm việc')).text).toContain('Giờ làm việc');
    expect((await phone.ask('hạn nộp')).text).toContain('hạn nộp');
  });

  test('"dừng" works all the same', async () => {
    const phone = await telephone();
    await phone.ask('gặp cán bộ');
    expect((await phone.ask('dừng')).text).toContain('Đã dừng');
    const { stoppedAt } = await world.app.db.follower.findUniqueOrThrow({ where: { oaUserId: phone.id } });
    expect(stoppedAt).not.toBeNull();
  });
});

describe('the desk', () => {
  test('reads the conversation, answers in the chat, and closes: then the machine speaks again and says so', async () => {
    const author = (await world.person('author')).oaUserId;
    const phone = await telephone(author);
    await phone.ask('gặp cán bộ');
    await phone.askInVain('Minh chứng là ảnh chụp có được không?');
    const { id } = await ticketWith('Minh chứng là ảnh chụp có được không?');

    const answerId = randomUUID();
    const answer = { id, answerId, text: 'Được ạ, ảnh rõ ngày tháng là đủ.' };
    await desk.do('answerTicket', answer);
    await desk.do('answerTicket', answer);

    await until('the answer on the telephone', async () => {
      const heard = await phone.heard();
      return heard.some(({ text }) => text.includes('ảnh rõ ngày tháng là đủ'));
    });
    const heard = (await phone.heard()).filter(({ text }) => text.includes('ảnh rõ ngày tháng'));
    expect(heard.map(({ text }) => text)).toEqual([
      'Cơ quan Thường trực trả lời:\nĐược ạ, ảnh rõ ngày tháng là đủ.',
    ]);
    const told = await until('its outcome', async () => {
      const ticket = await desk.do('ticket', { id });
      return ticket.lines.at(-1)?.outcome?.label === 'Zalo đã nhận' ? ticket : null;
    });
    expect(told).toMatchObject({ state: 'answered', name: 'Nguyễn Minh Hà', unreachable: null });
    expect(told.lines.at(-1)).toMatchObject({ from: 'office', name: 'Lê Thu Hương' });
    expect(told.initiatives.length).toBeGreaterThan(0);

    await phone.askInVain('Cảm ơn cán bộ nhiều');
    expect(await ticketWith('Cảm ơn cán bộ nhiều')).toMatchObject({ id, state: 'waiting' });

    await desk.do('closeTicket', { id });
    await until('the goodbye', async () =>
      (await phone.heard()).some(({ text }) => text.includes('máy lại trả lời tự động')),
    );
    expect((await phone.ask('hạn nộp')).text).toContain('hạn nộp');
    expect(await desk.try('answerTicket', { id, answerId: randomUUID(), text: 'Còn nữa' })).toMatchObject({
      status: 409,
      body: { error: { code: 'ticket_closed' } },
    });
    // What was said after it was closed belongs to no ticket.
    expect((await desk.do('ticket', { id })).lines.map(({ text }) => text)).not.toContain('hạn nộp');
  });

  test('whoever waits longest stands first', async () => {
    const { items, counts } = await desk.do('tickets', {});
    const since = items.map(({ waitingSince }) => waitingSince);
    expect(since).toEqual([...since].sort());
    expect(counts.waiting).toBe(items.length);
  });

  test('after seven days without a word Zalo carries no answer: said in words, with the telephone instead', async () => {
    const phone = await telephone();
    await phone.ask('gặp cán bộ');
    await world.app.db.follower.update({
      where: { oaUserId: phone.id },
      data: { lastInteractionAt: new Date(world.app.clock().getTime() - 8 * 86_400_000) },
    });
    const { id } = await world.app.db.ticket.findFirstOrThrow({ where: { oaUserId: phone.id } });

    expect((await desk.do('ticket', { id })).unreachable).toContain('Gọi điện');
    expect(await desk.try('answerTicket', { id, answerId: randomUUID(), text: 'Chào chị' })).toMatchObject({
      status: 409,
      body: { error: { code: 'window_closed', message: expect.stringContaining('Gọi điện') } },
    });
    expect(await desk.do('closeTicket', { id })).toMatchObject({ state: 'closed' });
  });

  test('what was answered a week ago and nobody wrote to since is closed by itself', async () => {
    const phone = await telephone();
    await phone.ask('gặp cán bộ');
    const { id } = await world.app.db.ticket.findFirstOrThrow({ where: { oaUserId: phone.id } });
    await desk.do('answerTicket', { id, answerId: randomUUID(), text: 'Phòng 203 ạ.' });

    const nextWeek = new Date(world.app.clock().getTime() + 8 * 86_400_000);
    await closeSilentTickets(at(world.app, nextWeek));

    expect(await desk.do('ticket', { id })).toMatchObject({ state: 'closed' });
  });

  test('nobody else reads what people write to the page', async () => {
    const { id } = await world.app.db.ticket.findFirstOrThrow();
    for (const part of ['author', 'head', 'citizen'] as const) {
      const visitor = await world.as(part);
      expect((await visitor.try('tickets', {})).status).toBe(403);
      expect((await visitor.try('ticket', { id })).status).toBe(403);
    }
  });
});
