// Somebody without Zalo reads the public pages: on a phone, on an old small one, on a desk, in the dark, with large text.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import express from 'express';
import { pino } from 'pino';
import { type BrowserContextOptions, chromium } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { createPages } from '#bot/http/pages/pages.ts';
import { addHighlight } from '#bot/services/highlights.ts';
import { loadDemo } from '#bot/services/setup.ts';
import { dossierId } from '../../prisma/seed/dossiers.ts';
import { provideChromium } from '../support/chromium.ts';
import { freshDatabase } from '../support/database.ts';
import { rehearsal, who } from '../support/rehearsal.ts';

const db = await freshDatabase();
const ctx = rehearsal(db);
await loadDemo(ctx);
const { slug } = await addHighlight(ctx, who('huong'), {
  initiativeId: dossierId(17),
  summary: 'Mỗi tuần một phút kể chuyện, cô trả lời bằng một câu hỏi.',
});

const server = createServer(express().use(createPages({ ...ctx, log: pino({ level: 'silent' }) })));
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const browser = await chromium.launch({
  executablePath: provideChromium(),
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
});
afterAll(async () => {
  await browser.close();
  server.close();
});

const paths = [
  '/',
  '/?q=ngay&khoi=ward',
  '/?q=xyz',
  `/sang-kien/${slug}`,
  '/huong-dan',
  '/chinh-sach-rieng-tu',
  '/mat-roi',
];
const lookedAt = ['/', `/sang-kien/${slug}`, '/chinh-sach-rieng-tu'];
const readers: [name: string, pages: string[], options: BrowserContextOptions][] = [
  ['on a phone', paths, { viewport: { width: 390, height: 844 } }],
  ['on a phone in the dark', lookedAt, { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
  ['at a desk', lookedAt, { viewport: { width: 1366, height: 900 } }],
];

describe.each(readers)('%s', (_name, pages, options) => {
  test('no page has a barrier that a machine can find', async () => {
    // The checker is a script; the pages forbid scripts to everybody else.
    const context = await browser.newContext({ ...options, bypassCSP: true });
    for (const path of pages) {
      const page = await context.newPage();
      await page.goto(`${site}${path}`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [path, id, nodes[0]?.html])).toEqual([]);
      await page.close();
    }
    await context.close();
  });
});

test('nothing scrolls sideways at 320 px, also with text at 200 %', async () => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, bypassCSP: true });
  for (const path of paths) {
    const page = await context.newPage();
    await page.goto(`${site}${path}`);
    const excess = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect([path, await excess()]).toEqual([path, 0]);
    await page.addStyleTag({ content: 'html { font-size: 200% }' });
    expect([path, await excess()]).toEqual([path, 0]);
    await page.close();
  }
  await context.close();
});

test('without JavaScript somebody searches, reads a story and finds whom to ask', async () => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  await page.goto(site);

  await page.getByLabel('Tìm theo tên sáng kiến').fill('nhat ky doc sach');
  await page.getByRole('button', { name: 'Tìm' }).click();
  await page.getByRole('link', { name: /Nhật ký đọc sách bằng giọng nói/ }).click();

  await page.getByRole('heading', { name: 'Điểm mới' }).waitFor();
  expect(await page.getByText('Tác giả: Phạm Thu Hà.').isVisible()).toBe(true);
  await page.getByRole('link', { name: 'Mục lục' }).click();
  expect(await page.getByText('Cơ quan Thường trực:').isVisible()).toBe(true);
  await context.close();
});
