// The page (Official Account) as a person sees it: its head, the follow button, and the articles it shows.
import { dayOf, h, icon, mark } from './dom.js';

export function pageView(settings, person, articles, on) {
  const visible = articles.filter((article) => article.status === 'show');
  const hidden = articles.length - visible.length;
  return h(
    'div',
    { class: 'profile' },
    h(
      'div',
      { class: 'cover' },
      h(
        'button',
        { type: 'button', class: 'plain', 'aria-label': 'Về hội thoại', onclick: on.back },
        icon('back'),
      ),
    ),
    h(
      'div',
      { class: 'oa-card' },
      h('span', { class: 'oa-mark big-mark' }, mark()),
      h('b', {}, settings.oaName),
      h('small', {}, 'Cơ quan nhà nước · Đã xác thực'),
    ),
    h(
      'button',
      { type: 'button', class: `follow${person.following ? '' : ' pri'}`, onclick: on.follow },
      person.following ? 'Đang quan tâm' : 'Quan tâm',
    ),
    h('h3', {}, 'Bài viết'),
    visible.length === 0 && h('p', { class: 'none' }, 'Trang chưa có bài nào.'),
    h(
      'ul',
      { class: 'articles' },
      visible.map((article) =>
        h(
          'li',
          {},
          h(
            'button',
            { type: 'button', onclick: () => on.open(article.id) },
            h('b', {}, article.title),
            h('span', {}, article.description),
            h('small', {}, dayOf(article.createdAt)),
          ),
        ),
      ),
    ),
    hidden > 0 && h('p', { class: 'none' }, `${hidden} bài đang ẩn, người ngoài không thấy.`),
  );
}

/** The words of an article; its markup is read, never run. */
function paragraphs(content) {
  const read = new DOMParser().parseFromString(
    content.replace(/<(br|\/p|\/h\d|\/li)[^>]*>/gi, '$&\n'),
    'text/html',
  );
  return read.body.textContent
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => h('p', {}, line));
}

export function articleView(article, back) {
  const parts = article.body.flatMap((item) => {
    if (item.type === 'text') return paragraphs(item.content);
    if (item.type === 'image') {
      return [
        h(
          'figure',
          {},
          h('img', { src: item.url, alt: item.caption ?? '' }),
          item.caption && h('figcaption', {}, item.caption),
        ),
      ];
    }
    return [];
  });
  return h(
    'article',
    { class: 'reading' },
    h(
      'div',
      { class: 'mini-bar' },
      h('button', { type: 'button', class: 'plain', 'aria-label': 'Về trang', onclick: back }, icon('back')),
      h('b', {}, 'Bài viết'),
    ),
    h(
      'div',
      { class: 'text' },
      h('h3', {}, article.title),
      h('small', {}, `${article.author} · ${dayOf(article.createdAt)}`),
      h('p', { class: 'lead' }, article.description),
      parts,
    ),
  );
}
