/** Opens a draft for writing: from the phone, from the server, or new; and keeps it safe from then on. */

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Api } from '#contract/api.ts';
import type { Unit } from '#contract/campaign.ts';
import type { OutputOf } from '#contract/endpoint.ts';
import type { Form } from '#contract/initiative.ts';
import { emptyForm } from '#contract/terms.ts';
import { ApiFailure, call } from '../../api.ts';
import { usePlatform } from '../../platform/context.tsx';
import type { Platform } from '../../platform/platform.ts';
import { useSession } from '../../session.tsx';
import { type Draft, newDraft } from './draft.ts';
import { createKeeper, type Keeper, type Sent } from './draft-keeper.ts';
import { type OnServer, opened } from './draft-kept.ts';
import { readDraft, writeDraft } from './draft-store.ts';
import { prefilled } from './last-answers.ts';

type Detail = OutputOf<Api['initiative']>;

export type Opening =
  | { kind: 'opening' }
  | { kind: 'ready'; keeper: Keeper }
  /** Already handed in: it is followed, not written. */
  | { kind: 'handed_in' }
  /** Not on this phone; and the server was not asked, has none, or could not be reached. */
  | { kind: 'absent'; why: 'sign_in' | 'gone' | 'offline' };

export const onServer = (detail: Detail, unit: Unit | null): OnServer => ({
  form: detail.form,
  at: detail.updatedAt,
  version: detail.version,
  unit,
});

export const mayEdit = (detail: Detail): boolean => detail.allowed.includes('edit');

/** The unit with its block; the dossier itself tells only the name. */
async function findUnit(id: string | null, name: string | null): Promise<Unit | null> {
  if (id === null || name === null) return null;
  const named: Unit = { id, name, block: '' };
  return call('units', { q: name }).then(
    ({ items }) => items.find((unit) => unit.id === id) ?? named,
    () => named,
  );
}

/** null: the server has no such draft; undefined: it could not be asked. */
async function askServer(id: string): Promise<Detail | null | undefined> {
  try {
    return await call('initiative', { id });
  } catch (error) {
    return error instanceof ApiFailure && error.code === 'not_found' ? null : undefined;
  }
}

export async function sendDraft(id: string, form: Form, version: number): Promise<Sent> {
  try {
    return { kind: 'saved', ...(await call('saveDraft', { id, version, form })) };
  } catch (error) {
    if (!(error instanceof ApiFailure)) return { kind: 'held', hold: 'offline' };
    if (error.code === 'sign_in') return { kind: 'held', hold: 'sign_in' };
    if (error.code === 'changed') {
      const detail = await askServer(id);
      if (detail && mayEdit(detail)) return { kind: 'changed', theirs: onServer(detail, null) };
      return { kind: 'held', hold: detail === undefined ? 'offline' : 'refused' };
    }
    const passing = ['offline', 'too_many', 'unexpected', 'stopping', 'zalo_unreachable'];
    return { kind: 'held', hold: passing.includes(error.code) ? 'offline' : 'refused' };
  }
}

/** Why there is nothing to go on with. */
function absence(detail: Detail | null | undefined, signedIn: boolean): 'sign_in' | 'gone' | 'offline' {
  if (!signedIn) return 'sign_in';
  return detail === null ? 'gone' : 'offline';
}

interface Opener {
  id: string;
  owner: string;
  fresh: boolean;
  step: () => number;
  platform: Platform;
  signedIn: () => boolean;
  me: ReturnType<typeof useSession>['me'];
}

async function open({ id, owner, fresh, step, platform, signedIn, me }: Opener): Promise<Opening> {
  const [kept, detail] = await Promise.all([
    readDraft(platform.storage, owner, id),
    signedIn() ? askServer(id) : undefined,
  ]);
  if (detail && !mayEdit(detail)) return { kind: 'handed_in' };
  const server = detail && onServer(detail, await findUnit(detail.form.unitId, detail.unitName));
  const now = new Date().toISOString();
  let draft: Draft | null = opened(kept, server);
  if (draft === null) {
    // Only a form that was begun here starts empty: an old link must not look like lost text.
    if (!fresh) return { kind: 'absent', why: absence(detail, signedIn()) };
    const { form, unit } = await prefilled(platform.storage, owner, me);
    draft = newDraft({ ...emptyForm, ...form }, now, unit);
  }
  const keeper = createKeeper(draft, {
    now: () => new Date(),
    keep: (value) => writeDraft(platform.storage, owner, id, value, step()),
    send: async (form, version) =>
      signedIn() ? sendDraft(id, form, version) : { kind: 'held', hold: 'sign_in' },
  });
  return { kind: 'ready', keeper };
}

/** `owner` and `id` do not change while a draft is open, even when the login ends meanwhile. */
export function useDraft(id: string, owner: string, step: number, fresh: boolean): Opening {
  const platform = usePlatform();
  const { me } = useSession();
  const [opening, setOpening] = useState<Opening>({ kind: 'opening' });
  const latest = useRef({ me, step, fresh });
  latest.current = { me, step, fresh };

  useEffect(() => {
    let current = true;
    let keeper: Keeper | null = null;
    const around = {
      id,
      owner,
      fresh: latest.current.fresh,
      platform,
      step: () => latest.current.step,
      signedIn: () => latest.current.me !== null,
      me: latest.current.me,
    };
    void open(around).then((found) => {
      if (!current) return;
      if (found.kind === 'ready') keeper = found.keeper;
      setOpening(found);
    });
    const flush = () => void keeper?.flush();
    const again = () => keeper?.retry();
    const endPause = platform.onPause(flush);
    const endResume = platform.onResume(again);
    window.addEventListener('online', again);
    window.addEventListener('pagehide', flush);
    return () => {
      current = false;
      endPause();
      endResume();
      window.removeEventListener('online', again);
      window.removeEventListener('pagehide', flush);
      const leaving = keeper;
      void leaving?.flush().finally(() => leaving.stop());
    };
  }, [id, owner, platform]);

  // Signed in, or signed in again: what had to wait for it goes on.
  useEffect(() => {
    if (me !== null && opening.kind === 'ready') opening.keeper.retry();
  }, [me, opening]);

  return opening;
}

export function useKept(keeper: Keeper): Draft {
  return useSyncExternalStore(
    useCallback((changed: () => void) => keeper.subscribe(changed), [keeper]),
    keeper.get,
  );
}
