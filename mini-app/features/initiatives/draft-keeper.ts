/** Keeps a draft safe while it is written: on the phone within half a second, on the server at every pause. */

import type { Unit } from '#contract/campaign.ts';
import type { Form } from '#contract/initiative.ts';
import {
  type Draft,
  type Hold,
  keepMine,
  keptOnPhone,
  metTheirs,
  notKeptOnPhone,
  notReached,
  onTheWay,
  pickedUnit,
  reachedServer,
  swapOther,
  type Theirs,
  takeTheirs,
  tryAgain,
  typed,
  wantsPhone,
  wantsServer,
} from './draft.ts';
import { type Kept, toKeep } from './draft-kept.ts';

/** How a try to save on the server ended. */
export type Sent =
  | { kind: 'saved'; version: number; savedAt: string }
  | { kind: 'changed'; theirs: Theirs }
  | { kind: 'held'; hold: Hold };

export interface Surroundings {
  now(): Date;
  /** Keeps it on the phone; false when the phone is full. */
  keep(kept: Kept): Promise<boolean>;
  send(form: Form, version: number): Promise<Sent>;
}

export interface Keeper {
  get(): Draft;
  subscribe(listener: () => void): () => void;
  type(change: Partial<Form>): void;
  pickUnit(unit: Unit, roundId: string | null): void;
  /** Two versions met, and the person has chosen. */
  choose(which: 'mine' | 'theirs'): void;
  /** Back to the version that was put aside. */
  swap(): void;
  /** Saves now, phone and server; ends when nothing is under way. */
  flush(): Promise<void>;
  /** The network is back, or the person signed in. */
  retry(): void;
  /** The server holds another version than this phone thought. */
  meet(theirs: Theirs): void;
  stop(): void;
  /** Nothing is to be kept any more: it was handed in or deleted. Ends when nothing is being written. */
  discard(): Promise<void>;
}

export const phonePause = 400;
export const serverPause = 2_000;
export const retryPause = 15_000;
const otherKept = 30 * 24 * 3_600_000;

export function createKeeper(first: Draft, around: Surroundings): Keeper {
  let draft = first;
  let stopped = false;
  let discarded = false;
  const listeners = new Set<() => void>();
  let phoneTimer: ReturnType<typeof setTimeout> | undefined;
  let serverTimer: ReturnType<typeof setTimeout> | undefined;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let keeping: Promise<void> = Promise.resolve();
  let sending: Promise<void> | null = null;

  const at = () => around.now().toISOString();
  const until = () => new Date(around.now().getTime() + otherKept).toISOString();

  function set(next: Draft) {
    draft = next;
    for (const listener of listeners) listener();
    plan();
  }

  function plan() {
    if (stopped) return;
    // Not started anew with every letter: however fast one types, no more than half a second is at risk.
    if (wantsPhone(draft) && !draft.phoneFull) planPhone();
    if (draft.hold === 'offline') retryTimer ??= setTimeout(retry, retryPause);
  }

  function planPhone() {
    phoneTimer ??= setTimeout(() => void keep(), phonePause);
  }

  function planServer() {
    clearTimeout(serverTimer);
    if (!stopped) serverTimer = setTimeout(() => void send(), serverPause);
  }

  /** One after the other, so that an older text never overwrites a newer one. */
  function keep(): Promise<void> {
    clearTimeout(phoneTimer);
    phoneTimer = undefined;
    keeping = keeping.then(async () => {
      // An untouched form is no draft: whoever only looks leaves no trace.
      if (discarded || draft.revision === 0) return;
      const { revision } = draft;
      const kept = await around.keep(toKeep(draft));
      set(kept ? keptOnPhone(draft, revision, at()) : notKeptOnPhone(draft));
    });
    return keeping;
  }

  function send(): Promise<void> {
    clearTimeout(serverTimer);
    sending ??= sendAll().finally(() => {
      sending = null;
    });
    return sending;
  }

  async function sendAll() {
    while (wantsServer(draft) && !stopped) {
      set(onTheWay(draft));
      // The mark of what is on its way must survive the app being killed before the answer comes.
      await keep();
      const answer = await around
        .send(draft.form, draft.version)
        .catch((): Sent => ({ kind: 'held', hold: 'offline' }));
      if (answer.kind === 'saved') set(reachedServer(draft, answer));
      else if (answer.kind === 'changed') set(metTheirs(draft, answer.theirs));
      else set(notReached(draft, answer.hold));
    }
    // What the phone keeps says, too, whether the server has it.
    await keep();
  }

  function retry() {
    clearTimeout(retryTimer);
    retryTimer = undefined;
    if (stopped) return;
    set(tryAgain(draft));
    void send();
  }

  function stop() {
    stopped = true;
    clearTimeout(phoneTimer);
    clearTimeout(serverTimer);
    clearTimeout(retryTimer);
  }

  plan();
  if (wantsServer(draft)) planServer();

  return {
    get: () => draft,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    type(change) {
      set(typed(draft, change, at()));
      // Also when the phone was full a moment ago: there may be room again.
      planPhone();
      planServer();
    },
    pickUnit(unit, roundId) {
      set(pickedUnit(draft, unit, roundId, at()));
      planServer();
    },
    choose(which) {
      set(which === 'mine' ? keepMine(draft, until()) : takeTheirs(draft, until()));
      void send();
    },
    swap() {
      set(swapOther(draft, at(), until()));
      void send();
    },
    async flush() {
      if (wantsPhone(draft)) await keep();
      await send();
    },
    retry,
    meet(theirs) {
      set(metTheirs(draft, theirs));
      void send();
    },
    stop() {
      stop();
      if (wantsPhone(draft)) void keep();
    },
    async discard() {
      stop();
      discarded = true;
      await keeping;
    },
  };
}
