// The secretariat tells the district something, and a deadline reminds by itself: read where people read it, in the chat.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { addDays, dayOf, instantAt } from '#domain/calendar.ts';
import { desk, expectNoBarriers, openBrowser } from '../support/browser.ts';
import { goodForm } from '../support/forms.ts';
import { openWorld, type Part, until } from '../support/world.ts';

const world = await openWorld({ built: true, jobs: true });
const browser = await openBrowser();
/** An ordinary morning: nothing that we start leaves at night. */
const morning = instantAt(addDays(dayOf(new Date()), 1), '10:00');
await world.sandbox('clock', { set: morning.toISOString() });

interface Entry {
  user: string;
  text: string;
}
const received = async (part: Part): Promise<string[]> => {
  const { oaUserId } = await world.person(part);
  return (await world.sandbox<{ entries: Entry[] }>(`ledger?user=${oaUserId}`)).entries.map(
    ({ text }) => text,
  );
};

test('an announcement is written, looked at, sent, and followed person by person', async () => {
  const page = await browser.open(desk);
  await page.goto(
    `${world.url}/app/desk/announcements/new?sandbox_person=${(await world.person('secretary')).appUserId}`,
  );
  await page.getByRole('textbox', { name: 'Tiêu đề' }).fill('Tập huấn viết sáng kiến');
  await page
    .getByRole('textbox', { name: 'Nội dung' })
    .fill('Thứ Năm tuần này, 14 giờ, hội trường tầng 2. Mang theo bản nháp nếu có.');
  const figure = page.getByRole('figure', { name: 'Xem trước tin nhắn Zalo' });
  await figure.getByText('Thứ Năm tuần này').waitFor();
  await page.getByText(/^8.người nhận tin Zalo/).waitFor();
  await expectNoBarriers(page);

  await page.getByRole('button', { name: 'Gửi thông báo…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/đi ngay/).waitFor();
  await expectNoBarriers(page);
  await dialog.getByRole('button', { name: /^Gửi bản/ }).click();

  // Everybody who may be written to has it once; the page shows the outcome of each.
  await until('all have it', async () =>
    (await received('citizen')).some((text) => text.includes('hội trường tầng 2')),
  );
  for (const part of ['author', 'teacher', 'head', 'citizen'] as const)
    expect(
      (await received(part)).filter((text) => text.includes('hội trường tầng 2')),
      part,
    ).toHaveLength(1);
  await page
    .getByText(/Zalo đã nhận/)
    .first()
    .waitFor();
  await expectNoBarriers(page);

  // It stands as an article on the page of the Official Account, and as a notice in the mini app.
  await until(
    'the article is shown',
    () => world.app.db.articlePost.findFirst({ where: { state: 'shown' } }),
    20_000,
  );
  const citizen = await world.as('citizen');
  expect((await citizen.do('notices', {})).items.map(({ title }) => title)).toContain(
    'Tập huấn viết sáng kiến',
  );
});

test('on the phone of the rehearsal the message stands in the chat as in Zalo', async () => {
  const page = await browser.open(desk);
  await page.goto(`${world.url}/sandbox/`);
  await page.getByText('Diễn tập – không phải Zalo thật').first().waitFor();
  await page.getByText('hội trường tầng 2').first().waitFor();
  await expectNoBarriers(page);
});

test('the deadline reminds staff who have sent nothing, once, and nobody who is done', async () => {
  const secretary = await world.as('secretary');
  const closesAt = instantAt(addDays(dayOf(morning), 4), '17:00');
  const { id: roundId } = await secretary.do('createRound', {
    id: randomUUID(),
    name: 'Đợt sắp hết hạn',
    scope: 'Xét sáng kiến khối phường và giáo dục',
    blocks: ['ward', 'education'],
    opensAt: new Date(morning.getTime() - 3_600_000).toISOString(),
    closesAt: closesAt.toISOString(),
    graceMinutes: 0,
    reminder: { daysBefore: [3, 1], at: '08:30' },
  });
  // A minute before the reminder one of them hands in.
  const reminds = instantAt(addDays(dayOf(closesAt), -3), '08:30');
  await world.sandbox('clock', { set: new Date(reminds.getTime() - 60_000).toISOString() });
  const done = await world.as('otherAuthor');
  await done.do('submit', { id: randomUUID(), version: 0, form: goodForm({ roundId, unitId: 'cong-vi' }) });
  await world.sandbox('clock', { set: new Date(reminds.getTime() + 1_000).toISOString() });

  const about = (texts: string[]) => texts.filter((text) => text.includes('Đợt sắp hết hạn')).length;
  await until('the reminder is there', async () => about(await received('teacher')) > 0, 20_000);
  await until(
    'the run has ended',
    () => world.app.db.announcement.findFirst({ where: { kind: 'reminder', roundId, state: 'finished' } }),
    20_000,
  );
  expect(about(await received('teacher'))).toBe(1);
  expect(about(await received('author'))).toBe(1);
  expect(about(await received('citizen'))).toBe(0);
  expect(about(await received('otherAuthor'))).toBe(0);
});
