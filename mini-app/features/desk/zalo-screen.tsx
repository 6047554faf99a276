/** The link to Zalo: what works, what is held, and for an administrator the way to be well again. */

import { useSearchParams } from 'react-router-dom';
import { type FailureCode, failures } from '#contract/failure.ts';
import { useHome } from '../../ask.ts';
import { usePlatform } from '../../platform/context.tsx';
import { useSession } from '../../session.tsx';
import { DeedFailed, useDeed } from '../../shared/deed.tsx';
import { Loaded } from '../../shell/loaded.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { formatNumber, instantOf, sayWhen } from '../../ui/format.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { Badge } from '../../ui/status.tsx';
import type { Tone } from '../../ui/tone.ts';
import { DeskPage } from './desk-page.tsx';
import { MenuPanel } from './menu-panel.tsx';
import { Columns, Panel } from './parts.tsx';
import { type Health, healthLook, useHealth } from './zalo-health.ts';

const isFailure = (code: string): code is FailureCode => code in failures;

export default function ZaloScreen() {
  const { data: home } = useHome();
  const health = useHealth();
  return (
    <DeskPage
      title="Kết nối Zalo"
      beside={home && <span>Trang “{home.organisation.pageName}”</span>}
      actions={
        <Button
          look="secondary"
          slim
          icon="retry"
          busy={health.isFetching && health.data !== undefined ? 'Đang xem lại…' : undefined}
          onClick={() => void health.refetch()}
        >
          Xem lại ngay
        </Button>
      }
    >
      <JustReturned />
      <Loaded query={health} skeleton={<Skeleton rows={3} shape="card" />}>
        {(data) => (
          <>
            {data.state !== 'ok' && (
              <section className="alarm" role="alert">
                <Icon name={healthLook[data.state].icon} />
                <div>
                  <h2 className="h3">{data.sentence}</h2>
                  <p>
                    {formatNumber(data.waiting)} tin đang giữ trong hàng đợi. Mini app, tra cứu, nộp hồ sơ và
                    trang công khai vẫn chạy.
                  </p>
                </div>
              </section>
            )}
            <Columns
              side={
                <>
                  <Connect health={data} />
                  <MenuPanel />
                </>
              }
            >
              <State health={data} />
            </Columns>
          </>
        )}
      </Loaded>
    </DeskPage>
  );
}

/** Zalo sends the administrator back here with the outcome in the address. */
function JustReturned() {
  const [search] = useSearchParams();
  const failure = search.get('failure');
  if (search.get('connected') === '1')
    return (
      <Banner tone="ok" icon="check-circle" live>
        Đã kết nối trang Zalo. Tin đang giữ sẽ tự gửi tiếp.
      </Banner>
    );
  if (failure === null) return null;
  return (
    <Banner tone="danger" icon="warn" live>
      {failure === 'zalo_refused' || !isFailure(failure)
        ? 'Zalo chưa cho phép kết nối: liên kết đã dùng, đã quá 10 phút, hoặc người mở không phải quản trị của trang. Bấm kết nối lại để thử lần nữa.'
        : failures[failure][1]}
    </Banner>
  );
}

function State({ health }: { health: Health }) {
  const look = healthLook[health.state];
  const rows: { icon: IconName; what: string; tone: Tone; sign: IconName; now: string; about: string }[] = [
    {
      icon: 'lock',
      what: 'Quyền gửi thay mặt trang',
      tone: look.tone,
      sign: look.icon,
      now: look.words,
      about:
        health.tokenExpiresAt === null
          ? 'Chưa có khóa gửi.'
          : `Khóa đang dùng có hạn tới ${sayWhen(instantOf(health.tokenExpiresAt))}, hệ thống tự làm mới.`,
    },
    {
      icon: 'send',
      what: 'Hàng đợi',
      tone: health.waiting > 0 ? 'todo' : 'ok',
      sign: health.waiting > 0 ? 'clock' : 'check',
      now: health.waiting > 0 ? `đang giữ ${formatNumber(health.waiting)} tin` : 'trống',
      about: 'Mỗi tin đi một lần; tin đang giữ không mất.',
    },
    {
      icon: 'info',
      what: 'Chưa rõ kết quả',
      tone: health.unknown > 0 ? 'todo' : 'ok',
      sign: health.unknown > 0 ? 'warn' : 'check',
      now: `${formatNumber(health.unknown)} tin`,
      about: 'Mất kết nối đúng lúc gửi. Không gửi lại mù.',
    },
    {
      icon: 'chat',
      what: 'Tin từ Zalo',
      tone: health.lastHeardAt === null ? 'todo' : 'ok',
      sign: health.lastHeardAt === null ? 'clock' : 'check',
      now: health.lastHeardAt === null ? 'chưa có' : sayWhen(instantOf(health.lastHeardAt)),
      about: 'Lần cuối Zalo báo có người nhắn, quan tâm hoặc nhận tin.',
    },
    ...(health.rehearsal
      ? [
          {
            icon: 'device' as const,
            what: 'Nơi gửi',
            tone: 'spark' as const,
            sign: 'info' as const,
            now: 'diễn tập',
            about: 'Zalo tại chỗ, không có gì rời khỏi máy này.',
          },
        ]
      : []),
  ];
  return (
    <Panel title="Tình trạng" flush>
      <ul className="health divided">
        {rows.map(({ icon, what, tone, sign, now, about }) => (
          <li key={what}>
            <Icon name={icon} size="s" />
            <b>{what}</b>
            <Badge tone={tone} icon={sign}>
              {now}
            </Badge>
            <span className="muted">{about}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Connect({ health }: { health: Health }) {
  const { me } = useSession();
  const platform = usePlatform();
  const isAdmin = me?.roles.some(({ role }) => role === 'admin') ?? false;
  const deed = useDeed('connectZalo', ({ url }) => {
    // In a browser the way back leads into this very tab; inside Zalo the page opens beside the mini app.
    if (platform.name === 'browser') window.location.assign(url);
    else void platform.openUrl(url);
  });
  const steps = [
    ['Dừng gửi', 'Khi mất quyền, hệ thống tự giữ tin lại.'],
    [
      'Quản trị trang mở liên kết cho phép',
      'Người này phải là quản trị của trang trên Zalo. Liên kết dùng một lần, hết hạn sau 10 phút.',
    ],
    ['Mở lại hàng đợi', `${formatNumber(health.waiting)} tin đang giữ tự đi, mỗi tin một lần.`],
  ];
  return (
    <Panel title={health.state === 'ok' ? 'Kết nối lại khi cần' : 'Kết nối lại, khoảng 3 phút'}>
      <ol className="ways">
        {steps.map(([title, about], index) => (
          <li key={title}>
            <span className="ways-number" aria-hidden="true">
              {index + 1}
            </span>
            <span>
              <b>{title}</b>
              <span className="table-under">{about}</span>
            </span>
          </li>
        ))}
      </ol>
      <DeedFailed failure={deed.failure} />
      {isAdmin ? (
        <Button
          look={health.state === 'ok' ? 'secondary' : 'main'}
          icon="chat"
          busy={deed.busy ? 'Đang mở…' : undefined}
          onClick={() => deed.run({})}
        >
          {health.state === 'not_connected' ? 'Kết nối trang Zalo' : 'Kết nối lại'}
        </Button>
      ) : (
        <p className="muted">Chỉ quản trị kết nối được. Nhờ quản trị của bàn làm việc mở trang này.</p>
      )}
    </Panel>
  );
}
