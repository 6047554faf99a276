// What was said between the page and each person, and the ledger of what Zalo accepted from us.
import { randomBytes } from 'node:crypto';
import { type Log, openJournal } from './state-file.ts';

export interface Button {
  title: string;
  type: string;
  payload: unknown;
}

export interface ThreadMessage {
  seq: number;
  user: string;
  id: string;
  from: 'oa' | 'user';
  /** text, image, gif, sticker, file, request_user_info, article, template, notification, link, … */
  kind: string;
  text: string;
  at: number;
  buttons?: Button[];
  media?: Record<string, unknown>;
  quote?: string;
  /** Sent by a button that does not show in the chat. */
  hidden?: boolean;
}

/** What the caller says of a message; number, id and time are given here. */
export type Said = Omit<ThreadMessage, 'seq' | 'id' | 'at'>;

export type Threads = ReturnType<typeof createThreads>;

export function createThreads(journalFile: string, now: () => number, log: Log) {
  const threads = new Map<string, ThreadMessage[]>();
  const byId = new Map<string, ThreadMessage>();
  let timeline: ThreadMessage[] = [];
  let ledger: ThreadMessage[] = [];
  let seq = 0;

  function keep(message: ThreadMessage): void {
    const thread = threads.get(message.user);
    if (thread) thread.push(message);
    else threads.set(message.user, [message]);
    timeline.push(message);
    byId.set(message.id, message);
    // a broadcast is Zalo's own hand-out: it has its own list
    if (message.from === 'oa' && message.kind !== 'article') ledger.push(message);
    seq = Math.max(seq, message.seq);
  }

  const journal = openJournal(journalFile, (entry) => keep(entry as ThreadMessage), log);

  // 20 hexadecimal digits, as Zalo's: 8 that differ at every start, then a number
  const prefix = randomBytes(4).toString('hex');
  let issued = 0;
  function newId(): string {
    issued += 1;
    return prefix + issued.toString(16).padStart(12, '0');
  }

  function say(said: Said, id = newId()): ThreadMessage {
    const message: ThreadMessage = { seq: seq + 1, id, at: now(), ...said };
    journal.append(message);
    keep(message);
    return message;
  }

  /** The newest messages of different people, newest first. */
  function recent(offset: number, count: number): ThreadMessage[] {
    const met = new Set<string>();
    const found: ThreadMessage[] = [];
    for (let at = timeline.length - 1; at >= 0 && found.length < offset + count; at -= 1) {
      const message = timeline[at]!;
      if (met.has(message.user)) continue;
      met.add(message.user);
      found.push(message);
    }
    return found.slice(offset);
  }

  return {
    say,
    newId,
    recent,
    of: (user: string): readonly ThreadMessage[] => threads.get(user) ?? [],
    byId: (id: string) => byId.get(id),
    ledger: (): readonly ThreadMessage[] => ledger,
    lastSeq: () => seq,
    clear() {
      threads.clear();
      byId.clear();
      timeline = [];
      ledger = [];
      journal.clear();
    },
    close: () => journal.close(),
  };
}
