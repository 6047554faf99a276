/** Lists of dossiers: an author's own, a unit head's queue, the desk's. One hand-written statement each, paged by key. */

import type { api } from '#contract/api.ts';
import type { InputOf, OutputOf } from '#contract/endpoint.ts';
import type { State, Summary } from '#contract/initiative.ts';
import { states } from '#contract/terms.ts';
import { fold } from '#domain/text.ts';
import { stateLabels } from '#domain/words.ts';
import type { Context, Who } from '../context.ts';
import { type StatusRow, statusOf } from './initiative-view.ts';
import { keyOf, pageFrom, pageSize, readKey } from './keyset.ts';

type Api = typeof api;
type Page = OutputOf<Api['mine']>;

interface Row extends StatusRow {
  id: string;
  code: string | null;
  title: string;
  authorNames: string;
  roundName: string | null;
  submittedAt: Date | null;
  updatedAt: Date;
  /** The sort value with the microseconds that a Date would lose. */
  sort: string;
}

const select = (sort: string) => `
  SELECT i.id, i.code, i.title, i.author_names AS "authorNames", i.submitted_at AS "submittedAt", i.updated_at AS "updatedAt",
         i.state, i.state_since AS "stateSince", i.due_at AS "dueAt", i.state_reason AS "stateReason",
         u.name AS "unitName", r.name AS "roundName", r.closes_at AS "closesAt",
         coalesce(jsonb_array_length(s.items), 0) AS owed,
         d.decision_no AS "decisionNo", d.decision_date::text AS "decisionDay", d.level AS "decisionLevel",
         ${sort}::text AS sort
    FROM initiative i
    LEFT JOIN unit u ON u.id = i.unit_id
    LEFT JOIN round r ON r.id = i.round_id
    LEFT JOIN LATERAL (SELECT items FROM supplement
                        WHERE i.state = 'supplement_requested' AND initiative_id = i.id AND answered_at IS NULL
                        ORDER BY asked_at DESC LIMIT 1) s ON true
    LEFT JOIN LATERAL (SELECT decision_no, decision_date, level FROM recognition
                        WHERE i.state IN ('recognised', 'forwarded_city', 'city_recognised', 'city_not_recognised')
                          AND initiative_id = i.id
                        ORDER BY array_position(ARRAY['base', 'district', 'city'], level) DESC LIMIT 1) d ON true`;

/** A name lets PostgreSQL plan each of the few statements once per connection. */
const names = new Map<string, string>();
function nameOf(sql: string): string {
  const known = names.get(sql) ?? `dossiers-${names.size}`;
  names.set(sql, known);
  return known;
}

async function page(
  ctx: Context,
  reader: 'author' | 'office',
  sql: string,
  values: unknown[],
  turn: (row: Row) => boolean,
): Promise<Page> {
  const [profile, { rows }] = await Promise.all([
    ctx.profile(),
    ctx.pool.query<Row>({ name: nameOf(sql), text: sql, values }),
  ]);
  const item = (row: Row): Summary => ({
    id: row.id,
    code: row.code,
    title: row.title,
    unitName: row.unitName,
    roundName: row.roundName,
    authorNames: row.authorNames,
    submittedAt: row.submittedAt?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
    status: statusOf(row, profile, ctx.now, reader, turn(row)),
  });
  return pageFrom(rows, pageSize, (row) => keyOf(row.sort, row.id), item);
}

export function listMine(ctx: Context, who: Who, input: InputOf<Api['mine']>): Promise<Page> {
  const key = readKey(input.after, 2);
  const values: unknown[] = [who.id, ...(key ?? [])];
  const beyond = key ? 'AND (i.updated_at, i.id) < ($2::timestamptz, $3::uuid)' : '';
  const sql = `${select('i.updated_at')} WHERE i.author_id = $1::uuid ${beyond} ORDER BY i.updated_at DESC, i.id DESC LIMIT ${pageSize + 1}`;
  return page(ctx, 'author', sql, values, () => false);
}

/** What waits for this head, longest first. Own dossiers are not there: somebody else confirms those. */
export function listUnitQueue(ctx: Context, who: Who, input: InputOf<Api['unitQueue']>): Promise<Page> {
  const units = who.grants.filter((grant) => grant.role === 'unit_head').map((grant) => grant.unitId);
  const key = readKey(input.after, 2);
  const beyond = key ? 'AND (i.submitted_at, i.id) > ($3::timestamptz, $4::uuid)' : '';
  const sql = `${select('i.submitted_at')}
    WHERE i.state = 'submitted' AND i.submitted_at IS NOT NULL AND i.author_id <> $1::uuid
      AND (i.unit_id = ANY($2) OR u.parent_id = ANY($2)) ${beyond}
    ORDER BY i.submitted_at, i.id LIMIT ${pageSize + 1}`;
  return page(ctx, 'office', sql, [who.id, units, ...(key ?? [])], () => true);
}

const secretariatTurn: readonly string[] = ['unit_confirmed', 'accepted', 'under_review'];

/** The desk's list. Staged outcomes have no part in it, so neither order nor search can tell them. */
export function listForDesk(ctx: Context, _who: Who, input: InputOf<Api['deskInitiatives']>): Promise<Page> {
  const values: unknown[] = [];
  const where = ["i.submitted_at IS NOT NULL AND i.state <> 'draft'"];
  const add = (condition: (place: string) => string, value: unknown) => {
    values.push(value);
    where.push(condition(`$${values.length}`));
  };
  if (input.round) add((p) => `i.round_id = ${p}`, input.round);
  if (input.state) add((p) => `i.state = ${p}`, input.state);
  if (input.unit) add((p) => `i.unit_id = ${p}`, input.unit);
  if (input.block) add((p) => `u.block = ${p}`, input.block);
  for (const word of words(input.q)) add((p) => `i.folded LIKE ${p}`, `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  const key = readKey(input.after, 2);
  if (key) {
    values.push(...key);
    where.push(`(i.submitted_at, i.id) < ($${values.length - 1}::timestamptz, $${values.length}::uuid)`);
  }
  const sql = `${select('i.submitted_at')} WHERE ${where.join(' AND ')} ORDER BY i.submitted_at DESC, i.id DESC LIMIT ${pageSize + 1}`;
  return page(ctx, 'office', sql, values, (row) => secretariatTurn.includes(row.state));
}

const words = (q: string | undefined): string[] =>
  fold(q ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 8);

export async function countForDesk(
  ctx: Context,
  _who: Who,
  input: InputOf<Api['deskCounts']>,
): Promise<OutputOf<Api['deskCounts']>> {
  const groups = await ctx.db.initiative.groupBy({
    by: ['state'],
    where: { submittedAt: { not: null }, ...(input.round ? { roundId: input.round } : {}) },
    _count: true,
  });
  const count = new Map(groups.map((group) => [group.state, group._count]));
  return {
    byState: states
      .filter((state) => count.has(state))
      .map((state: State) => ({ state, label: stateLabels[state], count: count.get(state) ?? 0 })),
    total: groups.reduce((sum, group) => sum + group._count, 0),
  };
}
