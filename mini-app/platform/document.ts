/** Sets up the page around the app. Zalo's own page replaces our index.html, so language, title and viewport come from here. */

const viewport = 'width=device-width, initial-scale=1, viewport-fit=cover';

/** Returns the element to mount in. */
export function prepareDocument(): HTMLElement {
  document.documentElement.lang = 'vi';
  let meta = document.querySelector<HTMLMetaElement>('meta[name="viewport"]');
  if (meta === null) {
    meta = document.createElement('meta');
    meta.name = 'viewport';
    document.head.append(meta);
  }
  // A page that forbids zooming shuts out people with weak eyes.
  if (meta.content !== viewport) meta.content = viewport;

  const existing = document.getElementById('app');
  if (existing !== null) return existing;
  const made = document.createElement('div');
  made.id = 'app';
  document.body.append(made);
  return made;
}

/** Whether this browser has the parts we cannot do without (see the build target in vite.config.ts). */
export const isNewEnough = (): boolean =>
  typeof HTMLDialogElement === 'function' && typeof ResizeObserver === 'function';

/** Said in place of the app, with the way to the pages that need no JavaScript. */
export function sayTooOld(mount: HTMLElement, lightPages: string): void {
  const text = document.createElement('p');
  text.style.cssText = 'padding:1.5rem 1rem;font:1.0625rem/1.6 sans-serif';
  text.append('Máy này chưa mở được ứng dụng vì trình duyệt đã cũ. ');
  const link = document.createElement('a');
  link.href = lightPages;
  link.append('Xem các trang bản nhẹ');
  text.append(link);
  mount.replaceChildren(text);
}
