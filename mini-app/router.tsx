/** The addresses of the app in one table. A route's title becomes the document's title when it opens. */

import { createBrowserRouter, type RouteObject } from 'react-router-dom';
import { HomeScreen } from './features/home/home-screen.tsx';
import { basenameOf } from './platform/detect.ts';
import { NotFoundScreen } from './shell/not-found-screen.tsx';
import { ScreenFailed } from './shell/screen-failed.tsx';
import { Shell } from './shell/shell.tsx';

interface Screen {
  /** Below the basename, without a leading slash; empty for the start. */
  path: string;
  title: string;
  element: React.ReactElement;
}

/** A part that few people need is loaded when it is opened: `const Desk = lazy(() => import('./features/desk/desk.tsx'))`. */
const screens: Screen[] = [
  { path: '', title: 'Trang chủ', element: <HomeScreen /> },
  { path: '*', title: 'Không tìm thấy trang', element: <NotFoundScreen /> },
];

const routes: RouteObject[] = [
  {
    element: <Shell />,
    errorElement: <ScreenFailed />,
    children: screens.map(({ path, title, element }) => ({
      path,
      element,
      handle: { title },
      errorElement: <ScreenFailed />,
    })),
  },
];

export const router = createBrowserRouter(routes, {
  basename: basenameOf(window.location),
  future: {
    v7_relativeSplatPath: true,
    v7_fetcherPersist: true,
    v7_normalizeFormMethod: true,
    v7_partialHydration: true,
    v7_skipActionErrorRevalidation: true,
  },
});
