/** One highlighted initiative: what is known comes from the report or its author, what is not known is said. */

import type { ReactNode } from 'react';
import { useParams } from 'react-router-dom';
import type { Story } from '#contract/campaign.ts';
import { useAsk } from '../../ask.ts';
import { usePlatform } from '../../platform/context.tsx';
import { lookOf } from '../../shared/field-look.ts';
import { Loaded } from '../../shell/loaded.tsx';
import { DemoLine } from '../../ui/banner.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Header } from '../../ui/header.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ActionBar, Page, Section } from '../../ui/page.tsx';
import { Cover } from '../../ui/rings.tsx';
import { useMessage } from '../../ui/snackbar.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { Badge } from '../../ui/status.tsx';

export default function StoryScreen() {
  const { slug = '' } = useParams();
  const query = useAsk('highlight', { slug });
  return (
    <Page
      header={
        <Header back="/highlights" heading={false}>
          Sáng kiến tiêu biểu
        </Header>
      }
      bar={
        query.data && (
          <ActionBar>
            <Share story={query.data} />
            <ButtonLink to="/write" look="text" icon="pen">
              Viết sáng kiến của tôi
            </ButtonLink>
          </ActionBar>
        )
      }
    >
      <Loaded query={query} skeleton={<Skeleton shape="card" />}>
        {(story) => <Told story={story} />}
      </Loaded>
    </Page>
  );
}

function Share({ story }: { story: Story }) {
  const platform = usePlatform();
  const say = useMessage();
  const { slug, title, unitName, publicUrl } = story;
  const share = async () => {
    const shared = await platform.share({
      title,
      description: `Sáng kiến tiêu biểu của ${unitName}`,
      path: `/highlights/${slug}`,
      picture: new URL('/assets/share.png', publicUrl).href,
    });
    if (shared.kind === 'ok' && shared.value === 'copied')
      say('Đã chép đường dẫn, anh/chị dán vào nơi muốn gửi');
    if (shared.kind === 'failed' || shared.kind === 'unsupported' || shared.kind === 'offline')
      say('Máy này chưa chia sẻ được. Thử lại sau ít phút.');
  };
  return (
    <Button icon="share" onClick={() => void share()}>
      Chia sẻ
    </Button>
  );
}

function Told({ story }: { story: Story }) {
  const { title, unitName, field, levelLabel, year, summary, before, newPoint, measures, resultsText } =
    story;
  const onlyReported = before === null && newPoint === null && measures.length === 0;
  return (
    <>
      <div className="story-cover">
        <Cover {...lookOf(field)} />
      </div>
      <div className="dossier-title">
        <Badge tone="ok" icon="medal">
          Được công nhận {levelLabel}, năm {year}
        </Badge>
        <h1>{title}</h1>
        <p className="muted">
          {unitName}. {field}.
        </p>
      </div>
      <Part title="Tóm tắt" text={summary} />
      <Part title="Trước đây" text={before} />
      <Part title="Điểm mới" text={newPoint} />
      {measures.length > 0 && (
        <Section title="Đã làm thế nào">
          <ul className="bullets tone-ok">
            {measures.map((measure) => (
              <li key={measure}>
                <Icon name="check" size="s" />
                <span>{measure}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Part title="Kết quả" text={resultsText} />
      {onlyReported && (
        <Part title="Nội dung">
          Báo cáo chỉ nêu tên sáng kiến và đơn vị, chưa nêu cách làm và số liệu đo được. Muốn áp dụng, anh/chị
          hỏi đơn vị qua cơ quan Thường trực.
        </Part>
      )}
      {!onlyReported && resultsText === null && (
        <Part title="Kết quả">Chưa có số liệu đo được trong hồ sơ của sáng kiến này.</Part>
      )}
      <Section title="Ai làm, ai quyết định">
        <p>
          {story.authorNames ? `Tác giả: ${story.authorNames}. ` : 'Tên tác giả chỉ nêu khi tác giả đồng ý. '}
          {story.decision ?? 'Nguồn chưa nêu số quyết định công nhận.'}
        </p>
        <p className="small muted">Nguồn: {story.source}</p>
      </Section>
      {story.demo && <DemoLine>Dữ liệu trình diễn.</DemoLine>}
    </>
  );
}

function Part({ title, text, children }: { title: string; text?: string | null; children?: ReactNode }) {
  if (children === undefined && !text) return null;
  return (
    <Section title={title}>
      <p className="keep-lines">{children ?? text}</p>
    </Section>
  );
}
