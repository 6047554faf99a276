/** The tab bar of the root screens, by what the person is. */

import { useSession } from '../session.tsx';
import { type Tab, TabBar } from '../ui/tab-bar.tsx';

export function AppTabs() {
  const { me } = useSession();
  const headsUnit = me?.roles.some(({ role }) => role === 'unit_head') ?? false;
  const second: Tab = headsUnit
    ? { to: '/confirm', label: 'Xác nhận', icon: 'stamp' }
    : { to: '/highlights', label: 'Tiêu biểu', icon: 'spark' };
  return (
    <TabBar
      tabs={[
        { to: '/', label: 'Trang chủ', icon: 'home' },
        second,
        { to: '/initiatives', label: 'Hồ sơ', icon: 'folder' },
        {
          to: '/notices',
          label: 'Thông báo',
          icon: 'bell',
          count: me?.unread ?? 0,
          countWords: 'chưa đọc',
        },
      ]}
    />
  );
}
