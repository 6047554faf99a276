/** The unit head reads one initiative, then confirms it or returns it with a reason that is tied to one part. */

import './unit.css';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import type { Detail } from '#contract/initiative.ts';
import { useAsk, useHome } from '../../ask.ts';
import { DeedFailed, useDeed } from '../../shared/deed.tsx';
import { partsOf, sayAuthors, sayFirstDay, sayFirstResult } from '../../shared/form-parts.tsx';
import { Loaded } from '../../shell/loaded.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Header } from '../../ui/header.tsx';
import { ActionBar, Page, Section } from '../../ui/page.tsx';
import { useMessage } from '../../ui/snackbar.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { StatusBadge } from '../../ui/status.tsx';
import { ReturnSheet } from './return-sheet.tsx';

export default function ReviewScreen() {
  const { id = '' } = useParams();
  // What is typed belongs to one dossier.
  return <Review key={id} id={id} />;
}

function Review({ id }: { id: string }) {
  const query = useAsk('initiative', { id });
  const dossier = query.data;
  const [returning, setReturning] = useState(false);
  const navigate = useNavigate();
  const say = useMessage();
  const confirm = useDeed('confirm', () => {
    say('Đã xác nhận. Tác giả và cơ quan Thường trực nhận thông báo.');
    navigate('/confirm', { replace: true });
  });
  const fresh = () => {
    confirm.reset();
    void query.refetch();
  };

  const bar = dossier?.allowed.includes('confirm') ? (
    <ActionBar note="Xác nhận nghĩa là: sáng kiến đã được dùng tại đơn vị." pair>
      <Button look="secondary" onClick={() => setReturning(true)}>
        Trả lại
      </Button>
      <Button
        icon="check"
        busy={confirm.busy ? 'Đang xác nhận…' : undefined}
        onClick={() => confirm.run({ id, version: dossier.version })}
      >
        Xác nhận
      </Button>
    </ActionBar>
  ) : undefined;

  return (
    <Page
      header={
        <Header back="/confirm" heading={dossier === undefined}>
          {dossier?.code ? (
            <>
              Hồ sơ <span className="code">{dossier.code}</span>
            </>
          ) : (
            'Xác nhận sáng kiến'
          )}
        </Header>
      }
      bar={bar}
    >
      <Loaded query={query} skeleton={<Skeleton rows={4} shape="card" />}>
        {(one) => (
          <>
            <DeedFailed failure={confirm.failure} onFresh={fresh} />
            <Reading dossier={one} />
            <ReturnSheet dossier={one} open={returning} onClose={() => setReturning(false)} onFresh={fresh} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

const newPoint = ['before', 'newPoint', 'measures'];
/** Said above already, or of no concern to the unit. */
const leftOut = ['title', 'authors', 'firstAppliedOn', 'appliedAt', 'consentPublishName'];

function Reading({ dossier }: { dossier: Detail }) {
  const { data: home } = useHome();
  const { form, status } = dossier;
  const parts = partsOf(form, home?.organisation.levels ?? []).filter(({ empty }) => !empty);
  const firstResult = sayFirstResult(form);
  return (
    <>
      <div className="queue-title">
        <StatusBadge {...status} />
        <h1 className="h2">{dossier.title}</h1>
        <p className="small muted">{sayAuthors(form)}</p>
      </div>
      {!dossier.allowed.includes('confirm') && <Banner icon="info">{status.sentence}</Banner>}
      <Facts
        facts={[
          {
            icon: 'calendar' as const,
            question: 'Áp dụng lần đầu',
            answer: [sayFirstDay(form), form.appliedAt].filter((words) => words !== '').join('. '),
          },
          { icon: 'spark' as const, question: 'Kết quả tác giả nêu', answer: firstResult },
        ].filter(({ answer }) => answer !== '')}
      />
      <Section title="Điểm mới">
        <Parts parts={parts.filter(({ part }) => newPoint.includes(part))} />
      </Section>
      <Section title="Các phần còn lại">
        <Parts parts={parts.filter(({ part }) => !newPoint.includes(part) && !leftOut.includes(part))} />
      </Section>
    </>
  );
}

const Parts = ({ parts }: { parts: ReturnType<typeof partsOf> }) => (
  <dl className="card queue-parts">
    {parts.map(({ part, question, answer }) => (
      <div key={part}>
        <dt className="small bold muted">{question}</dt>
        <dd>{answer}</dd>
      </div>
    ))}
  </dl>
);
