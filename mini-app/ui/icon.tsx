/** The icon set: drawn on a 24 px grid, 1.75 px line, round ends. Always silent; the word beside it speaks. */

import type { ReactElement } from 'react';

const paths = {
  home: <path d="M4 11.2 12 4.5l8 6.7V19a1.2 1.2 0 0 1-1.2 1.2H15v-5.4H9v5.4H5.2A1.2 1.2 0 0 1 4 19z" />,
  spark: (
    <>
      <circle cx="12" cy="6.3" r="2.6" fill="currentColor" stroke="none" />
      <ellipse cx="12" cy="15.6" rx="4" ry="1.7" />
      <path d="M5 13.6c-1.6.7-2.5 1.5-2.5 2.5 0 2.4 4.3 4.2 9.5 4.2s9.5-1.8 9.5-4.2c0-1-.9-1.8-2.5-2.5" />
    </>
  ),
  folder: (
    <path d="M3.5 7.2A1.7 1.7 0 0 1 5.2 5.5h4l2 2.3h7.6a1.7 1.7 0 0 1 1.7 1.7v7.8a1.7 1.7 0 0 1-1.7 1.7H5.2a1.7 1.7 0 0 1-1.7-1.7z" />
  ),
  bell: (
    <path d="M6.5 10a5.5 5.5 0 0 1 11 0c0 4.6 1.7 6 1.7 6H4.8s1.7-1.4 1.7-6zM10 19.3a2.2 2.2 0 0 0 4 0" />
  ),
  back: <path d="M14.5 5.5 8 12l6.5 6.5" />,
  forward: <path d="m9.5 5.5 6.5 6.5-6.5 6.5" />,
  down: <path d="m5.5 9.5 6.5 6.5 6.5-6.5" />,
  pen: <path d="m4 20 .9-4.2L15.7 5a2.1 2.1 0 0 1 3 0l.3.3a2.1 2.1 0 0 1 0 3L8.2 19.1zM13.7 7l3.3 3.3" />,
  clock: (
    <>
      <circle cx="12" cy="12" r="8.3" />
      <path d="M12 7.5V12l3 2" />
    </>
  ),
  calendar: (
    <>
      <rect x="3.8" y="5.3" width="16.4" height="14.7" rx="2" />
      <path d="M3.8 10h16.4M8.2 3.3v3.6M15.8 3.3v3.6" />
    </>
  ),
  check: <path d="m5 12.7 4.6 4.6L19.3 7.3" />,
  'check-circle': (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="m8.2 12.3 2.7 2.7 5-5.4" />
    </>
  ),
  'cloud-ok': (
    <>
      <path d="M7 18.5a4.2 4.2 0 0 1-.6-8.36 5.8 5.8 0 0 1 11.2 1.06A3.7 3.7 0 0 1 17.3 18.5z" />
      <path d="m9.3 13.7 2 2 3.6-3.9" />
    </>
  ),
  offline: (
    <path d="M9.3 6.3a5.8 5.8 0 0 1 8.3 4.9 3.7 3.7 0 0 1 2.1 6M15.8 18.5H7a4.2 4.2 0 0 1-.6-8.36M4 4l16 16" />
  ),
  device: (
    <>
      <rect x="6.8" y="2.8" width="10.4" height="18.4" rx="2.2" />
      <path d="M10.7 18h2.6" />
    </>
  ),
  warn: (
    <>
      <path d="M12 4.2 21 19.5H3z" />
      <path d="M12 10v4.3M12 17v.1" />
    </>
  ),
  close: <path d="m6 6 12 12M18 6 6 18" />,
  pause: <path d="M9 6v12M15 6v12" />,
  play: <path d="M8 5.5v13l10.5-6.5z" />,
  retry: <path d="M19.5 12a7.5 7.5 0 1 1-2.3-5.4L19.5 9M19.5 4.5V9H15" />,
  camera: (
    <>
      <path d="M4 8.5h3.3L9 6h6l1.7 2.5H20V19H4z" />
      <circle cx="12" cy="13.5" r="3.3" />
    </>
  ),
  file: <path d="M6 3.5h8l4.5 4.5v12.5H6zM13.8 3.7V8.3h4.5" />,
  image: (
    <>
      <rect x="3.5" y="5" width="17" height="14" rx="2" />
      <circle cx="9" cy="10" r="1.6" />
      <path d="m4 17.5 5-4.5 3.3 2.8 3.2-3 4.8 4.5" />
    </>
  ),
  trash: <path d="M5 7h14M9.5 7V4.5h5V7M6.8 7l.8 13h8.8l.8-13M10.3 11v5.5M13.7 11v5.5" />,
  copy: (
    <>
      <rect x="8.5" y="8.5" width="11.5" height="11.5" rx="2" />
      <path d="M15.5 8.5V4H4v11.5h4.5" />
    </>
  ),
  download: <path d="M12 4v11.5M7 11l5 5 5-5M5 20h14" />,
  share: (
    <>
      <circle cx="6.5" cy="12" r="2.5" />
      <circle cx="17" cy="6" r="2.5" />
      <circle cx="17" cy="18" r="2.5" />
      <path d="m8.8 10.9 6-3.7M8.8 13.1l6 3.7" />
    </>
  ),
  search: (
    <>
      <circle cx="11" cy="11" r="6.3" />
      <path d="m15.7 15.7 4.3 4.3" />
    </>
  ),
  filter: <path d="M4 7h16M7 12h10M10 17h4" />,
  user: (
    <>
      <circle cx="12" cy="8.3" r="3.8" />
      <path d="M4.5 20c.6-4 3.6-6 7.5-6s6.9 2 7.5 6" />
    </>
  ),
  users: (
    <>
      <circle cx="9.3" cy="8.5" r="3.3" />
      <path d="M3 19.5c.5-3.6 3-5.4 6.3-5.4s5.8 1.8 6.3 5.4M15.6 5.5a3.3 3.3 0 0 1 0 6M18 14.6c1.7.8 2.7 2.4 3 4.9" />
    </>
  ),
  building: <path d="M4 20.5h16M6 20.5V9.5l6-4.7 6 4.7v11M10 20.5v-4.7h4v4.7M9.5 11.5h.1M14.4 11.5h.1" />,
  stamp: (
    <path d="M9.8 11.8c.7-2-.9-3.2-.9-5.2a3.1 3.1 0 0 1 6.2 0c0 2-1.6 3.2-.9 5.2h2.6a2 2 0 0 1 2 2v2.7H5.2v-2.7a2 2 0 0 1 2-2zM5.5 20h13" />
  ),
  send: <path d="M20.5 3.8 3.8 10.2l6.3 2.9M20.5 3.8l-6.2 16.5-4.2-7.2M20.5 3.8 10.1 13.1" />,
  return: <path d="M9 5 4.5 9.5 9 14M5 9.5h9a5 5 0 0 1 5 5v4" />,
  attach: (
    <path d="m19 11.3-7.2 7.2a4.3 4.3 0 0 1-6.1-6.1l7.7-7.7a2.9 2.9 0 0 1 4.1 4.1l-7.6 7.6a1.4 1.4 0 0 1-2-2l6.9-6.9" />
  ),
  hourglass: (
    <path d="M6.5 3.8h11M6.5 20.2h11M8 3.8c0 4.8 3 5.8 4 8.2 1-2.4 4-3.4 4-8.2M8 20.2c0-4.8 3-5.8 4-8.2 1 2.4 4 3.4 4 8.2" />
  ),
  minus: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M8 12h8" />
    </>
  ),
  city: <path d="M4 20.5h16M6 17v-6M10 17v-6M14 17v-6M18 17v-6M12 3.5 4.5 8.2h15z" />,
  medal: (
    <>
      <circle cx="12" cy="9.3" r="5.5" />
      <path d="m9 14-1.5 6.5 4.5-2.3 4.5 2.3L15 14M12 6.8l.8 1.7 1.8.2-1.3 1.3.3 1.8-1.6-.9-1.6.9.3-1.8-1.3-1.3 1.8-.2z" />
    </>
  ),
  star: <path d="m12 3.8 2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8z" />,
  lock: (
    <>
      <rect x="5" y="10.5" width="14" height="9.5" rx="2" />
      <path d="M8.3 10.5V8a3.7 3.7 0 0 1 7.4 0v2.5" />
    </>
  ),
  shield: (
    <>
      <path d="M12 3.5 19 6v5.5c0 4.4-2.9 7.5-7 9-4.1-1.5-7-4.6-7-9V6z" />
      <path d="m9 12 2.2 2.2L15.2 10" />
    </>
  ),
  hint: <path d="M9.5 17.5c0-2.3-3.3-3.3-3.3-7.3a5.8 5.8 0 0 1 11.6 0c0 4-3.3 5-3.3 7.3zM10 20.5h4" />,
  megaphone: <path d="M4 10v4h3l8.5 4.5v-13L7 10zM18.5 9.5a3.5 3.5 0 0 1 0 5M7.5 14l1.3 5.5h2.4" />,
  info: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 11v5.3M12 7.7v.1" />
    </>
  ),
  chat: <path d="M4 5.5h16v11h-8.5L7 20.2v-3.7H4z" />,
  options: (
    <>
      <path d="M4 8h9M17 8h3M4 16h3M11 16h9" />
      <circle cx="15" cy="8" r="2" />
      <circle cx="9" cy="16" r="2" />
    </>
  ),
  undo: <path d="M5 5v5h5M5.3 10a7.5 7.5 0 1 1-.6 4.5" />,
  clipboard: (
    <>
      <rect x="5" y="4.8" width="14" height="15.7" rx="2" />
      <path d="M9 3.3h6v3.2H9zM8.7 13.3l2.3 2.3 4.3-4.6" />
    </>
  ),
  ban: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="m6 6 12 12" />
    </>
  ),
  eye: (
    <>
      <path d="M2.8 12S6 5.8 12 5.8 21.2 12 21.2 12 18 18.2 12 18.2 2.8 12 2.8 12z" />
      <circle cx="12" cy="12" r="2.7" />
    </>
  ),
  qr: <path d="M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.5v2.5H14zM18 18h2v2h-2zM18 14h2M14 19v1" />,
  book: (
    <path d="M12 6.5c-2-1.3-4.8-1.8-8-1.5v13c3.2-.3 6 .2 8 1.5 2-1.3 4.8-1.8 8-1.5V5c-3.2-.3-6 .2-8 1.5zM12 6.5v13" />
  ),
  flame: (
    <path d="M12 3.5c1 3.5 5.8 5.5 5.8 10.3a5.8 5.8 0 0 1-11.6 0c0-2.3 1.2-3.8 2.3-5 .3 1.8 1 2.6 2 3 .2-3-.2-5.7 1.5-8.3z" />
  ),
} satisfies Record<string, ReactElement>;

export type IconName = keyof typeof paths;

/** `size`: m 24 px alone or in buttons, s 20 px inside text, xs 17 px in badges, l 36 px on covers. */
export function Icon({ name, size = 'm' }: { name: IconName; size?: 'l' | 'm' | 's' | 'xs' }) {
  return (
    <svg className={`icon icon-${size}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {paths[name]}
    </svg>
  );
}
