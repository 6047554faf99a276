/** The front page: which round, until when, what came of it, who decides. */

import type { Campaign, HighlightCard, Home, Round } from '#contract/campaign.ts';
import { sayDay, sayDeadline, sayLeft } from '#domain/calendar.ts';
import type { Profile } from '#domain/organisation.ts';
import type { Config } from '../../config.ts';
import { documents, figures, steps, tied } from './front-report.ts';
import { type Html, html } from './html.ts';
import { bandRings, type IconName, icon } from './icons.ts';
import { mainButton } from './layout.ts';

export interface FrontQuery {
  q: string;
  /** Undefined on the plain front page; '' for all blocks. */
  block: string | undefined;
  after: string | undefined;
}

export interface Front {
  config: Config;
  profile: Profile;
  home: Home;
  /** The newest year with figures of a report. */
  reported: Campaign | null;
  query: FrontQuery;
  found: { items: HighlightCard[]; next: string | null };
  counts: { total: number; byBlock: Map<string, number>; newestYear: number | null };
}

export const frontBody = (front: Front): Html => html`${band(front)}
<div class="wide">
${highlights(front)}
${figures(front.reported, front.home)}
<div class="pair">${steps(front.profile)}${documents(front.reported)}</div>
</div>`;

// ------------------------------------------------------------------ the band

function band({ config, profile, home }: Front): Html {
  return html`<section class="band" aria-labelledby="loi-chao">${bandRings}<div class="wide">
<div class="welcome"><h1 id="loi-chao">Việc tốt hơn bắt đầu từ người làm việc đó mỗi ngày</h1>
<p>Cán bộ, công chức, viên chức nộp sáng kiến ngay trên điện thoại, theo dõi hồ sơ đang ở đâu, ai đang giữ và khi nào có kết quả.</p>
<p class="acts">${mainButton(config, '', 'Viết sáng kiến trên Zalo')}<a class="button outline" href="/huong-dan">Xem cách tham gia</a></p></div>
<section class="round-card" aria-labelledby="dot-nay"><h2 class="hidden" id="dot-nay">Đợt nhận hồ sơ</h2>${roundCard(home, profile)}</section>
</div></section>`;
}

function blocksOf(round: Round, profile: Profile): string {
  if (round.blocks.length === profile.blocks.length) return 'tất cả các khối';
  const names = profile.blocks
    .filter((block) => round.blocks.includes(block.id))
    .map((block) => block.nameShort);
  return names.map((name) => name.replace(/^Khối/, 'khối')).join('; ');
}

function roundCard(home: Home, profile: Profile): Html {
  const [next, ...rest] = home.rounds;
  const now = new Date(home.now);
  const coming = rest.filter((round) => round.phase === 'open' || round.phase === 'planned');
  const others = coming.map((round) => html`<li>${roundLine(round)}</li>`);
  const also = others.length > 0 && html`<ul class="rounds">${others}</ul>`;

  if (next?.phase === 'open' && next.closesAt) {
    const closes = new Date(next.closesAt);
    return html`<p class="pill ok">${icon('check')}${next.phaseLabel}</p>
<p class="left">Còn ${sayLeft(now, closes)}</p>
<p><b>${tied(next.name)}</b>, ${blocksOf(next, profile)}. Hạn nộp: <b>${sayDeadline(closes)}</b>.</p>${also}`;
  }
  if (next?.phase === 'planned' && next.opensAt)
    return html`<p class="pill">${icon('calendar')}${next.phaseLabel}</p>
<p class="left">Mở ngày ${sayDay(new Date(next.opensAt))}</p>
<p><b>${tied(next.name)}</b>, ${blocksOf(next, profile)}.${next.closesAt && ` Hạn nộp: ${sayDeadline(new Date(next.closesAt))}.`} Anh/chị viết nháp trước được.</p>${also}`;
  return html`<p class="pill">${icon('clock')}Chưa mở nhận hồ sơ</p>
<p class="left">Chưa có đợt mới</p><p>Anh/chị viết nháp trước được. Đợt mới được báo trên trang này và trên trang Zalo ${profile.pageName}.</p>`;
}

function roundLine(round: Round): Html {
  if (round.phase === 'open')
    return html`<b>${tied(round.name)}</b> nhận hồ sơ tới ${sayDay(new Date(round.closesAt!))}`;
  return html`<b>${tied(round.name)}</b> mở ngày ${sayDay(new Date(round.opensAt!))}`;
}

// ------------------------------------------------------------------ highlights

const blockIcons: Record<string, IconName> = { education: 'school', ward: 'building', office: 'users' };

export const highlightCard = (card: HighlightCard, profile: Profile): Html => {
  const block = profile.blocks.find((one) => one.id === card.block);
  return html`<li><a class="card" href="/sang-kien/${card.slug}">
<span class="pill">${icon(blockIcons[card.block] ?? 'users')}${block?.nameShort ?? card.unitName}</span>
<b>${card.title}</b><small>${card.unitName}, ${card.year}</small></a></li>`;
};

function address(query: Partial<Record<'q' | 'khoi' | 'sau', string>>): string {
  const parts = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== undefined));
  return `/?${parts}#tieu-bieu`;
}

const searching = ({ q, block, after }: FrontQuery): boolean =>
  q !== '' || block !== undefined || after !== undefined;

function highlights({ profile, query, found, counts }: Front): Html {
  const { q, block } = query;
  const chosen = block ?? '';
  const chip = (id: string, label: string, count: number) =>
    html`<li><a class="chip" href="${address({ ...(q ? { q } : {}), khoi: id })}"${chosen === id && html` aria-current="true"`}>${label}${!q && html` <span>${count}</span>`}</a></li>`;
  const blocks = profile.blocks.filter((one) => counts.byBlock.has(one.id));
  return html`<section class="part" id="tieu-bieu" aria-labelledby="tieu-bieu-ten">
<h2 id="tieu-bieu-ten">Sáng kiến tiêu biểu${!searching(query) && counts.newestYear && ` năm ${counts.newestYear}`}</h2>
${counts.total > 0 && searchForm(q, chosen)}
${blocks.length > 1 && html`<ul class="chips" aria-label="Chọn khối">${chip('', 'Tất cả', counts.total)}${blocks.map((one) => chip(one.id, one.nameShort, counts.byBlock.get(one.id)!))}</ul>`}
${q && html`<p class="said" role="status">${resultSentence(q, found)} <a href="/?khoi=#tieu-bieu">Bỏ tìm kiếm</a></p>`}
${found.items.length > 0 ? html`<ul class="cards">${found.items.map((card) => highlightCard(card, profile))}</ul>` : !q && html`<p>Chưa có sáng kiến nào ở mục này.</p>`}
${more(query, found, counts.total)}
</section>`;
}

const searchForm = (
  q: string,
  chosen: string,
): Html => html`<form class="search" action="/#tieu-bieu" method="get" role="search">
<label for="tim">Tìm theo tên sáng kiến hoặc đơn vị, gõ không dấu cũng được</label>
<div><input id="tim" name="q" type="search" value="${q}" maxlength="100" autocomplete="off">${chosen && html`<input type="hidden" name="khoi" value="${chosen}">`}
<button class="button" type="submit">${icon('search')}<span>Tìm</span></button></div></form>`;

function resultSentence(q: string, { items, next }: Front['found']): string {
  if (items.length === 0) return `Không có sáng kiến nào khớp với “${q}”. Thử ít chữ hơn.`;
  return next ? `Các sáng kiến khớp với “${q}”.` : `${items.length} sáng kiến khớp với “${q}”.`;
}

function more(query: FrontQuery, { next, items }: Front['found'], total: number): Html | false {
  if (!searching(query))
    return (
      total > items.length &&
      html`<p class="more"><a href="/?khoi=#tieu-bieu">Xem cả ${total} sáng kiến tiêu biểu</a></p>`
    );
  const { q, block } = query;
  return (
    next !== null &&
    html`<p class="more"><a href="${address({ ...(q ? { q } : {}), khoi: block ?? '', sau: next })}">Trang sau</a></p>`
  );
}
