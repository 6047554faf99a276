// Everybody the rehearsal Zalo knows: named people, and ranges of bulk followers that cost nothing until touched.
import { DAY, HOUR, MINUTE } from './clock.ts';
import type { SandboxPerson, SandboxRange } from './options.ts';

export interface Received {
  messageId: string;
  at: number;
}

export interface Person {
  oaUserId: string;
  userIdByApp: string;
  appUserId: string;
  name: string;
  note: string;
  following: boolean;
  /** Milliseconds of the last interaction; absent = never. */
  last?: number;
  /** Everything from the page up to here was seen. */
  seenSeq: number;
  tags: string[];
  alias: string;
  externalId: string;
  sharedInfo?: Record<string, unknown>;
  /** Broadcasts received, for the caps per day and month. */
  broadcasts: Received[];
  /** Whether the person opted in to the Mini App's notifications. */
  notifications: boolean;
  phone: string;
  /** Set while the telephone has no network: what arrived from then on is not yet received. */
  offlineSince?: number;
  /** May receive templates in development mode. */
  admin?: boolean;
}

interface Range extends SandboxRange {
  createdAt: number;
  broadcasts: Received[];
}

export interface SavedPeople {
  people: Person[];
  touched: Person[];
  ranges: Range[];
}

/** The two facts that decide whether a message may go out. */
export interface Standing {
  following: boolean;
  last: number | undefined;
}

export type WindowState = 'free' | 'paid' | 'closed' | 'never';

/** Where the conversation stands: free for 48 hours, paid up to 7 days, then closed. */
export function windowState(last: number | undefined, now: number): WindowState {
  if (last === undefined) return 'never';
  const age = now - last;
  if (age <= 48 * HOUR) return 'free';
  return age <= 7 * DAY ? 'paid' : 'closed';
}

/** Which members of a range are stale: exactly the share in every thousand, spread evenly. */
export function isStale(index: number, share: number): boolean {
  const perThousand = Math.round(share * 1000);
  return (index * perThousand) % 1000 < perThousand;
}

/** A telephone number that is nobody's, the same each time for the same person. */
function inventedPhone(id: string): string {
  let sum = 7;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_000;
  return `84900${String(sum).padStart(6, '0')}`;
}

function blank(id: string): Person {
  return {
    oaUserId: id,
    userIdByApp: `${id}-by-app`,
    appUserId: `${id}-in-app`,
    name: `Người quan tâm ${id}`,
    note: 'người quan tâm',
    following: true,
    seenSeq: 0,
    tags: [],
    alias: '',
    externalId: '',
    broadcasts: [],
    notifications: true,
    phone: inventedPhone(id),
  };
}

export type People = ReturnType<typeof createPeople>;

export function createPeople(saved: SavedPeople | undefined, now: () => number) {
  const people = new Map<string, Person>((saved?.people ?? []).map((p) => [p.oaUserId, p]));
  const touched = new Map<string, Person>((saved?.touched ?? []).map((p) => [p.oaUserId, p]));
  const ranges: Range[] = saved?.ranges ?? [];

  function placeInRange(id: string): { range: Range; index: number } | undefined {
    for (const range of ranges) {
      if (!id.startsWith(range.prefix)) continue;
      const digits = id.slice(range.prefix.length);
      const index = Number(digits);
      if (
        digits !== '' &&
        String(index) === digits &&
        Number.isInteger(index) &&
        index < range.count &&
        index >= 0
      ) {
        return { range, index };
      }
    }
    return undefined;
  }

  const lastOf = (range: Range, index: number): number =>
    isStale(index, range.staleShare)
      ? range.createdAt - 10 * DAY
      : range.createdAt - (index % 1200) * MINUTE - HOUR;

  function standing(id: string): Standing | undefined {
    const person = people.get(id) ?? touched.get(id);
    if (person) return { following: person.following, last: person.last };
    const place = placeInRange(id);
    return place && { following: true, last: lastOf(place.range, place.index) };
  }

  /** The person as an object of its own; a member of a range becomes one here. */
  function find(id: string): Person | undefined {
    const known = people.get(id) ?? touched.get(id);
    if (known) return known;
    const place = placeInRange(id);
    if (!place) return undefined;
    const person = {
      ...blank(id),
      last: lastOf(place.range, place.index),
      broadcasts: [...place.range.broadcasts],
    };
    touched.set(id, person);
    return person;
  }

  function findByAppUserId(appUserId: string): Person | undefined {
    for (const person of people.values()) if (person.appUserId === appUserId) return person;
    return appUserId.endsWith('-in-app') ? find(appUserId.slice(0, -'-in-app'.length)) : undefined;
  }

  function findByPhone(phone: string): Person | undefined {
    for (const person of people.values()) if (person.phone === phone) return person;
    for (const person of touched.values()) if (person.phone === phone) return person;
    return undefined;
  }

  /** Adds a person, or renews what the program says of one already known; what Zalo learned since stays. */
  function add(given: SandboxPerson): Person {
    const known = people.get(given.oaUserId);
    const { lastInteractionAt, ...plain } = given;
    const person: Person = known
      ? Object.assign(known, { ...plain, following: known.following })
      : { ...blank(given.oaUserId), ...plain };
    if (!known && lastInteractionAt) person.last = Date.parse(lastInteractionAt);
    people.set(person.oaUserId, person);
    return person;
  }

  /** Adds a range, or makes the one with this prefix anew. */
  function addRange(given: SandboxRange): void {
    const at = ranges.findIndex((range) => range.prefix === given.prefix);
    if (at >= 0) ranges.splice(at, 1);
    for (const id of touched.keys()) if (id.startsWith(given.prefix)) touched.delete(id);
    ranges.push({ ...given, createdAt: now(), broadcasts: [] });
  }

  /** Everybody in a stable order, without making objects of the bulk. */
  function* everybody(): Generator<Standing & { id: string; person?: Person }> {
    for (const person of people.values()) {
      yield { id: person.oaUserId, following: person.following, last: person.last, person };
    }
    for (const range of ranges) {
      for (let index = 0; index < range.count; index += 1) {
        const id = `${range.prefix}${index}`;
        if (people.has(id)) continue;
        const person = touched.get(id);
        yield person
          ? { id, following: person.following, last: person.last, person }
          : { id, following: true, last: lastOf(range, index) };
      }
    }
  }

  function followers(): number {
    let count = 0;
    for (const range of ranges) count += range.count;
    for (const person of touched.values()) if (!person.following) count -= 1;
    for (const person of people.values()) {
      if (placeInRange(person.oaUserId)) count -= 1;
      if (person.following) count += 1;
    }
    return count;
  }

  /** Hands out a broadcast; `mayReceive` sees what the person (or the untouched rest of a range) already got. */
  function broadcast(received: Received, mayReceive: (earlier: Received[]) => boolean) {
    let reached = 0;
    let skipped = 0;
    const named: Person[] = [];
    for (const person of [...people.values(), ...touched.values()]) {
      if (!person.following) continue;
      if (mayReceive(person.broadcasts)) {
        person.broadcasts.push(received);
        named.push(person);
        reached += 1;
      } else skipped += 1;
    }
    for (const range of ranges) {
      let rest = range.count;
      for (const id of [...touched.keys(), ...people.keys()])
        if (placeInRange(id)?.range === range) rest -= 1;
      if (mayReceive(range.broadcasts)) {
        range.broadcasts.push(received);
        reached += rest;
      } else skipped += rest;
    }
    return { reached, skipped, named };
  }

  return {
    standing,
    find,
    findByAppUserId,
    findByPhone,
    add,
    addRange,
    everybody,
    followers,
    broadcast,
    hasRange: (prefix: string) => ranges.some((range) => range.prefix === prefix),
    ranges: () => ranges.map(({ prefix, count, staleShare }) => ({ prefix, count, staleShare })),
    isNamed: (id: string) => people.has(id),
    offlineSince: (id: string) => (people.get(id) ?? touched.get(id))?.offlineSince,
    named: () => [...people.values()],
    touched: () => [...touched.values()],
    save: (): SavedPeople => ({ people: [...people.values()], touched: [...touched.values()], ranges }),
  };
}
