/** Writing an initiative: opens the draft once and shows the step that the address names. */

import { useEffect, useState } from 'react';
import { Navigate, useLocation, useNavigate, useParams } from 'react-router-dom';
import { useOwner } from '../../shared/owner.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Header } from '../../ui/header.tsx';
import { Page } from '../../ui/page.tsx';
import { useMessage } from '../../ui/snackbar.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { CheckScreen } from './check-screen.tsx';
import { DoneScreen } from './done-screen.tsx';
import { stepCount } from './draft-form.ts';
import type { Keeper } from './draft-keeper.ts';
import type { FreshState } from './new-draft.tsx';
import { OtherVersionScreen } from './other-version-screen.tsx';
import { StepScreen } from './step-screen.tsx';
import { useDraft, useKept } from './use-draft.ts';
import { VersionsScreen } from './versions-screen.tsx';

export default function WriteScreen() {
  const { id = '', step = '' } = useParams();
  if (step === 'done') return <DoneScreen id={id} />;
  return <WithOwner key={id} id={id} step={step} />;
}

/** Whose draft it is stays what it was when the draft was opened, also when the login ends meanwhile. */
function WithOwner({ id, step }: { id: string; step: string }) {
  const found = useOwner();
  const [owner, setOwner] = useState(found);
  useEffect(() => setOwner((known) => known ?? found), [found]);
  if (owner === null) return <Opening />;
  return <Opened id={id} owner={owner} step={step} />;
}

const Opening = () => (
  <Page header={<Header back="/">Viết sáng kiến</Header>}>
    <Skeleton />
  </Page>
);

function Opened({ id, owner, step }: { id: string; owner: string; step: string }) {
  const number = Number(step);
  const isStep = Number.isInteger(number) && number >= 1 && number <= stepCount;
  const { state } = useLocation();
  const fresh = (state as FreshState | null)?.fresh === true;
  const opening = useDraft(id, owner, isStep ? number : stepCount, fresh);
  if (opening.kind === 'opening') return <Opening />;
  if (opening.kind === 'handed_in') return <HandedIn id={id} />;
  if (opening.kind === 'absent') return <Absent why={opening.why} />;
  return <Writing id={id} owner={owner} step={isStep ? number : step} keeper={opening.keeper} />;
}

const absences = {
  sign_in: {
    icon: 'user',
    title: 'Bản nháp này không có trên máy này',
    text: 'Nếu anh/chị đã viết trên máy khác, đăng nhập để lấy từ máy chủ.',
  },
  gone: {
    icon: 'search',
    title: 'Bản nháp này không còn',
    text: 'Có thể anh/chị đã xóa nó trên máy khác. Các hồ sơ khác vẫn ở mục Hồ sơ.',
  },
  offline: {
    icon: 'offline',
    title: 'Chưa lấy được bản nháp',
    text: 'Bản nháp này nằm trên máy chủ mà máy chưa nối được mạng. Có mạng rồi mở lại, chữ vẫn giữ.',
  },
} as const;

/** An old or a foreign link: never an empty form where somebody expects text. */
function Absent({ why }: { why: keyof typeof absences }) {
  const { icon, title, text } = absences[why];
  const { pathname } = useLocation();
  return (
    <Page header={<Header back="/">Viết sáng kiến</Header>}>
      <EmptyState
        icon={icon}
        title={title}
        action={
          <>
            {why === 'sign_in' && (
              <ButtonLink to={`/sign-in?next=${encodeURIComponent(pathname)}`}>Đăng nhập</ButtonLink>
            )}
            {why === 'offline' && (
              <Button icon="retry" onClick={() => window.location.reload()}>
                Thử lại
              </Button>
            )}
            {why === 'gone' && <ButtonLink to="/initiatives">Xem hồ sơ của tôi</ButtonLink>}
            <ButtonLink to="/write" look="text">
              Viết sáng kiến mới
            </ButtonLink>
          </>
        }
      >
        {text}
      </EmptyState>
    </Page>
  );
}

/** "Back" after handing in, or a second phone: harmless, and it says so. */
function HandedIn({ id }: { id: string }) {
  const say = useMessage();
  const navigate = useNavigate();
  useEffect(() => {
    say('Hồ sơ này đã nộp, không bị gửi lần hai.');
    navigate(`/initiatives/${id}`, { replace: true });
  }, [say, navigate, id]);
  return <Opening />;
}

interface WritingProps {
  id: string;
  owner: string;
  step: number | string;
  keeper: Keeper;
}

function Writing({ id, owner, step, keeper }: WritingProps) {
  const draft = useKept(keeper);
  if (draft.theirs !== null) return <VersionsScreen keeper={keeper} draft={draft} theirs={draft.theirs} />;
  if (step === 'check') return <CheckScreen id={id} owner={owner} keeper={keeper} draft={draft} />;
  if (step === 'other' && draft.other !== null)
    return <OtherVersionScreen id={id} keeper={keeper} draft={draft} other={draft.other} />;
  if (typeof step === 'number')
    return <StepScreen key={step} id={id} step={step} keeper={keeper} draft={draft} />;
  return <Navigate to={`/write/${id}/1`} replace />;
}
