// A dossier's way through the offices: the head confirms on the phone, the secretariat checks, the council's word is kept and released.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { desk, expectNoBarriers, openBrowser, phone } from '../support/browser.ts';
import { goodForm } from '../support/forms.ts';
import { openWorld } from '../support/world.ts';

const world = await openWorld({ built: true, jobs: true });
const browser = await openBrowser();
const author = await world.as('author');
// The demo's dossiers are left alone: a round of our own.
const secretary = await world.as('secretary');
const now = Date.now();
const { id: roundId } = await secretary.do('createRound', {
  id: randomUUID(),
  name: 'Đợt của chuyến đi này',
  scope: 'Xét sáng kiến khối phường',
  blocks: ['ward'],
  opensAt: new Date(now - 3_600_000).toISOString(),
  closesAt: new Date(now + 20 * 86_400_000).toISOString(),
  graceMinutes: 0,
  reminder: null,
});
const id = randomUUID();
const { code } = await author.do('submit', { id, version: 0, form: goodForm({ roundId }) });
const status = async () => (await author.do('initiative', { id })).status.label;

test('the head of the unit reads and confirms with one thumb', async () => {
  const page = await browser.open(phone);
  await page.goto(`${world.url}/app/confirm?sandbox_person=${(await world.person('head')).appUserId}`);
  await page
    .getByRole('link', { name: /Phiếu hẹn có mã QR/ })
    .last()
    .click();
  await expectNoBarriers(page);
  await page.getByRole('button', { name: 'Xác nhận', exact: true }).click();
  await page
    .getByText(/Đã xác nhận/)
    .first()
    .waitFor();
  expect(await status()).toBe('Đơn vị đã xác nhận');
});

test('the secretariat finds it without accents, accepts it and puts it before the council', async () => {
  const page = await browser.open(desk);
  await page.goto(
    `${world.url}/app/desk/initiatives?sandbox_person=${(await world.person('secretary')).appUserId}`,
  );
  await page.getByRole('searchbox', { name: 'Tìm theo tên, mã, tác giả' }).fill('phieu hen ma qr');
  await page.getByRole('searchbox', { name: 'Tìm theo tên, mã, tác giả' }).press('Enter');
  await page
    .getByText(code)
    .or(page.getByRole('link', { name: code.slice(-5) }))
    .first()
    .waitFor();
  await expectNoBarriers(page);
  await page.goto(`${world.url}/app/desk/initiatives/${id}`);
  await page.getByRole('button', { name: 'Tiếp nhận hồ sơ…' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /iếp nhận/ })
    .first()
    .click();
  await expect.poll(status).toBe('Đã tiếp nhận hợp lệ');
  await page.getByRole('button', { name: 'Đưa ra Hội đồng xét…' }).click();
  await expectNoBarriers(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Đưa ra Hội đồng xét' }).click();
  await expect.poll(status).toBe('Đang xét');

  await page.getByRole('button', { name: 'Ghi kết quả của Hội đồng…' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('radio', { name: 'Công nhận', exact: true }).check();
  await sheet.getByRole('radio', { name: 'Cấp quận' }).check();
  await sheet.getByRole('checkbox').first().check();
  await sheet.getByLabel('Số quyết định').fill('45/QĐ-UBND');
  await sheet.getByLabel('Ngày quyết định').fill('2026-11-20');
  await expectNoBarriers(page);
  await sheet.getByRole('button', { name: 'Ghi và giữ kín' }).click();
  await page.getByText('Đã ghi, đang giữ kín. Tác giả chưa thấy gì.').waitFor();
  expect(await status()).toBe('Đang xét');
});

test('one button releases the round, and the author reads the decision', async () => {
  const reader = await browser.open(phone);
  await reader.goto(
    `${world.url}/app/initiatives/${id}?sandbox_person=${(await world.person('author')).appUserId}`,
  );
  await reader.getByText('Hội đồng đang xét hồ sơ.').first().waitFor();

  const page = await browser.open(desk);
  await page.goto(
    `${world.url}/app/desk/rounds/${roundId}?sandbox_person=${(await world.person('secretary')).appUserId}`,
  );
  await page.getByRole('button', { name: /^Công bố 1.kết quả/ }).click();
  await expectNoBarriers(page);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Công bố/ })
    .click();
  await expect.poll(status).toBe('Được công nhận');

  await reader.reload();
  await reader
    .getByText(/Quyết định số 45\/QĐ-UBND ngày 20\/11\/2026/)
    .first()
    .waitFor();
  await expectNoBarriers(reader);
});

test('who holds no role sees no desk', async () => {
  const page = await browser.open(desk);
  await page.goto(`${world.url}/app/desk?sandbox_person=${(await world.person('citizen')).appUserId}`);
  await page.getByRole('heading').first().waitFor();
  expect(await page.getByRole('searchbox').count()).toBe(0);
});
