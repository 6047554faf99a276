/** Signing in: silent inside Zalo; in a browser by Zalo's own login, or in the rehearsal by choosing a demo person. */

import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { failures } from '#contract/failure.ts';
import { ApiFailure, call } from '../../api.ts';
import { useHome } from '../../ask.ts';

import { usePlatform } from '../../platform/context.tsx';
import { choosePerson } from '../../platform/rehearsal.ts';
import { tabCache } from '../../platform/storage.ts';
import { type SignIn, useSession } from '../../session.tsx';
import { Failed } from '../../shell/loaded.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Header } from '../../ui/header.tsx';
import { List, ListAction } from '../../ui/list.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';

/** Only a place of ours: a link from outside must not lead elsewhere after signing in. */
function placeAfter(next: string | null): string {
  return next?.startsWith('/') && !next.startsWith('//') ? next : '/';
}

const nextKey = 'after-sign-in';

const sayings: Record<Exclude<SignIn, 'done'>, string> = {
  choose: 'Chọn một người ở dưới để đóng vai.',
  refused: 'Anh/chị chưa đồng ý để Zalo cho biết mình là ai. Vẫn xem và viết nháp được như thường.',
  offline: 'Đang không có mạng. Có mạng rồi thử lại, nội dung đã viết vẫn giữ.',
  failed: 'Zalo chưa trả lời. Thử lại sau ít phút, nội dung đã viết vẫn giữ.',
};

/** What Zalo's login page came back with, as a code of ours. */
const sayFailure = (code: string): string =>
  code in failures ? failures[code as keyof typeof failures][1] : sayings.failed;

export default function SignInScreen() {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const platform = usePlatform();
  const { data: home } = useHome();
  const { me, signIn, adopt } = useSession();
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);
  const ticket = params.get('ticket');
  const failure = params.get('failure');
  const next = placeAfter(params.get('next') ?? rememberedNext());

  useEffect(() => {
    if (ticket === null) return;
    call('redeemTicket', { ticket }).then(adopt, (error: unknown) =>
      setTrouble(error instanceof ApiFailure ? error.message : sayings.failed),
    );
  }, [ticket, adopt]);

  useEffect(() => {
    if (me !== null) navigate(next, { replace: true });
  }, [me, next, navigate]);

  const withZalo = async () => {
    if (platform.name === 'browser') {
      rememberNext(next);
      window.location.assign('/auth/zalo');
      return;
    }
    setBusy(true);
    const ended = await signIn();
    setBusy(false);
    if (ended !== 'done') setTrouble(sayings[ended]);
  };

  const rehearsal = home?.rehearsal === true && platform.name === 'browser';
  const said = trouble ?? (failure === null ? undefined : sayFailure(failure));
  return (
    <Page header={<Header back={next}>Đăng nhập</Header>}>
      {said !== undefined && (
        <Banner tone="todo" live>
          {said}
        </Banner>
      )}
      {ticket !== null && said === undefined && <Skeleton />}
      {rehearsal ? (
        <ChoosePerson onTrouble={setTrouble} />
      ) : (
        home && (
          <>
            <p>
              Đăng nhập để giữ bản nháp trên máy chủ, nộp và theo dõi hồ sơ. Zalo chỉ cho chúng tôi biết tên
              và mã người dùng của anh/chị; không có số điện thoại, danh bạ hay tin nhắn.
            </p>
            <Button icon="user" onClick={() => void withZalo()} busy={busy ? 'Đang hỏi Zalo…' : undefined}>
              Đăng nhập bằng Zalo
            </Button>
          </>
        )
      )}
    </Page>
  );
}

/** Where to go on after Zalo's own login page, which knows nothing of our addresses. */
const rememberNext = (next: string) => tabCache.set(nextKey, next);
const rememberedNext = () => tabCache.get(nextKey);

interface DemoPerson {
  appUserId: string;
  name: string;
  note: string;
}

async function demoPeople(): Promise<DemoPerson[]> {
  const answer = await fetch('/sandbox/control/people');
  if (!answer.ok) throw new ApiFailure('unexpected', 'Phần diễn tập chưa trả lời.');
  return (await answer.json()) as DemoPerson[];
}

function ChoosePerson({ onTrouble }: { onTrouble: (words: string | undefined) => void }) {
  const { signIn } = useSession();
  const people = useQuery({ queryKey: ['demo-people'], queryFn: demoPeople });
  const [busy, setBusy] = useState<string | null>(null);

  const choose = async (person: DemoPerson) => {
    onTrouble(undefined);
    setBusy(person.appUserId);
    choosePerson(person.appUserId);
    const ended = await signIn();
    setBusy(null);
    if (ended !== 'done') onTrouble(sayings[ended]);
  };

  return (
    <>
      <div>
        <h2>Chọn người để đóng vai</h2>
        <p className="muted">
          Đây là buổi diễn tập trên trình duyệt. Trong Zalo thật, anh/chị không phải chọn: Zalo cho biết
          anh/chị là ai.
        </p>
      </div>
      {people.data ? (
        <List>
          {people.data.map((person) => (
            <ListAction
              key={person.appUserId}
              icon="user"
              plain={false}
              title={person.name}
              line={busy === person.appUserId ? 'Đang vào vai…' : person.note}
              onClick={() => void choose(person)}
            />
          ))}
        </List>
      ) : people.error ? (
        <Failed error={people.error} busy={people.isFetching} onRetry={people.refetch} />
      ) : (
        <Skeleton />
      )}
    </>
  );
}
