// The public pages: readable by anybody, without a script, with nothing on them that is not known.
import express from 'express';
import { pino } from 'pino';
import request from 'supertest';
import { describe, expect, test } from 'vitest';
import type { App } from '#bot/context.ts';
import { html } from '#bot/http/pages/html.ts';
import { createPages } from '#bot/http/pages/pages.ts';
import { initYear, loadDemo } from '#bot/services/setup.ts';
import { freshDatabase } from '../support/database.ts';
import { rehearsal } from '../support/rehearsal.ts';

const db = await freshDatabase();
const real = await freshDatabase();
const nothing = await freshDatabase();

const demo = rehearsal(db);
await loadDemo(demo);
const ward = rehearsal(real, demo.now, {
  sandbox: false,
  publicUrl: 'https://sangkien.example.gov.vn',
  siteVerification: 'K3x_verify',
  contact: { phone: '024 3333 4444', address: '25 Liễu Giai' },
});
await initYear(ward, 'ward-2025');

const serving = (app: App) => express().use(createPages({ ...app, log: pino({ level: 'silent' }) }));
const site = serving(demo);
const wardSite = serving(ward);
const page = async (path: string, server = site) =>
  (await request(server).get(path).set('Accept', 'text/html')).text;
const story = '/sang-kien/tao-dung-khong-gian-lich-su-o-lop-hoc-trong-giang-day-mon-lich-su-7';
const everyPage = ['/', '/?khoi=&q=thanh', story, '/huong-dan', '/chinh-sach-rieng-tu', '/khong-co'];

describe('the front page', () => {
  test('says which round, until when, what came of it and who decides', async () => {
    const text = await page('/');

    expect(text).toContain('Còn 2\u00a0ngày 7\u00a0giờ');
    expect(text).toContain('17\u00a0giờ\u00a000, thứ\u00a0Năm, 26/11/2026');
    expect(text).toContain('<b>267</b>');
    expect(text).toContain(
      '<b>198</b><span>được công nhận cấp quận (Đợt\u00a01:\u00a0155, Đợt\u00a02:\u00a043)</span>',
    );
    expect(text).toContain('<b>43 + 53</b>');
    expect(text).toContain('<b>Hội đồng Khoa học, sáng kiến quận Ba Đình</b> xét trong 3 tháng');
  });

  test('marks the rehearsal and the demo data', async () => {
    for (const path of everyPage) {
      expect(await page(path)).toContain('Diễn tập – không phải Zalo thật.');
      expect(await page(path)).toContain('Dữ liệu trình diễn: các đợt và hồ sơ năm 2026 là giả định.');
    }
    expect(await page('/', wardSite)).not.toMatch(/Diễn tập|trình diễn/);
  });

  test('finds highlights without accents, within a block, and says when there is none', async () => {
    const found = await page('/?q=ngay+thu+sau&khoi=ward');
    expect(found).toContain('2 sáng kiến khớp với “ngay thu sau”.');
    expect(found.match(/class="card"/g)).toHaveLength(2);

    const none = await page('/?q=xyz');
    expect(none).toContain('Không có sáng kiến nào khớp với “xyz”.');
  });

  test('shows all of a block, and pages by key', async () => {
    expect((await page('/?khoi=ward')).match(/class="card"/g)).toHaveLength(6);
    const last = await db.prisma.highlight.findFirstOrThrow({ orderBy: { position: 'desc' } });
    expect(await page(`/?khoi=&sau=${last.id}`)).toContain('Chưa có sáng kiến nào');
  });

  test('puts what somebody typed back as text, never as markup', async () => {
    const text = await page(`/?q=${encodeURIComponent('"><script>alert(1)</script>')}`);

    expect(text).not.toContain('<script');
    expect(text).toContain('&quot;&gt;&lt;script&gt;');
  });

  test('takes a parameter given twice, a number too long and odd bytes without failing', async () => {
    for (const query of ['q=a&q=b', `q=${'a'.repeat(5000)}`, 'q=%00', 'sau=%27%3B--', 'khoi[x]=1']) {
      const { status } = await request(site).get(`/?${query}`).set('Accept', 'text/html');
      expect(status, query).toBe(200);
    }
  });

  test('carries the proof of the domain for Zalo, there and in its own file', async () => {
    expect(await page('/', wardSite)).toContain(
      '<meta name="zalo-platform-site-verification" content="K3x_verify">',
    );
    expect(await page('/huong-dan', wardSite)).not.toContain('site-verification');
    expect(await page('/zalo_verifierK3x_verify.html', wardSite)).toContain('content="K3x_verify"');
    expect((await request(wardSite).get('/zalo_verifierother.html')).status).toBe(404);
  });
});

describe('a story', () => {
  test('says what is known, names its source and invents nothing', async () => {
    const text = await page(story);

    expect(text).toContain('Tạo dựng không gian lịch sử ở lớp học');
    expect(text).toContain('Được công nhận cấp quận, năm 2023');
    expect(text).toContain('Nguồn năm 2023 chỉ nêu tên sáng kiến và đơn vị.');
    expect(text).not.toContain('Biện pháp đã làm');
  });

  test('has a share preview with absolute addresses and a link into the mini app', async () => {
    const text = await page(story);

    expect(text).toContain('<meta property="og:image" content="http://127.0.0.1:3000/assets/share.png">');
    expect(text).toContain(`<meta property="og:url" content="http://127.0.0.1:3000${story}">`);
    expect(text).toContain('href="http://127.0.0.1:3000/app/highlights/');
  });

  test('that does not exist is a page with status 404, for machines a plain failure of the server', async () => {
    const answer = await request(site).get('/sang-kien/khong-co').set('Accept', 'text/html');

    expect(answer.status).toBe(404);
    expect(answer.text).toContain('Không tìm thấy trang này');
    expect(answer.headers['cache-control']).toBe('no-store');
  });
});

describe('every page', () => {
  test('runs no script, writes no style inline, loads nothing from elsewhere and sets no cookie', async () => {
    for (const path of everyPage) {
      const answer = await request(site).get(path).set('Accept', 'text/html');
      expect(answer.text).not.toMatch(/<script|\sstyle=|\son\w+=|<style/);
      expect(answer.headers['content-security-policy']).toContain("default-src 'self'; script-src 'none'");
      expect(answer.headers['set-cookie']).toBeUndefined();
      expect(answer.text.match(/<h1/g)).toHaveLength(1);
    }
  });

  test('is small, and kept: a page and its style are under 40 kB, an unchanged page is not sent twice', async () => {
    const first = await request(site).get('/huong-dan').set('Accept', 'text/html');
    const style = await request(site).get(/\/assets\/site\.css\?v=\w+/.exec(first.text)![0]);
    const again = await request(site)
      .get('/huong-dan')
      .set('Accept', 'text/html')
      .set('If-None-Match', first.headers.etag!);

    expect(Buffer.byteLength(await page('/')) + Buffer.byteLength(style.text)).toBeLessThan(40_000);
    expect(style.headers['cache-control']).toContain('immutable');
    expect(first.headers['cache-control']).toBe('public, max-age=60');
    expect(again.status).toBe(304);
  });

  test('takes every name from the organisation: a ward of 2025 reads nothing of a district', async () => {
    for (const path of everyPage) {
      const text = await page(path, wardSite);
      expect(text).toContain('UBND phường Ba Đình');
      expect(text).not.toMatch(/quận|Phòng Kinh tế/i);
    }
    const contact = await page('/', wardSite);
    expect(contact).toContain('href="tel:02433334444"');
    expect(contact).toContain('25 Liễu Giai');
    expect(contact).toContain('Chưa có đợt mới');
  });

  test('names the law in force, and none that is not', async () => {
    const text = await page('/chinh-sach-rieng-tu');

    expect(text).toContain('91/2025/QH15');
    expect(text).not.toContain('13/2023');
  });

  test('is a plain sentence where no year has been set up yet', async () => {
    const answer = await request(serving(rehearsal(nothing)))
      .get('/')
      .set('Accept', 'text/html');

    expect(answer.status).toBe(404);
    expect(answer.text).toContain('Không tìm thấy trang này');
  });
});

test('text is escaped where it is put in, markup is joined as it is', () => {
  const bold = html`<b>${'<&"\'>'}</b>`;

  expect(html`<p title="${'"'}">${[bold, null, false, 0]}</p>`.markup).toBe(
    '<p title="&quot;"><b>&lt;&amp;&quot;&#39;&gt;</b>0</p>',
  );
});
