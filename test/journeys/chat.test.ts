// The whole product from one telephone: somebody meets the page, asks, hands in an initiative in the mini app, and follows it in the chat.
import { expect, test } from 'vitest';
import { dayOf } from '#domain/calendar.ts';
import { desk, expectNoBarriers, openBrowser } from '../support/browser.ts';
import { goodForm } from '../support/forms.ts';
import { openWorld, until } from '../support/world.ts';

const world = await openWorld({ built: true, jobs: true });
const browser = await openBrowser();
const form = goodForm();

test('from following the page to a dossier in the chat, and then "dừng"', async () => {
  // The page has its menu; Trần Văn Minh does not follow it yet.
  await (await world.as('admin')).do('setMenu', {});
  const { oaUserId, name } = await world.person('otherAuthor');
  await world.sandbox(`people/${oaUserId}/unfollow`, {});

  const page = await browser.open(desk);
  await page.goto(`${world.url}/sandbox/`);
  await page.getByLabel(`Hiện điện thoại của ${name}`).check();
  const phone = page.getByRole('region', { name: `Điện thoại của ${name}` });
  const chat = phone.getByRole('log');
  const said = (words: string | RegExp) => chat.getByText(words).last().waitFor();
  const write = async (words: string) => {
    await phone.getByLabel('Nhắn tin cho trang').fill(words);
    await phone.getByRole('button', { name: 'Gửi', exact: true }).click();
  };

  // Follow: the page greets, says that a machine answers, and how to be left alone.
  await phone.getByRole('button', { name: 'Quan tâm', exact: true }).click();
  await said(/Đây là trả lời tự động của trang UBND quận Ba Đình/);
  await said(/gõ “dừng”/);
  await phone.getByRole('button', { name: 'Gặp cán bộ' }).waitFor();

  // Typed with one thumb and without accents: the deadline of today, from the database.
  await write('bao h het han nop');
  await said(/hạn nộp 17\sgiờ\s00, .+, còn \d+/);

  // The button opens the mini app on the rounds, in the same telephone.
  await chat
    .getByRole('button', { name: /^Xem (các đợt|Đợt)/ })
    .last()
    .click();
  const app = phone.frameLocator('iframe');
  await app.getByText(/Đợt 2/).first().waitFor();
  await app
    .getByText(/17\sgiờ\s00/)
    .first()
    .waitFor();

  // Back in the chat, on to the form: five steps, and it is handed in.
  await phone.getByRole('button', { name: 'Trò chuyện' }).click();
  await chat.getByRole('button', { name: 'Viết sáng kiến' }).last().click();
  const next = () => app.getByRole('button', { name: 'Tiếp tục' }).click();
  const fill = (label: string, words: string) => app.getByLabel(label, { exact: true }).fill(words);
  await app.getByRole('heading', { name: 'Sáng kiến của anh/chị là gì?' }).waitFor();
  await fill('Tên sáng kiến', form.title);
  await app.getByRole('radio', { name: /^Giải pháp tác nghiệp/ }).check();
  await app.getByLabel('Lĩnh vực áp dụng').selectOption({ label: 'Cải cách hành chính' });
  await next();
  await app.getByRole('heading', { name: 'Ai làm, ở đâu, từ bao giờ?' }).waitFor();
  await app.getByRole('radio', { name: /^Đợt 2/ }).check();
  await fill('Ngày áp dụng lần đầu', form.firstAppliedOn!);
  await next();
  await app.getByRole('heading', { name: 'Cách làm mới khác cách cũ ở chỗ nào?' }).waitFor();
  await fill('Trước đây', form.before);
  await fill('Nay', form.newPoint);
  await next();
  await app.getByRole('heading', { name: 'Anh/chị đã làm thế nào, được kết quả gì?' }).waitFor();
  await fill('Biện pháp 1', form.measures[0]!);
  await fill('Kết quả', form.resultsText);
  await next();
  await app.getByRole('heading', { name: 'Ai được lợi, đề nghị công nhận cấp nào?' }).waitFor();
  await app.getByRole('checkbox', { name: /^Lợi ích xã hội/ }).check();
  await fill('Nơi đã áp dụng', form.appliedAt);
  await app.getByRole('radio', { name: 'Công nhận cấp quận' }).check();
  await next();
  await app.getByRole('checkbox', { name: /cam đoan/i }).check();
  await app
    .getByRole('checkbox', { name: /đồng ý.*xử lý/i })
    .first()
    .check();
  await app.getByRole('button', { name: 'Nộp sáng kiến' }).click();
  const code = /SK-\d{4}-[A-Z0-9]{5}/.exec(
    (await app
      .getByText(/SK-\d{4}-[A-Z0-9]{5}/)
      .first()
      .textContent())!,
  )![0];

  // The receipt is a message in the chat, with the same code.
  await phone.getByRole('button', { name: 'Trò chuyện' }).click();
  await said(new RegExp(code));

  // "tinh trang": told to its author only, because Zalo itself has said who this follower is.
  await write('tinh trang');
  await said(new RegExp(`${code} “.+”: Đã nộp`));

  // The button of the very first greeting is answered with what is true now, and changes nothing.
  const dossier = await world.app.db.initiative.findUniqueOrThrow({ where: { code } });
  const answers = () => chat.getByText(new RegExp(`${code} “.+”: Đã nộp`)).count();
  const before = await answers();
  await chat.getByRole('button', { name: 'Hồ sơ của tôi' }).first().click();
  await until('the present state', async () => (await answers()) > before);
  expect(await world.app.db.initiative.findUniqueOrThrow({ where: { code } })).toEqual(dossier);

  // The rehearsal itself has no barriers either.
  await expectNoBarriers(page);

  // "dừng": confirmed at once, and from then on nothing comes by itself, although the dossier goes on.
  await write('dừng');
  await said(/^Đã dừng\./);
  const ledger = () =>
    world.sandbox<{ count: number }>(`ledger?user=${oaUserId}&count=1`).then(({ count }) => count);
  const heard = await ledger();
  const secretary = await world.as('secretary');
  const { id, version } = dossier;
  await secretary.do('confirmOnPaper', { id, version, letterNo: '12/XN', letterDate: dayOf(new Date()) });
  const author = await world.as('otherAuthor');
  await until('the notice in the mini app', async () =>
    (await author.do('notices', {})).items.some(({ text }) => text.includes('xác nhận')),
  );
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(await ledger()).toBe(heard);
});
