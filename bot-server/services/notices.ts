/** What a person finds under "Thông báo": notices of their own, announcements to people like them, and reminders that were meant for them. */

import type { api } from '#contract/api.ts';
import type { InputOf, OutputOf } from '#contract/endpoint.ts';
import type { Notice } from '#contract/person.ts';
import type { Context, Who } from '../context.ts';
import { Prisma } from '../store/generated/client.ts';
import { keyOf, pageFrom, pageSize, readKey } from './keyset.ts';

type Api = typeof api;

/** The source of a notice is the first letter of its id; with time and number it makes one order over all of them. */
type Source = 'n' | 'a';

interface Row {
  source: Source;
  id: string;
  kind: string;
  title: string;
  text: string;
  at: Date;
  read: boolean;
  link: Notice['link'];
  sort: string;
}

export async function listNotices(
  ctx: Context,
  who: Who,
  input: InputOf<Api['notices']>,
): Promise<OutputOf<Api['notices']>> {
  const key = readKey(input.after, 2);
  const before = key ? { at: new Date(key[0]!), sort: key[1]! } : null;
  const limit = pageSize + 1;
  const [own, shared] = await Promise.all([
    ownNotices(ctx, who, before, limit),
    visibleAnnouncements(ctx, who, { before, limit }),
  ]);
  const rows = [...own, ...shared].sort(newestFirst).slice(0, limit);
  return pageFrom(
    rows,
    pageSize,
    (row) => keyOf(row.at.toISOString(), row.sort),
    ({ source, id, kind, title, text, at, read, link }) => ({
      id: `${source}${id}`,
      kind,
      title,
      text,
      at: at.toISOString(),
      read,
      link,
    }),
  );
}

interface Before {
  at: Date;
  sort: string;
}

function newestFirst(a: Row, b: Row): number {
  const later = b.at.getTime() - a.at.getTime();
  if (later !== 0) return later;
  return a.sort < b.sort ? 1 : -1;
}

/** A number with leading zeros sorts as text like any other key. */
const ownSort = Prisma.sql`'n' || lpad(n.id::text, 20, '0')`;

const ownNotices = (ctx: Context, who: Who, before: Before | null, limit: number): Promise<Row[]> =>
  ctx.db.$queryRaw<Row[]>`
    SELECT 'n' AS source, n.id::text, n.kind, n.title, n.text, n.created_at AS at, n.read_at IS NOT NULL AS read,
           coalesce(n.link, CASE WHEN n.initiative_id IS NOT NULL THEN
             jsonb_build_object('path', '/initiatives/' || n.initiative_id, 'label', 'Xem hồ sơ') END) AS link,
           ${ownSort} AS sort
    FROM notice n
    WHERE n.person_id = ${who.id}::uuid ${earlier(Prisma.sql`n.created_at`, ownSort, before)}
    ORDER BY n.created_at DESC, n.id DESC LIMIT ${limit}`;

const earlier = (at: Prisma.Sql, sort: Prisma.Sql, before: Before | null): Prisma.Sql =>
  before
    ? Prisma.sql`AND ${at} <= ${before.at} AND (${at} < ${before.at} OR ${sort} COLLATE "C" < ${before.sort})`
    : Prisma.empty;

/**
 * Announcements are read from their own row: nobody has a copy. A person sees those whose audience they belong to now, and the
 * reminders for which they were picked, unless they had finished before it left.
 */
export function visibleAnnouncements(
  ctx: Context,
  who: Who,
  page: { before: Before | null; limit: number },
): Promise<Row[]> {
  const sort = Prisma.sql`'a' || a.id::text`;
  return ctx.db.$queryRaw<Row[]>`
    SELECT 'a' AS source, a.id::text, a.kind, a.title, a.text, a.sent_at AS at, ${isRead(who)} AS read,
           CASE WHEN a.kind = 'reminder' THEN
             jsonb_build_object('path', '/initiatives', 'label', 'Mở sáng kiến của tôi') END AS link,
           ${sort} AS sort
    FROM announcement a
    WHERE ${isVisible(who)} ${earlier(Prisma.sql`a.sent_at`, sort, page.before)}
    ORDER BY a.sent_at DESC, a.id DESC LIMIT ${page.limit}`;
}

const isRead = (who: Who): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT FROM notice_read r WHERE r.person_id = ${who.id}::uuid AND r.announcement_id = a.id)`;

function isVisible(who: Who): Prisma.Sql {
  const roles = [...new Set(who.grants.map(({ role }) => role))];
  return Prisma.sql`
    a.sent_at IS NOT NULL AND (
      a.kind = 'announcement' AND CASE a.audience->>'kind'
        WHEN 'everybody' THEN true
        WHEN 'roles' THEN EXISTS (SELECT FROM unnest(${roles}::text[]) AS role WHERE a.audience->'roles' @> to_jsonb(role))
        WHEN 'units' THEN EXISTS (SELECT FROM (${unitsOf(who)}) mine WHERE a.audience->'units' @> to_jsonb(mine.id))
        WHEN 'blocks' THEN EXISTS (SELECT FROM (${unitsOf(who)}) mine WHERE a.audience->'blocks' @> to_jsonb(mine.block))
      END
      OR a.kind = 'reminder' AND EXISTS (
        SELECT FROM message m WHERE m.person_id = ${who.id}::uuid AND m.announcement_id = a.id
          AND m.reason IS DISTINCT FROM 'done'))`;
}

/** The same belonging as the spread's: confirmed, claimed, or named in an initiative. */
const unitsOf = (who: Who): Prisma.Sql => Prisma.sql`
  SELECT u.id, u.block FROM membership b JOIN unit u ON u.id = b.unit_id WHERE b.person_id = ${who.id}::uuid
  UNION
  SELECT u.id, u.block FROM initiative i JOIN unit u ON u.id = i.unit_id WHERE i.author_id = ${who.id}::uuid`;

export async function readNotices(
  ctx: Context,
  who: Who,
  input: InputOf<Api['readNotices']>,
): Promise<OutputOf<Api['readNotices']>> {
  const own = input.ids.filter((id) => /^n\d{1,18}$/.test(id)).map((id) => id.slice(1));
  const shared = input.ids.filter((id) => /^a[0-9a-f-]{36}$/.test(id)).map((id) => id.slice(1));
  await ctx.db.$transaction([
    ctx.db.$executeRaw`
      UPDATE notice SET read_at = ${ctx.now}
      WHERE id = ANY(${own}::bigint[]) AND person_id = ${who.id}::uuid AND read_at IS NULL`,
    ctx.db.$executeRaw`
      INSERT INTO notice_read (person_id, announcement_id, at)
      SELECT ${who.id}::uuid, a.id, ${ctx.now} FROM announcement a
      WHERE a.id::text = ANY(${shared}::text[]) AND ${isVisible(who)}
      ON CONFLICT DO NOTHING`,
  ]);
  return { ok: true };
}

/** What is told to everybody before somebody came is not news to them. */
export async function countUnread(ctx: Context, who: Who): Promise<number> {
  const [row] = await ctx.db.$queryRaw<{ count: number }[]>`
    SELECT (
      (SELECT count(*) FROM notice n WHERE n.person_id = ${who.id}::uuid AND n.read_at IS NULL)
      + (SELECT count(*) FROM announcement a
         WHERE ${isVisible(who)} AND NOT ${isRead(who)}
           AND a.sent_at >= (SELECT created_at FROM person WHERE id = ${who.id}::uuid))
    )::int AS count`;
  return row?.count ?? 0;
}
