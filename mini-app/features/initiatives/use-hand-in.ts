/** Handing in: once, however often it is tapped; what went wrong is said, and nothing is lost. */

import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { FieldProblem } from '#contract/failure.ts';
import { ApiFailure, call } from '../../api.ts';
import { usePlatform } from '../../platform/context.tsx';
import { useSession } from '../../session.tsx';
import { removeDraft } from '../../shared/draft-list.ts';
import type { Keeper } from './draft-keeper.ts';
import { rememberAnswers } from './last-answers.ts';
import { mayEdit, onServer } from './use-draft.ts';

interface HandIn {
  id: string;
  owner: string;
  keeper: Keeper;
}

export interface Trouble {
  icon: 'offline' | 'info';
  words: string;
}

export function useHandIn({ id, owner, keeper }: HandIn) {
  const { storage } = usePlatform();
  const { me, signIn, refresh } = useSession();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [closed, setClosed] = useState(false);
  // Five quick taps come before the button has been drawn again.
  const underWay = useRef(false);

  async function submit(again = true): Promise<void> {
    const { form, version, unit } = keeper.get();
    try {
      const { repeated } = await call('submit', { id, version, form });
      await keeper.discard();
      await rememberAnswers(storage, owner, form, unit);
      await removeDraft(storage, owner, id);
      await queries.invalidateQueries();
      void refresh().catch(() => undefined);
      navigate(`/write/${id}/done`, { replace: true, state: { repeated } });
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error;
      if (error.code === 'changed' && again && (await takeUp())) return submit(false);
      fail(error);
    }
  }

  /** True when the server only had this very text already, under a version whose number got lost on the way. */
  async function takeUp(): Promise<boolean> {
    const detail = await call('initiative', { id });
    if (!mayEdit(detail)) return false;
    keeper.meet(onServer(detail, null));
    return keeper.get().theirs === null;
  }

  function fail(error: ApiFailure) {
    const fields = error.fields.map(({ field, message }) => ({
      field: field.replace(/^form\./, ''),
      message,
    }));
    if (error.code === 'round_closed' || error.code === 'round_not_open') setClosed(true);
    else if (error.code === 'changed') setTrouble({ icon: 'info', words: error.message });
    else if (error.code === 'sign_in') askToSignIn();
    else if (error.code === 'offline')
      setTrouble({
        icon: 'offline',
        words:
          'Chưa biết máy chủ đã nhận hay chưa vì mất mạng giữa chừng. Khi có mạng, anh/chị bấm nộp lại: hồ sơ không bị nộp hai lần.',
      });
    else if (fields.length > 0) show(fields);
    else setTrouble({ icon: 'info', words: error.message });
  }

  function show(found: FieldProblem[]) {
    setProblems(found);
    setAttempt((count) => count + 1);
  }

  const askToSignIn = () => navigate(`/sign-in?next=${encodeURIComponent(`/write/${id}/check`)}`);

  async function send(found: FieldProblem[]) {
    if (underWay.current) return;
    show(found);
    setTrouble(null);
    if (found.length > 0) return;
    underWay.current = true;
    setBusy(true);
    try {
      if (me === null) {
        const signedIn = await signIn();
        if (signedIn === 'choose' || signedIn === 'refused') return askToSignIn();
        if (signedIn !== 'done')
          return setTrouble({
            icon: 'offline',
            words: 'Chưa nối được để nộp. Chữ anh/chị viết vẫn giữ trên máy này.',
          });
      }
      await keeper.flush();
      if (keeper.get().theirs === null) await submit();
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  }

  return { send, busy, problems, attempt, trouble, closed };
}
