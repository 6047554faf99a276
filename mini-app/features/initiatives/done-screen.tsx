/** The confirmation: the code, who holds it now, by when; "đã nộp" is not "được công nhận". Can be opened again at any time. */

import { useLocation } from 'react-router-dom';
import type { Api } from '#contract/api.ts';
import type { OutputOf } from '#contract/endpoint.ts';
import { useAsk, useHome } from '../../ask.ts';
import { usePlatform } from '../../platform/context.tsx';
import { Loaded } from '../../shell/loaded.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { instantOf, sayDate, sayWhen } from '../../ui/format.ts';
import { Header } from '../../ui/header.tsx';
import { ActionBar, Page, Section } from '../../ui/page.tsx';
import { useMessage } from '../../ui/snackbar.tsx';
import { stateLook } from '../../ui/status.tsx';
import { Timeline, type TimelineStep } from '../../ui/timeline.tsx';
import { stepIcon } from './step-icon.ts';

type Detail = OutputOf<Api['initiative']>;

export function DoneScreen({ id }: { id: string }) {
  const { state } = useLocation();
  const repeated = (state as { repeated?: boolean } | null)?.repeated === true;
  const query = useAsk('initiative', { id });
  return (
    <Page
      header={<Header heading={false}>{query.data?.roundName ?? 'Nộp sáng kiến'}</Header>}
      band={<Received detail={query.data} repeated={repeated} />}
      opening
      bar={
        <ActionBar>
          <ButtonLink to={`/initiatives/${id}`}>Theo dõi hồ sơ</ButtonLink>
          <ButtonLink to="/" look="text">
            Về trang chủ
          </ButtonLink>
        </ActionBar>
      }
    >
      <Loaded query={query}>{(detail) => <Next detail={detail} />}</Loaded>
    </Page>
  );
}

function Received({ detail, repeated }: { detail: Detail | undefined; repeated: boolean }) {
  const platform = usePlatform();
  const say = useMessage();
  const code = detail?.code ?? null;
  const at = detail?.submittedAt ?? null;
  const copy = async () => {
    const copied = code === null ? null : await platform.copyText(code);
    say(copied?.kind === 'ok' ? 'Đã chép mã hồ sơ' : 'Máy này không cho chép. Anh/chị ghi lại mã hồ sơ.');
  };
  return (
    <>
      <h1 className="display">
        {repeated ? 'Hồ sơ này đã được nhận trước đó' : 'Đã nhận sáng kiến của anh/chị'}
      </h1>
      <p className="muted">
        {at === null ? '\u00a0' : `Nhận lúc ${sayWhen(instantOf(at))}`}
        {repeated && '. Hồ sơ không bị nộp hai lần.'}
      </p>
      {code !== null && (
        <div className="band-value">
          <div>
            <p className="tiny muted">Mã hồ sơ</p>
            <p className="code">{code}</p>
          </div>
          <Button slim icon="copy" onClick={() => void copy()}>
            Chép mã
          </Button>
        </div>
      )}
    </>
  );
}

function Next({ detail }: { detail: Detail }) {
  const { data: home } = useHome();
  const { status } = detail;
  const due = status.dueAt === null ? null : instantOf(status.dueAt);
  const waitsForUnit = status.state === 'submitted' && home?.organisation.unitConfirmation === true;
  const steps: TimelineStep[] = [
    { label: 'Đã nộp', when: 'done', note: 'Biên nhận đã gửi vào mục Thông báo.' },
    {
      label: `${status.holder} ${waitsForUnit ? 'xác nhận' : 'kiểm tra'}`,
      when: 'now',
      icon: stateLook[status.state].icon,
      note:
        due === null ? null : `${waitsForUnit ? 'Đơn vị được nhắc nếu quá' : 'Chậm nhất'} ${sayDate(due)}.`,
    },
    ...detail.steps
      .filter(({ when, label }) => when === 'next' && label !== 'Đơn vị xác nhận')
      .map(({ label }): TimelineStep => ({ label, when: 'next', icon: stepIcon(label) })),
  ];
  return (
    <>
      <Section title="Việc tiếp theo">
        <Timeline steps={steps} />
      </Section>
      <Banner>
        “Đã nộp” chưa phải là “được công nhận”. Nếu mở lại trang này, hồ sơ không bị gửi lần hai.
      </Banner>
    </>
  );
}
