/** The frame of every screen of the desk: navigation at the left on a wide screen, band and tab bar on a phone. */

import './desk.css';
import { type FormEventHandler, type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'react-router-dom';
import { Page as ZaloPage } from 'zmp-ui';
import { BandContext } from '../../ui/band-context.ts';
import { Header } from '../../ui/header.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Page } from '../../ui/page.tsx';
import { DeskNav, DeskTabs } from './navigation.tsx';
import { TopBar } from './top-bar.tsx';
import { useFrame } from './wide.ts';

interface Crumb {
  to: string;
  label: string;
}

interface DeskPageProps {
  /** The h1. */
  title: ReactNode;
  /** A long title stands in the content on a phone; its header then says this. */
  short?: ReactNode;
  /** Badge and facts after the title. */
  beside?: ReactNode;
  /** Buttons at the right of the title; below it on a phone. */
  actions?: ReactNode;
  /** Where one came from; absent on the roots of the navigation. */
  crumb?: Crumb;
  /** Navigation as a narrow rail, for pages of three columns. */
  rail?: boolean;
  /** On a phone: `<ActionBar/>` at the thumb. */
  bar?: ReactElement;
  onSubmit?: FormEventHandler<HTMLFormElement>;
  children: ReactNode;
}

export function DeskPage(props: DeskPageProps) {
  const frame = useFrame();
  return frame ? <WideDesk {...props} /> : <PhoneDesk {...props} />;
}

function WideDesk({ title, beside, actions, crumb, rail = false, onSubmit, children }: DeskPageProps) {
  const main = useArrival();
  const content = (
    <>
      {crumb !== undefined && (
        <nav className="desk-crumb" aria-label="Đường dẫn">
          <Link to={crumb.to}>{crumb.label}</Link>
          <Icon name="forward" size="xs" />
        </nav>
      )}
      <div className="desk-title">
        <h1>{title}</h1>
        {beside !== undefined && <div className="desk-beside">{beside}</div>}
        {actions !== undefined && <div className="desk-actions">{actions}</div>}
      </div>
      {children}
    </>
  );
  return (
    <ZaloPage className={rail ? 'desk desk-wide desk-rail' : 'desk desk-wide'} resetScroll={false}>
      <a className="desk-skip" href="#noi-dung">
        Tới nội dung chính
      </a>
      <DeskNav rail={rail} />
      <div className="desk-column">
        <TopBar />
        <main ref={main} id="noi-dung" tabIndex={-1} className="desk-main">
          {onSubmit === undefined ? (
            content
          ) : (
            <form className="desk-form" noValidate onSubmit={onSubmit}>
              {content}
            </form>
          )}
        </main>
      </div>
    </ZaloPage>
  );
}

function PhoneDesk({ title, short, beside, actions, crumb, bar, onSubmit, children }: DeskPageProps) {
  const inContent = short !== undefined;
  return (
    <div className="desk desk-phone">
      <Page
        header={
          <BandContext.Provider value>
            <Header
              back={crumb?.to}
              lead={crumb === undefined ? <Mark onBand /> : undefined}
              heading={!inContent}
            >
              {inContent ? short : title}
            </Header>
          </BandContext.Provider>
        }
        tabs={crumb === undefined ? <DeskTabs /> : undefined}
        bar={bar}
        onSubmit={onSubmit}
      >
        {(inContent || beside !== undefined || actions !== undefined) && (
          <div className="desk-head">
            {inContent && <h1 className="h2">{title}</h1>}
            {beside !== undefined && <div className="desk-beside">{beside}</div>}
            {actions !== undefined && <div className="desk-actions">{actions}</div>}
          </div>
        )}
        {children}
      </Page>
    </div>
  );
}

/** Whoever came from another screen hears the new one; the first keeps the focus where the browser put it. */
function useArrival() {
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    const state: unknown = window.history.state;
    const came = typeof state === 'object' && state !== null && 'idx' in state && Number(state.idx) > 0;
    if (came) main.current?.focus({ preventScroll: true });
  }, []);
  return main;
}
