// The log below: every call and webhook with its outcome; a row opens to show the bodies.
import { ask, byId, h, icon, secondsOf } from './dom.js';

const FILTERS = [
  ['all', 'Tất cả', () => true],
  ['call', 'Gọi ra', (entry) => entry.way === 'call'],
  ['webhook', 'Webhook', (entry) => entry.way === 'webhook'],
  ['bad', 'Lỗi', (entry) => !entry.ok],
];
const KEPT = 500;
const SHOWN = 200;

export function createLog(page) {
  let entries = [];
  let filter = 'all';
  let person = '';
  let open;
  const names = new Map();
  const body = byId('log');
  const picker = byId('log-person');
  const filters = FILTERS.map(([name, words]) => {
    const count = h('span', {});
    const button = h('button', { type: 'button', onclick: () => choose(name) }, `${words} `, count);
    return { name, button, count };
  });
  byId('log-filter').append(...filters.map((one) => one.button));
  byId('log-clear').addEventListener('click', () =>
    page.run(async () => {
      await ask('log', undefined, 'DELETE');
      entries = [];
      render();
    }),
  );
  byId('snapshot').append(icon('save'), 'Chụp trạng thái');
  byId('snapshot').addEventListener('click', () => page.run(snapshot));
  picker.addEventListener('change', () => {
    person = picker.value;
    render();
  });

  function choose(name) {
    filter = name;
    render();
  }

  async function snapshot() {
    const state = { view: await ask('view'), ledger: await ask('ledger'), log: entries };
    const link = h('a', {
      href: URL.createObjectURL(new Blob([JSON.stringify(state, null, 2)], { type: 'application/json' })),
      download: `dien-tap-${new Date(page.now()).toISOString().slice(0, 19).replaceAll(':', '')}.json`,
    });
    link.click();
    URL.revokeObjectURL(link.href);
  }

  const shortName = (id) => (names.get(id) ?? id).split(' ').pop();

  function pill(entry) {
    const repeated = entry.way === 'webhook' && entry.what.includes('(');
    const tone = entry.ok ? (repeated ? 'mut' : 'ok') : 'bad';
    const sign = entry.ok ? (repeated ? 'minus' : 'check') : 'cross';
    const words = entry.way === 'webhook' ? `${entry.result} · ${entry.ms} ms` : entry.result;
    return h('span', { class: `pill ${tone}` }, icon(sign), h('span', { class: 'el' }, words));
  }

  function row(entry) {
    const shown = open === entry.seq;
    const toggle = () => {
      open = shown ? undefined : entry.seq;
      render();
    };
    const more = h(
      'button',
      {
        type: 'button',
        class: 'peek el',
        'aria-expanded': String(shown),
        title: 'Xem cả nội dung',
        onclick: toggle,
      },
      entry.request || entry.answer || '—',
    );
    const line = h(
      'tr',
      {},
      h('td', { class: 'mono' }, secondsOf(entry.at)),
      h('td', { class: 'nw' }, entry.way === 'call' ? '← gọi' : '→ webhook'),
      h('td', { class: 'mono el' }, entry.what),
      h('td', { class: 'el' }, entry.user ? shortName(entry.user) : ''),
      h('td', {}, pill(entry)),
      h('td', {}, more),
    );
    if (!shown) return [line];
    const part = (title, text) =>
      text && h('div', {}, h('b', {}, title), h('pre', { tabindex: '0' }, pretty(text)));
    const detail = h(
      'td',
      { colspan: '6' },
      part(entry.way === 'call' ? 'Gọi tới' : 'Gửi đi', entry.request),
      part('Trả lời', entry.answer),
    );
    return [line, h('tr', { class: 'detail' }, detail)];
  }

  function pretty(text) {
    try {
      return JSON.stringify(JSON.parse(text), null, 2);
    } catch {
      return text;
    }
  }

  function render() {
    const mine = entries.filter((entry) => person === '' || entry.user === person);
    for (const [index, [name, , test]] of FILTERS.entries()) {
      const { button, count } = filters[index];
      count.textContent = String(mine.filter(test).length);
      button.setAttribute('aria-pressed', String(name === filter));
    }
    const test = FILTERS.find(([name]) => name === filter)[2];
    const rows = mine.filter(test).slice(-SHOWN).reverse();
    const focused = document.activeElement?.closest?.('#log tr')?.rowIndex;
    body.replaceChildren(...rows.flatMap(row));
    if (focused !== undefined) body.parentElement.rows[focused]?.querySelector('.peek')?.focus();
    byId('log-empty').hidden = rows.length > 0;
  }

  return {
    lastSeq: () => entries.at(-1)?.seq ?? 0,
    receive(fresh, people) {
      const known = people.length !== names.size;
      for (const one of people) names.set(one.oaUserId, one.name);
      if (known) {
        const options = people.map((one) => h('option', { value: one.oaUserId }, one.name));
        picker.replaceChildren(h('option', { value: '' }, 'Người: tất cả'), ...options);
        picker.value = person;
      }
      if (fresh.length === 0 && !known) return;
      entries = [...entries, ...fresh].slice(-KEPT);
      render();
    },
  };
}
