/** For what is a person's own: waits for the silent sign-in, and otherwise offers to sign in, coming back here. */

import type { ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { useSession } from '../session.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState, Skeleton } from '../ui/states.tsx';

interface SignInFirstProps {
  /** Why: what is seen after signing in. */
  why?: string;
  children: ReactNode;
}

export function SignInFirst({
  why = 'Nội dung này của riêng một người, nên cần biết anh/chị là ai.',
  children,
}: SignInFirstProps) {
  const { me, settled } = useSession();
  const { pathname } = useLocation();
  if (me !== null) return children;
  if (!settled) return <Skeleton />;
  return (
    <EmptyState
      icon="user"
      title="Đăng nhập để xem"
      action={
        <ButtonLink to={`/sign-in?next=${encodeURIComponent(pathname)}`} icon="user">
          Đăng nhập
        </ButtonLink>
      }
    >
      {why}
    </EmptyState>
  );
}
