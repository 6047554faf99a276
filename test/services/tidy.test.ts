// Once a night what is not needed any more goes by itself; by how long it is kept, and only once over all processes.
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { at } from '#bot/context.ts';
import { startTimetable } from '#bot/jobs/timetable.ts';
import { tidyForTheNight } from '#bot/services/tidy.ts';
import { testApp } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { during, until } from '../support/outbox.ts';
import { emptyAll, office, person } from '../support/people.ts';

const db = await freshDatabase({ connections: 10 });
const noon = new Date('2026-11-24T12:00:00+07:00');
let time = noon;
const app = testApp({ database: db, clock: () => time });
const daysAgo = (days: number) => new Date(noon.getTime() - days * 86_400_000);

beforeEach(async () => {
  time = noon;
  await emptyAll(db);
});

describe('in a night', () => {
  test('drafts go a year after their round and their last change', async () => {
    await office(db, daysAgo(400));
    const { id: authorId } = await person(db);
    const draft = (title: string, updatedAt: Date, more: object = {}) =>
      db.prisma.initiative.create({
        data: {
          id: randomUUID(),
          authorId,
          state: 'draft',
          title,
          form: {},
          createdAt: updatedAt,
          updatedAt,
          stateSince: updatedAt,
          ...more,
        },
      });
    await draft('old round, not touched', daysAgo(401), { roundId: 'r' });
    await draft('no round, not touched', daysAgo(401));
    await draft('old round, taken up again', daysAgo(30), { roundId: 'r' });
    await draft('handed in', daysAgo(401), { roundId: 'r', state: 'submitted', submittedAt: daysAgo(401) });

    await tidyForTheNight(at(app));

    const left = (await db.prisma.initiative.findMany()).map(({ title }) => title);
    expect(left.sort()).toEqual(['handed in', 'old round, taken up again']);
  });

  test('what could be used once goes when it can be used no more', async () => {
    const until = (days: number) => ({ value: { until: daysAgo(days).toISOString() } });
    await db.prisma.setting.createMany({
      data: [
        { key: 'login:old', ...until(1) },
        { key: 'ticket:young', ...until(-1) },
        { key: 'demo', value: { loaded: true } },
      ],
    });

    await tidyForTheNight(at(app));

    expect((await db.prisma.setting.findMany()).map(({ key }) => key).sort()).toEqual([
      'demo',
      'ticket:young',
    ]);
  });

  test('it is done once by any number of processes, and what a dead one began is done again', async () => {
    const both = await Promise.all([tidyForTheNight(at(app)), tidyForTheNight(at(app))]);
    expect(both.sort()).toEqual([false, true]);

    await db.prisma.timetableEntry.updateMany({ data: { doneAt: null } });
    expect(await tidyForTheNight(at(app))).toBe(false);
    time = new Date(noon.getTime() + 11 * 60_000);
    expect(await tidyForTheNight(at(app))).toBe(true);
  });

  test('each night has its own, from three in the morning on', async () => {
    await during(app, [startTimetable], async () => {
      const nights = () => db.prisma.timetableEntry.count({ where: { kind: 'tidy', doneAt: { not: null } } });
      await until(async () => (await nights()) === 1);
      time = new Date('2026-11-25T02:59:00+07:00');
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      expect(await nights()).toBe(1);
      time = new Date('2026-11-25T03:00:00+07:00');
      await until(async () => (await nights()) === 2);
    });
  });
});

test('the token is looked at every hour, so that a quiet page does not lose it', async () => {
  let looks = 0;
  const watched = {
    ...app,
    oaTokens: {
      ...app.oaTokens,
      current: async () => {
        looks += 1;
        throw new Error('not connected');
      },
    },
  };
  await during(watched, [startTimetable], async () => {
    await until(async () => looks === 1);
    time = new Date(noon.getTime() + 3_600_000);
    await until(async () => looks === 2);
  });
});
