/** Where the desk's screens lie: a column at the left on a wide screen, a tab bar on a phone. */

import { Link, NavLink } from 'react-router-dom';
import { useHome } from '../../ask.ts';
import { useSession } from '../../session.tsx';
import { formatNumber } from '../../ui/format.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Mark } from '../../ui/mark.tsx';
import { TabBar } from '../../ui/tab-bar.tsx';
import { useWaitingTickets } from './use-waiting-tickets.ts';

interface Place {
  to: string;
  label: string;
  icon: IconName;
}

const tickets: Place = { to: '/desk/tickets', label: 'Phiếu hỏi', icon: 'chat' };
const work: Place[] = [
  { to: '/desk', label: 'Việc hôm nay', icon: 'home' },
  { to: '/desk/initiatives', label: 'Hồ sơ', icon: 'file' },
  tickets,
  { to: '/desk/announcements', label: 'Thông báo', icon: 'megaphone' },
];
export const rounds: Place[] = [{ to: '/desk/rounds', label: 'Đợt xét, kết quả', icon: 'medal' }];
const zalo: Place = { to: '/desk/zalo', label: 'Kết nối Zalo', icon: 'shield' };
const people: Place = { to: '/desk/people', label: 'Con người và quyền', icon: 'users' };
const app: Place[] = [
  { to: '/', label: 'Mini app', icon: 'device' },
  { to: '/account', label: 'Tài khoản', icon: 'user' },
];

/** People and their roles concern administrators only. */
export function useOtherPlaces(): Place[] {
  const { me } = useSession();
  return me?.roles.some(({ role }) => role === 'admin') ? [people, zalo] : [zalo];
}

export const appPlaces = app;

export function DeskNav({ rail }: { rail: boolean }) {
  const { data: home } = useHome();
  const other = useOtherPlaces();
  const waiting = useWaitingTickets();
  const groups: [string, Place[]][] = [
    ['Việc hằng ngày', work],
    ['Đợt xét', rounds],
    ['Quản trị', other],
    ['Ứng dụng', app],
  ];
  return (
    <nav className="desk-nav" aria-label="Bàn làm việc">
      <div className="desk-nav-inside">
        <Link className="desk-brand" to="/desk">
          <Mark />
          <span className={rail ? 'hidden-words' : 'desk-nav-words'}>
            <b>Sáng kiến</b>
            <span className="tiny">{home?.organisation.name}</span>
          </span>
          <span className="hidden-words">: về việc hôm nay</span>
        </Link>
        {groups.map(([name, places]) => (
          <ul key={name} aria-label={name}>
            {places.map(({ to, label, icon }) => (
              <li key={to}>
                <NavLink to={to} end={to === '/desk' || to === '/'} title={rail ? label : undefined}>
                  <Icon name={icon} size="s" />
                  <span className={rail ? 'hidden-words' : undefined}>{label}</span>
                  {to === tickets.to && waiting > 0 && (
                    <span className="desk-nav-count">
                      {formatNumber(waiting)}
                      <span className="hidden-words"> đang chờ trả lời</span>
                    </span>
                  )}
                </NavLink>
              </li>
            ))}
          </ul>
        ))}
      </div>
      {home?.campaign.demo === true && (
        <p className="desk-demo" title={rail ? 'Dữ liệu mẫu' : undefined}>
          <Icon name="info" size="xs" />
          <span className={rail ? 'hidden-words' : undefined}>Dữ liệu mẫu</span>
        </p>
      )}
    </nav>
  );
}

export function DeskTabs() {
  const waiting = useWaitingTickets();
  return (
    <TabBar
      tabs={[
        { to: '/desk', label: 'Việc', icon: 'home', exact: true },
        { to: '/desk/initiatives', label: 'Hồ sơ', icon: 'file' },
        { to: '/desk/announcements', label: 'Thông báo', icon: 'megaphone' },
        {
          to: '/desk/tickets',
          label: 'Phiếu hỏi',
          icon: 'chat',
          count: waiting,
          countWords: 'đang chờ trả lời',
        },
        { to: '/desk/more', label: 'Thêm', icon: 'options' },
      ]}
    />
  );
}
