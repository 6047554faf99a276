/** The first screen: time left and one button, then my dossier, then what others did. Needs no session and asks nothing. */

import { type ReactNode, useEffect } from 'react';
import { Link } from 'react-router-dom';
import type { Home } from '#contract/campaign.ts';
import type { Summary } from '#contract/initiative.ts';
import { useAsk, useHome } from '../../ask.ts';
import { usePlatform } from '../../platform/context.tsx';
import { useSession } from '../../session.tsx';
import { useListedDrafts } from '../../shared/owner.ts';
import { AppTabs } from '../../shell/app-tabs.tsx';
import { Failed } from '../../shell/loaded.tsx';
import { Banner, DemoLine } from '../../ui/banner.tsx';
import { sayClock } from '../../ui/format.ts';
import { Header } from '../../ui/header.tsx';
import { List, ListAction, ListLink } from '../../ui/list.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { Carousel } from './carousel.tsx';
import { MyDossier } from './my-dossier.tsx';
import { NewNotices } from './new-notices.tsx';
import { RoundBand } from './round-band.tsx';

export function HomeScreen() {
  const home = useHome();
  const { me, refresh } = useSession();
  const mine = useAsk('mine', {}, { keep: true });
  const drafts = useListedDrafts();
  const signedIn = me !== null;

  useEffect(() => {
    // The count of unread notices; without a network the last one stands.
    if (signedIn) void refresh().catch(() => undefined);
  }, [signedIn, refresh]);

  return (
    <Page
      header={
        <Header lead={<Mark onBand />} below={home.data?.organisation.name ?? '\u00a0'}>
          Sáng kiến, sáng tạo
        </Header>
      }
      band={<RoundBand home={home.data} writeAt={draftToContinue(drafts, mine.data?.items)} />}
      tabs={<AppTabs />}
    >
      {home.keptAt !== null && (
        <Banner tone="todo" icon="offline" live>
          <strong>Đang không có mạng.</strong> Nội dung này lấy về lúc {sayClock(home.keptAt)}. Anh/chị vẫn
          viết được, chữ được lưu trên máy này.
        </Banner>
      )}
      {mine.data && <MyDossier mine={mine.data.items} />}
      <Highlights home={home} />
      {signedIn && <NewNotices />}
      <Ways home={home.data} />
      {home.data?.campaign.demo && (
        <DemoLine>Dữ liệu trình diễn, dựng từ báo cáo năm 2023 của {home.data.organisation.name}.</DemoLine>
      )}
    </Page>
  );
}

/** Where the newest draft goes on, wherever it was written; null where there is none. */
function draftToContinue(
  onPhone: ReturnType<typeof useListedDrafts>,
  mine: Summary[] | undefined,
): string | null {
  const here = onPhone?.[0];
  const there = mine?.find(({ status }) => status.state === 'draft');
  if (here && (!there || here.id === there.id || here.changedAt >= there.updatedAt))
    return `/write/${here.id}/${here.step}`;
  return there ? `/write/${there.id}/1` : null;
}

function Highlights({ home }: { home: ReturnType<typeof useHome> }) {
  if (!home.data && home.error)
    return <Failed error={home.error} busy={home.isFetching} onRetry={home.refetch} />;
  const cards = home.data?.highlights;
  if (cards?.length === 0) return null;
  return (
    <Section title="Sáng kiến tiêu biểu" more={<Link to="/highlights">Xem tất cả</Link>}>
      {cards ? <Carousel cards={cards} /> : <Skeleton shape="card" rows={2} />}
    </Section>
  );
}

function Ways({ home }: { home: Home | undefined }): ReactNode {
  const platform = usePlatform();
  const { me, settled } = useSession();
  const office = me?.roles.some(({ role }) => role === 'secretariat' || role === 'admin') ?? false;
  const headsUnit = me?.roles.some(({ role }) => role === 'unit_head') ?? false;
  const oaId = home?.oaId;
  return (
    <List>
      {office && (
        <ListLink
          to="/desk"
          icon="clipboard"
          title="Bàn Thường trực"
          line="Hồ sơ, đợt xét, thông báo của phong trào"
        />
      )}
      {headsUnit && (
        <ListLink
          to="/highlights"
          icon="spark"
          tone="quiet"
          title="Sáng kiến tiêu biểu"
          line="Việc hay của nơi khác"
        />
      )}
      <ListLink to="/campaign" icon="file" tone="quiet" title="Thể lệ, thời gian và văn bản" />
      {oaId && (
        <ListAction
          icon="chat"
          tone="quiet"
          plain={false}
          title="Hỏi cơ quan Thường trực"
          line="Nhắn qua trang Zalo, trả lời trong giờ làm việc"
          onClick={() => void platform.openChat(oaId)}
        />
      )}
      <ListLink
        to={me || !settled ? '/account' : '/sign-in?next=/account'}
        icon="user"
        tone="quiet"
        title="Tài khoản và dữ liệu của tôi"
      />
    </List>
  );
}
