/** The addresses of the unit head's screens; their program is loaded when one of them is opened. */

import { lazy } from 'react';

const Queue = lazy(() => import('./queue-screen.tsx'));
const Review = lazy(() => import('./review-screen.tsx'));

export const unitRoutes = [
  { path: 'confirm', title: 'Chờ tôi xác nhận', element: <Queue /> },
  { path: 'confirm/:id', title: 'Xác nhận sáng kiến', element: <Review /> },
];
