/** My dossiers, grouped by whose turn it is: my own first. Drafts on this phone stand here too, also without network. */

import type { ReactNode } from 'react';
import type { Status, Summary } from '#contract/initiative.ts';
import { useAsk, useAskPages, useOnline } from '../../ask.ts';
import { useSession } from '../../session.tsx';
import { lineOf, titleOf } from '../../shared/dossier-words.ts';
import type { ListedDraft } from '../../shared/draft-list.ts';
import { useListedDrafts } from '../../shared/owner.ts';
import { AppTabs } from '../../shell/app-tabs.tsx';
import { Failed } from '../../shell/loaded.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { instantOf, sayClock } from '../../ui/format.ts';
import { Header } from '../../ui/header.tsx';
import { List, ListBlock } from '../../ui/list.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { StatusLine } from '../../ui/status.tsx';

export default function MineScreen() {
  return (
    <Page header={<Header>Hồ sơ của tôi</Header>} tabs={<AppTabs />}>
      <Mine />
    </Page>
  );
}

function Mine() {
  const { me, settled } = useSession();
  const online = useOnline();
  const first = useAsk('mine', {}, { keep: true });
  const pages = useAskPages('mine', {}, { enabled: first.data?.next != null });
  const drafts = useListedDrafts();
  const items = pages.items ?? first.data?.items ?? [];

  const waiting = !settled || drafts === undefined || (me !== null && !first.data && !first.error);
  if (waiting) return <Skeleton shape="card" />;

  const here = drafts.filter((draft) => !draft.onServer || !items.some(({ id }) => id === draft.id));
  const groups = groupsOf(items.filter(({ id }) => !here.some((draft) => draft.id === id)));
  const nothing = here.length === 0 && groups.length === 0;
  if (nothing && first.error)
    return <Failed error={first.error} busy={first.isFetching} onRetry={first.refetch} />;
  if (nothing) return <None signedIn={me !== null} />;
  return (
    <>
      {(!online || first.keptAt !== null) && (
        <Banner tone="todo" icon="offline" live>
          <strong>Đang không có mạng.</strong> Anh/chị vẫn viết được, chữ được lưu trên máy này.
        </Banner>
      )}
      {here.length > 0 && !groups.some(({ key }) => key === 'mine') && (
        <Section title={`Cần anh/chị làm tiếp (${here.length})`}>
          <List>
            <DraftsHere drafts={here} />
          </List>
        </Section>
      )}
      {groups.map(({ key, title, list }) => {
        const own = key === 'mine' ? here : [];
        return (
          <Section key={key} title={`${title} (${list.length + own.length})`}>
            <List>
              {list.filter(isUrgent).map((summary) => (
                <Row key={summary.id} {...summary} />
              ))}
              <DraftsHere drafts={own} />
              {list
                .filter((summary) => !isUrgent(summary))
                .map((summary) => (
                  <Row key={summary.id} {...summary} />
                ))}
            </List>
          </Section>
        );
      })}
      {pages.hasNextPage && (
        <Button
          look="soft"
          onClick={() => void pages.fetchNextPage()}
          busy={pages.isFetchingNextPage ? 'Đang tải…' : undefined}
        >
          Xem thêm hồ sơ
        </Button>
      )}
      {me === null && here.length > 0 && online && (
        <Banner icon="device">
          Bản nháp đang ở trên máy này. Đăng nhập để giữ cả trên máy chủ và theo dõi hồ sơ đã nộp.
        </Banner>
      )}
      {first.keptAt !== null && (
        <p className="small muted">
          Danh sách lấy về lúc {sayClock(first.keptAt)}. Sẽ tự cập nhật khi có mạng.
        </p>
      )}
    </>
  );
}

interface Group {
  key: 'mine' | 'waiting' | 'ended';
  title: string;
  list: Summary[];
}

const ended = (holder: string) => holder.startsWith('Đã có') || holder.startsWith('Đã kết thúc');
/** A supplement or a returned dossier has a date; a draft can wait. */
const isUrgent = ({ status }: Summary) => status.mine && status.state !== 'draft';

function groupsOf(items: Summary[]): Group[] {
  const turn = (status: Status) => (status.mine ? 'mine' : ended(status.holder) ? 'ended' : 'waiting');
  const groups: Group[] = [
    { key: 'mine', title: 'Cần anh/chị làm tiếp', list: [] },
    { key: 'waiting', title: 'Đang chờ', list: [] },
    { key: 'ended', title: 'Đã kết thúc', list: [] },
  ];
  for (const item of items) groups.find(({ key }) => key === turn(item.status))?.list.push(item);
  return groups.filter(({ list }) => list.length > 0);
}

function Row(summary: Summary): ReactNode {
  const { id, code, status } = summary;
  return (
    <ListBlock to={`/initiatives/${id}`}>
      <span className="dossier">
        <StatusLine {...status} code={code} />
        <span className="row-title bold">{titleOf(summary)}</span>
        <span
          className={
            status.mine && status.state !== 'draft' ? 'small medium tone-todo tone-ink' : 'small muted'
          }
        >
          {lineOf(status)}
        </span>
      </span>
    </ListBlock>
  );
}

function DraftsHere({ drafts }: { drafts: ListedDraft[] }): ReactNode {
  return drafts.map((draft) => (
    <ListBlock key={draft.id} to={`/write/${draft.id}/${draft.step}`}>
      <span className="dossier">
        <StatusLine state="draft" label="Nháp" code={null} />
        <span className="row-title bold">{titleOf(draft)}</span>
        <span className="small medium tone-todo tone-ink">
          Đã lưu trên máy lúc {sayClock(instantOf(draft.changedAt))}
          {draft.onServer ? '.' : ', chưa lên máy chủ.'}
        </span>
      </span>
    </ListBlock>
  ));
}

function None({ signedIn }: { signedIn: boolean }) {
  return (
    <EmptyState
      title="Anh/chị chưa có sáng kiến nào"
      action={
        <>
          <ButtonLink to="/write" icon="pen">
            Viết sáng kiến
          </ButtonLink>
          {signedIn ? (
            <ButtonLink to="/highlights" look="text">
              Xem sáng kiến tiêu biểu
            </ButtonLink>
          ) : (
            <ButtonLink to="/sign-in?next=/initiatives" look="text">
              Đăng nhập để xem hồ sơ đã nộp
            </ButtonLink>
          )}
        </>
      }
    >
      Một cách làm đã thử và thấy tốt hơn là đủ để bắt đầu. Viết khoảng 20 phút, dừng lúc nào cũng được.
    </EmptyState>
  );
}
