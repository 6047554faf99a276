// What the doctor finds: a rehearsal is well; what is missing or wrong is one line each, with the next step.
import { expect, test } from 'vitest';
import type { Config } from '#bot/config.ts';
import { at } from '#bot/context.ts';
import { examine, sayFindings } from '#bot/services/doctor.ts';
import { openWorld, until } from '../support/world.ts';

const world = await openWorld({ jobs: true });

/** The line about something, as it is printed. */
async function line(what: string, change: Partial<Config> = {}): Promise<string> {
  const config = { ...world.app.config, ...change };
  const lines = sayFindings(config, await examine({ ...at(world.app), config }));
  return lines.find((one) => one.slice(2).startsWith(what)) ?? lines.join('\n');
}
const knobs = (values: object) => world.sandbox('faults', values);

test('a rehearsal is well, and says that it is one', async () => {
  await world.sandbox(`people/${(await world.person('author')).oaUserId}/message`, { text: 'chào' });
  await until('the page to be heard of', async () => (await world.app.db.inboxEvent.count()) > 0);

  const lines = sayFindings(world.app.config, await examine(at(world.app)));

  expect(lines[0]).toContain('Đang diễn tập');
  expect(lines.slice(1, -1).map((one) => one[0])).toEqual(Array(lines.length - 2).fill('✓'));
  expect(lines.at(-1)).toBe('Không có gì phải sửa.');
});

test('a real address must be https, seen as https and verified; what the console must hold is printed', async () => {
  const real = { sandbox: false, publicUrl: world.url };
  expect(await line('PUBLIC_URL', real)).toMatch(/^✗ .*không phải https/);
  expect(await line('Tệp xác thực', real)).toMatch(/^\? .*ZALO_SITE_VERIFICATION/);
  expect(await line('Tệp xác thực', { ...real, siteVerification: 'abc' })).toMatch(
    /^✗ .*zalo_verifierabc\.html/,
  );
  expect(await line('Official Account Callback', real)).toContain(`${world.url}/connect/zalo/callback`);
  expect(await line('Webhook URL của ứng dụng', real)).toContain(`${world.url}/webhook/zalo/oa`);
});

test('an address that leads nowhere, or to somebody else', async () => {
  expect(await line('Mở được', { publicUrl: 'http://127.0.0.1:9' })).toMatch(/^✗ .*không mở được/);
  expect(await line('Webhook của OA', { publicUrl: `${world.url}/app` })).toMatch(/^✗ /);
  expect(await line('Mini App gọi được', { publicUrl: `${world.url}/app` })).toMatch(/^✗ .*CORS/);
});

test('what Zalo refuses is said with the next step', async () => {
  await knobs({ notifications: 'ip' });
  expect(await line('Khóa và danh sách IP')).toMatch(/^✗ .*danh sách.*Open APIs/);
  await knobs({ notifications: 'ok' });

  await world.app.db.oaToken.updateMany({ data: { state: 'reconnect_required' } });
  expect(await line('Cặp khóa')).toMatch(/^✗ .*Kết nối Zalo/);
  expect(await line('Trang (getoa)')).toMatch(/^\? /);
  await world.app.db.oaToken.updateMany({ data: { state: 'connected' } });
  expect(await line('Trang (getoa)', { given: { ...world.app.config.given, ZALO_OA_ID: '7' } })).toMatch(
    /^✗ .*Sửa ZALO_OA_ID/,
  );
});

test('settings that lack are named', async () => {
  expect(await line('Thiết lập', { given: { ENCRYPTION_KEY: 'x' } })).toMatch(
    /^✗ Thiết lập: Đặt SESSION_SECRET, ZALO_APP_ID/,
  );
});
