/** My notices, newest first, by day; each is complete in itself. Seen here, they count as read. */

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import type { Notice } from '#contract/person.ts';
import { dayOf } from '#domain/calendar.ts';
import { call } from '../../api.ts';
import { useAskPages, useServerNow } from '../../ask.ts';
import { useSession } from '../../session.tsx';
import { noticeLook } from '../../shared/notice-look.ts';
import { AppTabs } from '../../shell/app-tabs.tsx';
import { Failed } from '../../shell/loaded.tsx';
import { SignInFirst } from '../../shell/sign-in-first.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { CodeWords } from '../../ui/code-words.tsx';
import { instantOf, sayRecently } from '../../ui/format.ts';
import { Header } from '../../ui/header.tsx';
import { Icon } from '../../ui/icon.tsx';
import { List } from '../../ui/list.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';

export default function NoticesScreen() {
  return (
    <Page header={<Header>Thông báo</Header>} tabs={<AppTabs />}>
      <SignInFirst why="Thông báo về hồ sơ là của riêng anh/chị.">
        <Notices />
      </SignInFirst>
    </Page>
  );
}

function Notices() {
  const query = useAskPages('notices', {});
  const serverNow = useServerNow();
  const { items } = query;
  useRead(items);
  const groups = useMemo(() => byDay(items ?? [], serverNow()), [items, serverNow]);

  if (!items && query.error)
    return <Failed error={query.error} busy={query.isFetching} onRetry={query.refetch} />;
  if (!items) return <Skeleton shape="card" />;
  if (items.length === 0)
    return (
      <EmptyState
        title="Chưa có thông báo nào"
        action={
          <ButtonLink to="/highlights" look="soft">
            Xem sáng kiến tiêu biểu
          </ButtonLink>
        }
      >
        Khi hồ sơ của anh/chị có thay đổi, chúng tôi báo ở đây. Mỗi thay đổi chỉ báo một lần.
      </EmptyState>
    );
  return (
    <>
      {groups.map(({ title, list }) => (
        <Section key={title} title={title}>
          <List>
            {list.map((notice) => (
              <OneNotice
                key={notice.id}
                notice={notice}
                when={sayRecently(instantOf(notice.at), serverNow())}
              />
            ))}
          </List>
        </Section>
      ))}
      {query.hasNextPage && (
        <Button
          look="soft"
          onClick={() => void query.fetchNextPage()}
          busy={query.isFetchingNextPage ? 'Đang tải…' : undefined}
        >
          Xem thêm thông báo
        </Button>
      )}
    </>
  );
}

/** What has been shown is read: told to the server once, while the marks stay on the screen until it is left. */
function useRead(items: Notice[] | undefined) {
  const { refresh } = useSession();
  const queries = useQueryClient();
  const told = useRef(new Set<string>());

  useEffect(() => {
    const ids = (items ?? []).filter(({ id, read }) => !read && !told.current.has(id)).map(({ id }) => id);
    if (ids.length === 0) return;
    for (const id of ids) told.current.add(id);
    call('readNotices', { ids: ids.slice(0, 100) })
      .then(
        () => refresh(),
        () => {
          for (const id of ids) told.current.delete(id);
        },
      )
      .catch(() => undefined);
  }, [items, refresh]);

  useEffect(
    () => () => {
      if (told.current.size > 0) void queries.invalidateQueries({ queryKey: ['notices'] });
    },
    [queries],
  );
}

interface Group {
  title: string;
  list: Notice[];
}

function byDay(items: Notice[], now: Date): Group[] {
  const today = dayOf(now);
  const weekAgo = dayOf(new Date(now.getTime() - 7 * 24 * 3_600_000));
  const titleOf = ({ at }: Notice) => {
    const day = dayOf(instantOf(at));
    if (day === today) return 'Hôm nay';
    return day > weekAgo ? 'Trong tuần' : 'Trước đó';
  };
  const groups: Group[] = [];
  for (const notice of items) {
    const title = titleOf(notice);
    const last = groups.at(-1);
    if (last?.title === title) last.list.push(notice);
    else groups.push({ title, list: [notice] });
  }
  return groups;
}

function OneNotice({ notice, when }: { notice: Notice; when: string }) {
  const { kind, title, text, read, link } = notice;
  const { icon, tone } = noticeLook(kind);
  return (
    <li className={read ? undefined : 'row-unread'}>
      <div className="notice">
        <span className={`tile tone-${tone}`}>
          <Icon name={icon} />
        </span>
        <div className="notice-words">
          <h3 className={read ? 'row-title' : 'row-title bold'}>
            {!read && <span className="hidden-words">Chưa đọc: </span>}
            <CodeWords>{title}</CodeWords>
          </h3>
          <p className="small muted keep-lines">
            <CodeWords>{text}</CodeWords>
          </p>
          <p className="tiny meta">{when}</p>
          {link !== null && (
            <ButtonLink to={link.path} look={read ? 'soft' : 'secondary'} slim hiddenWords={`: ${title}`}>
              {link.label}
            </ButtonLink>
          )}
        </div>
        {!read && <span className="row-dot" aria-hidden="true" />}
      </div>
    </li>
  );
}
