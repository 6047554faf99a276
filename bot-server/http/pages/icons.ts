/** The icons and the mark, drawn for this product; always beside a word, so hidden from screen readers. */

import { type Html, html, raw } from './html.ts';

const paths = {
  building: '<path d="M4 20.5h16M6 20.5V9.5l6-4.7 6 4.7v11M10 20.5v-4.7h4v4.7M9.5 11.5h.1M14.4 11.5h.1"/>',
  calendar:
    '<rect x="3.8" y="5.3" width="16.4" height="14.7" rx="2"/><path d="M3.8 10h16.4M8.2 3.3v3.6M15.8 3.3v3.6"/>',
  check: '<path d="m5 12.7 4.6 4.6L19.3 7.3"/>',
  clock: '<circle cx="12" cy="12" r="8.3"/><path d="M12 7.5V12l3 2"/>',
  device: '<rect x="6.8" y="2.8" width="10.4" height="18.4" rx="2.2"/><path d="M10.7 18h2.6"/>',
  forward: '<path d="m9.5 5.5 6.5 6.5-6.5 6.5"/>',
  medal:
    '<circle cx="12" cy="9.3" r="5.5"/><path d="m9 14-1.5 6.5 4.5-2.3 4.5 2.3L15 14M12 6.8l.8 1.7 1.8.2-1.3 1.3.3 1.8-1.6-.9-1.6.9.3-1.8-1.3-1.3 1.8-.2z"/>',
  menu: '<path d="M4 7h16M4 12h16M4 17h16"/>',
  school: '<path d="m3 9 9-5 9 5-9 5zM7 11.5V17c3 2 7 2 10 0v-5.5M21 9v6"/>',
  search: '<circle cx="11" cy="11" r="6.3"/><path d="m15.7 15.7 4.3 4.3"/>',
  users:
    '<circle cx="9.3" cy="8.5" r="3.3"/><path d="M3 19.5c.5-3.6 3-5.4 6.3-5.4s5.8 1.8 6.3 5.4M15.6 5.5a3.3 3.3 0 0 1 0 6M18 14.6c1.7.8 2.7 2.4 3 4.9"/>',
} as const;

export type IconName = keyof typeof paths;

export const icon = (name: IconName): Html =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${raw(paths[name])}</svg>`;

/** A spark above the lake, and the water that answers in rings. */
export const mark: Html = raw(
  `<svg class="mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false"><rect class="lake" width="40" height="40" rx="11"/>
<circle class="spark" cx="20" cy="11.3" r="4.3"/><g fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round"><ellipse cx="20" cy="24" rx="6" ry="2.5"/>
<path stroke-opacity=".72" d="M10.3 21.3C8.4 22.3 7.3 23.5 7.3 24.8c0 3.4 5.7 6 12.7 6s12.7-2.6 12.7-6c0-1.3-1.1-2.5-3-3.5"/></g></svg>`,
);

const radii = [40, 85, 135, 190, 250];

/** Rings behind the band of the front page. */
export const bandRings: Html = html`<svg class="band-rings" viewBox="0 0 520 260" preserveAspectRatio="xMaxYMax slice" aria-hidden="true" focusable="false">
${radii.map((rx) => html`<ellipse cx="150" cy="190" rx="${rx}" ry="${Math.round(rx * 0.42)}"/>`)}<circle class="spark" cx="150" cy="112" r="10"/></svg>`;

/** The cover of a story: the spark has fallen, the rings spread. */
export const cover: Html = html`<svg class="cover" viewBox="0 0 720 260" aria-hidden="true" focusable="false">
${[50, 110, 180, 260, 350].map((rx) => html`<ellipse class="ring" cx="360" cy="150" rx="${rx}" ry="${Math.round(rx * 0.42)}"/>`)}
<ellipse class="glow" cx="360" cy="150" rx="22" ry="7"/><circle class="halo" cx="360" cy="62" r="34"/><circle class="spark" cx="360" cy="62" r="20"/></svg>`;
