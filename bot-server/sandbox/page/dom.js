// Small helpers to build the page without markup in strings, and to speak with the rehearsal.

const ICONS = {
  check: 'm5 12 5 5 9-10',
  cross: 'm6 6 12 12M18 6 6 18',
  minus: 'M5 12h14',
  plus: 'M12 5v14M5 12h14',
  back: 'm15 6-6 6 6 6',
  down: 'm6 9 6 6 6-6',
  send: 'M4 12 20 5l-5 15-4-6zM11 14l9-9',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17M12 7v5l3 2',
  network: 'M3 9c5-5 13-5 18 0M6 12.5c3.5-3.5 8.5-3.5 12 0M9 16c1.7-1.7 4.3-1.7 6 0M12 19.5v.1',
  talk: 'M4 5h16v11H10l-4 4v-4H4z',
  save: 'M12 4v11m-5-4 5 5 5-5M5 20h14',
  dots: 'M5 12h.1M12 12h.1M19 12h.1',
  file: 'M7 3.5h7l4 4v13H7zM14 3.5v4h4',
  again: 'M5 12a7 7 0 1 0 2.2-5.1M5 4v4h4',
};

/** An element: h('button', { class: 'btn', onclick: go }, 'Gửi'). */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === false || value === null) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'value' || name === 'checked' || name === 'selected') element[name] = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(
    ...children.flat().filter((child) => child !== undefined && child !== null && child !== false),
  );
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'ic');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

/** The page's own mark: ripples on a lake around one spark. */
export function mark() {
  const svg = icon('check');
  svg.replaceChildren();
  const add = (tag, attributes) => {
    const part = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) part.setAttribute(name, value);
    svg.append(part);
  };
  add('circle', { cx: 12, cy: 6.3, r: 2.8, class: 'spark' });
  add('ellipse', { cx: 12, cy: 15.6, rx: 4, ry: 1.7 });
  add('path', {
    d: 'M5 13.6c-1.6.7-2.5 1.5-2.5 2.5 0 2.4 4.3 4.2 9.5 4.2s9.5-1.8 9.5-4.2c0-1-.9-1.8-2.5-2.5',
  });
  return svg;
}

export const byId = (id) => document.getElementById(id);

/** First letters of the last two words, as people here are called. */
export function initials(name) {
  const words = name.split(/\s+/).filter(Boolean).slice(-2);
  return words.map((word) => [...word][0].toLocaleUpperCase('vi')).join('');
}

export function portrait(person) {
  const sum = [...person.oaUserId].reduce((total, letter) => total + letter.codePointAt(0), 0);
  return h('i', { class: `av a${sum % 4}`, 'aria-hidden': 'true' }, initials(person.name));
}

/** Asks the control addresses; a refusal becomes an Error with its Vietnamese sentence. */
export async function ask(path, body, method = body === undefined ? 'GET' : 'POST') {
  const response = await fetch(`control/${path}`, {
    method,
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error ?? 'Diễn tập không trả lời được.');
  return answer;
}

const ZONE = 'Asia/Ho_Chi_Minh';
const clockFormat = new Intl.DateTimeFormat('vi', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });
const secondFormat = new Intl.DateTimeFormat('vi', {
  timeZone: ZONE,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const dayFormat = new Intl.DateTimeFormat('vi', {
  timeZone: ZONE,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});
const weekdayFormat = new Intl.DateTimeFormat('vi', { timeZone: ZONE, weekday: 'long' });

export const timeOf = (at) => clockFormat.format(at);
export const dayOf = (at) => dayFormat.format(at);
export const secondsOf = (at) => `${secondFormat.format(at)}.${String(at % 1000).padStart(3, '0')}`;
export const fullTime = (at) =>
  `${weekdayFormat.format(at).replace(/^T/, 't')}, ${dayOf(at)} ${secondFormat.format(at)}`;

/** '11 giờ', '3 ngày'. */
export function ageWords(ms) {
  const minutes = Math.max(0, Math.round(ms / 60_000));
  if (minutes < 1) return 'vừa xong';
  if (minutes < 60) return `${minutes} phút trước`;
  if (minutes < 48 * 60) return `${Math.round(minutes / 60)} giờ trước`;
  return `${Math.round(minutes / 1440)} ngày trước`;
}
