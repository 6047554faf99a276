/** One dossier at the desk: its answers are read and judged in place; the next step and the history stand beside them. */

import { useState } from 'react';
import { useParams } from 'react-router-dom';
import type { Detail } from '#contract/initiative.ts';
import { useAsk, useHome, useServerNow } from '../../ask.ts';
import { type FormPart, partsOf } from '../../shared/form-parts.tsx';
import { type Kept, useKept } from '../../shared/kept.ts';
import { Loaded } from '../../shell/loaded.tsx';
import { sayShortDate } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { StatusBadge } from '../../ui/status.tsx';
import { ActDialogs } from './act-dialogs.tsx';
import { AnswersCard } from './answers-card.tsx';
import { DeskPage } from './desk-page.tsx';
import { HistoryPanel, OutcomePanel, SupplementPanels } from './dossier-panels.tsx';
import { DueWords } from './dossier-rows.tsx';
import { dueOf } from './due.ts';
import { type DeskAction, type Intake, isJudged, nothingSeen } from './intake.ts';
import { StepBar, StepPanel } from './next-step.tsx';
import { Columns } from './parts.tsx';
import { useFrame } from './wide.ts';

export default function DossierScreen() {
  const { id = '' } = useParams();
  // Marks and open dialogs belong to one dossier.
  return <OneDossier key={id} id={id} />;
}

function OneDossier({ id }: { id: string }) {
  const query = useAsk('initiative', { id });
  const intake = useKept<Intake>(`intake:${id}`, nothingSeen);
  const [act, setAct] = useState<DeskAction | null>(null);
  const { data: home } = useHome();
  const frame = useFrame();
  const dossier = query.data;
  const parts = dossier ? partsOf(dossier.form, home?.organisation.levels ?? []) : [];
  const step = dossier && { dossier, intake: intake.value, parts, onAct: setAct };
  return (
    <DeskPage
      title={dossier?.title ?? 'Hồ sơ'}
      short={dossier?.code ? <span className="code">{dossier.code}</span> : undefined}
      crumb={{ to: '/desk/initiatives', label: 'Hồ sơ' }}
      beside={dossier && <DossierFacts dossier={dossier} />}
      bar={step && <StepBar {...step} />}
    >
      <Loaded query={query} skeleton={<Skeleton rows={5} shape="card" />}>
        {(one) => (
          <>
            <Columns
              side={
                <>
                  {frame && step && <StepPanel {...step} />}
                  <OutcomePanel dossier={one} />
                  <SupplementPanels dossier={one} />
                  <HistoryPanel dossier={one} />
                </>
              }
            >
              <Answers dossier={one} parts={parts} intake={intake} />
            </Columns>
            <ActDialogs
              act={act}
              dossier={one}
              parts={parts}
              intake={intake}
              onClose={() => setAct(null)}
              onAct={setAct}
              onFresh={() => void query.refetch()}
            />
          </>
        )}
      </Loaded>
    </DeskPage>
  );
}

interface AnswersProps {
  dossier: Detail;
  parts: FormPart[];
  intake: Kept<Intake>;
}

function Answers({ dossier, parts, intake }: AnswersProps) {
  return <AnswersCard parts={parts} judging={isJudged(dossier)} intake={intake} />;
}

function DossierFacts({ dossier }: { dossier: Detail }) {
  const now = useServerNow()();
  const { status, code, unitName, roundName, submittedAt } = dossier;
  const frame = useFrame();
  return (
    <>
      <StatusBadge {...status} />
      {frame && code !== null && <span className="code">{code}</span>}
      <span className="fact">
        <Icon name="building" size="xs" />
        {[unitName, roundName].filter(Boolean).join(' · ')}
      </span>
      {submittedAt !== null && (
        <span className="fact">
          <Icon name="send" size="xs" />
          Nhận {sayShortDate(new Date(submittedAt))}
        </span>
      )}
      <DueWords due={dueOf(status, now)} inline />
    </>
  );
}
