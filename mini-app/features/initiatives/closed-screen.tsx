/** The round closed while somebody wrote: no error, but what can be done; the text is kept. */

import { sayDeadline } from '#domain/calendar.ts';
import { useHome } from '../../ask.ts';
import { usePlatform } from '../../platform/context.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { instantOf } from '../../ui/format.ts';
import { Header } from '../../ui/header.tsx';
import { List, ListAction, ListLink } from '../../ui/list.tsx';
import { ActionBar, Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states.tsx';
import type { Draft } from './draft.ts';

export function ClosedScreen({ id, draft }: { id: string; draft: Draft }) {
  const { data: home } = useHome();
  const platform = usePlatform();
  const round = home?.rounds.find((one) => one.id === draft.form.roundId);
  const oaId = home?.oaId;
  return (
    <Page
      header={
        <Header back={`/write/${id}/check`} heading={false}>
          Viết sáng kiến
        </Header>
      }
      bar={
        <ActionBar>
          <ButtonLink to={`/write/${id}/2`}>Chọn đợt khác</ButtonLink>
        </ActionBar>
      }
    >
      <EmptyState heading icon="calendar" title={`${round?.name ?? 'Đợt này'} không nhận hồ sơ lúc này`}>
        {round?.closesAt && `Hạn của đợt: ${sayDeadline(instantOf(round.closesAt))}. `}
        Bản nháp của anh/chị vẫn được giữ và dùng được cho đợt sau.
      </EmptyState>
      <List>
        <ListLink to="/campaign" icon="calendar" tone="quiet" title="Xem các đợt xét" />
        {oaId && (
          <ListAction
            icon="chat"
            tone="quiet"
            plain={false}
            title="Hỏi cơ quan Thường trực"
            onClick={() => void platform.openChat(oaId)}
          />
        )}
      </List>
    </Page>
  );
}
