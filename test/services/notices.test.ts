// What stands under "Thông báo": own notices and announcements in one order, each seen by whom it concerns.
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { at, type Who } from '#bot/context.ts';
import { countUnread, listNotices, readNotices } from '#bot/services/notices.ts';
import type { Audience } from '#contract/announcement.ts';
import { testApp } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { emptyAll, office, person } from '../support/people.ts';

const db = await freshDatabase();
const now = new Date('2026-11-24T09:00:00+07:00');
const ctx = at(testApp({ database: db, clock: () => now }));
const minutes = (n: number) => new Date(now.getTime() + n * 60_000);

beforeEach(async () => {
  await emptyAll(db);
  await office(db, new Date('2026-11-30T17:00:00+07:00'));
});

async function announce(title: string, sentAt: Date | null, audience: Audience, change: object = {}) {
  const id = randomUUID();
  const times = { createdAt: now, updatedAt: now, sentAt };
  await db.prisma.announcement.create({
    data: {
      id,
      kind: 'announcement',
      title,
      text: title,
      audience,
      state: sentAt ? 'finished' : 'draft',
      ...times,
      ...change,
    },
  });
  return id;
}
const tell = (who: Who, title: string, createdAt: Date) =>
  db.prisma.notice.create({ data: { personId: who.id, kind: 'receipt', title, text: title, createdAt } });
const titles = async (who: Who) => (await listNotices(ctx, who, {})).items.map(({ title }) => title);

describe('a person sees', () => {
  test('own notices and announcements to everybody, newest first; never a draft or somebody else’s', async () => {
    const [me, other] = [await person(db), await person(db)];
    await tell(me, 'Đã nhận hồ sơ', minutes(1));
    await announce('Mở đợt 2', minutes(2), { kind: 'everybody' });
    await announce('Chưa gửi', null, { kind: 'everybody' });
    await tell(other, 'Của người khác', minutes(3));
    await tell(me, 'Đơn vị đã xác nhận', minutes(4));

    expect(await titles(me)).toEqual(['Đơn vị đã xác nhận', 'Mở đợt 2', 'Đã nhận hồ sơ']);
  });

  test('announcements to the own block, unit and role only', async () => {
    const ward = await person(db, { unit: 'truc-bach' });
    const head = await person(db, { unit: 'thcs', role: 'unit_head' });
    await announce('Khối phường', minutes(1), { kind: 'blocks', blocks: ['ward'] });
    await announce('Trúc Bạch', minutes(2), { kind: 'units', units: ['truc-bach', 'cong-vi'] });
    await announce('Thủ trưởng', minutes(3), { kind: 'roles', roles: ['unit_head', 'admin'] });

    expect(await titles(ward)).toEqual(['Trúc Bạch', 'Khối phường']);
    expect(await titles(head)).toEqual(['Thủ trưởng']);
  });

  test('a reminder that was meant for them, unless they had finished before it left', async () => {
    const [late, done, nobody] = [await person(db), await person(db), await person(db)];
    const id = await announce(
      'Còn 3 ngày',
      minutes(1),
      { kind: 'blocks', blocks: ['ward'] },
      { kind: 'reminder' },
    );
    const row = (who: Who, reason: string) => ({
      announcementId: id,
      kind: 'reminder',
      cause: id,
      personId: who.id,
      oaUserId: who.id,
      state: 'cancelled',
      reason,
      nextAt: now,
      createdAt: now,
    });
    await db.prisma.message.createMany({ data: [row(late, 'window_closed'), row(done, 'done')] });

    expect(await titles(late)).toEqual(['Còn 3 ngày']);
    expect(await titles(done)).toEqual([]);
    expect(await titles(nobody)).toEqual([]);
  });
});

test('pages find every notice once, also where many came at the same moment', async () => {
  const me = await person(db);
  for (let n = 0; n < 45; n += 1) await tell(me, `n${n}`, minutes(Math.floor(n / 20)));
  for (let n = 0; n < 25; n += 1) await announce(`a${n}`, minutes(Math.floor(n / 10)), { kind: 'everybody' });

  const seen: string[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = await listNotices(ctx, me, { after });
    seen.push(...page.items.map(({ id }) => id));
    after = page.next;
  }

  expect(seen).toHaveLength(70);
  expect(new Set(seen).size).toBe(70);
});

test('what is read is no longer counted; what was said before somebody came is no news', async () => {
  const me = await person(db);
  await announce('Trước khi đến', new Date('2025-06-01'), { kind: 'everybody' });
  await announce('Mở đợt 2', minutes(1), { kind: 'everybody' });
  await tell(me, 'Đã nhận hồ sơ', minutes(2));
  expect(await countUnread(ctx, me)).toBe(2);

  const { items } = await listNotices(ctx, me, {});
  await readNotices(ctx, me, { ids: [...items.map(({ id }) => id), 'n1; DROP', 'zzz'] });
  await readNotices(ctx, me, { ids: items.map(({ id }) => id) });

  expect(await countUnread(ctx, me)).toBe(0);
  expect((await listNotices(ctx, me, {})).items.every(({ read }) => read)).toBe(true);
});

test('nobody reads another person’s notice away', async () => {
  const [me, other] = [await person(db), await person(db)];
  const notice = await tell(other, 'Của người khác', now);

  await readNotices(ctx, me, { ids: [`n${notice.id}`] });

  expect(await countUnread(ctx, other)).toBe(1);
});
