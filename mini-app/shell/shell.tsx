/** What stays while screens change: the rehearsal's mark, title of the document, scroll place, links opened from outside. */

import { Suspense, useEffect } from 'react';
import { Outlet, ScrollRestoration, useMatches, useNavigate } from 'react-router-dom';
import { usePlatform } from '../platform/context.tsx';
import { Header } from '../ui/header.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/states.tsx';
import { RehearsalBar } from './rehearsal-bar.tsx';

const product = 'Sáng kiến, sáng tạo';

function titleOf(handle: unknown): string {
  const title = typeof handle === 'object' && handle !== null && 'title' in handle ? handle.title : null;
  return typeof title === 'string' ? title : product;
}

/** While the program of a screen is being loaded. */
const ScreenOnItsWay = ({ title }: { title: string }) => (
  <Page header={<Header back="/">{title}</Header>}>
    <Skeleton />
  </Page>
);

export function Shell() {
  const platform = usePlatform();
  const navigate = useNavigate();
  const matches = useMatches();
  const title = titleOf(matches[matches.length - 1]?.handle);

  useEffect(() => {
    document.title = title === product ? product : `${title} · ${product}`;
  }, [title]);

  useEffect(() => platform.onOpenPath((path) => navigate(path)), [platform, navigate]);

  return (
    <div className="shell">
      <RehearsalBar />
      <Suspense fallback={<ScreenOnItsWay title={title} />}>
        <Outlet />
        <ScrollRestoration />
      </Suspense>
    </div>
  );
}
