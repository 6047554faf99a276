/** The lower half of the front page: what came of it, who decides, by which papers. */

import type { Campaign, Home } from '#contract/campaign.ts';
import { sayDay } from '#domain/calendar.ts';
import type { Profile } from '#domain/organisation.ts';
import { type Html, html } from './html.ts';

/** "Đợt 2" stays on one line. */
export const tied = (text: string): string => text.replace(/^Đợt (\d+)$/, 'Đợt\u00a0$1');

/** Figures of the newest report with its source, and beside them what this system counts. */
export function figures(year: Campaign | null, home: Home): Html {
  return html`<section class="part" id="so-lieu" aria-labelledby="so-lieu-ten">
<h2 id="so-lieu-ten">Từ hồ sơ đến công nhận${year && `, năm ${year.year}`}</h2>
${year ? reported(year, home) : html`<p>Chưa có báo cáo năm nào được đăng.</p>`}
${countedHere(home)}
</section>`;
}

function reported(year: Campaign, home: Home): Html {
  const rounds = year.rounds.filter((round) => round.reported);
  const sum = (key: 'submitted' | 'recognised') =>
    rounds.reduce((total, round) => total + round.reported![key], 0);
  const label = (id: string) => home.organisation.levels.find((level) => level.id === id)?.label ?? '';
  const byRound = [...rounds]
    .sort((a, b) => a.name.localeCompare(b.name))
    .map((round) => `${tied(round.name)}:\u00a0${round.reported!.recognised}`)
    .join(', ');
  return html`<ul class="figures">
<li><b>${sum('submitted')}</b><span>hồ sơ gửi Hội đồng, ${rounds.length} đợt</span></li>
<li><b>${sum('recognised')}</b><span>được công nhận ${label('district')} (${byRound})</span></li>
${year.city && html`<li><b>${year.city.recognised}</b><span>được công nhận ${label('city')}</span></li>`}
${rewards(year)}
</ul>
${year.source && html`<p class="quiet">Nguồn: ${year.source}.</p>`}`;
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

export const steps = (
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

export function documents(year: Campaign | null): Html {
  return html`<section class="part" id="van-ban" aria-labelledby="van-ban-ten"><h2 id="van-ban-ten">Văn bản${year && ` năm ${year.year}`}</h2>
${year ? papers(year) : html`<p>Chưa có văn bản nào được đăng.</p>`}</section>`;
}

function papers(year: Campaign): Html {
  const first = told.flatMap(({ stage, kind }) =>
    year.documents.filter((one) => one.stage === stage && (!kind || one.kind === kind)).slice(-1),
  );
  const rest = year.documents.filter((document) => !first.includes(document));
  return html`<ul class="papers">${first.map(paper)}</ul>
${rest.length > 0 && html`<details><summary>Xem thêm ${rest.length} văn bản</summary><ul class="papers">${rest.map(paper)}</ul></details>`}`;
}

const paper = (document: Campaign['documents'][number]): Html =>
  html`<li><b>${document.number ?? document.kind}</b> ${document.subject}<small>${document.issuer}${document.date ? `, ${sayDay(document.date)}` : document.year && `, ${document.year}`}</small></li>`;
