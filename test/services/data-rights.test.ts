// Whoever takes the consent back is forgotten at once and everywhere; what was handed in stays as the record of an official act.
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { handleEvent } from '#bot/chat/bot.ts';
import { at, type Context, type Who } from '#bot/context.ts';
import { startTimetable } from '#bot/jobs/timetable.ts';
import { erasePerson } from '#bot/services/data-rights.ts';
import { remember } from '#bot/services/inbox.ts';
import { tell } from '#bot/services/messages.ts';
import type { OaEvent } from '#bot/zalo/event.ts';
import type { MiniAppEvent } from '#bot/zalo/webhook.ts';
import { testApp } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { during, until } from '../support/outbox.ts';
import { emptyAll, handIn, office, person } from '../support/people.ts';
import { startZalo, turnKnobs } from '../support/zalo-server.ts';

const db = await freshDatabase({ connections: 10 });
const now = new Date('2026-11-24T09:00:00+07:00');
const minutes = (n: number) => new Date(now.getTime() + n * 60_000);
const oaId = '4000000000000000004';
let ctx: Context;
let lan: Who;

beforeEach(async () => {
  await emptyAll(db);
  ctx = at(testApp({ database: db, clock: () => now }));
  await office(db, minutes(10_000));
  lan = await person(db, {
    name: 'Đặng Thị Lan',
    unit: 'truc-bach',
    role: 'secretariat',
    oa: 'lan-oa',
    wroteAt: minutes(-60),
  });
});

const happens = async (kind: OaEvent['kind'], when: Date, more: object = {}) => {
  const event = {
    kind,
    name: kind,
    oaId,
    at: when,
    dedupeKey: randomUUID(),
    userId: 'lan-oa',
    ...more,
  } as OaEvent;
  await remember(ctx, 'oa', event);
  await handleEvent(ctx, { source: 'oa', event });
  return event;
};
const draft = (updatedAt: Date) =>
  db.prisma.initiative.create({
    data: {
      id: randomUUID(),
      authorId: lan.id,
      state: 'draft',
      form: { title: 'Nháp của Lan' },
      createdAt: now,
      updatedAt,
      stateSince: now,
    },
  });

/** Everything that is kept, as text: what is forgotten must not be found in it. */
async function everything(): Promise<string> {
  const { rows } = await db.pool.query<{ table: string }>(
    `SELECT table_name AS "table" FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations'`,
  );
  const texts = rows.map(({ table }) =>
    db.pool.query(`SELECT coalesce(json_agg(t)::text, '') AS rows FROM "${table}" t`),
  );
  return (await Promise.all(texts)).map(({ rows: [one] }) => one.rows).join('\n');
}

describe('user_withdraw', () => {
  test('leaves nothing of the person but the dossiers that were handed in, with a note', async () => {
    const { appUserId } = await db.prisma.person.findUniqueOrThrow({ where: { id: lan.id } });
    await handIn(db, lan, 'r', 'truc-bach', minutes(-500));
    await draft(now);
    await db.prisma.consent.create({
      data: { personId: lan.id, purpose: 'publish_name', given: true, at: now },
    });
    await db.prisma.$transaction((tx) =>
      tell(tx, ctx, {
        personId: lan.id,
        kind: 'receipt',
        title: 'Đã nhận',
        text: 'Chào chị Lan',
        cause: 'c',
      }),
    );
    await happens('text', minutes(-5), { messageId: 'm', text: 'nhà tôi ở ngõ 5', appUserId: 'lan-by-app' });
    await happens('submitInfo', minutes(-4), { info: { name: 'Lan', phone: '84912345678' } });

    await happens('withdraw', now);

    // Zalo itself is still to be told; until then the id is needed.
    expect(await db.prisma.timetableEntry.findFirst({ where: { kind: 'forget_at_zalo' } })).toMatchObject({
      data: { oaUserId: 'lan-oa' },
    });
    await db.prisma.timetableEntry.deleteMany();
    const left = await everything();
    for (const word of ['Lan', 'lan-oa', 'lan-by-app', 'ngõ 5', '84912345678', 'Nháp', appUserId])
      expect(left).not.toContain(word);
    const [kept] = await db.prisma.initiative.findMany({ include: { history: true } });
    expect(kept).toMatchObject({ state: 'submitted', authorId: lan.id });
    expect(kept?.history.at(-1)?.reason).toContain('được giữ theo quy định về lưu trữ');
    expect(await db.prisma.person.findUnique({ where: { id: lan.id } })).toMatchObject({
      sessionEpoch: 1,
      erasedAt: now,
    });
    expect(await db.prisma.grant.count({ where: { revokedAt: null } })).toBe(0);
    expect(await db.prisma.consent.findMany()).toMatchObject([{ purpose: 'publish_name', given: false }]);
  });

  test('an older event that arrives later brings nothing back, a newer one does', async () => {
    await happens('withdraw', now);

    const late = await happens('text', minutes(-1), { messageId: 'm1', text: 'hạn nộp' });
    await happens('follow', minutes(-2));
    expect(await db.prisma.follower.count()).toBe(0);
    expect(await db.prisma.message.count()).toBe(0);
    expect(
      await db.prisma.inboxEvent.findUnique({ where: { dedupeKey: `oa:${late.dedupeKey}` } }),
    ).toMatchObject({ body: { kind: 'text', name: 'text' } });

    await happens('follow', minutes(1));
    expect(await db.prisma.follower.findMany()).toMatchObject([{ oaUserId: 'lan-oa', following: true }]);
  });

  test('that arrives late forgets the past, not who came back since', async () => {
    await db.prisma.follower.update({ where: { oaUserId: 'lan-oa' }, data: { followEventAt: minutes(5) } });

    await happens('withdraw', now);

    expect(await db.prisma.follower.findMany()).toMatchObject([{ oaUserId: 'lan-oa', personId: null }]);
    expect(await db.prisma.person.findUnique({ where: { id: lan.id } })).toMatchObject({ name: '' });
  });

  test('a message that waits is taken back, and the dossier goes its way without a word', async () => {
    const say = (cause: string) =>
      db.prisma.$transaction((tx) =>
        tell(tx, ctx, { personId: lan.id, kind: 'receipt', title: 'Đã nhận', text: 'Đã nhận', cause }),
      );
    await say('before');
    await happens('withdraw', now);
    await say('after');

    expect(await db.prisma.message.findMany()).toMatchObject([
      { state: 'cancelled', reason: 'erased', payload: null, oaUserId: null },
    ]);
    expect(await db.prisma.notice.count()).toBe(0);
  });
});

describe('user.revoke.consent', () => {
  const revoke = async (when: Date, appUserId: string) => {
    const event: MiniAppEvent = { kind: 'revokeConsent', at: when, dedupeKey: randomUUID(), appUserId };
    await remember(ctx, 'mini-app', event);
    await handleEvent(ctx, { source: 'mini-app', event });
  };

  test('ends the account and cuts the link; whoever follows the page still follows it', async () => {
    const { appUserId } = await db.prisma.person.findUniqueOrThrow({ where: { id: lan.id } });

    await revoke(now, appUserId);

    expect(await db.prisma.follower.findMany()).toMatchObject([{ oaUserId: 'lan-oa', personId: null }]);
    expect(await everything()).not.toContain(appUserId);
    expect(await db.prisma.timetableEntry.count()).toBe(0);
  });

  test('of a day ago says nothing about somebody who signed in again today, and of a stranger nothing at all', async () => {
    await db.prisma.person.update({ where: { id: lan.id }, data: { appUserId: 'lan-app', createdAt: now } });

    await revoke(minutes(-1_440), 'lan-app');
    await revoke(now, 'somebody else');

    expect(await db.prisma.person.findUnique({ where: { id: lan.id } })).toMatchObject({
      name: 'Đặng Thị Lan',
    });
  });

  test('taken up again after a crash finds nobody to forget', async () => {
    await handleEvent(ctx, { source: 'mini-app', event: { kind: 'revokeConsent' } as never });

    expect(await db.prisma.person.count({ where: { erasedAt: null } })).toBe(1);
  });
});

test('Zalo is asked until it has forgotten too, and then the id goes', async () => {
  const zalo = await startZalo({
    people: [
      {
        oaUserId: 'lan-oa',
        userIdByApp: 'lan-by-app',
        appUserId: 'lan-app',
        name: 'Lan',
        note: '',
        following: true,
      },
    ],
  });
  let time = now;
  const app = testApp({ database: db, zalo, clock: () => time });
  await turnKnobs(zalo.url, { onlyPath: 'deletefollowerinfo', http5xx: { share: 1, when: 'before' } });
  await erasePerson(at(app), { oaUserId: 'lan-oa' });
  const entry = () => db.prisma.timetableEntry.findFirst({ where: { kind: 'forget_at_zalo' } });

  await during(app, [startTimetable], async () => {
    await until(async () => (await entry())?.dueAt.getTime() === minutes(1).getTime());
    await turnKnobs(zalo.url, { http5xx: { share: 0, when: 'before' } });
    time = minutes(2);
    await until(async () => (await entry()) === null);
  });
  app.zalo.close();
  await zalo.stop();
});
