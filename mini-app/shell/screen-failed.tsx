/** Shown when a screen breaks or its part of the program cannot be loaded (often: no network). */

import { Header } from '../ui/header.tsx';
import { Page } from '../ui/page.tsx';
import { ErrorState } from '../ui/states.tsx';

export function ScreenFailed() {
  return (
    <Page header={<Header back="/">Chưa mở được</Header>}>
      <ErrorState
        title="Trang này chưa mở được"
        // A part that failed to load stays failed for the browser until the page is loaded anew.
        onRetry={() => window.location.reload()}
      >
        Có thể mạng vừa ngắt quãng. Nội dung anh/chị đã viết vẫn được giữ trên máy này.
      </ErrorState>
    </Page>
  );
}
