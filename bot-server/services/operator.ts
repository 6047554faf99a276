/** Verbs of the operator's command that concern sending: announce by key, the ledger of a key, and followers by the hundred thousand. */

import { randomUUID } from 'node:crypto';
import { emptyForm } from '#contract/terms.ts';
import { dayLength, dayOf } from '#domain/calendar.ts';
import { makeCode } from '#domain/code.ts';
import type { Context } from '../context.ts';
import { startError } from '../store/start-error.ts';
import { outcomesOf } from './announcement-view.ts';

/** What `announce` prints. */
export interface OperatorRun {
  key: string;
  announcement: string;
  state: string;
  total: number;
  waiting: number;
  sending: number;
  sent: number;
  refused: number;
  unknown: number;
  cancelled: number;
}

/** Starts the run of a key, or takes it up again; the same key is always the same run with the same text. */
export async function announceByOperator(
  ctx: Context,
  { key, text }: { key: string; text: string },
): Promise<{ id: string }> {
  if (text.trim() === '' || text.length > 2_000)
    throw startError('--text must have between 1 and 2000 characters.');
  await ctx.db.announcement.createMany({
    data: {
      id: randomUUID(),
      key,
      kind: 'operator',
      title: key,
      text,
      audience: { kind: 'everybody' },
      state: 'sending',
      createdAt: ctx.now,
      updatedAt: ctx.now,
      sentAt: ctx.now,
      withArticle: false,
    },
    skipDuplicates: true,
  });
  const run = await ctx.db.announcement.findUniqueOrThrow({ where: { key } });
  if (run.kind !== 'operator' || run.text !== text)
    throw startError(`The key "${key}" was used before with another text: choose another key.`);
  if (run.state === 'cancelled')
    throw startError(`The run "${key}" was cancelled: choose another key to send again.`);
  if (run.state === 'paused')
    await ctx.db.announcement.update({
      where: { key },
      data: { state: 'sending', pausedAt: null, pausedBy: null, pauseReason: null },
    });
  await ctx.pool.query(`SELECT pg_notify('postman', '')`);
  return { id: run.id };
}

export async function operatorRun(ctx: Context, id: string): Promise<OperatorRun> {
  const { key, state } = await ctx.db.announcement.findUniqueOrThrow({ where: { id } });
  const outcomes = (await outcomesOf(ctx, [id])).get(id)!;
  return { key: key ?? '', announcement: id, state, ...outcomes };
}

/** Whether a run has come to rest: everybody spread, nobody waiting or under way, or held by somebody. */
export async function isDelivered(ctx: Context, id: string): Promise<boolean> {
  const { rows } = await ctx.pool.query<{ done: boolean }>({
    name: 'run-delivered',
    text: `
      SELECT state IN ('paused', 'cancelled') OR (spread_done AND NOT EXISTS (
        SELECT FROM message WHERE announcement_id = $1 AND state IN ('waiting', 'sending'))) AS done
      FROM announcement WHERE id = $1`,
    values: [id],
  });
  return rows[0]?.done ?? true;
}

export interface LedgerLine {
  user: string;
  state: string;
  code?: number;
  /** Why a row was cancelled. */
  reason?: string;
}

const ledgerPage = 10_000;

/** One line per person, page by page: a ledger of a million needs no memory. */
export async function* ledger(ctx: Context, key: string): AsyncGenerator<LedgerLine> {
  const run = await ctx.db.announcement.findUnique({ where: { key }, select: { id: true } });
  if (!run) throw startError(`There is no run with the key "${key}".`);
  for (let after = '0'; ; ) {
    const { rows } = await ctx.pool.query(
      `SELECT id, coalesce(oa_user_id, person_id::text) AS "user", state, code, reason FROM message
       WHERE announcement_id = $1 AND id > $2 AND state = ANY($3::text[]) ORDER BY id LIMIT $4`,
      [run.id, after, ['waiting', 'sending', 'sent', 'refused', 'unknown', 'cancelled'], ledgerPage],
    );
    for (const { user, state, code, reason } of rows)
      yield {
        user,
        state,
        ...(code === null ? {} : { code }),
        ...(state === 'cancelled' && reason ? { reason } : {}),
      };
    if (rows.length < ledgerPage) return;
    after = rows.at(-1).id;
  }
}

export interface SeedOptions {
  followers?: number;
  prefix?: string;
  /** Share of followers whose last interaction lies ten days back. */
  stale?: number;
  initiatives?: number;
}

/** What the rehearsal's Zalo is told, so that it knows the same people: the setting `seeded-followers`. */
export interface SeededRange {
  prefix: string;
  count: number;
  staleShare: number;
}

export const seededFollowers = 'seeded-followers';

export async function seed(
  ctx: Context,
  options: SeedOptions,
): Promise<{ followers: number; initiatives: number }> {
  const { followers = 0, prefix = 'u', stale = 0, initiatives = 0 } = options;
  if (followers > 0) await seedFollowers(ctx, { prefix, count: followers, staleShare: stale });
  if (initiatives > 0) await seedInitiatives(ctx, initiatives);
  return { followers, initiatives };
}

/**
 * Followers `u0` …, all following, linked to nobody. The stale share is spread as the rehearsal's Zalo spreads it. They are marked
 * demo, so that no real Zalo is ever asked for them.
 */
async function seedFollowers(ctx: Context, range: SeededRange): Promise<void> {
  const { prefix, count, staleShare } = range;
  await ctx.pool.query(
    `INSERT INTO follower (oa_user_id, following, last_interaction_at, demo, created_at)
     SELECT $1 || n, true,
            CASE WHEN (n * $3::bigint) % 1000 < $3::bigint THEN $4::timestamptz - interval '10 days'
                 ELSE $4::timestamptz - (n % 1200 + 60) * interval '1 minute' END, true, $4
     FROM generate_series(0, $2::bigint - 1) AS n
     ON CONFLICT (oa_user_id) DO UPDATE SET following = true, stopped_at = NULL,
       last_interaction_at = excluded.last_interaction_at`,
    [prefix, count, Math.round(staleShare * 1000), ctx.now],
  );
  await ctx.pool.query('ANALYZE follower');
  const known = await ctx.db.setting.findUnique({ where: { key: seededFollowers } });
  const others = ((known?.value ?? []) as unknown as SeededRange[]).filter((one) => one.prefix !== prefix);
  const value = [...others, range].map((one) => ({ ...one }));
  await ctx.db.setting.upsert({
    where: { key: seededFollowers },
    create: { key: seededFollowers, value },
    update: { value },
  });
}

const dossiersPerAuthor = 3;
const seedPage = 20_000;

/** Dossiers that were handed in, spread over the current campaign's rounds and units, by invented authors. */
async function seedInitiatives(ctx: Context, count: number): Promise<void> {
  const places = await ctx.db.$queryRaw<{ roundId: string; unitId: string }[]>`
    SELECT r.id AS "roundId", u.id AS "unitId"
    FROM round r JOIN campaign c ON c.id = r.campaign_id AND c.current
    JOIN unit u ON u.profile_id = c.profile_id AND u.block = ANY(r.blocks)
    ORDER BY r.id, u.id`;
  if (places.length === 0) throw startError('There is no campaign with rounds yet: "init" makes one.');
  await ctx.pool.query(
    `INSERT INTO person (id, app_user_id, name, demo, created_at)
     SELECT gen_random_uuid(), 'seed-author-' || n, 'Tác giả thử ' || n, true, $2
     FROM generate_series(0, $1::int - 1) AS n ON CONFLICT (app_user_id) DO NOTHING`,
    [Math.ceil(count / dossiersPerAuthor), ctx.now],
  );
  for (let from = 0; from < count; from += seedPage) {
    await seedPageOfInitiatives(ctx, from, Math.min(count, from + seedPage), places);
  }
  await ctx.pool.query('ANALYZE initiative');
}

async function seedPageOfInitiatives(
  ctx: Context,
  from: number,
  to: number,
  places: { roundId: string; unitId: string }[],
): Promise<void> {
  const year = Number(dayOf(ctx.now).slice(0, 4));
  const numbers = Array.from({ length: to - from }, (_, index) => from + index);
  const place = (n: number) => places[n % places.length]!;
  await ctx.pool.query(
    `WITH made AS (
       INSERT INTO initiative (id, code, round_id, unit_id, author_id, state, title, author_names, form, created_at, updated_at,
                               submitted_at, accepted_at, state_since)
       SELECT gen_random_uuid(), s.code, s.round_id, s.unit_id, p.id, s.state, s.title, p.name,
              $6::jsonb || jsonb_build_object('roundId', s.round_id, 'unitId', s.unit_id, 'title', s.title, 'authors', jsonb_build_array(
                jsonb_build_object('name', p.name, 'title', '', 'workplace', '', 'sharePercent', 100))),
              s.at, s.at, s.at, CASE WHEN s.state IN ('accepted', 'under_review') THEN s.at END, s.at
       FROM (SELECT n, code, round_id, unit_id, $7::timestamptz - (n % 86400) * interval '30 seconds' AS at,
                    (ARRAY['submitted', 'unit_confirmed', 'accepted', 'under_review'])[n % 4 + 1] AS state,
                    (ARRAY['Quản lý hồ sơ một cửa', 'Dạy học phân hóa lớp 4', 'Phân loại rác tại nguồn', 'Số hóa sổ hộ tịch',
                           'Tuyên truyền qua loa thông minh', 'Chấm điểm thi đua bằng biểu mẫu'])[n % 6 + 1] || ' số ' || n AS title
             FROM unnest($1::int[], $2::text[], $3::text[], $4::text[]) AS given(n, code, round_id, unit_id)) AS s
       JOIN person p ON p.app_user_id = 'seed-author-' || s.n / $5::int
       ON CONFLICT (code) DO NOTHING RETURNING id, author_id, submitted_at)
     INSERT INTO history_entry (initiative_id, at, actor_id, actor_role, from_state, to_state)
     SELECT id, submitted_at, author_id, 'author', 'draft', 'submitted' FROM made`,
    [
      numbers,
      numbers.map((n) => seededCode(year, n)),
      numbers.map((n) => place(n).roundId),
      numbers.map((n) => place(n).unitId),
      dossiersPerAuthor,
      JSON.stringify(emptyForm),
      new Date(ctx.now.getTime() - dayLength),
    ],
  );
}

/** The same code for the same number, different for different ones, and not in a row. */
function seededCode(year: number, n: number): string {
  let rest = (n * 104_729 + 7) % 25 ** 5;
  return makeCode(year, (below) => {
    const digit = rest % below;
    rest = Math.floor(rest / below);
    return digit;
  });
}
