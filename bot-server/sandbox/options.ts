// What the program hands to the rehearsal Zalo when it starts, and what it gets back: plain values only.
import type { Router } from 'express';

export interface SandboxPerson {
  oaUserId: string;
  userIdByApp: string;
  appUserId: string;
  name: string;
  /** Who this is, in a few words: 'tác giả, phường Trúc Bạch'. */
  note: string;
  following: boolean;
  /** ISO time of the last interaction with the page; absent = never. */
  lastInteractionAt?: string;
}

/** Bulk followers `prefix0` … `prefix(count-1)`; the stale share last interacted ten days before. */
export interface SandboxRange {
  prefix: string;
  count: number;
  staleShare: number;
}

export interface SandboxCredentials {
  appId: string;
  appSecret: string;
  oaId: string;
  oaSecretKey: string;
  miniAppId: string;
  miniAppApiKey: string;
}

export interface SandboxOptions {
  stateFile: string;
  credentials: SandboxCredentials;
  oaName: string;
  people: SandboxPerson[];
  ranges?: SandboxRange[];
  webhookUrl: string;
  miniAppWebhookUrl: string;
  /** Where the mini app is served, for example '/app/'. */
  miniAppUrl: string;
  callbackUrls: { oa: string; login: string };
  log?: (line: object) => void;
  onClock?: (offsetMs: number) => void;
}

export interface TokenPair {
  accessToken: string;
  refreshToken: string;
  expiresIn: string;
}

export interface Sandbox {
  /** Mount at /sandbox, before anything that reads request bodies. */
  router: Router;
  now(): Date;
  clockOffset(): number;
  /** Mints a pair for the page, as an administrator would in Zalo's console; an earlier pair dies. */
  firstTokens(): TokenPair;
  stop(): Promise<void>;
}
