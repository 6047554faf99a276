// Tokens of the page and of people: one pair for the page that rotates, short ones for people, one-use codes.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { type Clock, DAY, HOUR, MINUTE } from './clock.ts';
import type { Faults } from './faults.ts';
import type { TokenPair } from './options.ts';
import { codeChallenge } from './signatures.ts';
import { type Log, readWhole, writeWhole } from './state-file.ts';

interface PageGrant {
  access: string;
  accessUntil: number;
  refresh: string;
  refreshUntil: number;
}

export interface UserGrant {
  access: string;
  accessUntil: number;
  refresh: string;
  refreshUntil: number;
  appUserId: string;
  /** Whether name and picture may be told. */
  userInfo: boolean;
}

interface Code {
  until: number;
  challenge: string;
  /** '' for the page. */
  appUserId: string;
}

export type Exchange = { pair: TokenPair } | { refused: 'code' | 'verifier' | 'refresh' };

const fresh = (bytes: number) => randomBytes(bytes).toString('base64url');

export type Tokens = ReturnType<typeof createTokens>;

export function createTokens(
  file: string,
  saved: UserGrant[] | undefined,
  clock: Clock,
  faults: Faults,
  log: Log,
) {
  let page: PageGrant | undefined;
  let readAt = 0;
  const users = new Map<string, UserGrant>((saved ?? []).map((grant) => [grant.access, grant]));
  const codes = new Map<string, Code>();
  const phoneCodes = new Map<string, { until: number; appUserId: string; number: string }>();

  /** Another process on the same folder may have rotated the pair since: its file is the truth. */
  function reread(): void {
    let changedAt = 0;
    try {
      changedAt = fs.statSync(file).mtimeMs;
    } catch {
      return;
    }
    if (changedAt === readAt) return;
    readAt = changedAt;
    const stored = readWhole(file, log)?.page as PageGrant | undefined;
    page =
      stored && typeof stored.access === 'string' && typeof stored.refresh === 'string' ? stored : undefined;
  }
  reread();

  // written before anybody hears of it: a pair known to the product only would be a lost grant
  function store(): void {
    writeWhole(file, JSON.stringify({ page }));
    readAt = fs.statSync(file).mtimeMs;
  }

  function mintPage(): TokenPair {
    const life = faults.knobs.tokenLifeSeconds;
    page = {
      access: fresh(96),
      accessUntil: clock.now() + life * 1000,
      refresh: fresh(96),
      refreshUntil: clock.now() + 90 * DAY,
    };
    store();
    return { accessToken: page.access, refreshToken: page.refresh, expiresIn: String(life) };
  }

  function pageToken(token: string): 'good' | 'expired' | 'unknown' {
    if (token !== page?.access) reread();
    if (!page || token === '' || token !== page.access) return 'unknown';
    return clock.now() < page.accessUntil ? 'good' : 'expired';
  }

  function refreshPage(token: string): Exchange {
    reread();
    if (!page || token !== page.refresh || clock.now() >= page.refreshUntil) return { refused: 'refresh' };
    return { pair: mintPage() };
  }

  function takeCode(code: string, verifier: string, forPage: boolean): Code | 'code' | 'verifier' {
    const found = codes.get(code);
    if (!found || (found.appUserId === '') !== forPage) return 'code';
    codes.delete(code);
    if (clock.now() >= found.until) return 'code';
    return found.challenge !== '' && codeChallenge(verifier) === found.challenge ? found : 'verifier';
  }

  function exchangePage(code: string, verifier: string): Exchange {
    const taken = takeCode(code, verifier, true);
    return typeof taken === 'string' ? { refused: taken } : { pair: mintPage() };
  }

  function mintUser(appUserId: string, userInfo = true, refreshUntil = clock.now() + 30 * DAY): TokenPair {
    for (const [access, grant] of users) if (grant.refreshUntil <= clock.now()) users.delete(access);
    const grant: UserGrant = {
      access: fresh(48),
      accessUntil: clock.now() + HOUR,
      refresh: fresh(48),
      refreshUntil,
      appUserId,
      userInfo,
    };
    users.set(grant.access, grant);
    return { accessToken: grant.access, refreshToken: grant.refresh, expiresIn: '3600' };
  }

  function exchangeUser(code: string, verifier: string): Exchange {
    const taken = takeCode(code, verifier, false);
    return typeof taken === 'string' ? { refused: taken } : { pair: mintUser(taken.appUserId) };
  }

  /** One use, and the successor inherits the remaining life. */
  function refreshUser(token: string): Exchange {
    for (const [access, grant] of users) {
      if (grant.refresh !== token || clock.now() >= grant.refreshUntil) continue;
      users.delete(access);
      return { pair: mintUser(grant.appUserId, grant.userInfo, grant.refreshUntil) };
    }
    return { refused: 'refresh' };
  }

  return {
    mintPage,
    pageToken,
    refreshPage,
    exchangePage,
    mintUser,
    exchangeUser,
    refreshUser,
    pageAccess: () => page?.access ?? '',
    user(token: string): UserGrant | undefined {
      const grant = users.get(token);
      return grant && clock.now() < grant.accessUntil ? grant : undefined;
    },
    newCode(challenge: string, appUserId: string): string {
      const code = fresh(32);
      codes.set(code, { until: clock.now() + 10 * MINUTE, challenge, appUserId });
      return code;
    },
    newPhoneCode(appUserId: string, number: string): string {
      const code = fresh(32);
      phoneCodes.set(code, { until: clock.now() + 2 * MINUTE, appUserId, number });
      return code;
    },
    /** The number behind a code: two minutes, one use, only for the person it was made for. */
    takePhoneCode(code: string, appUserId: string): string | undefined {
      const found = phoneCodes.get(code);
      phoneCodes.delete(code);
      return found && found.appUserId === appUserId && clock.now() < found.until ? found.number : undefined;
    },
    /** The page's administrator withdraws the grant, or its access token runs out at once. */
    revoke() {
      page = undefined;
      store();
    },
    expireAccess() {
      if (!page) return;
      page.accessUntil = clock.now();
      store();
    },
    forgetUser(appUserId: string) {
      for (const [access, grant] of users) if (grant.appUserId === appUserId) users.delete(access);
    },
    saveUsers: () => [...users.values()],
  };
}
