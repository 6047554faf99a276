/** The addresses of the secretariat's desk; its program is loaded when one of them is opened. */

import { lazy } from 'react';

const Today = lazy(() => import('./today-screen.tsx'));
const More = lazy(() => import('./more-screen.tsx'));
const Dossiers = lazy(() => import('./dossiers-screen.tsx'));
const Dossier = lazy(() => import('./dossier-screen.tsx'));
const Rounds = lazy(() => import('./rounds-screen.tsx'));
const Round = lazy(() => import('./round-screen.tsx'));
const Announcements = lazy(() => import('./announcements-screen.tsx'));
const Announcement = lazy(() => import('./announcement-screen.tsx'));
const People = lazy(() => import('./people-screen.tsx'));
const Zalo = lazy(() => import('./zalo-screen.tsx'));

export const deskRoutes = [
  { path: 'desk', title: 'Việc cần làm hôm nay', element: <Today /> },
  { path: 'desk/more', title: 'Việc khác', element: <More /> },
  { path: 'desk/initiatives', title: 'Hồ sơ', element: <Dossiers /> },
  { path: 'desk/initiatives/:id', title: 'Một hồ sơ', element: <Dossier /> },
  { path: 'desk/rounds', title: 'Đợt xét', element: <Rounds /> },
  { path: 'desk/rounds/:id', title: 'Một đợt xét', element: <Round /> },
  { path: 'desk/announcements', title: 'Thông báo', element: <Announcements /> },
  // The same element as below, so that the one who writes goes on writing when the draft gets its address.
  { path: 'desk/announcements/new', title: 'Soạn thông báo', element: <Announcement /> },
  { path: 'desk/announcements/:id', title: 'Thông báo', element: <Announcement /> },
  { path: 'desk/people', title: 'Con người và quyền', element: <People /> },
  { path: 'desk/zalo', title: 'Kết nối Zalo', element: <Zalo /> },
];
