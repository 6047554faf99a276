/** What stays while screens change: title of the document, scroll place, and links opened from outside. */

import { Suspense, useEffect } from 'react';
import { Outlet, ScrollRestoration, useMatches, useNavigate } from 'react-router-dom';
import { usePlatform } from '../platform/context.tsx';
import { Skeleton } from '../ui/states.tsx';

const product = 'Sáng kiến, sáng tạo';

function titleOf(handle: unknown): string {
  const title = typeof handle === 'object' && handle !== null && 'title' in handle ? handle.title : null;
  return typeof title === 'string' ? `${title} · ${product}` : product;
}

export function Shell() {
  const platform = usePlatform();
  const navigate = useNavigate();
  const matches = useMatches();
  const title = titleOf(matches[matches.length - 1]?.handle);

  useEffect(() => {
    document.title = title;
  }, [title]);

  useEffect(() => platform.onOpenPath((path) => navigate(path)), [platform, navigate]);

  return (
    <Suspense fallback={<Skeleton />}>
      <Outlet />
      <ScrollRestoration />
    </Suspense>
  );
}
