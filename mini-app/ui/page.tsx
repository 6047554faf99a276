/** The frame of every screen: header, content in `main`, and at the bottom either the tab bar or the action bar. */

import { type FormEventHandler, type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { Page as ZaloPage } from 'zmp-ui';
import { BandContext } from './band-context.ts';
import { BandRings } from './rings.tsx';
import { useWide } from './wide.ts';

interface PageProps {
  header: ReactElement;
  /** The blue band below the header: home and confirmation only. */
  band?: ReactNode;
  /** The rings of the band open once (confirmation). */
  opening?: boolean;
  /** `<TabBar/>`, on root screens only; never together with `bar`. */
  tabs?: ReactElement;
  /** `<ActionBar/>`, on inner screens. */
  bar?: ReactElement;
  /** Makes content and bar one form. Checking is ours, not the browser's. */
  onSubmit?: FormEventHandler<HTMLFormElement>;
  children: ReactNode;
}

// The first screen keeps the focus where the browser put it; every later one announces itself.
let opened = false;

export function Page({ header, band, opening = false, tabs, bar, onSubmit, children }: PageProps) {
  const wide = useWide();
  const main = useRef<HTMLElement>(null);
  const hasBand = band !== undefined;

  useEffect(() => {
    if (opened) main.current?.focus({ preventScroll: true });
    opened = true;
  }, []);

  const body = (
    <>
      <div className="content">{children}</div>
      {bar}
    </>
  );
  return (
    <BandContext.Provider value={hasBand}>
      <ZaloPage className="page" resetScroll={false}>
        {header}
        {wide && tabs}
        <main ref={main} tabIndex={-1}>
          {hasBand && (
            <div className="band">
              <BandRings opening={opening} />
              <div className="band-content">{band}</div>
            </div>
          )}
          {onSubmit === undefined ? (
            <div className="body">{body}</div>
          ) : (
            <form className="body" noValidate onSubmit={onSubmit}>
              {body}
            </form>
          )}
        </main>
        {!wide && tabs}
      </ZaloPage>
    </BandContext.Provider>
  );
}

interface ActionBarProps {
  /** One line above the button. */
  note?: ReactNode;
  /** `<SavedLine/>`, while writing. */
  saved?: ReactElement;
  /** The main button and at most one text button; or with `pair` two buttons that end the same task, main one right. */
  children: ReactNode;
  /** `icon`: a square icon button beside the main one. */
  pair?: boolean | 'icon';
}

export function ActionBar({ note, saved, children, pair = false }: ActionBarProps) {
  return (
    <div className="bar">
      {note !== undefined && <p className="bar-note">{note}</p>}
      {saved !== undefined && <div className="bar-saved">{saved}</div>}
      {pair === false ? (
        children
      ) : (
        <div className={pair === 'icon' ? 'pair pair-icon' : 'pair'}>{children}</div>
      )}
    </div>
  );
}

interface SectionProps {
  title: ReactNode;
  /** A link beside the heading, such as "Xem tất cả". */
  more?: ReactElement;
  children: ReactNode;
}

/** A part of a screen under its own h2. */
export function Section({ title, more, children }: SectionProps) {
  return (
    <section className="section">
      <div className="section-head">
        <h2>{title}</h2>
        {more}
      </div>
      {children}
    </section>
  );
}
