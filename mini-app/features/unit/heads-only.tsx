/** These screens belong to unit heads; whoever else comes by a link is told so, and how one becomes a head here. */

import './unit.css';
import type { ReactNode } from 'react';
import { useSession } from '../../session.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Header } from '../../ui/header.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';

export function HeadsOnly({ title, children }: { title: string; children: ReactNode }) {
  const { me, settled } = useSession();
  if (me?.roles.some(({ role }) => role === 'unit_head')) return children;
  return (
    <Page header={<Header back="/">{title}</Header>}>
      {!settled ? (
        <Skeleton />
      ) : me === null ? (
        <EmptyState
          title="Anh/chị chưa đăng nhập"
          icon="user"
          action={<ButtonLink to="/sign-in">Đăng nhập</ButtonLink>}
        >
          Thủ trưởng đơn vị đăng nhập để đọc và xác nhận sáng kiến của đơn vị.
        </EmptyState>
      ) : (
        <EmptyState
          title="Việc này dành cho thủ trưởng đơn vị"
          icon="stamp"
          action={<ButtonLink to="/account">Mở Tài khoản</ButtonLink>}
        >
          Nếu anh/chị là thủ trưởng, lấy mã ở mục Tài khoản rồi đọc cho quản trị để nhận quyền.
        </EmptyState>
      )}
    </Page>
  );
}
