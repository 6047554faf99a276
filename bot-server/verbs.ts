/** The operator's verbs: what each is for, its flags, and the service that does it. */

import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { z } from 'zod';
import { type Role, roles } from '#contract/endpoint.ts';
import { Failure, failures } from '#contract/failure.ts';
import report2023 from '../prisma/ba-dinh-2023.json' with { type: 'json' };
import shippedProfile from '../prisma/profiles/district-2023.json' with { type: 'json' };
import { knowledgeFrom } from './chat/knowledge.ts';
import { understandLines } from './chat/understand-lines.ts';
import { composeApp, neededForZalo } from './compose.ts';
import { type Config, requireFor } from './config.ts';
import { type App, at, type Context } from './context.ts';
import { deliver } from './jobs/deliver.ts';
import { startRehearsal } from './rehearsal.ts';
import { erasePerson } from './services/data-rights.ts';
import { examine, sayFindings } from './services/doctor.ts';
import { isWrong } from './services/doctor-finding.ts';
import { countEvents, eventsByName } from './services/inbox.ts';
import { readMenu, setMenu } from './services/menu.ts';
import { announceByOperator, ledger, operatorRun, seed } from './services/operator.ts';
import { grantRole, revokeRole } from './services/people.ts';
import { initYear } from './services/setup.ts';
import { migrate, migrationsPending } from './store/migrate.ts';
import type { Store } from './store/open.ts';
import { startError } from './store/start-error.ts';

type Flag = { type: 'string' | 'boolean'; value?: string; help: string; required?: boolean };
export type Values = Record<string, string | boolean | undefined>;
type Surroundings = { config: Config; log: Logger; openStore(): Promise<Store> };
/** One JSON line, or many lines. `exit` is 0 unless said otherwise. */
type Answer = { print?: object; lines?: AsyncIterable<string> | Iterable<string>; exit?: number };
export type Verb = {
  summary: string;
  flags: Record<string, Flag>;
  run(values: Values, surroundings: Surroundings): Promise<Answer>;
};

export const verbs: Record<string, Verb> = {
  migrate: {
    summary: 'Bring the database up to date.',
    flags: {},
    async run(_values, { openStore }) {
      const store = await openStore();
      return { print: { applied: await migrate(store.pool) } };
    },
  },
  init: {
    summary: 'Make an empty year for real use; doing it again changes nothing.',
    flags: {
      profile: {
        type: 'string',
        value: 'P',
        help: 'the organisation: district-2023 or ward-2025',
        required: true,
      },
    },
    async run(values, { config, openStore }) {
      const store = await upToDate(await openStore());
      return { print: await initYear({ config, db: store.prisma, now: new Date() }, text(values.profile)) };
    },
  },
  grant: {
    summary: 'Give a role to the person who reads you the code shown under "Tài khoản".',
    flags: {
      code: { type: 'string', value: 'C', help: 'the one-time code', required: true },
      role: { type: 'string', value: 'R', help: roles.join(', '), required: true },
      unit: { type: 'string', value: 'U', help: 'the id of the unit; needed for unit_head' },
    },
    run: (values, surroundings) =>
      withApp(surroundings, async (app) => {
        const input = {
          code: text(values.code),
          role: roleOf(text(values.role)),
          unitId: text(values.unit) || null,
        };
        return { print: await grantRole(at(app), null, input) };
      }),
  },
  revoke: {
    summary: 'Take a role back by the id that "grant" printed.',
    flags: { id: { type: 'string', value: 'ID', help: 'the id of the grant', required: true } },
    run: (values, surroundings) =>
      withApp(surroundings, async (app) => ({
        print: await revokeRole(at(app), null, { id: text(values.id) }),
      })),
  },
  health: {
    summary: 'Say whether the database can be reached and is up to date; exit 1 if not.',
    flags: {},
    async run(_values, { openStore }) {
      const store = await openStore();
      const pending = await migrationsPending(store.pool);
      return { print: { database: 'reachable', pending }, exit: pending.length === 0 ? 0 : 1 };
    },
  },
  'connect-oa': {
    summary: 'Put a first token pair of the Official Account into the store.',
    flags: {
      'refresh-token': {
        type: 'string',
        value: 'T',
        help: 'a refresh token that was never used',
        required: true,
      },
    },
    run: (values, surroundings) =>
      withApp(surroundings, async (app) => {
        await app.oaTokens.saveFirstPair({ refreshToken: text(values['refresh-token']) });
        return { print: await app.oaTokens.status() };
      }),
  },
  menu: {
    summary: 'Show the menu below every conversation with the page, or hand it to Zalo.',
    flags: { set: { type: 'boolean', help: 'hand it to Zalo' } },
    run: (values, surroundings) =>
      withApp(surroundings, async (app) => {
        if (!values.set) return { print: await readMenu(at(app)) };
        requireFor(app.config, [...neededForZalo]);
        return { print: await setMenu(at(app), null) };
      }),
  },
  seed: {
    summary: 'Add followers who are linked to nobody, and dossiers, in bulk: for trying out and measuring.',
    flags: {
      followers: { type: 'string', value: 'N', help: 'how many followers' },
      'follower-prefix': { type: 'string', value: 'u', help: 'their ids begin with it: u0, u1 …' },
      stale: { type: 'string', value: '0.3', help: 'share whose last interaction lies ten days back' },
      initiatives: { type: 'string', value: 'N', help: 'how many dossiers' },
    },
    run: (values, surroundings) =>
      withApp(surroundings, async (app) => {
        const prefix = text(values['follower-prefix']) || 'u';
        const options = {
          followers: number(values, 'followers'),
          prefix,
          stale: number(values, 'stale', 1),
          initiatives: number(values, 'initiatives'),
        };
        const print = await seed(at(app), options);
        if (options.followers > 0)
          await tellRehearsal(app, { prefix, count: options.followers, staleShare: options.stale });
        return { print };
      }),
  },
  announce: {
    summary:
      "Send a text to all followers on an operator's word; the same key starts it once and takes it up again.",
    flags: {
      key: { type: 'string', value: 'KEY', help: 'the name of the run', required: true },
      text: { type: 'string', value: 'T', help: 'the text, sent unchanged', required: true },
      audience: {
        type: 'string',
        value: 'followers',
        help: 'followers: everybody who follows the page',
        required: true,
      },
      deliver: { type: 'boolean', help: 'send here and now, and end when nobody is waiting' },
    },
    run: (values, surroundings) =>
      withApp(surroundings, async (app) => {
        if (values.deliver) requireFor(app.config, [...neededForZalo]);
        if (values.audience !== 'followers') throw startError('--audience can only be "followers".');
        const { id } = await announceByOperator(at(app), { key: text(values.key), text: text(values.text) });
        if (values.deliver) await deliver(app, id, interrupted());
        return { print: await operatorRun(at(app), id) };
      }),
  },
  ledger: {
    summary: 'Print what happened to each person of a run, one JSON line each.',
    flags: { key: { type: 'string', value: 'KEY', help: 'the name of the run', required: true } },
    async run(values, surroundings) {
      const app = await openApp(surroundings);
      return { lines: asJson(ledger(at(app), text(values.key))) };
    },
  },
  events: {
    summary: 'Say which events Zalo has sent, and what became of them.',
    flags: {
      count: { type: 'boolean', help: 'only how many different ones; echoes of our own sends left out' },
    },
    async run(values, surroundings) {
      const ctx = at(await openApp(surroundings));
      if (values.count) return { print: { events: await countEvents(ctx) } };
      return { lines: asJson(await eventsByName(ctx)) };
    },
  },
  doctor: {
    summary:
      'Look at everything that the real Zalo needs, one line each with the next step; exit 1 if something is wrong.',
    flags: {},
    run: (_values, surroundings) =>
      withApp(surroundings, async (app) => {
        const findings = await examine(at(app));
        return { lines: sayFindings(app.config, findings), exit: findings.some(isWrong) ? 1 : 0 };
      }),
  },
  erase: {
    summary: 'Forget a person who asked for it; dossiers that were handed in stay as the official record.',
    flags: {
      person: { type: 'string', value: 'ID', help: 'the id of the person' },
      'oa-user': { type: 'string', value: 'ID', help: 'or the id under which the page knows somebody' },
    },
    run: (values, surroundings) =>
      withApp(surroundings, async (app) => ({ print: await erase(at(app), values) })),
  },
  understand: {
    summary: 'Say how the chat understands each line of standard input; needs no database.',
    flags: {},
    async run() {
      const knowledge = knowledgeFrom(shippedProfile, report2023, new Date().getFullYear());
      return { lines: understandLines(createInterface({ input: process.stdin }), knowledge) };
    },
  },
};

const text = (value: Values[string]): string => (typeof value === 'string' ? value : '');

function number(values: Values, flag: string, most = 10_000_000): number {
  const given = values[flag];
  if (given === undefined) return 0;
  const value = Number(given);
  if (!Number.isFinite(value) || value < 0 || value > most)
    throw startError(`--${flag} must be a number from 0 to ${most}.`);
  return value;
}

async function erase(ctx: Context, values: Values): Promise<object> {
  const [personId, oaUserId] = [text(values.person), text(values['oa-user'])];
  if ((personId === '') === (oaUserId === '')) throw startError('erase needs either --person or --oa-user.');
  if (personId && !z.guid().safeParse(personId).success)
    throw startError('--person must be the id of a person.');
  const erased = await erasePerson(ctx, personId ? { personId } : { oaUserId });
  if (!erased) throw startError('Nobody is known by this id.');
  return erased;
}

function roleOf(name: string): Role {
  const role = roles.find((one) => one === name);
  if (!role) throw startError(`--role must be one of ${roles.join(', ')}.`);
  return role;
}

async function* asJson(values: AsyncIterable<object> | Iterable<object>): AsyncGenerator<string> {
  for await (const value of values) yield JSON.stringify(value);
}

/** Ctrl-C lets what is under way come to its end. */
function interrupted(): AbortSignal {
  const abort = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => abort.abort());
  return abort.signal;
}

async function upToDate(store: Store): Promise<Store> {
  await migrate(store.pool);
  return store;
}

async function openApp(surroundings: Surroundings, clock = () => new Date()): Promise<App> {
  const store = await upToDate(await surroundings.openStore());
  return composeApp({
    config: surroundings.config,
    prisma: store.prisma,
    pool: store.pool,
    log: surroundings.log,
    clock,
  });
}

/** For verbs that act at a time or call Zalo: while rehearsing, on the clock of the local Zalo. A refusal is said in one sentence. */
async function withApp(surroundings: Surroundings, act: (app: App) => Promise<Answer>): Promise<Answer> {
  const { config, log } = surroundings;
  const store = await upToDate(await surroundings.openStore());
  const rehearsal = config.sandbox
    ? await startRehearsal({ config: { ...config, role: 'worker' }, store, log, oaName: '' })
    : undefined;
  const app = await openApp(surroundings, rehearsal?.clock);
  try {
    return await act(app);
  } catch (error) {
    if (error instanceof Failure)
      throw startError(
        [failures[error.code][1], ...error.fields.map(({ message }) => `${message}.`)].join(' '),
      );
    throw error;
  } finally {
    app.zalo.close();
    await rehearsal?.stop();
  }
}

/** A rehearsal that runs learns of the new followers at once; one that does not reads of them when it starts. */
async function tellRehearsal(
  app: App,
  range: { prefix: string; count: number; staleShare: number },
): Promise<void> {
  if (!app.config.sandbox) return;
  const url = `${new URL(app.config.zalo.graph).origin}/sandbox/control/ranges`;
  const told = fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(range),
  });
  await Promise.race([told.catch(() => undefined), sleep(2_000, undefined, { ref: false })]);
}
