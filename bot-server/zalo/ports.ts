/** What this room needs from outside: the pace, the access token, and where Zalo lives. */

/** A person waits for it, or it belongs to a broadcast. */
export type Urgency = 'urgent' | 'normal';

/** The pace of all calls to the Official Account API, shared by every process. */
export interface Gate {
  pass(urgency: Urgency): Promise<void>;
  /** What Zalo said about the rate with an answer; called for every answer that was not −32. */
  observe(limit: number | undefined, remain: number | undefined): void;
  /** Zalo answered −32: too fast. */
  slowDown(remain?: number): void;
}

/** Where the page's access token comes from; the one-use refresh token behind it is somebody else's care. */
export interface TokenSource {
  current(): Promise<string>;
  /** Zalo refused `failed` (−216, −220): the token that holds now. */
  renew(failed: string): Promise<string>;
}

/** Base addresses; each may carry a path to which Zalo's path is appended. */
export interface ZaloAddresses {
  oauth: string;
  openapi: string;
  business: string;
  graph: string;
  miniAppApi: string;
}
