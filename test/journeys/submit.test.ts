// A ward officer hands in an initiative on a phone and follows it. Everything runs on the other side of the world.
process.env.TZ = 'Pacific/Honolulu';

import { expect, test } from 'vitest';
import { expectNoBarriers, expectNoSideways, openBrowser, phone } from '../support/browser.ts';
import { goodForm } from '../support/forms.ts';
import { openWorld } from '../support/world.ts';

const world = await openWorld({ built: true, jobs: true });
const browser = await openBrowser();
const form = goodForm();
const fill = async (page: Awaited<ReturnType<typeof browser.open>>, label: string, text: string) =>
  page.getByLabel(label, { exact: true }).fill(text);

test('from looking around to a dossier with a code, a holder and a date', async () => {
  const page = await browser.open({ ...phone, timezoneId: 'Pacific/Honolulu' });

  // Looking needs no account and nothing is asked.
  await page.goto(`${world.url}/app/`);
  await page.getByText('Diễn tập – không phải Zalo thật').waitFor();
  await page.getByText(/^Hạn nộp:\s17\sgiờ\s00/).waitFor();
  expect((await page.getByText(/^Hạn nộp:/).textContent())!.replaceAll('\u00a0', ' ')).toBe(
    await closingInVietnam(),
  );
  await expectNoBarriers(page);

  await page.goto(`${world.url}/app/?sandbox_person=${(await world.person('otherAuthor')).appUserId}`);
  await page.getByRole('link', { name: 'Viết sáng kiến' }).first().click();

  // Step 1: continuing with nothing written names each problem, on top and at its field.
  await page.getByRole('heading', { name: 'Sáng kiến của anh/chị là gì?' }).waitFor();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByRole('link', { name: 'Viết phần “Tên sáng kiến”, ít nhất 10 ký tự' }).click();
  await expectNoBarriers(page);
  await page.keyboard.type(form.title);
  await page.getByRole('radio', { name: /^Giải pháp tác nghiệp/ }).check();
  await page.getByLabel('Lĩnh vực áp dụng').selectOption({ label: 'Cải cách hành chính' });
  await page.getByRole('button', { name: 'Tiếp tục' }).click();

  // Step 2 knows name and unit already.
  await page.getByRole('heading', { name: 'Ai làm, ở đâu, từ bao giờ?' }).waitFor();
  expect(await page.getByLabel('Họ và tên', { exact: true }).inputValue()).toBe('Trần Văn Minh');
  await page.getByRole('radio', { name: /^Đợt 2/ }).check();
  await fill(page, 'Ngày áp dụng lần đầu', form.firstAppliedOn!);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();

  await page.getByRole('heading', { name: 'Cách làm mới khác cách cũ ở chỗ nào?' }).waitFor();
  await fill(page, 'Trước đây', form.before);
  await fill(page, 'Nay', form.newPoint);
  await page.getByText(/^Đã lưu trên máy và máy chủ lúc/).waitFor();

  // A reload in the middle loses nothing.
  await page.reload();
  expect(await page.getByLabel('Nay', { exact: true }).inputValue()).toBe(form.newPoint);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();

  await page.getByRole('heading', { name: 'Anh/chị đã làm thế nào, được kết quả gì?' }).waitFor();
  await fill(page, 'Biện pháp 1', form.measures[0]!);
  await fill(page, 'Kết quả', form.resultsText);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();

  await page.getByRole('heading', { name: 'Ai được lợi, đề nghị công nhận cấp nào?' }).waitFor();
  await page.getByRole('checkbox', { name: /^Lợi ích xã hội/ }).check();
  await fill(page, 'Nơi đã áp dụng', form.appliedAt);
  await page.getByRole('radio', { name: 'Công nhận cấp quận' }).check();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();

  // Check the answers; the oath and the consents start unticked.
  await page.getByRole('button', { name: 'Nộp sáng kiến' }).waitFor();
  await expectNoBarriers(page);
  for (const box of await page.getByRole('checkbox').all()) expect(await box.isChecked()).toBe(false);
  await page.getByRole('button', { name: 'Nộp sáng kiến' }).click();
  await page.getByRole('link', { name: 'Đánh dấu vào ô cam đoan để nộp' }).waitFor();
  await page.getByRole('checkbox', { name: /cam đoan/i }).check();
  await page
    .getByRole('checkbox', { name: /đồng ý.*xử lý/i })
    .first()
    .check();

  // An impatient thumb.
  await page.getByRole('button', { name: 'Nộp sáng kiến' }).evaluate((button: HTMLButtonElement) => {
    for (let tap = 0; tap < 5; tap += 1) button.click();
  });
  await page
    .getByText(/SK-\d{4}-[A-Z0-9]{5}/)
    .first()
    .waitFor();
  await expectNoBarriers(page);
  const code = /SK-\d{4}-[A-Z0-9]{5}/.exec((await page.locator('main').textContent())!)![0];
  expect(await world.app.db.initiative.count({ where: { title: form.title } })).toBe(1);

  // Going back does no harm, and the status says who holds it.
  await page.goBack();
  await page.goto(`${world.url}/app/initiatives`);
  await page
    .getByRole('link', { name: new RegExp(code) })
    .first()
    .click();
  await page.getByText('Thủ trưởng Phường Cống Vị').first().waitFor();
  await page.reload();
  await page.getByText('Thủ trưởng Phường Cống Vị').first().waitFor();
  await expectNoBarriers(page);

  // The receipt stands in the chat of the same person.
  const { oaUserId } = await world.person('otherAuthor');
  await expect
    .poll(
      async () =>
        (await world.sandbox<{ entries: { text: string }[] }>(`ledger?user=${oaUserId}`)).entries
          .map(({ text }) => text)
          .join(),
      { timeout: 10_000 },
    )
    .toContain(code);
});

test('on an old small phone with large letters nothing hangs over the edge', async () => {
  const page = await browser.open({ viewport: { width: 320, height: 640 } });
  const person = (await world.person('otherAuthor')).appUserId;
  for (const path of [
    '/',
    '/campaign',
    '/write',
    '/initiatives',
    '/highlights',
    '/notices',
    '/account',
    '/sign-in',
  ]) {
    await page.goto(`${world.url}/app${path}?sandbox_person=${person}`);
    await page.addStyleTag({ content: 'html { font-size: 200% }' });
    await page.getByRole('heading').first().waitFor();
    await expectNoSideways(page);
    await expectNoBarriers(page);
  }
});

async function closingInVietnam(): Promise<string> {
  const { rounds } = await world.visitor.do('home', {});
  const open = rounds
    .filter((round) => round.phase === 'open')
    .map((round) => new Date(round.closesAt!))
    .sort((a, b) => a.getTime() - b.getTime())[0]!;
  const said = new Intl.DateTimeFormat('vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    weekday: 'long',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }).formatToParts(open);
  const part = (type: string) => said.find((one) => one.type === type)!.value;
  const weekday = part('weekday').replace(/^Thứ/, 'thứ');
  return `Hạn nộp: 17 giờ 00, ${weekday}, ${part('day')}/${part('month')}/${part('year')}`;
}
