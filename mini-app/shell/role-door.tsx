/** For screens of people with a role: whoever else comes by a link is told so, and the server is not asked in vain. */

import type { ReactNode } from 'react';
import type { Role } from '#contract/endpoint.ts';
import { useSession } from '../session.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Header } from '../ui/header.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states.tsx';
import { SignInFirst } from './sign-in-first.tsx';

interface RoleDoorProps {
  /** Any of these opens it. */
  roles: readonly Role[];
  title: string;
  /** Why one signs in here. */
  why: string;
  /** For somebody without the role: whose place it is, and how one gets in. */
  closed: { title: string; words: string };
  children: ReactNode;
}

export function RoleDoor({ roles, title, why, closed, children }: RoleDoorProps) {
  const { me } = useSession();
  if (me?.roles.some(({ role }) => roles.includes(role))) return children;
  return (
    <Page header={<Header back="/">{title}</Header>}>
      <SignInFirst why={why}>
        <EmptyState
          title={closed.title}
          icon="lock"
          action={<ButtonLink to="/account">Mở Tài khoản</ButtonLink>}
        >
          {closed.words}
        </EmptyState>
      </SignInFirst>
    </Page>
  );
}
