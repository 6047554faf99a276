/** Rings on the lake: the large ones behind a band, small ones on covers, and the picture of an empty screen. */

import { Icon, type IconName } from './icon.tsx';
import type { Tone } from './tone.ts';

/** How flat the rings lie on the water. */
const flat = 0.42;

function Ellipses({ cx, cy, radii, fade }: { cx: number; cy: number; radii: number[]; fade: number }) {
  return radii.map((rx, index) => (
    <ellipse key={rx} cx={cx} cy={cy} rx={rx} ry={rx * flat} opacity={1 - index * fade} />
  ));
}

function Spark({ cx, cy, r }: { cx: number; cy: number; r: number }) {
  return (
    <g fill="var(--sk-spark)" stroke="none">
      <circle cx={cx} cy={cy} r={r * 1.9} opacity=".16" />
      <circle cx={cx} cy={cy} r={r} />
    </g>
  );
}

/** Behind the text of a band. `opening`: the rings open once, on the confirmation only. */
export function BandRings({ opening = false }: { opening?: boolean }) {
  return (
    <svg
      className={opening ? 'band-rings rings-opening' : 'band-rings'}
      viewBox="0 0 480 320"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      aria-hidden="true"
      focusable="false"
    >
      <Ellipses cx={240} cy={170} radii={[28, 62, 104, 154, 212, 236]} fade={0.1} />
      <Spark cx={240} cy={106} r={9} />
    </svg>
  );
}

/** The picture of an empty screen: spark and rings, or an icon instead of the spark. */
export function RingPicture({ icon }: { icon?: IconName }) {
  return (
    <span className="ring-picture" aria-hidden="true">
      <svg viewBox="0 0 240 150" aria-hidden="true" focusable="false">
        <g fill="none" stroke="var(--sk-primary)" strokeWidth="1.5" opacity=".28">
          {[30, 62, 92, 116].map((rx) => (
            <ellipse key={rx} cx="120" cy="108" rx={rx} ry={rx * 0.3} />
          ))}
        </g>
        {icon === undefined && (
          <g fill="var(--sk-spark)">
            <ellipse cx="120" cy="108" rx="12" ry="3.6" opacity=".45" />
            <circle cx="120" cy="64" r="12" />
          </g>
        )}
      </svg>
      {icon !== undefined && <Icon name={icon} size="l" />}
    </span>
  );
}

/** Cover of a highlight without a picture: the field's icon on rings in the field's tone. `small`: 64 px in lists. */
export function Cover({ icon, tone, small = false }: { icon: IconName; tone: Tone; small?: boolean }) {
  return (
    <span className={`cover tone-${tone}${small ? ' cover-small' : ''}`} aria-hidden="true">
      <svg
        className="cover-rings"
        viewBox="0 0 200 120"
        preserveAspectRatio="xMidYMid slice"
        aria-hidden="true"
        focusable="false"
      >
        <Ellipses cx={100} cy={72} radii={[22, 46, 74, 106, 142]} fade={0} />
      </svg>
      <Icon name={icon} size={small ? 'm' : 'l'} />
    </span>
  );
}
