/** A highlighted initiative: what is known, from where, and nothing that is not. */

import type { HighlightCard, Story } from '#contract/campaign.ts';
import { blockName, type Profile } from '#domain/organisation.ts';
import type { Config } from '../../config.ts';
import { highlightCard } from './front.ts';
import { type Html, html } from './html.ts';
import { cover, icon } from './icons.ts';
import { mainButton } from './layout.ts';

export interface StoryPage {
  config: Config;
  profile: Profile;
  story: Story;
  /** Others of the same block. */
  others: HighlightCard[];
}

const paragraphs = (text: string): Html[] =>
  text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => html`<p>${line}</p>`);

const part = (title: string, content: Html[] | Html | null | false): Html | false =>
  content !== null && content !== false && html`<h2>${title}</h2>${content}`;

export function storyBody({ config, profile, story, others }: StoryPage): Html {
  return html`<div class="wide story">
<nav class="crumbs" aria-label="Đường dẫn"><ol><li><a href="/">Trang đầu</a></li><li><a href="/?khoi=#tieu-bieu">Sáng kiến tiêu biểu</a></li>
<li><a href="/?khoi=${encodeURIComponent(story.block)}#tieu-bieu">${blockName(profile, story.block)}</a></li></ol></nav>
<div class="columns"><article class="told">
<p class="pill ok">${icon('medal')}Được công nhận ${story.levelLabel}, năm ${story.year}</p>
${story.demo && html`<p class="pill">Dữ liệu trình diễn</p>`}
<h1>${story.title}</h1>
<p class="by">${story.unitName}. ${story.field}.${story.authorNames && ` Tác giả: ${story.authorNames}.`}</p>
${cover}
${story.summary && html`<div class="lead">${paragraphs(story.summary)}</div>`}
${part('Trước đây', story.before !== null && paragraphs(story.before))}
${part('Điểm mới', story.newPoint !== null && paragraphs(story.newPoint))}
${part('Biện pháp đã làm', story.measures.length > 0 && html`<ol class="measures">${story.measures.map((measure) => html`<li>${measure}</li>`)}</ol>`)}
${part('Kết quả', story.resultsText !== null && ticks(story.resultsText))}
${story.newPoint === null && !story.summary && html`<p>${unknown(story)}</p>`}
</article>
<aside>
<section class="box"><h2>Vì sao được chọn</h2><p>Sáng kiến được công nhận ${story.levelLabel} và được giới thiệu để đơn vị khác học theo.</p>
${story.decision && html`<p>${story.decision}.</p>`}<p class="quiet">Nguồn: ${story.source}.</p></section>
${mainButton(config, `highlights/${story.slug}`, 'Mở trong Zalo')}
</aside></div>
${others.length > 0 && html`<section class="part" aria-labelledby="khac-ten"><h2 id="khac-ten">Cùng khối</h2><ul class="cards">${others.map((card) => highlightCard(card, profile))}</ul></section>`}
</div>`;
}

const ticks = (text: string): Html =>
  html`<ul class="ticks">${text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => html`<li>${icon('check')}<span>${line}</span></li>`)}</ul>`;

const unknown = (story: Story): string =>
  `Nguồn năm ${story.year} chỉ nêu tên sáng kiến và đơn vị. Khi đơn vị gửi điểm mới, biện pháp và số đo trước sau, nội dung hiện ở đây.`;
