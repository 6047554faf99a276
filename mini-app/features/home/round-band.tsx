/** The blue band: which round is open, how long still, and the one button. */

import { Link } from 'react-router-dom';
import type { Home, Round } from '#contract/campaign.ts';
import { sayDay, sayDeadline } from '#domain/calendar.ts';
import { useServerNow } from '../../ask.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { instantOf, sayClock, sayDate } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { Countdown } from './countdown.tsx';

interface RoundBandProps {
  home: Home | undefined;
  /** Where the newest draft goes on. */
  writeAt: string | null;
}

export function RoundBand({ home, writeAt }: RoundBandProps) {
  const open = home?.rounds.filter(({ phase }) => phase === 'open') ?? [];
  const [first, ...others] = open;
  return (
    <>
      <div className="band-when">
        {first ? <OpenRound round={first} others={others} /> : home && <NoRound rounds={home.rounds} />}
      </div>
      <ButtonLink to={writeAt ?? '/write'} icon="pen">
        {writeAt === null ? 'Viết sáng kiến' : 'Viết tiếp bản nháp'}
      </ButtonLink>
      <Link className="band-link" to={writeAt === null ? '/campaign' : '/write'}>
        {writeAt === null ? 'Ai được nộp, xét thế nào?' : 'Viết sáng kiến khác'}
        <Icon name="forward" size="s" />
      </Link>
    </>
  );
}

function OpenRound({ round, others }: { round: Round; others: Round[] }) {
  const serverNow = useServerNow();
  const closes = round.closesAt === null ? null : instantOf(round.closesAt);
  const now = serverNow();
  return (
    <>
      <p className="small muted">{round.name} đang nhận hồ sơ</p>
      {closes && (
        <>
          <Countdown until={closes} />
          <p className="medium">Hạn nộp: {sayDeadline(closes)}</p>
          <p className="tiny muted">
            Tính theo giờ máy chủ, {sayClock(now)} {sayDate(now)}
          </p>
        </>
      )}
      {others.map(({ id, name, closesAt }) => (
        <p key={id} className="tiny muted">
          {name} cũng đang nhận{closesAt === null ? '' : ` đến hết ${sayDay(instantOf(closesAt))}`}.
        </p>
      ))}
    </>
  );
}

/** `planned` rounds come soonest first. */
function NoRound({ rounds }: { rounds: Round[] }) {
  const next = rounds.find(({ phase }) => phase === 'planned');
  const opens = next?.opensAt ? instantOf(next.opensAt) : null;
  return (
    <>
      <p className="small muted">Hiện chưa có đợt nào nhận hồ sơ</p>
      <p className="h1">
        {next && opens ? `${next.name} mở ${sayDate(opens)}` : 'Đợt mới sẽ được báo trước khi mở'}
      </p>
      {opens && <p className="medium">Từ {sayDeadline(opens)}</p>}
      <p className="small muted">Anh/chị viết trước được, bản nháp được giữ đến khi mở đợt.</p>
    </>
  );
}
