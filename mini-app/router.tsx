/** The addresses of the app in one table. A route's title becomes the document's title when it opens. */

import { lazy } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router-dom';
import { deskRoutes } from './features/desk/routes.tsx';
import { HomeScreen } from './features/home/home-screen.tsx';
import { unitRoutes } from './features/unit/routes.tsx';
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

/** Only the first screen comes with the first visit; every other part is loaded when it is opened. */
const Campaign = lazy(() => import('./features/campaign/campaign-screen.tsx'));
const Highlights = lazy(() => import('./features/highlights/highlights-screen.tsx'));
const Story = lazy(() => import('./features/highlights/story-screen.tsx'));
const NewDraft = lazy(() => import('./features/initiatives/new-draft.tsx'));
const Write = lazy(() => import('./features/initiatives/write-screen.tsx'));
const Mine = lazy(() => import('./features/initiatives/mine-screen.tsx'));
const Dossier = lazy(() => import('./features/initiatives/dossier-screen.tsx'));
const Supplement = lazy(() => import('./features/initiatives/supplement-screen.tsx'));
const Notices = lazy(() => import('./features/notices/notices-screen.tsx'));
const Account = lazy(() => import('./features/account/account-screen.tsx'));
const SignIn = lazy(() => import('./features/account/sign-in-screen.tsx'));

const screens: Screen[] = [
  { path: '', title: 'Trang chủ', element: <HomeScreen /> },
  { path: 'campaign', title: 'Phong trào', element: <Campaign /> },
  { path: 'campaign/:id', title: 'Phong trào', element: <Campaign /> },
  { path: 'write', title: 'Viết sáng kiến', element: <NewDraft /> },
  { path: 'write/:id/:step', title: 'Viết sáng kiến', element: <Write /> },
  { path: 'initiatives', title: 'Hồ sơ của tôi', element: <Mine /> },
  { path: 'initiatives/:id', title: 'Hồ sơ', element: <Dossier /> },
  { path: 'initiatives/:id/supplement', title: 'Bổ sung hồ sơ', element: <Supplement /> },
  { path: 'highlights', title: 'Sáng kiến tiêu biểu', element: <Highlights /> },
  { path: 'highlights/:slug', title: 'Sáng kiến tiêu biểu', element: <Story /> },
  { path: 'notices', title: 'Thông báo', element: <Notices /> },
  { path: 'account', title: 'Tài khoản', element: <Account /> },
  { path: 'sign-in', title: 'Đăng nhập', element: <SignIn /> },
  ...unitRoutes,
  ...deskRoutes,
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
