// The rehearsal's own clock: real time plus an offset that a person may move; days are Vietnam's (UTC+7).
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const VIETNAM = 7 * HOUR;

export interface Clock {
  now(): number;
  offset(): number;
  set(offsetMs: number): void;
  onChange(listener: (offsetMs: number) => void): void;
}

export function createClock(initialOffset: number): Clock {
  let offset = initialOffset;
  const listeners: ((offsetMs: number) => void)[] = [];
  return {
    now: () => Date.now() + offset,
    offset: () => offset,
    set(next) {
      offset = Math.round(next);
      for (const listener of listeners) listener(offset);
    },
    onChange: (listener) => void listeners.push(listener),
  };
}

/** 22:00:00–05:59:59 in Vietnam, when promotion and broadcast are refused. */
export function isNight(at: number): boolean {
  const hour = Math.floor(((at + VIETNAM) % DAY) / HOUR);
  return hour >= 22 || hour < 6;
}

/** '2026-11-24' in Vietnam. */
export function vietnamDay(at: number): string {
  return new Date(at + VIETNAM).toISOString().slice(0, 10);
}

/** '24/11/2026' in Vietnam, as Zalo writes dates. */
export function vietnamDate(at: number): string {
  return vietnamDay(at).split('-').reverse().join('/');
}
