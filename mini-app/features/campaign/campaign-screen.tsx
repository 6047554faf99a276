/** The campaign for a passer-by: when, how, who decides; every number with the document it comes from. */

import { useState } from 'react';
import { useParams } from 'react-router-dom';
import type { Campaign, Organisation } from '#contract/campaign.ts';
import { useAsk, useHome } from '../../ask.ts';
import { Loaded } from '../../shell/loaded.tsx';
import { Banner, DemoLine } from '../../ui/banner.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Fold } from '../../ui/fold.tsx';
import { formatMoney, formatNumber, sayClock, sayShortDate } from '../../ui/format.ts';
import { Header } from '../../ui/header.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { List, ListItem, ListLink } from '../../ui/list.tsx';
import { ActionBar, Page, Section } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { Figures } from './figures.tsx';
import { Rounds } from './rounds.tsx';

export default function CampaignScreen() {
  const { id = 'current' } = useParams();
  const query = useAsk('campaign', { id }, { keep: true });
  const { data: home } = useHome();
  return (
    <Page
      header={
        <Header back="/" heading={false}>
          Phong trào
        </Header>
      }
      bar={
        <ActionBar>
          <ButtonLink to="/write" icon="pen">
            Viết sáng kiến
          </ButtonLink>
        </ActionBar>
      }
    >
      {query.keptAt !== null && (
        <Banner tone="todo" icon="offline" live>
          <strong>Đang không có mạng.</strong> Nội dung này lấy về lúc {sayClock(query.keptAt)}.
        </Banner>
      )}
      <Loaded query={query} skeleton={<Skeleton shape="card" />}>
        {(campaign) => <Told campaign={campaign} organisation={home?.organisation} />}
      </Loaded>
    </Page>
  );
}

function Told({ campaign, organisation }: { campaign: Campaign; organisation: Organisation | undefined }) {
  const { year, rounds, others } = campaign;
  return (
    <>
      <div>
        <h1>{campaign.localName}</h1>
        <p className="muted">
          {campaign.name === campaign.localName ? '' : `${campaign.name}. `}
          Cán bộ, công chức, viên chức, người lao động và người dân đều nộp được sáng kiến đã áp dụng hoặc áp
          dụng thử.
        </p>
      </div>
      <Rounds title={`Các đợt xét năm ${year}`} rounds={rounds} council={organisation?.council} />
      <HowDecided campaign={campaign} organisation={organisation} />
      <Figures campaign={campaign} />
      <Rewards rewards={campaign.rewards} />
      <Report campaign={campaign} />
      <Documents documents={campaign.documents} />
      {others.length > 0 && (
        <Section title="Các năm khác">
          <List>
            {others.map((other) => (
              <ListLink
                key={other.id}
                to={`/campaign/${other.id}`}
                icon="calendar"
                tone="quiet"
                title={`Năm ${other.year}`}
                line={other.localName}
              />
            ))}
          </List>
        </Section>
      )}
      {campaign.source !== null && <p className="small muted">Nguồn: {campaign.source}</p>}
      {campaign.demo && <DemoLine>Dữ liệu trình diễn.</DemoLine>}
    </>
  );
}

function HowDecided({
  campaign,
  organisation,
}: {
  campaign: Campaign;
  organisation: Organisation | undefined;
}) {
  const agency = campaign.council?.standingAgency ?? organisation?.standingAgency ?? '';
  const council = campaign.council?.name ?? organisation?.council ?? 'Hội đồng';
  const steps: { icon: IconName; who: string; does: string }[] = [
    ...(organisation?.unitConfirmation === false
      ? []
      : [
          {
            icon: 'building' as const,
            who: 'Thủ trưởng đơn vị',
            does: 'xác nhận sáng kiến đã được áp dụng.',
          },
        ]),
    {
      icon: 'clipboard',
      who: `Cơ quan Thường trực${agency === '' ? '' : ` (${agency})`}`,
      does: 'kiểm tra hồ sơ, đề nghị bổ sung nếu thiếu.',
    },
    { icon: 'users', who: council, does: 'đánh giá điểm mới, hiệu quả và khả năng nhân rộng.' },
    {
      icon: 'stamp',
      who: organisation?.name ?? 'Cơ quan có thẩm quyền',
      does: 'ký quyết định công nhận, có số và ngày.',
    },
  ];
  return (
    <Section title="Xét như thế nào, ai quyết định?">
      <ol className="list">
        {steps.map(({ icon, who, does }, index) => (
          <li key={who}>
            <div className="row">
              <span className="tile tone-primary">
                <Icon name={icon} />
              </span>
              <p className="row-words">
                <strong>
                  {index + 1}. {who}
                </strong>{' '}
                {does}
              </p>
            </div>
          </li>
        ))}
      </ol>
      {campaign.council?.establishedBy && (
        <p className="small muted">Hội đồng thành lập theo {campaign.council.establishedBy}.</p>
      )}
    </Section>
  );
}

function Rewards({ rewards }: { rewards: Campaign['rewards'] }) {
  if (rewards.length === 0) return null;
  return (
    <Section title="Khen thưởng">
      <List>
        {rewards.map(({ level, form, who, count, amountEachVnd, decision }) => (
          <ListItem
            key={`${level}${form}${who}`}
            icon="medal"
            tone="spark"
            title={`${form}: ${formatNumber(count)} ${who}`}
            line={[level, amountEachVnd !== null && `${formatMoney(amountEachVnd)} mỗi suất`, decision]
              .filter(Boolean)
              .join('. ')}
          />
        ))}
      </List>
    </Section>
  );
}

function Report({ campaign }: { campaign: Campaign }) {
  const parts = [
    { title: 'Kết quả nổi bật', lines: campaign.results },
    { title: 'Điều còn hạn chế', lines: campaign.limitations },
    { title: 'Nguyên nhân', lines: campaign.causes },
    { title: 'Kiến nghị', lines: campaign.proposals },
    { title: 'Hướng tiếp theo', lines: campaign.directions },
  ].filter(({ lines }) => lines.length > 0);
  if (parts.length === 0) return null;
  return (
    <Section title="Báo cáo nói gì">
      {parts.map(({ title, lines }) => (
        <Fold key={title} title={title} line={`${lines.length} điều`}>
          <ul className="bullets">
            {lines.map((line) => (
              <li key={line}>
                <Icon name="minus" size="s" />
                <span>{line}</span>
              </li>
            ))}
          </ul>
        </Fold>
      ))}
    </Section>
  );
}

const shownAtFirst = 4;

function Documents({ documents }: { documents: Campaign['documents'] }) {
  const [all, setAll] = useState(false);
  if (documents.length === 0) return null;
  const shown = all ? documents : documents.slice(0, shownAtFirst);
  return (
    <Section title={`Văn bản (${documents.length})`}>
      <List>
        {shown.map(({ id, kind, number, date, year, issuer, subject }) => (
          <ListItem
            key={id}
            icon="file"
            tone="quiet"
            title={
              number === null ? (
                kind
              ) : (
                <>
                  {kind} số <span className="nowrap">{number}</span>
                </>
              )
            }
            line={
              <>
                {date !== null ? `Ngày ${sayShortDate(date)}. ` : year !== null ? `Năm ${year}. ` : ''}
                {issuer}. {subject}
              </>
            }
          />
        ))}
      </List>
      {!all && documents.length > shownAtFirst && (
        <Button look="soft" onClick={() => setAll(true)}>
          Xem cả {documents.length} văn bản
        </Button>
      )}
    </Section>
  );
}
