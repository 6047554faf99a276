/** What a screen shows while its answer is on the way, when it did not come, and when it is there. */

import type { ReactElement, ReactNode } from 'react';
import { ApiFailure } from '../api.ts';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '../ui/states.tsx';

interface Query<T> {
  data: T | undefined;
  error: Error | null;
  isFetching: boolean;
  refetch: () => unknown;
}

interface LoadedProps<T> {
  query: Query<T>;
  /** In the sizes of what is coming. */
  skeleton?: ReactElement;
  children: (data: T) => ReactNode;
}

export function Loaded<T>({ query, skeleton, children }: LoadedProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <Failed error={query.error} busy={query.isFetching} onRetry={query.refetch} />;
  return skeleton ?? <Skeleton />;
}

interface FailedProps {
  error: Error;
  busy: boolean;
  onRetry: () => unknown;
}

export function Failed({ error, busy, onRetry }: FailedProps) {
  const failure = error instanceof ApiFailure ? error : null;
  if (failure?.code === 'not_found')
    return (
      <EmptyState
        title="Không tìm thấy nội dung này"
        action={
          <ButtonLink to="/" icon="home">
            Về trang chủ
          </ButtonLink>
        }
      >
        Có thể nội dung đã được gỡ, hoặc chỉ người khác mới xem được.
      </EmptyState>
    );
  const offline = failure?.code === 'offline';
  return (
    <ErrorState
      title={offline ? 'Chưa nối được tới máy chủ' : 'Chưa lấy được nội dung'}
      icon={offline ? 'offline' : 'retry'}
      requestId={failure?.requestId}
      onRetry={() => void onRetry()}
      busy={busy ? 'Đang thử lại…' : undefined}
    >
      {offline ? 'Kiểm tra mạng rồi thử lại. ' : `${failure?.message ?? ''} `}
      Nội dung anh/chị đã viết vẫn được giữ.
    </ErrorState>
  );
}
