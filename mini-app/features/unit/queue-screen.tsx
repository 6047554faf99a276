/** What waits for the unit head, longest first. Own dossiers are absent, and the screen says so. */

import './unit.css';
import { useState } from 'react';
import type { Api } from '#contract/api.ts';
import type { OutputOf } from '#contract/endpoint.ts';
import { useAsk, useServerNow } from '../../ask.ts';
import { useSession } from '../../session.tsx';
import { AppTabs } from '../../shell/app-tabs.tsx';
import { Loaded } from '../../shell/loaded.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { formatNumber, instantOf } from '../../ui/format.ts';
import { Header } from '../../ui/header.tsx';
import { Icon } from '../../ui/icon.tsx';
import { List, ListBlock } from '../../ui/list.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { Badge } from '../../ui/status.tsx';
import { isLate, sayWaited } from './waited.ts';

type QueuePage = OutputOf<Api['unitQueue']>;

export default function QueueScreen() {
  const { me } = useSession();
  const [after, setAfter] = useState<string | undefined>();
  const query = useAsk('unitQueue', after === undefined ? {} : { after });
  const units = me?.roles.filter(({ role }) => role === 'unit_head').map(({ unitName }) => unitName) ?? [];
  return (
    <Page header={<Header heading={query.data === undefined}>Chờ tôi xác nhận</Header>} tabs={<AppTabs />}>
      <Loaded query={query} skeleton={<Skeleton rows={3} shape="card" />}>
        {(page) =>
          page.items.length === 0 ? (
            <EmptyState
              heading
              title="Không có hồ sơ nào chờ anh/chị"
              icon="stamp"
              action={
                <ButtonLink look="secondary" to="/notices" icon="bell">
                  Xem thông báo
                </ButtonLink>
              }
            >
              Khi có người của {units.join(', ') || 'đơn vị'} nộp sáng kiến, hồ sơ hiện ở đây và anh/chị nhận
              một thông báo.
            </EmptyState>
          ) : (
            <Queue page={page} first={after === undefined} units={units} onMore={setAfter} />
          )
        }
      </Loaded>
    </Page>
  );
}

interface QueueProps {
  page: QueuePage;
  first: boolean;
  units: (string | null)[];
  onMore: (after: string) => void;
}

function Queue({ page, first, units, onMore }: QueueProps) {
  const now = useServerNow()();
  const many = page.next !== null || !first;
  return (
    <>
      <div>
        <h1 className="h2">
          {many ? 'Hồ sơ' : `${formatNumber(page.items.length)}\u00a0hồ\u00a0sơ`} của {units.join(', ')}
        </h1>
        <p className="muted">
          Anh/chị xác nhận sáng kiến đã được áp dụng tại đơn vị. Hồ sơ chờ lâu nhất ở trên cùng.
        </p>
      </div>
      <List>
        {page.items.map(({ id, title, authorNames, submittedAt, updatedAt, status }) => {
          const due = status.dueAt === null ? null : instantOf(status.dueAt);
          return (
            <ListBlock key={id} to={`/confirm/${id}`}>
              <span className="queue-head">
                <Badge tone={isLate(due, now) ? 'todo' : 'quiet'} icon="clock">
                  {sayWaited(instantOf(submittedAt ?? updatedAt), now)}
                </Badge>
                <Icon name="forward" />
              </span>
              <span className="bold">{title}</span>
              <span className="small muted">{authorNames}</span>
            </ListBlock>
          );
        })}
      </List>
      {page.next !== null && (
        <Button look="secondary" onClick={() => onMore(page.next ?? '')}>
          Xem các hồ sơ nộp sau
        </Button>
      )}
      <Banner>Hồ sơ mà chính anh/chị là tác giả không nằm ở đây: người khác sẽ xác nhận hồ sơ đó.</Banner>
    </>
  );
}
