/** An address that leads nowhere: says so and offers the start. */

import { ButtonLink } from '../ui/button.tsx';
import { Header } from '../ui/header.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states.tsx';

export function NotFoundScreen() {
  return (
    <Page header={<Header back="/">Không tìm thấy trang</Header>}>
      <EmptyState
        title="Trang này không còn ở đây"
        action={
          <ButtonLink to="/" icon="home">
            Về trang chủ
          </ButtonLink>
        }
      >
        Đường dẫn có thể đã cũ hoặc gõ thiếu. Nội dung anh/chị đã viết vẫn được giữ.
      </EmptyState>
    </Page>
  );
}
