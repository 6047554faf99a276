// At the desk: somebody in the chat asked for a person; the secretariat finds the question, answers and closes it, wide and on a phone.
import { test } from 'vitest';
import { expectNoBarriers, expectNoSideways, openBrowser } from '../support/browser.ts';
import { openWorld, until } from '../support/world.ts';

const world = await openWorld({ built: true, jobs: true });
const browser = await openBrowser();

const { appUserId } = await world.person('secretary');
const asked = async (words: string) => {
  const { oaUserId } = await world.person('author');
  await world.sandbox(`people/${oaUserId}/message`, { text: 'gặp cán bộ' });
  await until('the ticket', () => world.app.db.ticket.findFirst({ where: { oaUserId, closedAt: null } }));
  await world.sandbox(`people/${oaUserId}/message`, { text: words });
};

const screens: [name: string, width: number, height: number, scheme: 'light' | 'dark'][] = [
  ['wide', 1366, 900, 'light'],
  ['on a phone, in the dark', 390, 844, 'dark'],
];

test.each(screens)('a question is answered and closed, %s', async (_name, width, height, colorScheme) => {
  await asked(`Xin hỏi đồng tác giả ký ở đâu (${width})?`);
  const page = await browser.open({ viewport: { width, height }, colorScheme });
  await page.goto(`${world.url}/app/desk/tickets?sandbox_person=${appUserId}`);

  await page.getByText(`Xin hỏi đồng tác giả ký ở đâu (${width})?`).waitFor();
  await expectNoBarriers(page);
  await expectNoSideways(page);
  await page.getByRole('link', { name: /Nguyễn Minh Hà/ }).click();

  await page.getByRole('list', { name: /Hội thoại/ }).waitFor();
  await expectNoBarriers(page);
  await page.getByRole('button', { name: 'Gửi câu trả lời' }).click();
  await page.getByText('Viết câu trả lời').waitFor();
  await page.getByLabel('Câu trả lời').fill('Ký ở trang cuối của đơn ạ.');
  await page.getByRole('button', { name: 'Gửi câu trả lời' }).click();
  await page.getByText('Zalo đã nhận').first().waitFor();
  await expectNoBarriers(page);

  await page.getByRole('button', { name: 'Đóng phiếu…' }).click();
  await page.getByRole('dialog').waitFor();
  await expectNoBarriers(page);
  await page.getByRole('button', { name: 'Đóng phiếu', exact: true }).click();
  await page.getByText('Phiếu đã đóng.').waitFor();
});
