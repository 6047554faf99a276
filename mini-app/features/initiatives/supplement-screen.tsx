/** Answering what was asked for: each item in place; the text stays on the phone until it has been sent. */

import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router-dom';
import type { FieldProblem } from '#contract/failure.ts';
import { ApiFailure, call } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { usePlatform } from '../../platform/context.tsx';
import { useOwner } from '../../shared/owner.ts';
import { Loaded } from '../../shell/loaded.tsx';
import { SignInFirst } from '../../shell/sign-in-first.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { instantOf, sayDeadline } from '../../ui/format.ts';
import { Header } from '../../ui/header.tsx';
import { ActionBar, Page } from '../../ui/page.tsx';
import { type Saved, SavedLine } from '../../ui/saved-line.tsx';
import { useMessage } from '../../ui/snackbar.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import type { Dossier } from './dossier-screen.tsx';

const answerLimit = 3_000;

export default function SupplementScreen() {
  const { id = '' } = useParams();
  const query = useAsk('initiative', { id });
  const owner = useOwner();
  if (query.data && owner !== null) return <Answering key={id} dossier={query.data} owner={owner} />;
  return (
    <Page header={<Header back={`/initiatives/${id}`}>Bổ sung hồ sơ</Header>}>
      <SignInFirst>
        <Loaded query={query}>{() => <Skeleton />}</Loaded>
      </SignInFirst>
    </Page>
  );
}

/** Answers on the phone, by the day on which they were asked for: a second request starts empty. */
function useAnswers(key: string, count: number) {
  const { storage } = usePlatform();
  const [answers, setAnswers] = useState<string[] | null>(null);
  const [saved, setSaved] = useState<Saved>({ place: 'nothing' });
  const timer = useRef<ReturnType<typeof setTimeout>>();

  useEffect(() => {
    let current = true;
    void storage.get(key).then((text) => {
      const kept = text === null ? [] : text.split('\u0000');
      if (current) setAnswers(Array.from({ length: count }, (_, index) => kept[index] ?? ''));
    });
    return () => {
      current = false;
    };
  }, [storage, key, count]);

  const change = (index: number, text: string) => {
    const next = (answers ?? []).map((answer, i) => (i === index ? text : answer));
    setAnswers(next);
    setSaved({ place: 'saving' });
    clearTimeout(timer.current);
    timer.current = setTimeout(async () => {
      const kept = await storage.set(key, next.join('\u0000'));
      setSaved(kept ? { place: 'device', at: new Date() } : { place: 'failed' });
    }, 400);
  };
  return { answers, change, saved, forget: () => storage.remove(key) };
}

function Answering({ dossier, owner }: { dossier: Dossier; owner: string }) {
  const { id, version, allowed, supplements } = dossier;
  const open = supplements.find(({ answeredAt }) => answeredAt === null);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const say = useMessage();
  const items = open?.items ?? [];
  const { answers, change, saved, forget } = useAnswers(
    `supplement:${owner}:${id}:${open?.askedAt ?? ''}`,
    items.length,
  );
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);
  const underWay = useRef(false);

  if (!open || !allowed.includes('answer_supplement')) return <Navigate to={`/initiatives/${id}`} replace />;

  async function send(event: FormEvent) {
    event.preventDefault();
    if (underWay.current || answers === null) return;
    const missing = items.flatMap(({ label }, index) =>
      answers[index]?.trim()
        ? []
        : [{ field: `answers.${index}`, message: `Trả lời mục ${index + 1}, “${label}”` }],
    );
    setProblems(missing);
    setAttempt((count) => count + 1);
    setTrouble(undefined);
    if (missing.length > 0) return;
    underWay.current = true;
    setBusy(true);
    try {
      await call('answerSupplement', { id, version, answers });
      await forget();
      await queries.invalidateQueries();
      say('Đã gửi bổ sung. Hồ sơ đi tiếp, không mất lượt.');
      navigate(`/initiatives/${id}`, { replace: true });
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error;
      if (error.fields.length > 0) setProblems(error.fields);
      else setTrouble(error.message);
      if (error.code === 'changed') await queries.invalidateQueries({ queryKey: ['initiative'] });
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  }

  return (
    <Page
      header={
        <Header back={`/initiatives/${id}`} heading={false}>
          Bổ sung hồ sơ
        </Header>
      }
      bar={
        <ActionBar saved={<SavedLine saved={saved} />}>
          <Button submit icon="send" busy={busy ? 'Đang gửi…' : undefined}>
            Gửi bổ sung
          </Button>
        </ActionBar>
      }
      onSubmit={(event) => void send(event)}
    >
      <ErrorSummary problems={problems} attempt={attempt} />
      {trouble !== undefined && (
        <Banner tone="todo" live>
          {trouble}
        </Banner>
      )}
      <div>
        <h1>Bổ sung {items.length} mục cho hồ sơ</h1>
        <p className="muted">
          Trước {sayDeadline(instantOf(open.dueAt))}. Gửi xong, hồ sơ quay lại đúng bước trước đó.
        </p>
      </div>
      {answers === null ? (
        <Skeleton />
      ) : (
        <div className="form">
          {items.map(({ label }, index) => (
            <TextArea
              key={label}
              id={`answers.${index}`}
              label={`${index + 1}. ${label}`}
              error={problems.find(({ field }) => field === `answers.${index}`)?.message}
              limit={answerLimit}
              rows={4}
              value={answers[index] ?? ''}
              onChange={(event) => change(index, event.target.value)}
            />
          ))}
        </div>
      )}
    </Page>
  );
}
