// The secretariat's announcements: written, looked at, sent as one version, held, and followed person by person.
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { at, type Context, type Who } from '#bot/context.ts';
import * as announcements from '#bot/services/announcements.ts';
import { spreadPage } from '#bot/services/spread.ts';
import { cancelPage } from '#bot/store/outbox.ts';
import type { Audience } from '#contract/announcement.ts';
import { testApp } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { follow, tally } from '../support/outbox.ts';
import { emptyAll, handIn, office, person } from '../support/people.ts';

const db = await freshDatabase();
const now = new Date('2026-11-24T09:00:00+07:00');
const day = 86_400_000;
const ago = (days: number) => new Date(now.getTime() - days * day);
let time = now;
const ctx = (): Context =>
  at(testApp({ database: db, clock: () => time, quiet: { quietFrom: '21:00', quietTo: '07:00' } }));
let who: Who;

beforeEach(async () => {
  time = now;
  await emptyAll(db);
  await office(db, new Date('2026-11-30T17:00:00+07:00'));
  who = await person(db, { name: 'Trần Thị Lan', role: 'secretariat' });
  await db.prisma.oaToken.create({
    data: {
      oaId: '1',
      accessToken: 'x',
      refreshToken: 'x',
      issuedAt: now,
      expiresAt: new Date(now.getTime() + day),
    },
  });
});

const content = (change: object = {}) => ({
  title: 'Mở đợt 2',
  text: 'Nhận hồ sơ đến 30/11.',
  audience: { kind: 'everybody' } as Audience,
  withMessages: true,
  withArticle: false,
  ...change,
});
const write = (id: string, version: number, change: object = {}) =>
  announcements.writeAnnouncement(ctx(), who, { id, version, ...content(change) });
const sent = async (change: object = {}) => {
  const id = randomUUID();
  await write(id, 0, change);
  await announcements.sendAnnouncement(ctx(), who, { id, version: 1 });
  while (await spreadPage(ctx()));
  return id;
};

describe('writing', () => {
  test('a second person who writes over an older version is told and nothing is overwritten', async () => {
    const id = randomUUID();
    await write(id, 0);
    await write(id, 1, { text: 'Nhận hồ sơ đến 17 giờ.' });

    await expect(write(id, 1, { text: 'Câu khác.' })).rejects.toMatchObject({ code: 'announcement_changed' });
    const detail = await announcements.readAnnouncement(ctx(), who, { id });
    expect(detail).toMatchObject({
      version: 2,
      text: 'Nhận hồ sơ đến 17 giờ.',
      allowed: ['edit', 'send', 'cancel'],
    });
  });

  test('saving the same words again after a lost answer is no change', async () => {
    const id = randomUUID();
    const units = { audience: { kind: 'units', units: ['truc-bach'] } };

    expect(await write(id, 0, units)).toMatchObject({ version: 1 });
    expect(await write(id, 0, units)).toMatchObject({ version: 1 });
  });

  test('what is too long for Zalo, or meant for a unit that is gone, is not stored', async () => {
    const id = randomUUID();

    const attempt = write(id, 0, {
      title: 'ộ'.repeat(151),
      text: 'ộ'.normalize('NFD').repeat(1901),
      audience: { kind: 'units', units: ['gone'] },
    });

    await expect(attempt).rejects.toMatchObject({
      code: 'input',
      fields: [
        { field: 'title', message: 'Tiêu đề dài tối đa 150 chữ cái, đang có 151. Bớt 1.' },
        { field: 'text', message: 'Nội dung dài tối đa 1.900 chữ cái, đang có 1.901. Bớt 1.' },
        { field: 'audience.units', message: 'Có đơn vị không còn trong danh sách. Chọn lại đơn vị' },
      ],
    });
    await expect(announcements.readAnnouncement(ctx(), who, { id })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('the preview', () => {
  test('counts everybody once: reached, or the first true reason why not', async () => {
    await follow(db, 'u', 10, now);
    await person(db, { oa: 'stale', wroteAt: ago(8) });
    await person(db, { oa: 'never' });
    await person(db, { oa: 'left', following: false, wroteAt: ago(1) });
    await person(db, { oa: 'near', wroteAt: ago(1) });
    const stopped = await person(db, { oa: 'stopped', wroteAt: ago(1) });
    await db.prisma.follower.update({ where: { personId: stopped.id }, data: { stoppedAt: now } });

    const preview = await announcements.previewAnnouncement(ctx(), who, content());

    expect(preview).toMatchObject({
      message: 'Mở đợt 2\n\nNhận hồ sơ đến 30/11.',
      reached: 11,
      unlinked: 10,
      inApp: null,
      earliest: now.toISOString(),
      problems: [],
    });
    expect(preview.notReached.map(({ reason, count }) => [reason, count])).toEqual([
      ['stopped', 1],
      ['not_linked', 1],
      ['not_following', 1],
      ['never_wrote', 1],
      ['window_closed', 1],
    ]);
  });

  test('counts the people of a block by their unit or by the unit of their initiative', async () => {
    await follow(db, 'u', 3, now);
    await person(db, { unit: 'truc-bach', oa: 'a', wroteAt: ago(1) });
    await person(db, { unit: 'thcs', oa: 'b', wroteAt: ago(1) });
    const author = await person(db, { oa: 'c', wroteAt: ago(1) });
    await handIn(db, author, 'r', 'cong-vi', now);

    const preview = await announcements.previewAnnouncement(
      ctx(),
      who,
      content({ audience: { kind: 'blocks', blocks: ['ward'] } }),
    );

    expect(preview).toMatchObject({ reached: 2, unlinked: 0, notReached: [], inApp: 2 });
  });

  test('at night says the morning, and counts who can be reached then', async () => {
    time = new Date('2026-11-24T22:00:00+07:00');
    await person(db, { oa: 'closing', wroteAt: new Date('2026-11-17T23:00:00+07:00') });

    const preview = await announcements.previewAnnouncement(ctx(), who, content({ title: '' }));

    expect(preview).toMatchObject({
      reached: 0,
      earliest: new Date('2026-11-25T07:00:00+07:00').toISOString(),
      problems: [{ field: 'title', message: 'Viết tiêu đề của thông báo' }],
    });
  });
});

describe('sending', () => {
  test('pressed twice at once is one run, and both are answered the same', async () => {
    await follow(db, 'u', 20, now);
    const id = randomUUID();
    await write(id, 0);

    const answers = await Promise.all(
      [1, 2, 3].map(() => announcements.sendAnnouncement(ctx(), who, { id, version: 1 })),
    );
    await Promise.all([spreadPage(ctx()), spreadPage(ctx())]);
    while (await spreadPage(ctx()));

    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await tally(db, id)).toEqual({ 'cancelled not_linked': 1, waiting: 20 });
    const audits = await db.prisma.auditEntry.count({ where: { object: id, act: 'announcement.send' } });
    expect(audits).toBe(1);
  });

  test('is of exactly the version that was looked at', async () => {
    const id = randomUUID();
    await write(id, 0);
    await write(id, 1, { text: 'Câu mới.' });

    const attempt = announcements.sendAnnouncement(ctx(), who, { id, version: 1 });

    await expect(attempt).rejects.toMatchObject({ code: 'announcement_changed' });
  });

  test('once sent, it can neither be changed nor sent again', async () => {
    const id = await sent();

    await expect(write(id, 1, { text: 'Câu mới.' })).rejects.toMatchObject({ code: 'announcement_sent' });
    expect(await announcements.sendAnnouncement(ctx(), who, { id, version: 1 })).toMatchObject({
      state: 'sending',
    });
  });

  test('needs a page that is connected', async () => {
    await db.prisma.oaToken.deleteMany();
    const id = randomUUID();
    await write(id, 0);

    const attempt = announcements.sendAnnouncement(ctx(), who, { id, version: 1 });

    await expect(attempt).rejects.toMatchObject({ code: 'zalo_not_connected' });
  });

  test('of what is shown in the mini app only needs no row of anybody', async () => {
    await follow(db, 'u', 5, now);

    const id = await sent({ withMessages: false });

    expect(await tally(db, id)).toEqual({});
  });
});

describe('holding', () => {
  test('pause, resume and cancel leave totals that add up', async () => {
    await follow(db, 'u', 30, now);
    const id = await sent();
    await db.pool.query(`UPDATE message SET state = 'sent' WHERE oa_user_id IN ('u1', 'u2')`);

    const paused = await announcements.pauseAnnouncement(ctx(), who, { id, version: 1 });
    expect(paused).toMatchObject({ state: 'paused', allowed: ['resume', 'cancel'] });
    const [first] = (await announcements.listPeople(ctx(), who, { id, state: 'waiting' })).items;
    expect(first).toMatchObject({
      who: 'Người quan tâm …u0',
      label: 'Tạm dừng',
      sentence: 'Trần Thị Lan đã tạm dừng lúc 09:00, 24/11/2026. Chưa gửi cho người này.',
    });

    await announcements.resumeAnnouncement(ctx(), who, { id, version: 1 });
    await announcements.cancelAnnouncement(ctx(), who, { id, version: 1 });
    await cancelPage(db.pool, 1_000, now);
    const detail = await announcements.cancelAnnouncement(ctx(), who, { id, version: 1 });
    expect(detail).toMatchObject({ state: 'cancelled', allowed: [] });
    expect(detail.outcomes).toEqual({
      total: 31,
      waiting: 0,
      sending: 0,
      sent: 2,
      refused: 0,
      unknown: 0,
      cancelled: 29,
    });
    await expect(announcements.resumeAnnouncement(ctx(), who, { id, version: 1 })).rejects.toMatchObject({
      code: 'announcement_state',
    });
  });
});

describe('following', () => {
  test('everybody is found once over all pages, each with a sentence', async () => {
    await follow(db, 'u', 70, now);
    await person(db, { name: 'Phạm Thu Hà', oa: 'ha', wroteAt: ago(9) });
    const id = await sent();
    await db.pool.query(
      `UPDATE message SET state = 'refused', code = -213, settled_at = $1 WHERE oa_user_id = 'u3'`,
      [now],
    );

    const all = [];
    for (let after: string | null | undefined; after !== null; ) {
      const page = await announcements.listPeople(ctx(), who, { id, after });
      all.push(...page.items);
      after = page.next;
    }

    expect(all).toHaveLength(72);
    expect(all.find((one) => one.who === 'Phạm Thu Hà')).toMatchObject({
      state: 'cancelled',
      label: 'Không gửi được qua Zalo',
      sentence: 'Quá 7 ngày chưa nhắn trang.',
    });
    expect(all.find((one) => one.state === 'refused')).toMatchObject({
      label: 'Bị từ chối',
      sentence: 'Chưa quan tâm trang, hoặc trang không biết người này. Không tự gửi lại.',
    });
    expect(all.filter((one) => one.label === 'Còn chờ')).toHaveLength(69);
  });

  test('the list shows the newest first, with counts and whom it was meant for', async () => {
    for (let n = 0; n < 32; n += 1) {
      time = new Date(now.getTime() + n * 1_000);
      await write(randomUUID(), 0, { title: `Số ${n}`, audience: { kind: 'roles', roles: ['unit_head'] } });
    }

    const first = await announcements.listAnnouncements(ctx(), who, {});
    const second = await announcements.listAnnouncements(ctx(), who, { after: first.next! });

    expect(first.items[0]).toMatchObject({
      title: 'Số 31',
      stateLabel: 'Bản nháp',
      audienceLabel: 'Thủ trưởng đơn vị',
      writtenBy: 'Trần Thị Lan',
    });
    expect([...first.items, ...second.items].map(({ title }) => title)).toEqual(
      Array.from({ length: 32 }, (_, n) => `Số ${31 - n}`),
    );
    expect(second.next).toBeNull();
  });
});

test('the link to Zalo says in one sentence how it is', async () => {
  expect(await announcements.zaloHealth(ctx())).toMatchObject({ state: 'ok', waiting: 0, unknown: 0 });
  await db.prisma.oaToken.updateMany({ data: { state: 'reconnect_required' } });
  expect(await announcements.zaloHealth(ctx())).toMatchObject({ state: 'reconnect_required' });
  await db.prisma.oaToken.deleteMany();
  expect(await announcements.zaloHealth(ctx())).toMatchObject({ state: 'not_connected' });
});
