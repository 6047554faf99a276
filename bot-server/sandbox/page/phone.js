// One telephone: the conversation with the page, the page's own view, and the mini app beside it.

import { bubble, dayMark } from './bubbles.js';
import { ageWords, ask, h, icon, mark, portrait } from './dom.js';
import { miniAppAddress, miniAppFrame } from './mini-app.js';
import { articleView, pageView } from './page-view.js';

const HOUR = 3_600_000;

function standing(person) {
  if (person.windowState === 'free') return ['ok', 'check', '48 giờ: miễn phí'];
  if (person.windowState === 'paid') return ['warn', 'clock', '2–7 ngày: 55 đồng'];
  if (person.windowState === 'closed') return ['mut', 'minus', 'quá 7 ngày'];
  return ['mut', 'cross', 'không nhận được'];
}

/** `page` gives settings, the present time, and `refresh()`; `say` shows a sentence of trouble. */
export function createPhone(first, page) {
  let person = first;
  let view = 'chat';
  let offline = false;
  let lastAt = 0;
  let lastSeq = 0;
  let shown = '';
  let menuShown = '[]';
  const texts = new Map();
  const waiting = [];

  const act = (path, body = {}) =>
    page.run(() => ask(`people/${encodeURIComponent(person.oaUserId)}/${path}`, body));

  const thread = h('div', {
    class: 'thread',
    tabindex: '0',
    role: 'log',
    'aria-label': `Hội thoại của ${person.name}`,
  });
  const input = h('input', {
    class: 'say',
    name: 'text',
    'aria-label': 'Nhắn tin cho trang',
    placeholder: 'Nhắn tin',
    autocomplete: 'off',
    maxlength: '2000',
  });
  const form = h(
    'form',
    {
      class: 'write',
      onsubmit: (event) => {
        event.preventDefault();
        const words = input.value.trim();
        if (words === '' || offline) return;
        input.value = '';
        void act('message', { text: words });
      },
    },
    input,
    h('button', { type: 'submit', class: 'plain', 'aria-label': 'Gửi' }, icon('send')),
  );
  const menu = h('fieldset', { class: 'menu', 'aria-label': 'Menu của trang', hidden: true });
  const head = h(
    'button',
    { type: 'button', class: 'oa-head', title: 'Xem trang', onclick: () => show('page') },
    h('span', { class: 'oa-mark' }, mark()),
    h('span', {}, page.settings.oaName, h('small', {}, 'Tài khoản Chính thức')),
  );
  const cut = h(
    'p',
    { class: 'cut', role: 'status', hidden: true },
    icon('network'),
    'Không có mạng. Tin mới chờ ở Zalo.',
  );
  const chat = h('div', { class: 'chat' }, head, cut, thread, menu, form);
  const frame = miniAppFrame(page.settings, () => show('chat'));
  const other = h('div', { class: 'other', hidden: true });
  const device = h('div', { class: 'device' }, chat, frame.element, other);

  const tabs = ['chat', 'mini', 'page'].map((name) =>
    h(
      'button',
      { type: 'button', 'data-view': name, onclick: () => show(name) },
      { chat: 'Trò chuyện', mini: 'Mini app', page: 'Trang' }[name],
    ),
  );
  const headline = h('div', { class: 'who' });
  const actions = h('div', { class: 'actions' });
  const element = h(
    'section',
    { class: 'phone', 'aria-label': `Điện thoại của ${person.name}` },
    headline,
    h('fieldset', { class: 'seg tabs', 'aria-label': 'Đang xem' }, tabs),
    device,
    actions,
  );

  function show(name, path) {
    view = name;
    chat.hidden = name !== 'chat';
    frame.element.hidden = name !== 'mini';
    other.hidden = name !== 'page';
    if (name === 'mini') frame.open(miniAppAddress(page.settings, person, path), offline, path !== undefined);
    if (name === 'page') void fillPage();
    if (name === 'chat') afterLook();
    update(person, true);
  }

  async function fillPage(articleId) {
    const articles = await page.run(() => ask('articles'), { quiet: true });
    const back = () => void fillPage();
    const one = articles?.find((article) => article.id === articleId);
    other.replaceChildren(
      one
        ? articleView(one, back)
        : pageView(page.settings, person, articles ?? [], {
            follow: () => act(person.following ? 'unfollow' : 'follow').then(() => fillPage()),
            back: () => show('chat'),
            open: (id) => void fillPage(id),
          }),
    );
  }

  async function tap(button, said) {
    if (button.type === 'article') {
      show('page');
      return fillPage(button.payload);
    }
    if (offline) return undefined;
    const answer = await act('tap', { button, messageId: said?.id });
    if (answer?.url) openLink(answer.url);
    else if (answer?.phone) page.say(`Điện thoại sẽ gọi +${answer.phone}.`);
    return undefined;
  }

  function openLink(url) {
    const path = page.miniAppPath(url);
    if (path === undefined) window.open(url, '_blank', 'noopener');
    else show('mini', path);
  }

  function put(said) {
    texts.set(said.id, said.text);
    if (said.at - lastAt > HOUR || lastAt === 0) thread.append(dayMark(said.at, page.now()));
    lastAt = said.at;
    thread.append(bubble(said, texts.get(said.quote), tap));
  }

  /** New messages of this person, in order; one that is already here is not shown twice. */
  function receive(given) {
    const messages = given.filter((said) => said.seq > lastSeq);
    if (messages.length === 0) return;
    if (!offline) lastSeq = messages.at(-1).seq;
    if (offline) {
      waiting.push(...messages.filter((said) => !waiting.some((one) => one.seq === said.seq)));
      return;
    }
    thread.querySelector('.nothing')?.remove();
    for (const said of messages) put(said);
    thread.scrollTop = thread.scrollHeight;
    if (view !== 'chat' && messages.some((said) => said.from === 'oa')) tabs[0].classList.add('fresh');
    afterLook();
  }

  function afterLook() {
    if (view !== 'chat') return;
    tabs[0].classList.remove('fresh');
    thread.scrollTop = thread.scrollHeight;
    if (document.visibilityState === 'visible' && thread.querySelector('.bubble:not(.mine)') && !offline) {
      void ask(`people/${encodeURIComponent(person.oaUserId)}/seen`, {}).catch(() => undefined);
    }
  }

  async function network() {
    offline = !offline;
    await act('network', { online: !offline });
    cut.hidden = !offline;
    frame.network(offline);
    if (!offline) receive(waiting.splice(0));
    update(person, true);
  }

  const small = (label, onclick, more = {}) =>
    h('button', { type: 'button', class: 'btn sm', onclick, ...more }, label);

  function buttons() {
    const wifi = h(
      'button',
      {
        type: 'button',
        class: `btn sm${offline ? ' pri' : ''}`,
        'aria-pressed': String(offline),
        title: offline ? 'Có mạng lại' : 'Mất mạng',
        'aria-label': 'Mất mạng',
        onclick: network,
      },
      icon('network'),
      offline && 'Có mạng lại',
    );
    if (view === 'mini') {
      return [
        wifi,
        small('Mở lại từ đầu', () => frame.open(miniAppAddress(page.settings, person, ''), offline, true)),
        small('Tắt mini app', () => {
          frame.close();
          show('chat');
        }),
      ];
    }
    if (!person.following) {
      const follow = h(
        'button',
        { type: 'button', class: 'btn sm pri', onclick: () => act('follow') },
        icon('plus'),
        'Quan tâm',
      );
      return [
        follow,
        small('Nhắn “chào”', () => act('message', { text: 'chào' })),
        offline ? undefined : small('Mở mini app', () => show('mini')),
        wifi,
      ];
    }
    return [
      small('Già đi 2 ngày', () => act('age', { hours: 48 })),
      small('8 ngày', () => act('age', { hours: 192 }), {
        title: 'Già đi 8 ngày',
        'aria-label': 'Già đi 8 ngày',
      }),
      offline ? undefined : small('Bỏ quan tâm', () => act('unfollow')),
      wifi,
    ];
  }

  /** What the page has put below the conversation; nothing until it has. */
  function showMenu(items) {
    const words = JSON.stringify(items);
    if (words === menuShown) return;
    menuShown = words;
    menu.hidden = items.length === 0;
    menu.replaceChildren(
      ...items.map((item) => h('button', { type: 'button', onclick: () => tap(item) }, item.title)),
    );
  }

  function headlineParts() {
    const [tone, sign, words] = standing(person);
    const last = person.lastInteractionAt && ageWords(page.now() - Date.parse(person.lastInteractionAt));
    const follow = person.following ? (last ? `nhắn ${last}` : 'chưa nhắn trang') : 'chưa quan tâm';
    const who = person.note.split(',')[0];
    return [
      portrait(person),
      h('div', { class: 'grow' }, h('b', {}, person.name), h('small', {}, `${who} · ${follow}`)),
      h('span', { class: `pill ${tone}` }, icon(sign), words),
    ];
  }

  /** The person as Zalo sees them now. */
  function update(next, force = false) {
    const words = JSON.stringify([next, view, offline, Math.floor(page.now() / 60_000)]);
    if (words === shown && !force) return;
    shown = words;
    person = next;
    headline.replaceChildren(...headlineParts());
    actions.replaceChildren(...buttons().filter(Boolean));
    for (const tab of tabs) tab.setAttribute('aria-pressed', String(tab.dataset.view === view));
    input.placeholder = person.lastInteractionAt ? 'Nhắn tin' : 'Nhắn tin để bắt đầu';
    input.disabled = offline;
    if (!thread.querySelector('.bubble')) thread.replaceChildren(nothingYet());
  }

  function nothingYet() {
    return h(
      'div',
      { class: 'nothing' },
      h('span', { class: 'day' }, 'Chưa có hội thoại'),
      icon('talk'),
      person.following
        ? h('p', {}, 'Đã quan tâm trang, chưa nhắn gì.')
        : h(
            'p',
            {},
            'Chưa quan tâm trang. Máy chủ thấy người này ',
            h('b', {}, 'chưa có kênh Zalo'),
            ', nên vào danh sách gọi điện.',
          ),
    );
  }

  show('chat');
  return {
    element,
    id: person.oaUserId,
    update,
    receive,
    showMenu,
    openMiniApp: (path) => show('mini', path),
  };
}
