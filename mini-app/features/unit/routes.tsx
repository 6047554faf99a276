/** The addresses of the unit head's screens; their program is loaded when one of them is opened. */

import { lazy, type ReactElement } from 'react';
import { RoleDoor } from '../../shell/role-door.tsx';

const Queue = lazy(() => import('./queue-screen.tsx'));
const Review = lazy(() => import('./review-screen.tsx'));

const forHeads = (screen: ReactElement) => (
  <RoleDoor
    roles={['unit_head']}
    title="Xác nhận sáng kiến"
    why="Thủ trưởng đơn vị đăng nhập để đọc và xác nhận sáng kiến của đơn vị."
    closed={{
      title: 'Việc này dành cho thủ trưởng đơn vị',
      words: 'Nếu anh/chị là thủ trưởng, lấy mã ở mục Tài khoản rồi đọc cho quản trị để nhận quyền.',
    }}
  >
    {screen}
  </RoleDoor>
);

export const unitRoutes = [
  { path: 'confirm', title: 'Chờ tôi xác nhận', element: forHeads(<Queue />) },
  { path: 'confirm/:id', title: 'Xác nhận sáng kiến', element: forHeads(<Review />) },
];
