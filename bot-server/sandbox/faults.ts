// The knobs with which a person or a test makes the rehearsal Zalo behave badly, strictly or differently.
export interface Loss {
  /** 0 … 1 of the calls. */
  share: number;
  /** Whether Zalo had taken the call when the answer went wrong. */
  when: 'before' | 'after';
}

export interface Refusal {
  code: number;
  share: number;
  /** Only for this OA user id. */
  user?: string;
}

export interface Knobs {
  latencyMs: number;
  hang: Loss;
  answerLost: Loss;
  http5xx: Loss;
  notJson: Loss;
  /** The four above and latency only for paths that contain this. */
  onlyPath: string;
  /** Error codes for messages to one person. */
  refusals: Refusal[];
  rateLimitPerMinute: number;
  /** A second limit of the page's package; 0 = none. */
  packageRatePerMinute: number;
  /** Graph calls a person a minute; Zalo says 20; 0 = none. */
  graphPerUserPerMinute: number;
  /** Paid messages left beyond 48 hours; then the balance is charged. */
  subQuota: number;
  balanceEmpty: boolean;
  /** The quota object of an answer within 48 hours, as before 2026, early 2026, and since March 2026. */
  quotaObject: 'count8' | 'pinned8' | 'absent';
  /** Whether somebody who does not follow but wrote within 7 days may be answered. */
  nonFollowers: boolean;
  tokenLifeSeconds: number;
  /** So many of the next refreshes rotate the pair and lose the answer. */
  lostRefreshAnswer: number;
  grantRevoked: boolean;
  requireAppSecretProof: boolean;
  webhook: boolean;
  /** Share of webhook events sent twice at the same moment. */
  duplicate: number;
  /** Share of webhook events held back so that later ones overtake them. */
  reorder: number;
  /** Share of webhook events accompanied by a badly signed copy. */
  forged: number;
  echoes: 'all' | 'people' | 'none';
  receipts: 'all' | 'people' | 'none';
  retryOn: 'all' | 'connection';
  webhookPatienceMs: number;
  articlePolls: number;
  articleQuota: number;
  broadcastPerDay: number;
  broadcastPerMonth: number;
  /** Set: Graph believes it is asked from this foreign address and refuses personal data. */
  foreignIp: string;
  /** Whether the app is linked to the page, so that Graph tells `user_id_by_oa` of everybody. */
  oaLinked: boolean;
  notifications: 'ok' | 'ip' | 'scope' | 'quota';
  cloudAccount: boolean;
}

const never: Loss = { share: 0, when: 'after' };

export const CALM: Knobs = {
  latencyMs: 0,
  hang: never,
  answerLost: never,
  http5xx: { share: 0, when: 'before' },
  notJson: { share: 0, when: 'before' },
  onlyPath: '',
  refusals: [],
  rateLimitPerMinute: 4000,
  packageRatePerMinute: 0,
  graphPerUserPerMinute: 0,
  subQuota: 500,
  balanceEmpty: false,
  quotaObject: 'absent',
  nonFollowers: true,
  tokenLifeSeconds: 90_000,
  lostRefreshAnswer: 0,
  grantRevoked: false,
  requireAppSecretProof: false,
  webhook: true,
  duplicate: 0,
  reorder: 0,
  forged: 0,
  echoes: 'all',
  receipts: 'people',
  retryOn: 'all',
  webhookPatienceMs: 2000,
  articlePolls: 2,
  articleQuota: 1000,
  broadcastPerDay: 1,
  broadcastPerMonth: 4,
  foreignIp: '',
  oaLinked: true,
  notifications: 'ok',
  cloudAccount: true,
};

const CHOICES: { [name: string]: readonly string[] } = {
  quotaObject: ['count8', 'pinned8', 'absent'],
  echoes: ['all', 'people', 'none'],
  receipts: ['all', 'people', 'none'],
  retryOn: ['all', 'connection'],
  notifications: ['ok', 'ip', 'scope', 'quota'],
};
const SHARES = ['duplicate', 'reorder', 'forged'];

const isShare = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 1;

function isRefusal(value: unknown): value is Refusal {
  const given = value as Refusal;
  return (
    !!given &&
    Number.isInteger(given.code) &&
    isShare(given.share) &&
    (given.user === undefined || typeof given.user === 'string')
  );
}

/** The value as it will be kept, or undefined when it does not fit the knob. */
function fitting(name: keyof Knobs, value: unknown, present: Knobs): unknown {
  const example = CALM[name];
  if (name === 'refusals') return Array.isArray(value) && value.every(isRefusal) ? value : undefined;
  if (typeof example === 'object') {
    const loss = (typeof value === 'number' ? { share: value } : value) as Partial<Loss> | null;
    const merged = { ...(present[name] as Loss), ...loss };
    return isShare(merged.share) && (merged.when === 'before' || merged.when === 'after')
      ? merged
      : undefined;
  }
  if (typeof value !== typeof example) return undefined;
  if (CHOICES[name] && !CHOICES[name].includes(value as string)) return undefined;
  if (typeof value === 'number' && !(SHARES.includes(name) ? isShare(value) : value >= 0)) return undefined;
  return value;
}

export type Faults = ReturnType<typeof createFaults>;

export function createFaults(saved: object | undefined) {
  const knobs: Knobs = { ...CALM };
  const dues = new Map<string, number>();
  turn((saved ?? {}) as Record<string, unknown>);

  /** Turns the knobs named in `patch`; answers the name of the first that does not fit, and then turns none. */
  function turn(patch: Record<string, unknown>): string | undefined {
    const next: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(patch)) {
      const fits = name in CALM ? fitting(name as keyof Knobs, value, knobs) : undefined;
      if (fits === undefined) return name;
      next[name] = fits;
    }
    Object.assign(knobs, next);
    return undefined;
  }

  /** True for exactly the given share of the calls, evenly spread: no dice, so that tests repeat. */
  function strikes(name: string, share: number): boolean {
    if (share <= 0) return false;
    const due = (dues.get(name) ?? 0) + share;
    const hit = due >= 1 - 1e-9;
    dues.set(name, hit ? due - 1 : due);
    return hit;
  }

  /** The error code set by hand for a message to this person, if it is due. */
  function refusalFor(user: string): Refusal | undefined {
    return knobs.refusals.find(
      (refusal) =>
        (refusal.user === undefined || refusal.user === user) &&
        strikes(`${refusal.code}/${refusal.user ?? ''}`, refusal.share),
    );
  }

  return { knobs, turn, strikes, refusalFor, calm: () => Object.assign(knobs, CALM) };
}
