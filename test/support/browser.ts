/** A real browser for journeys: phones and desks, and a look for barriers. */

import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, expect } from 'vitest';
import { provideChromium } from './chromium.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true };
export const desk: BrowserContextOptions = { viewport: { width: 1366, height: 900 } };

/** Each page has a profile of its own, as on another device. What the page itself complains of fails the journey. */
export async function openBrowser() {
  const browser = await chromium.launch({ executablePath: provideChromium(), args: flags });
  const complaints: string[] = [];
  afterAll(async () => {
    await browser.close();
    expect(complaints).toEqual([]);
  });
  return {
    async open(options: BrowserContextOptions): Promise<Page> {
      // The checker for barriers is a script that our own pages would not let in.
      const context = await browser.newContext({ ...options, locale: 'vi-VN', bypassCSP: true });
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
      return page;
    },
  };
}

/** No barrier that a machine can find on what the page shows now. */
export async function expectNoBarriers(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(', ')}`),
    page.url(),
  ).toEqual([]);
}

/** Nothing is wider than the screen. */
export async function expectNoSideways(page: Page): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over, page.url()).toBeLessThanOrEqual(0);
}
