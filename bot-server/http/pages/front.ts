/** The front page: which round, until when, what came of it, who decides. */

import type { Campaign, HighlightCard, Home, Round } from '#contract/campaign.ts';
import { sayDay, sayDeadline, sayLeft } from '#domain/calendar.ts';
import type { Profile } from '#domain/organisation.ts';
import type { Config } from '../../config.ts';
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
${front.reported && figures(front.reported, front.home)}
<div class="pair">${steps(front.profile)}${front.reported && documents(front.reported)}</div>
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

/** "Đợt 2" stays on one line. */
const tied = (text: string): string => text.replace(/^Đợt (\d+)$/, 'Đợt\u00a0$1');

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
<form class="search" action="/#tieu-bieu" method="get" role="search">
<label for="tim">Tìm theo tên sáng kiến hoặc đơn vị, gõ không dấu cũng được</label>
<div><input id="tim" name="q" type="search" value="${q}" maxlength="100" autocomplete="off">${chosen && html`<input type="hidden" name="khoi" value="${chosen}">`}
<button class="button" type="submit">${icon('search')}<span>Tìm</span></button></div></form>
<ul class="chips" aria-label="Chọn khối">${chip('', 'Tất cả', counts.total)}${blocks.map((one) => chip(one.id, one.nameShort, counts.byBlock.get(one.id)!))}</ul>
${q && html`<p class="said" role="status">${resultSentence(q, found)} <a href="/?khoi=#tieu-bieu">Bỏ tìm kiếm</a></p>`}
${found.items.length > 0 ? html`<ul class="cards">${found.items.map((card) => highlightCard(card, profile))}</ul>` : !q && html`<p>Chưa có sáng kiến nào ở mục này.</p>`}
${more(query, found, counts.total)}
</section>`;
}

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

// ------------------------------------------------------------------ what came of it

function figures(year: Campaign, home: Home): Html {
  const rounds = year.rounds.filter((round) => round.reported);
  const sum = (key: 'submitted' | 'recognised') =>
    rounds.reduce((total, round) => total + round.reported![key], 0);
  const district = home.organisation.levels.find((level) => level.id === 'district')?.label ?? '';
  const byRound = [...rounds]
    .sort((a, b) => a.name.localeCompare(b.name))
    .map((round) => `${tied(round.name)}:\u00a0${round.reported!.recognised}`)
    .join(', ');
  return html`<section class="part" id="so-lieu" aria-labelledby="so-lieu-ten">
<h2 id="so-lieu-ten">Từ hồ sơ đến công nhận, năm ${year.year}</h2>
<ul class="figures">
<li><b>${sum('submitted')}</b><span>hồ sơ gửi Hội đồng, ${rounds.length} đợt</span></li>
<li><b>${sum('recognised')}</b><span>được công nhận ${district} (${byRound})</span></li>
${year.city && html`<li><b>${year.city.recognised}</b><span>được công nhận cấp Thành phố</span></li>`}
${rewards(year)}
</ul>
${year.source && html`<p class="quiet">Nguồn: ${year.source}.</p>`}
${countedHere(home)}
</section>`;
}

function rewards(year: Campaign): Html | false {
  const first = year.rewards[0];
  if (!first) return false;
  const same = year.rewards.filter((reward) => reward.form === first.form && reward.level === first.level);
  return html`<li><b>${same.map((reward) => reward.count).join(' + ')}</b><span>${same.map((reward) => reward.who).join(', ')} được tặng ${first.form.toLowerCase()} ${first.level}</span></li>`;
}

/** What this system counts itself stands beside the report, in words of its own. */
function countedHere(home: Home): Html | false {
  const counted = home.rounds.flatMap((round) => (round.counted ? [round.counted] : []));
  if (counted.length === 0) return false;
  const submitted = counted.reduce((sum, one) => sum + one.submitted, 0);
  const recognised = counted.reduce((sum, one) => sum + one.recognised, 0);
  return html`<p class="quiet">Năm ${home.campaign.year} tới nay: ${submitted} hồ sơ nộp trên hệ thống này, ${recognised} đã công bố được công nhận${home.campaign.demo && ' (dữ liệu trình diễn)'}.</p>`;
}

// ------------------------------------------------------------------ who decides, by which papers

const steps = (
  profile: Profile,
): Html => html`<section class="part" aria-labelledby="ai-quyet-ten"><h2 id="ai-quyet-ten">Ai quyết định, bao lâu</h2>
<ol class="steps">
${profile.unitConfirmation && html`<li><span><b>Đơn vị xác nhận</b> giải pháp đã áp dụng thật.</span></li>`}
<li><span><b>${profile.standingAgency}</b> (cơ quan Thường trực) kiểm tra trong ${profile.checkMonths} tháng; thiếu gì báo rõ từng mục.</span></li>
<li><span><b>${profile.council}</b> xét trong ${profile.answerMonths} tháng từ ngày tiếp nhận.</span></li>
<li><span><b>${profile.name}</b> ra quyết định; kết quả báo riêng tác giả trước khi công khai.</span></li>
</ol></section>`;

/** Rules and guidance first; the rest is folded. */
const told: { stage: string; kind?: string }[] = [
  { stage: 'legal_basis', kind: 'Quyết định' },
  { stage: 'guidance' },
  { stage: 'evaluation_rules' },
  { stage: 'reward' },
];

function documents(year: Campaign): Html {
  const first = told.flatMap(({ stage, kind }) =>
    year.documents.filter((one) => one.stage === stage && (!kind || one.kind === kind)).slice(-1),
  );
  const rest = year.documents.filter((document) => !first.includes(document));
  return html`<section class="part" id="van-ban" aria-labelledby="van-ban-ten"><h2 id="van-ban-ten">Văn bản năm ${year.year}</h2>
<ul class="papers">${first.map(paper)}</ul>
${rest.length > 0 && html`<details><summary>Xem thêm ${rest.length} văn bản</summary><ul class="papers">${rest.map(paper)}</ul></details>`}</section>`;
}

const paper = (document: Campaign['documents'][number]): Html =>
  html`<li><b>${document.number ?? document.kind}</b> ${document.subject}<small>${document.issuer}${document.date ? `, ${sayDay(document.date)}` : document.year && `, ${document.year}`}</small></li>`;
