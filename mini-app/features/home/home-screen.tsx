/** The first screen. */

import { Header } from '../../ui/header.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Page } from '../../ui/page.tsx';

export function HomeScreen() {
  return (
    <Page
      header={
        <Header lead={<Mark onBand />} heading={false}>
          Sáng kiến, sáng tạo
        </Header>
      }
      band={<h1 className="display">Việc hay ở một nơi, nhiều nơi cùng làm</h1>}
    >
      <p>
        Cán bộ, công chức, viên chức và người dân viết sáng kiến, theo dõi hồ sơ và xem việc hay của nơi khác.
      </p>
    </Page>
  );
}
