/** The addresses of the secretariat's desk; its program is loaded when one of them is opened. */

import { lazy, type ReactElement } from 'react';
import { RoleDoor } from '../../shell/role-door.tsx';

const Today = lazy(() => import('./today-screen.tsx'));
const More = lazy(() => import('./more-screen.tsx'));
const Dossiers = lazy(() => import('./dossiers-screen.tsx'));
const Dossier = lazy(() => import('./dossier-screen.tsx'));
const Rounds = lazy(() => import('./rounds-screen.tsx'));
const Round = lazy(() => import('./round-screen.tsx'));
const Announcements = lazy(() => import('./announcements-screen.tsx'));
const Announcement = lazy(() => import('./announcement-screen.tsx'));
const Tickets = lazy(() => import('./tickets-screen.tsx'));
const Ticket = lazy(() => import('./ticket-screen.tsx'));
const People = lazy(() => import('./people-screen.tsx'));
const Zalo = lazy(() => import('./zalo-screen.tsx'));

const atDesk = (screen: ReactElement) => (
  <RoleDoor
    roles={['secretariat', 'admin']}
    title="Bàn làm việc"
    why="Cơ quan Thường trực đăng nhập để xem hồ sơ, gửi thông báo và ghi kết quả."
    closed={{
      title: 'Bàn làm việc dành cho cơ quan Thường trực',
      words:
        'Nếu anh/chị làm ở cơ quan Thường trực, lấy mã ở mục Tài khoản rồi đọc cho quản trị để nhận quyền.',
    }}
  >
    {screen}
  </RoleDoor>
);

export const deskRoutes = [
  { path: 'desk', title: 'Việc cần làm hôm nay', element: atDesk(<Today />) },
  { path: 'desk/more', title: 'Việc khác', element: atDesk(<More />) },
  { path: 'desk/initiatives', title: 'Hồ sơ', element: atDesk(<Dossiers />) },
  { path: 'desk/initiatives/:id', title: 'Một hồ sơ', element: atDesk(<Dossier />) },
  { path: 'desk/rounds', title: 'Đợt xét', element: atDesk(<Rounds />) },
  { path: 'desk/rounds/:id', title: 'Một đợt xét', element: atDesk(<Round />) },
  { path: 'desk/announcements', title: 'Thông báo', element: atDesk(<Announcements />) },
  // The same element as below, so that the one who writes goes on writing when the draft gets its address.
  { path: 'desk/announcements/new', title: 'Soạn thông báo', element: atDesk(<Announcement />) },
  { path: 'desk/announcements/:id', title: 'Thông báo', element: atDesk(<Announcement />) },
  { path: 'desk/tickets', title: 'Phiếu hỏi', element: atDesk(<Tickets />) },
  { path: 'desk/tickets/:id', title: 'Phiếu hỏi', element: atDesk(<Ticket />) },
  { path: 'desk/people', title: 'Con người và quyền', element: atDesk(<People />) },
  { path: 'desk/zalo', title: 'Kết nối Zalo', element: atDesk(<Zalo />) },
];
