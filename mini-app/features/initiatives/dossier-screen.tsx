/** One dossier of mine: the task and its deadline above everything, then who holds it, then the way it went. */

import { useParams } from 'react-router-dom';
import type { Api } from '#contract/api.ts';
import type { OutputOf } from '#contract/endpoint.ts';
import { useAsk } from '../../ask.ts';
import { titleOf } from '../../shared/dossier-words.ts';
import { Loaded } from '../../shell/loaded.tsx';
import { SignInFirst } from '../../shell/sign-in-first.tsx';
import { Banner, DemoLine } from '../../ui/banner.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { instantOf, sayClock, sayDeadline, sayShortDate, sayWhen } from '../../ui/format.ts';
import { Header } from '../../ui/header.tsx';
import { ActionBar, Page, Section } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { StatusBadge, stateLook } from '../../ui/status.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { DossierActs } from './dossier-acts.tsx';
import { DossierContent } from './dossier-content.tsx';
import { DossierHistory } from './dossier-history.tsx';
import { FearedWords } from './feared-words.tsx';
import { stepIcon } from './step-icon.ts';

export type Dossier = OutputOf<Api['initiative']>;

export default function DossierScreen() {
  const { id = '' } = useParams();
  const query = useAsk('initiative', { id }, { keep: true });
  const { data } = query;
  return (
    <Page
      header={
        <Header back="/initiatives" heading={false}>
          {data?.code ? <>Hồ sơ {data.code}</> : data ? 'Bản nháp' : 'Hồ sơ'}
        </Header>
      }
      bar={data && mainAct(data)}
    >
      <SignInFirst>
        <Loaded query={query} skeleton={<Skeleton shape="card" />}>
          {(dossier) => <Content dossier={dossier} keptAt={query.keptAt} />}
        </Loaded>
      </SignInFirst>
    </Page>
  );
}

/** The one thing to do now, if there is one. */
function mainAct({ id, allowed, status }: Dossier) {
  if (allowed.includes('answer_supplement'))
    return (
      <ActionBar>
        <ButtonLink to={`/initiatives/${id}/supplement`} icon="attach">
          {status.todo}
        </ButtonLink>
      </ActionBar>
    );
  if (allowed.includes('edit'))
    return (
      <ActionBar>
        <ButtonLink to={`/write/${id}/1`} icon="pen">
          {status.state === 'draft' ? 'Viết tiếp bản nháp' : 'Sửa và nộp lại'}
        </ButtonLink>
      </ActionBar>
    );
  return undefined;
}

function Content({ dossier, keptAt }: { dossier: Dossier; keptAt: Date | null }) {
  const { status, steps } = dossier;
  const look = stateLook[status.state];
  return (
    <>
      {keptAt !== null && (
        <Banner tone="todo" icon="offline" live>
          <strong>Đang không có mạng.</strong> Nội dung này lấy về lúc {sayClock(keptAt)}.
        </Banner>
      )}
      <div className="dossier-title">
        <StatusBadge {...status} />
        <h1 className="h2">{titleOf(dossier)}</h1>
      </div>
      <Task dossier={dossier} />
      <Facts facts={factsOf(dossier)} />
      {status.state !== 'draft' && (
        <Section title="Hồ sơ đã qua những bước nào">
          <Timeline
            card
            steps={steps.map(({ label, when, at, note }) => ({
              label,
              when,
              icon: when === 'now' ? look.icon : stepIcon(label),
              tone: look.tone,
              note: at === null ? note : `${when === 'now' ? 'Từ ' : ''}${sayWhen(instantOf(at))}`,
            }))}
          />
        </Section>
      )}
      <DossierHistory dossier={dossier} />
      <DossierContent dossier={dossier} />
      {status.state !== 'draft' && <FearedWords />}
      <DossierActs dossier={dossier} />
      {dossier.demo && <DemoLine>Dữ liệu trình diễn.</DemoLine>}
    </>
  );
}

/** What the person must do, or that there is nothing to do; always above everything else. */
function Task({ dossier }: { dossier: Dossier }) {
  const { status, supplements } = dossier;
  const look = stateLook[status.state];
  const asked = status.state === 'supplement_requested' && supplements.find((one) => one.answeredAt === null);
  if (asked)
    return (
      <section className="card card-flush tone-todo" aria-label="Việc của anh/chị">
        <div className="asked-head">
          <p className="bold">Anh/chị cần bổ sung {asked.items.length} mục.</p>
          <p>{status.sentence.replace(/^[^.]*\.\s*/, '')}</p>
        </div>
        <ol className="asked">
          {asked.items.map(({ label }, index) => (
            <li key={label}>
              <span className="number" aria-hidden="true">
                {index + 1}
              </span>
              <p>{label}</p>
            </li>
          ))}
        </ol>
      </section>
    );
  return (
    <Banner tone={look.tone} icon={look.icon}>
      <p>{status.sentence}</p>
      {!status.sentence.includes(status.todo) && status.todo.startsWith('Anh/chị') && (
        <p className="bold">{status.todo}</p>
      )}
    </Banner>
  );
}

/** Nobody must confirm by then; the unit is reminded. */
const dueQuestion = ({ state, holder }: Dossier['status']) =>
  state === 'submitted' && holder.startsWith('Thủ trưởng') ? 'Đơn vị được nhắc nếu quá' : 'Trả lời chậm nhất';

function factsOf({ status, submittedAt, unitName, roundName, recognitions }: Dossier) {
  const due = status.dueAt === null ? null : sayDeadline(instantOf(status.dueAt));
  return [
    { icon: 'user' as const, question: 'Ai đang giữ hồ sơ', answer: status.holder },
    {
      icon: 'clock' as const,
      question: status.state === 'supplement_requested' ? 'Được đề nghị lúc nào' : 'Từ lúc nào',
      answer: sayWhen(instantOf(status.since)),
    },
    ...(due === null || status.state === 'supplement_requested'
      ? []
      : [
          {
            icon: 'calendar' as const,
            question: status.mine ? 'Hạn của anh/chị' : dueQuestion(status),
            answer: due,
          },
        ]),
    ...(status.state === 'supplement_requested'
      ? [
          {
            icon: 'info' as const,
            question: 'Gửi bổ sung xong thì sao',
            answer: 'Hồ sơ quay lại đúng bước trước đó, không mất lượt.',
          },
        ]
      : []),
    ...recognitions.map(({ decisionNo, decisionDate, certificateNo }) => ({
      icon: 'medal' as const,
      question: 'Quyết định',
      answer: `Số ${decisionNo} ngày ${sayShortDate(decisionDate)}${certificateNo ? `, giấy chứng nhận số ${certificateNo}` : ''}`,
    })),
    ...(unitName || roundName
      ? [
          {
            icon: 'building' as const,
            question: 'Nộp ở đâu',
            answer: [unitName, roundName, submittedAt && `nộp lúc ${sayWhen(instantOf(submittedAt))}`]
              .filter(Boolean)
              .join(', '),
          },
        ]
      : []),
  ];
}
