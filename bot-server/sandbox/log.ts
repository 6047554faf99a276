// The last calls and webhooks as the page shows them: a bounded list in memory, with secrets masked.
const KEPT = 500;
const LONGEST = 4000;

export interface LogEntry {
  seq: number;
  at: number;
  way: 'call' | 'webhook';
  what: string;
  user: string;
  ok: boolean;
  result: string;
  ms: number;
  request: string;
  answer: string;
}

export type CallLog = ReturnType<typeof createCallLog>;

const SECRETS =
  /("?(?:access_token|refresh_token|code|code_verifier|accessToken|refreshToken)"?\s*[:=]\s*"?)([^"&,}\s]{4})[^"&,}\s]*/g;

/** Keeps four letters of every token, so that two can be told apart and none can be used. */
export function masked(text: string): string {
  return text.replace(SECRETS, '$1$2…');
}

export function createCallLog() {
  let entries: LogEntry[] = [];
  let seq = 0;
  return {
    add(entry: Omit<LogEntry, 'seq'>): void {
      seq += 1;
      entries.push({
        ...entry,
        seq,
        request: entry.request.slice(0, LONGEST),
        answer: entry.answer.slice(0, LONGEST),
      });
      if (entries.length > KEPT + 100) entries = entries.slice(-KEPT);
    },
    since: (after: number) => entries.filter((entry) => entry.seq > after).slice(-KEPT),
    clear() {
      entries = [];
    },
  };
}
