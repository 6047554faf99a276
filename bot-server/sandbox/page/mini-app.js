// The mini app inside a telephone: its address for one person, its frame, and a network that can be cut.
import { h, icon } from './dom.js';

/** The address for this person at a path; undefined path = where it starts. */
export function miniAppAddress(settings, person, path = '') {
  const url = new URL(settings.miniAppUrl + path.replace(/^\/+/, ''), location.href);
  url.searchParams.set('sandbox_person', person.appUserId);
  return url.href;
}

/** The path inside the mini app a link leads to, or undefined when it leads elsewhere. */
export function miniAppPath(settings, link) {
  let url;
  try {
    url = new URL(link, location.href);
  } catch {
    return undefined;
  }
  const deep = `/s/${settings.miniAppId}`;
  const rest = (start) => url.pathname.slice(start.length).replace(/^\/+/, '') + url.search + url.hash;
  if (url.hostname === 'zalo.me' && (url.pathname === deep || url.pathname.startsWith(`${deep}/`)))
    return rest(deep);
  const home = new URL(settings.miniAppUrl, location.href);
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname) && url.port === location.port;
  const ours = url.origin === home.origin || loopback;
  return ours && `${url.pathname}/`.startsWith(home.pathname) ? rest(home.pathname) : undefined;
}

/** Cuts the frame off the network, as far as a page can: requests fail, and the frame is told. */
function cutOff(frame, offline) {
  const inside = frame.contentWindow;
  if (!inside) return;
  try {
    if (offline && !inside.keptFetch) {
      inside.keptFetch = inside.fetch;
      inside.keptSend = inside.XMLHttpRequest.prototype.send;
      inside.fetch = () => Promise.reject(new inside.TypeError('Failed to fetch'));
      inside.XMLHttpRequest.prototype.send = function () {
        queueMicrotask(() => this.dispatchEvent(new inside.ProgressEvent('error')));
      };
    } else if (!offline && inside.keptFetch) {
      inside.fetch = inside.keptFetch;
      inside.XMLHttpRequest.prototype.send = inside.keptSend;
      delete inside.keptFetch;
    } else return;
    Object.defineProperty(inside.navigator, 'onLine', { configurable: true, get: () => !offline });
    inside.dispatchEvent(new inside.Event(offline ? 'offline' : 'online'));
  } catch {
    // the frame shows a page of another origin: nothing of ours to cut
  }
}

export function miniAppFrame(settings, close) {
  let frame;
  let cut = false;
  const title = h('b', {}, 'Mini app');
  const bar = h(
    'div',
    { class: 'mini-bar' },
    h(
      'button',
      { type: 'button', class: 'plain', 'aria-label': 'Về hội thoại', onclick: close },
      icon('back'),
    ),
    title,
    h(
      'span',
      { class: 'capsule' },
      icon('dots'),
      h(
        'button',
        { type: 'button', class: 'plain', 'aria-label': 'Đóng mini app', onclick: close },
        icon('cross'),
      ),
    ),
  );
  const element = h('div', { class: 'mini', hidden: true }, bar);
  return {
    element,
    /** Shows the address; an app that is already open stays where it is unless `go` is said. */
    open(address, offline, go) {
      cut = offline;
      if (frame && !go) return;
      frame?.remove();
      frame = h('iframe', {
        src: address,
        title: `Mini app của ${settings.oaName}`,
        allow: 'clipboard-write',
      });
      frame.addEventListener('load', () => {
        if (cut) cutOff(frame, true);
      });
      element.append(frame);
    },
    close() {
      frame?.remove();
      frame = undefined;
    },
    network(offline) {
      cut = offline;
      if (frame) cutOff(frame, offline);
    },
  };
}
