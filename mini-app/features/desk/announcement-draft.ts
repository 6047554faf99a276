/** An announcement while it is written: its parts, what keeps it from being saved, and how it is saved by itself. */

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { AnnouncementDetail, Audience } from '#contract/announcement.ts';
import type { FieldProblem } from '#contract/failure.ts';
import { ApiFailure, call } from '../../api.ts';
import { useServerNow } from '../../ask.ts';
import { useKept } from '../../shared/kept.ts';
import { instantOf } from '../../ui/format.ts';
import type { Saved } from '../../ui/saved-line.tsx';

export interface Draft {
  title: string;
  text: string;
  audience: Audience;
  withMessages: boolean;
  withArticle: boolean;
}

export const emptyDraft: Draft = {
  title: '',
  text: '',
  audience: { kind: 'everybody' },
  withMessages: true,
  withArticle: true,
};

export const draftOf = ({ title, text, audience, withMessages, withArticle }: AnnouncementDetail): Draft => ({
  title,
  text,
  audience,
  withMessages,
  withArticle,
});

const same = (a: Draft, b: Draft) => JSON.stringify(a) === JSON.stringify(b);

/** An audience without a single choice is nobody: it can be neither saved nor counted yet. */
export function audienceProblem(audience: Audience): string | undefined {
  switch (audience.kind) {
    case 'everybody':
      return undefined;
    case 'blocks':
      return audience.blocks.length === 0 ? 'Chọn ít nhất một khối' : undefined;
    case 'units':
      return audience.units.length === 0 ? 'Chọn ít nhất một đơn vị' : undefined;
    case 'roles':
      return audience.roles.length === 0 ? 'Chọn ít nhất một vai trò' : undefined;
  }
}

const pause = 900;

export interface DraftKeeper {
  draft: Draft;
  set: (change: Partial<Draft>) => void;
  version: number;
  saved: Saved;
  /** What the server would not keep. */
  problems: FieldProblem[];
  /** Somebody else saved meanwhile: their version, until the person has chosen. */
  rival: AnnouncementDetail | null;
  takeTheirs: () => void;
  keepMine: () => void;
  /** Saves what is still unsaved; the version that is now at the server, or null where that failed. */
  flush: () => Promise<number | null>;
  forget: () => void;
}

/** Saves after each pause in the writing, one save at a time; what the server has not got stays on this device. */
export function useDraftKeeper(
  id: string,
  start: AnnouncementDetail | null,
  onFirstSave: () => void,
): DraftKeeper {
  const queries = useQueryClient();
  const serverNow = useServerNow();
  const first = start === null ? emptyDraft : draftOf(start);
  const kept = useKept<{ version: number; draft: Draft }>(`announcement:${id}`, {
    version: start?.version ?? 0,
    draft: first,
  });
  // Words on this device that were written upon an older version must not be taken for newer ones.
  const fits = kept.value.version >= (start?.version ?? 0);
  const draft = fits ? kept.value.draft : first;
  const [version, setVersion] = useState(start?.version ?? 0);
  const [saved, setSaved] = useState<Saved>({ place: 'nothing' });
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [rival, setRival] = useState<AnnouncementDetail | null>(null);

  const latest = useRef({ draft, version, atServer: start === null ? emptyDraft : first });
  latest.current.draft = draft;
  const clock = useRef(serverNow);
  clock.current = serverNow;
  const running = useRef<Promise<number | null> | null>(null);

  const save = useCallback(async (): Promise<number | null> => {
    const now = latest.current;
    if (same(now.draft, now.atServer)) return now.version;
    if (audienceProblem(now.draft.audience) !== undefined) return null;
    const sending = now.draft;
    setSaved({ place: 'saving' });
    try {
      const answer = await call('writeAnnouncement', { id, version: now.version, ...sending });
      now.version = answer.version;
      now.atServer = sending;
      setVersion(answer.version);
      setProblems([]);
      setSaved({ place: 'server', at: instantOf(answer.savedAt) });
      if (answer.version === 1) onFirstSave();
      void queries.invalidateQueries({ queryKey: ['announcements'] });
      return answer.version;
    } catch (error) {
      setSaved({ place: 'device', at: clock.current() });
      if (!(error instanceof ApiFailure)) return null;
      setProblems(error.fields);
      if (error.code === 'announcement_changed')
        setRival(await call('announcement', { id }).catch(() => null));
      return null;
    }
  }, [id, onFirstSave, queries]);

  /** Never two at once: the second would come with an old version. */
  const flush = useCallback(async (): Promise<number | null> => {
    while (running.current !== null) await running.current;
    running.current = save().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [save]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only writing starts a save
  useEffect(() => {
    if (rival !== null || same(draft, latest.current.atServer)) return;
    const timer = setTimeout(() => void flush(), pause);
    return () => clearTimeout(timer);
  }, [draft, rival]);

  const put = (next: Draft, base: number) => kept.set({ version: base, draft: next });
  const upon = (theirs: AnnouncementDetail, next: Draft) => {
    latest.current.version = theirs.version;
    latest.current.atServer = draftOf(theirs);
    setVersion(theirs.version);
    put(next, theirs.version);
    setRival(null);
  };
  return {
    draft,
    set: (change) => put({ ...draft, ...change }, latest.current.version),
    version,
    saved,
    problems,
    rival,
    takeTheirs: () => rival && upon(rival, draftOf(rival)),
    keepMine: () => rival && upon(rival, draft),
    flush,
    forget: kept.forget,
  };
}
