// The rehearsal's page: people on the left, telephones in the middle, the log below, all asked for once a second.
import { ask, byId, fullTime, h, icon, portrait } from './dom.js';
import { createKnobs } from './knobs.js';
import { createLog } from './log.js';
import { miniAppPath } from './mini-app.js';
import { createPhone } from './phone.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const EVERY_MS = 900;
const VIETNAM = 7 * HOUR;

const page = {
  settings: await (await fetch('settings')).json(),
  now: () => Date.now() + offset,
  say,
  run,
  miniAppPath: (link) => miniAppPath(page.settings, link),
};
let offset = 0;
let cursor = 0;
let people = [];
let chosen = JSON.parse(sessionStorage.getItem('rehearsal-phones') ?? 'null');
let underWay;
const phones = new Map();
const knobs = createKnobs(page);
const log = createLog(page);

/** Does something that may fail, says so if it does, and looks again at once. */
async function run(work, { quiet = false } = {}) {
  try {
    const answer = await work();
    if (!quiet) await look();
    return answer;
  } catch (cause) {
    say(cause.message);
    return undefined;
  }
}

let sayTimer;
function say(words) {
  const line = byId('trouble');
  line.textContent = words;
  line.hidden = false;
  clearTimeout(sayTimer);
  sayTimer = setTimeout(() => {
    line.hidden = true;
  }, 6000);
}

const room = () => (innerWidth >= 1240 ? 3 : innerWidth >= 940 ? 2 : 1);

function choose(id) {
  const open = chosen.includes(id);
  if (room() === 1) chosen = [id];
  else chosen = open ? chosen.filter((one) => one !== id) : [...chosen, id].slice(-room());
  sessionStorage.setItem('rehearsal-phones', JSON.stringify(chosen));
  void place();
}

/** Opens and closes telephones so that the chosen people have one, with their whole conversation. */
async function place() {
  const ids = people.map((person) => person.oaUserId);
  chosen ??= ids.slice(0, 3);
  const shown = ids.filter((id) => chosen.includes(id)).slice(0, room());
  for (const [id, phone] of phones) {
    if (shown.includes(id)) continue;
    phone.element.remove();
    phones.delete(id);
  }
  for (const id of shown) {
    if (phones.has(id)) continue;
    const phone = createPhone(
      people.find((person) => person.oaUserId === id),
      page,
    );
    phones.set(id, phone);
    // only the new one is put in: a frame that is moved in the document would load anew
    const after = shown.slice(shown.indexOf(id) + 1).map((next) => phones.get(next)?.element);
    byId('phones').insertBefore(phone.element, after.find(Boolean) ?? null);
    phone.receive((await ask(`people/${encodeURIComponent(id)}/thread`)).messages);
  }
  drawPeople();
}

function drawPeople() {
  const rows = people.map((person) => {
    const on = phones.has(person.oaUserId);
    const box = h('input', {
      type: 'checkbox',
      checked: on,
      'aria-label': `Hiện điện thoại của ${person.name}`,
      onchange: () => choose(person.oaUserId),
    });
    return h(
      'li',
      {},
      h(
        'label',
        { class: on ? 'on' : '' },
        box,
        portrait(person),
        h(
          'span',
          {},
          h('b', {}, person.name),
          h('small', { class: 'el', title: person.note }, person.note.replace('phường ', '')),
        ),
      ),
    );
  });
  byId('people').replaceChildren(...rows);
}

async function look() {
  // one look at a time; a look asked for meanwhile is a new one afterwards
  while (underWay) await underWay;
  underWay = lookOnce().finally(() => {
    underWay = undefined;
  });
  return underWay;
}

async function lookOnce() {
  const ids = [...phones.keys()];
  const view = await ask(
    `view?people=${ids.map(encodeURIComponent).join(',')}&since=${cursor}&log=${log.lastSeq()}`,
  );
  offset = view.offsetMs;
  cursor = view.cursor;
  byId('back').hidden = Math.abs(offset) < 1000;
  const changed =
    JSON.stringify(view.people.map((one) => one.oaUserId)) !==
    JSON.stringify(people.map((one) => one.oaUserId));
  people = view.people;
  if (changed) await place();
  for (const person of people) phones.get(person.oaUserId)?.update(person);
  for (const id of ids) phones.get(id)?.receive(view.messages.filter((said) => said.user === id));
  log.receive(view.log, people);
  for (const phone of phones.values()) phone.showMenu(view.menu);
  knobs.show(view.faults);
}

function tick() {
  byId('clock').textContent = fullTime(page.now());
}

function setUpTime() {
  const move = (words, body, more = {}) =>
    h('button', { type: 'button', onclick: () => run(() => ask('clock', body())), ...more }, words);
  const evening = () => {
    const now = page.now();
    const today = Math.floor((now + VIETNAM) / DAY) * DAY - VIETNAM + 22.5 * HOUR;
    return { set: new Date(today > now ? today : today + DAY).toISOString() };
  };
  byId('time').append(
    move('−1 giờ', () => ({ addMs: -HOUR })),
    move('+1 giờ', () => ({ addMs: HOUR })),
    move('Tới 22:30', evening),
    move('+2 ngày', () => ({ addMs: 2 * DAY })),
    move('+8 ngày', () => ({ addMs: 8 * DAY })),
    move('Về giờ thật', () => ({ offsetMs: 0 }), { id: 'back', hidden: true }),
  );
}

function setUpNewPerson() {
  const dialog = byId('new-person');
  const form = dialog.querySelector('form');
  byId('add-person').append(icon('plus'), 'Thêm người quan tâm');
  byId('add-person').addEventListener('click', () => {
    form.reset();
    dialog.showModal();
  });
  byId('new-person-close').addEventListener('click', () => dialog.close());
  form.addEventListener('submit', () => {
    const { name, note, following } = Object.fromEntries(new FormData(form));
    run(async () => {
      const person = await ask('people', { name, note });
      if (following === 'on') await ask(`people/${person.oaUserId}/follow`, {});
    });
  });
}

setUpTime();
setUpNewPerson();
tick();
setInterval(tick, 500);
addEventListener('resize', () => void place());
await run(() => Promise.resolve());
setInterval(() => {
  if (document.visibilityState === 'visible' && !underWay) void run(() => Promise.resolve());
}, EVERY_MS);
