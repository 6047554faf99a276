/** What every public page shares: head with share preview, the marks of a rehearsal, header, footer. */

import type { Profile } from '#domain/organisation.ts';
import type { Config } from '../../config.ts';
import { miniAppLink } from '../../services/mini-app-link.ts';
import { type Html, html } from './html.ts';
import { icon, mark } from './icons.ts';

/** What stands around a page. `profile` is null where no year has been set up, or while the database is away. */
export interface Shell {
  config: Config;
  profile: Profile | null;
  /** Year of a campaign of demo data. */
  demoYear: number | null;
  /** Changes with the files, so that they may be kept for a year. */
  assetVersion: string;
}

export interface Page {
  path: string;
  title: string;
  description: string;
  body: Html;
  /** 'article' for a story. */
  kind?: 'website' | 'article';
}

export const product = 'Sáng kiến, sáng tạo';

const chapters = [
  { href: '/#tieu-bieu', label: 'Sáng kiến tiêu biểu' },
  { href: '/huong-dan', label: 'Cách tham gia' },
  { href: '/#so-lieu', label: 'Số liệu' },
  { href: '/#van-ban', label: 'Văn bản' },
  { href: '#lien-he', label: 'Liên hệ' },
];

export const mainButton = (config: Config, path: string, words: string): Html =>
  html`<a class="button" href="${miniAppLink(config, path)}">${icon('device')}<span>${words}</span></a>`;

export function renderPage(shell: Shell, page: Page): string {
  const { config, profile, assetVersion: v } = shell;
  const url = `${config.publicUrl}${page.path}`;
  const title =
    page.title === product
      ? `${product}${profile ? ` – ${profile.name}` : ''}`
      : `${page.title} – ${product}`;
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${page.description}">
${page.path === '/' && config.siteVerification && html`<meta name="zalo-platform-site-verification" content="${config.siteVerification}">`}
<link rel="canonical" href="${url}">
<meta property="og:type" content="${page.kind ?? 'website'}">
<meta property="og:title" content="${page.title}">
<meta property="og:description" content="${page.description}">
<meta property="og:url" content="${url}">
<meta property="og:site_name" content="${profile ? `${product} – ${profile.name}` : product}">
<meta property="og:locale" content="vi_VN">
<meta property="og:image" content="${config.publicUrl}/assets/share.png">
<meta property="og:image:width" content="1200">
<meta property="og:image:height" content="630">
<meta property="og:image:alt" content="Một đốm sáng trên mặt hồ, vòng nước lan ra.">
<meta name="twitter:card" content="summary_large_image">
<meta name="theme-color" content="#0b4a8f">
<link rel="icon" href="/assets/mark.svg?v=${v}" type="image/svg+xml">
<link rel="stylesheet" href="/assets/site.css?v=${v}">
</head>
<body>
<a class="skip" href="#noi-dung">Tới nội dung chính</a>
<header class="top">${rehearsalBar(shell)}<div class="wide">
<a class="brand" href="/">${mark}<span><b>${product}</b>${profile && html`<small>${profile.name}</small>`}</span></a>
<nav class="chapters" aria-label="Chính"><ul>${links()}</ul></nav>
<a class="to-foot" href="#muc-luc">${icon('menu')} Mục lục</a>
</div></header>
<main id="noi-dung">
${page.body}
</main>
${footer(profile)}
</body>
</html>
`.markup;
}

const links = () => chapters.map(({ href, label }) => html`<li><a href="${href}">${label}</a></li>`);

function rehearsalBar({ config, demoYear }: Shell): Html | null {
  if (!config.sandbox && !demoYear) return null;
  return html`<p class="rehearsal">${config.sandbox && html`<b>Diễn tập – không phải Zalo thật.</b> `}${
    demoYear && `Dữ liệu trình diễn: các đợt và hồ sơ năm ${demoYear} là giả định.`
  }</p>`;
}

function footer(profile: Profile | null): Html {
  return html`<footer class="foot"><div class="wide">
<nav id="muc-luc" aria-label="Mục lục"><ul class="foot-links">${links()}<li><a href="/chinh-sach-rieng-tu">Dữ liệu cá nhân</a></li></ul></nav>
<section id="lien-he" aria-labelledby="lien-he-ten"><h2 id="lien-he-ten">Liên hệ</h2>
${profile ? contact(profile) : html`<p>Liên hệ cơ quan nơi anh/chị công tác.</p>`}</section>
<p class="quiet">Trang này không đặt cookie, không theo dõi người đọc.</p>
</div></footer>`;
}

const contact = (
  profile: Profile,
): Html => html`<p><b>Cơ quan Thường trực:</b> ${profile.standingAgency}, ${profile.name}.</p>
${profile.contactPhone && html`<p>Điện thoại: <a href="tel:${profile.contactPhone.replace(/[^\d+]/g, '')}">${profile.contactPhone}</a></p>`}
${profile.contactAddress && html`<p>Địa chỉ: ${profile.contactAddress}</p>`}
<p>Không dùng Zalo? Nộp hồ sơ giấy tại ${profile.standingAgency} trong giờ hành chính.</p>`;
