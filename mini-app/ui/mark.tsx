/** The product's sign: a warm spark above a lake that answers in rings. */

/** `onBand`: white rings straight on the blue band; otherwise on its own square of lake blue. */
export function Mark({ onBand = false }: { onBand?: boolean }) {
  return onBand ? (
    <svg className="mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <circle cx="20" cy="9.5" r="4.8" fill="var(--sk-spark)" />
      <g fill="none" stroke="#fff" strokeWidth="2.2" strokeLinecap="round">
        <ellipse cx="20" cy="23.5" rx="7" ry="2.9" />
        <path
          d="M8.7 20.4C6.5 21.6 5.2 23 5.2 24.5c0 3.9 6.6 7 14.8 7s14.8-3.1 14.8-7c0-1.5-1.3-2.9-3.5-4.1"
          opacity=".7"
        />
      </g>
    </svg>
  ) : (
    <svg className="mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <rect width="40" height="40" rx="11" fill="var(--sk-hero)" />
      <circle cx="20" cy="11.3" r="4.3" fill="var(--sk-spark)" />
      <g fill="none" stroke="#fff" strokeWidth="2" strokeLinecap="round">
        <ellipse cx="20" cy="24" rx="6" ry="2.5" />
        <path
          d="M10.3 21.3C8.4 22.3 7.3 23.5 7.3 24.8c0 3.4 5.7 6 12.7 6s12.7-2.6 12.7-6c0-1.3-1.1-2.5-3-3.5"
          opacity=".72"
        />
      </g>
    </svg>
  );
}
