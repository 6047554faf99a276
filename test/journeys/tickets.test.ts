// At the desk: somebody in the chat asked for a person; the secretariat finds the question, answers and closes it, wide and on a phone.
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { ensureBuilt } from '../../mini-app/build.ts';
import { provideChromium } from '../support/chromium.ts';
import { openWorld, until } from '../support/world.ts';

await ensureBuilt(fileURLToPath(new URL('../..', import.meta.url)));
const world = await openWorld({ jobs: true });
const browser = await chromium.launch({
  executablePath: provideChromium(),
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
});
afterAll(() => browser.close());

const { appUserId } = await world.person('secretary');
const asked = async (words: string) => {
  const { oaUserId } = await world.person('author');
  await world.sandbox(`people/${oaUserId}/message`, { text: 'gặp cán bộ' });
  await until('the ticket', () => world.app.db.ticket.findFirst({ where: { oaUserId, closedAt: null } }));
  await world.sandbox(`people/${oaUserId}/message`, { text: words });
};

async function noBarriers(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [page.url(), id, nodes[0]?.html])).toEqual([]);
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(excess).toBeLessThanOrEqual(0);
}

const screens: [name: string, width: number, height: number, scheme: 'light' | 'dark'][] = [
  ['wide', 1366, 900, 'light'],
  ['on a phone, in the dark', 390, 844, 'dark'],
];

test.each(screens)('a question is answered and closed, %s', async (_name, width, height, colorScheme) => {
  await asked(`Xin hỏi đồng tác giả ký ở đâu (${width})?`);
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, bypassCSP: true });
  const page = await context.newPage();
  await page.goto(`${world.url}/app/desk/tickets?sandbox_person=${appUserId}`);

  await page.getByText(`Xin hỏi đồng tác giả ký ở đâu (${width})?`).waitFor();
  await noBarriers(page);
  await page.getByRole('link', { name: /Nguyễn Minh Hà/ }).click();

  await page.getByRole('list', { name: /Hội thoại/ }).waitFor();
  await noBarriers(page);
  await page.getByRole('button', { name: 'Gửi câu trả lời' }).click();
  await page.getByText('Viết câu trả lời').waitFor();
  await page.getByLabel('Câu trả lời').fill('Ký ở trang cuối của đơn ạ.');
  await page.getByRole('button', { name: 'Gửi câu trả lời' }).click();
  await page.getByText('Zalo đã nhận').first().waitFor();
  await noBarriers(page);

  await page.getByRole('button', { name: 'Đóng phiếu…' }).click();
  await page.getByRole('dialog').waitFor();
  await noBarriers(page);
  await page.getByRole('button', { name: 'Đóng phiếu', exact: true }).click();
  await page.getByText('Phiếu đã đóng.').waitFor();
  await context.close();
});
