// What stands in a conversation: bubbles, buttons, pictures, cards, and the days between them.
import { dayOf, h, icon, timeOf } from './dom.js';

function picture(media) {
  const source =
    media.url ?? (media.attachment_id ? `upload/${encodeURIComponent(media.attachment_id)}` : '');
  const image = h('img', { class: 'shot', src: source, alt: 'Ảnh trang gửi', loading: 'lazy' });
  image.addEventListener('error', () => image.replaceWith(h('span', { class: 'shot gone' }, 'Ảnh')));
  return image;
}

function body(said, quoted) {
  const parts = [];
  if (quoted) parts.push(h('blockquote', {}, quoted));
  if (said.kind === 'image' || said.kind === 'gif') parts.push(picture(said.media));
  if (said.kind === 'file') {
    parts.push(h('span', { class: 'attached' }, icon('file'), said.media?.name ?? 'Tệp'));
  }
  if (said.kind === 'sticker') parts.push(h('span', { class: 'attached' }, 'Nhãn dán'));
  const lines = said.text;
  if (
    lines &&
    (said.kind === 'article' || said.kind === 'notification' || said.kind === 'request_user_info')
  ) {
    const [first, ...rest] = lines.split('\n');
    parts.push(h('b', {}, first));
    const below = rest.join('\n') || said.media?.description || said.media?.subtitle || '';
    if (below) parts.push(h('span', { class: 'below' }, below));
  } else if (lines) parts.push(lines);
  return h('div', { class: 'tx' }, parts);
}

const LABELS = {
  article: 'Bài của trang',
  notification: 'Thông báo từ Zalo Mini App',
  template: 'Tin theo mẫu ZBS',
  request_user_info: 'Trang xin thông tin',
};

/** One message; `act` gets the button that was pressed and the message it stands in. */
export function bubble(said, quoted, act) {
  const mine = said.from === 'user';
  const label = LABELS[said.kind];
  const buttons = [...(said.buttons ?? [])];
  if (said.kind === 'article') {
    buttons.push({ title: 'Đọc bài', type: 'article', payload: said.media?.article_id });
  }
  const element = h(
    'article',
    { class: `bubble${mine ? ' mine' : ''}${said.hidden ? ' hidden-query' : ''}`, 'data-id': said.id },
    label && h('span', { class: 'label' }, label),
    body(said, quoted),
    buttons.length > 0 &&
      h(
        'div',
        { class: 'bts' },
        buttons.map((button) =>
          h('button', { type: 'button', onclick: () => act(button, said) }, button.title),
        ),
      ),
  );
  element.title = `${timeOf(said.at)} ${dayOf(said.at)}${said.hidden ? ' · không hiện trong hội thoại thật' : ''}`;
  return element;
}

/** 'Hôm nay 13:30', or the date, between messages more than an hour apart. */
export function dayMark(at, now) {
  const day = dayOf(at) === dayOf(now) ? 'Hôm nay' : dayOf(at).slice(0, 5);
  return h('span', { class: 'day' }, `${day} ${timeOf(at)}`);
}
