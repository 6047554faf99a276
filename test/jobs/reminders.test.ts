// Reminders go out by themselves: once, to whoever has not handed in, in the hours of the day.
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { at } from '#bot/context.ts';
import { startPostman } from '#bot/jobs/postman.ts';
import { startSpread } from '#bot/jobs/spread.ts';
import { fireNextReminder, planReminders, upcomingReminders } from '#bot/services/reminders.ts';
import { spreadPage } from '#bot/services/spread.ts';
import { testApp } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { during, settled, tally } from '../support/outbox.ts';
import { emptyAll, handIn, office, person } from '../support/people.ts';
import { received, startZalo, textsTo } from '../support/zalo-server.ts';

vi.setConfig({ testTimeout: 60_000 });
const db = await freshDatabase({ connections: 24 });
const closesAt = new Date('2026-11-30T17:00:00+07:00');
/** 08:30 three days before the closing. */
const due = new Date('2026-11-27T08:30:00+07:00');
const zaloPerson = (oaUserId: string) => ({
  oaUserId,
  userIdByApp: `${oaUserId}-by-app`,
  appUserId: `${oaUserId}-in-app`,
  name: oaUserId,
  note: '',
  following: true,
  lastInteractionAt: new Date().toISOString(),
});
const zalo = await startZalo({
  people: ['ward', 'draft', 'done', 'school', 'citizen', 'quick'].map(zaloPerson),
});
afterAll(() => zalo.stop());

let time = due;
const app = testApp({
  database: db,
  zalo,
  clock: () => time,
  quiet: { quietFrom: '21:00', quietTo: '07:00' },
});
const plan = () => db.prisma.$transaction((tx) => planReminders(tx, at(app), 'r'));
const fire = async () => {
  while (await fireNextReminder(at(app)));
};
const runs = () =>
  db.prisma.announcement.findMany({ where: { kind: 'reminder' }, orderBy: { createdAt: 'asc' } });

beforeEach(async () => {
  await emptyAll(db);
  await office(db, closesAt);
  await db.prisma.round.update({
    where: { id: 'r' },
    data: { reminder: { daysBefore: [7, 3, 1], at: '08:30' } },
  });
  time = new Date('2026-11-20T09:00:00+07:00');
});

describe('who is reminded', () => {
  test('staff of the round’s blocks who have not handed in; no school, no citizen, nobody who is done', async () => {
    const wroteAt = new Date(due.getTime() - 3_600_000);
    await person(db, { oa: 'ward', wroteAt, unit: 'truc-bach' });
    const done = await person(db, { oa: 'done', wroteAt, unit: 'truc-bach' });
    await person(db, { oa: 'school', wroteAt, unit: 'thcs' });
    await person(db, { oa: 'citizen', wroteAt });
    await handIn(db, done, 'r', 'truc-bach', wroteAt);
    await plan();
    time = due;
    await fire();
    const [run] = await runs();

    await during(app, [startSpread, startPostman], () => settled(db, run!.id));

    expect(await tally(db, run!.id)).toEqual({ sent: 1 });
    expect([...(await received(zalo.url)).keys()]).toEqual(['ward']);
  });

  test('somebody who hands in a minute before it leaves gets none', async () => {
    const wroteAt = new Date(due.getTime() - 3_600_000);
    const quick = await person(db, { oa: 'quick', wroteAt, unit: 'truc-bach' });
    await plan();
    time = due;
    await fire();
    const [run] = await runs();
    while (await spreadPage(at(app)));
    expect(await tally(db, run!.id)).toEqual({ waiting: 1 });

    await handIn(db, quick, 'r', 'truc-bach', due);
    await during(app, [startPostman], () => settled(db, run!.id));

    expect(await tally(db, run!.id)).toEqual({ 'cancelled done': 1 });
    expect((await received(zalo.url)).get('quick')).toBeUndefined();
  });
});

describe('a reminder fires', () => {
  test('once, over many workers at the same second and after a restart', async () => {
    await plan();
    time = new Date('2026-11-23T08:30:01+07:00');

    await Promise.all([1, 2, 3, 4].map(() => fireNextReminder(at(app))));
    await fire();

    expect(await runs()).toMatchObject([
      { key: 'reminder:r:2026-11-30:7', title: 'Đợt 2: còn 7 ngày', state: 'sending', withArticle: false },
    ]);
  });

  test('not at night: it waits for the morning', async () => {
    await plan();
    time = new Date('2026-11-23T23:00:00+07:00');
    await fire();
    expect(await runs()).toEqual([]);

    time = new Date('2026-11-24T07:00:00+07:00');
    await fire();

    expect(await runs()).toHaveLength(1);
  });

  test('not when the server was down for more than a day: that is recorded, not sent', async () => {
    await plan();
    time = new Date('2026-11-24T09:00:00+07:00');
    await fire();

    expect(await runs()).toEqual([]);
    expect(await upcomingReminders(at(app), 'r')).toMatchObject([
      { text: 'Nhắc trước 7 ngày', done: true, outcome: 'Máy chủ không chạy đúng giờ nhắc, đã bỏ qua.' },
      { text: 'Nhắc trước 3 ngày', done: false, at: due.toISOString(), outcome: null },
      { text: 'Nhắc trước 1 ngày', done: false },
    ]);
  });
});

describe('a moved deadline', () => {
  test('moves the reminders that have not fired; the one that has fired stays', async () => {
    await plan();
    time = new Date('2026-11-23T08:30:00+07:00');
    await fire();
    await db.prisma.round.update({
      where: { id: 'r' },
      data: { closesAt: new Date('2026-12-05T17:00:00+07:00') },
    });
    await plan();

    const all = await upcomingReminders(at(app), 'r');

    expect(all.map(({ at, done }) => [at.slice(0, 10), done])).toEqual([
      ['2026-11-23', true],
      ['2026-11-28', false],
      ['2026-12-02', false],
      ['2026-12-04', false],
    ]);
  });

  test('reaches a message that has not left: it says the new date', async () => {
    await person(db, { oa: 'ward', wroteAt: new Date(due.getTime() - 3_600_000), unit: 'truc-bach' });
    await plan();
    time = due;
    await fire();
    const [run] = await runs();
    while (await spreadPage(at(app)));
    await db.prisma.round.update({
      where: { id: 'r' },
      data: { closesAt: new Date('2026-12-05T17:00:00+07:00') },
    });

    await during(app, [startPostman], () => settled(db, run!.id));

    expect((await textsTo(zalo.url, 'ward')).at(-1)).toContain(
      'Thứ Bảy, 05/12/2026'.replace('Thứ ', 'thứ\u00a0'),
    );
  });
});
