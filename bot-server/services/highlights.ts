/** Highlighted initiatives: found by block, year and words; read as a story; shown to the public by the secretariat. */

import { randomUUID } from 'node:crypto';
import type { api } from '#contract/api.ts';
import type { HighlightCard } from '#contract/campaign.ts';
import { type Level, levels } from '#contract/common.ts';
import type { InputOf, OutputOf } from '#contract/endpoint.ts';
import { Failure } from '#contract/failure.ts';
import type { Form, State } from '#contract/initiative.ts';
import { sayDay } from '#domain/calendar.ts';
import { fieldLabels } from '#domain/form.ts';
import { levelLabel, type Profile } from '#domain/organisation.ts';
import { slugOf } from '#domain/text.ts';
import type { Context, Tx, Who } from '../context.ts';
import { type Highlight, Prisma } from '../store/generated/client.ts';
import { pageFrom } from './keyset.ts';
import { recognisedStates } from './round-view.ts';
import { foundIn, strangeness } from './search.ts';

type Api = typeof api;
type Query = InputOf<Api['highlights']>;
type CardRow = Pick<Highlight, 'id' | 'slug' | 'title' | 'unitName' | 'block' | 'field' | 'level' | 'year'>;

const onPage = 20;

const cardOf = (row: CardRow, profile: Profile): HighlightCard => ({
  slug: row.slug,
  title: row.title,
  unitName: row.unitName,
  block: row.block,
  field: fieldLabels[row.field as keyof typeof fieldLabels] ?? row.field,
  levelLabel: levelLabel(profile, row.level as Level),
  year: row.year,
});

export async function listHighlights(ctx: Context, input: Query): Promise<OutputOf<Api['highlights']>> {
  const [profile, rows] = await Promise.all([ctx.profile(), findRows(ctx, input, onPage + 1)]);
  return pageFrom(
    rows,
    onPage,
    (row) => row.id,
    (row) => cardOf(row, profile),
  );
}

/** The first few, for a screen that shows only some. */
export async function findHighlights(ctx: Context, query: Query, limit: number): Promise<HighlightCard[]> {
  const [profile, rows] = await Promise.all([ctx.profile(), findRows(ctx, query, limit)]);
  return rows.map((row) => cardOf(row, profile));
}

/** Exact accents first, then the newest year in the order of its report. `after` is the id of the last row seen. */
const findRows = (ctx: Context, { block, year, q, after }: Query, limit: number): Promise<CardRow[]> =>
  ctx.db.$queryRaw<CardRow[]>`
    WITH found AS (
      SELECT id, slug, title, unit_name AS "unitName", block, field, level, year, -year AS newest, position,
             ${strangeness(Prisma.sql`title || ' ' || unit_name`, q)} AS strange
        FROM highlight
       WHERE ${block ? Prisma.sql`block = ${block}` : Prisma.sql`TRUE`}
         AND ${year ? Prisma.sql`year = ${year}::float8` : Prisma.sql`TRUE`}
         AND ${foundIn(Prisma.sql`folded`, q)})
    SELECT id, slug, title, "unitName", block, field, level, year FROM found
     WHERE ${
       after
         ? Prisma.sql`(strange, newest, position, id) > (SELECT strange, newest, position, id FROM found WHERE id = ${after})`
         : Prisma.sql`TRUE`
     }
     ORDER BY strange, newest, position, id LIMIT ${limit}`;

export async function countHighlights(
  ctx: Context,
): Promise<{ total: number; byBlock: Map<string, number>; newestYear: number | null }> {
  const groups = await ctx.db.highlight.groupBy({ by: ['block'], _count: true, _max: { year: true } });
  const years = groups.map((group) => group._max.year ?? 0);
  return {
    total: groups.reduce((sum, group) => sum + group._count, 0),
    byBlock: new Map(groups.map((group) => [group.block, group._count])),
    newestYear: years.length > 0 ? Math.max(...years) : null,
  };
}

export async function readStory(
  ctx: Context,
  input: InputOf<Api['highlight']>,
): Promise<OutputOf<Api['highlight']>> {
  const row = await ctx.db.highlight.findUnique({
    where: { slug: input.slug },
    include: { campaign: { select: { demo: true } } },
  });
  if (!row) throw new Failure('not_found');
  return {
    ...cardOf(row, await ctx.profile()),
    summary: row.summary,
    ...(await tellable(ctx.db, row.initiativeId)),
    source: row.source,
    publicUrl: `${ctx.config.publicUrl}/sang-kien/${row.slug}`,
    demo: row.campaign.demo,
  };
}

const onlyReported = {
  before: null,
  newPoint: null,
  measures: [] as string[],
  resultsText: null,
  authorNames: null,
  decision: null,
};

/** What may be told of a dossier. Where its author named something confidential, only what the secretariat wrote is shown. */
async function tellable(db: Tx, initiativeId: string | null) {
  const found =
    initiativeId &&
    (await db.initiative.findUnique({ where: { id: initiativeId }, include: { recognitions: true } }));
  if (!found) return onlyReported;
  const form = found.form as Form;
  const recognition = highestOf(found.recognitions);
  const open = form.confidential.trim() === '';
  return {
    before: open ? form.before : null,
    newPoint: open ? form.newPoint : null,
    measures: open ? form.measures.filter((measure) => measure.trim() !== '') : [],
    resultsText: open ? sayResults(form) : null,
    authorNames: (await mayName(db, found.authorId, form)) ? found.authorNames : null,
    decision: recognition
      ? `Quyết định số ${recognition.decisionNo} ngày ${sayDay(recognition.decisionDate.toISOString().slice(0, 10))}`
      : null,
  };
}

const sayResults = (form: Form): string | null => {
  const rows = form.results
    .filter((row) => row.measure.trim() !== '')
    .map(
      (row) =>
        `${row.measure}: ${[row.before, row.after].filter(Boolean).join(' → ')}${row.source ? ` (${row.source})` : ''}`,
    );
  return [...rows, form.resultsText].filter((line) => line.trim() !== '').join('\n') || null;
};

/** The newest word of the author holds; the tick in the form counts only where there is none. */
async function mayName(db: Tx, authorId: string, form: Form): Promise<boolean> {
  const newest = await db.consent.findFirst({
    where: { personId: authorId, purpose: 'publish_name' },
    orderBy: { id: 'desc' },
  });
  return newest ? newest.given : form.consentPublishName;
}

const highestOf = <T extends { level: string }>(recognitions: T[]): T | undefined =>
  [...recognitions].sort((a, b) => levels.indexOf(b.level as Level) - levels.indexOf(a.level as Level))[0];

/** Shows a recognised initiative to the public, with its author's word. Doing it again renews the summary. */
export async function addHighlight(
  ctx: Context,
  who: Who,
  input: InputOf<Api['addHighlight']>,
): Promise<OutputOf<Api['addHighlight']>> {
  const profile = await ctx.profile();
  return ctx.db.$transaction(async (tx) => {
    // Two people who choose the same dossier, or the same title, wait for each other.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('highlight', 0))`;
    const found = await tx.initiative.findUnique({
      where: { id: input.initiativeId },
      include: { recognitions: true, unit: true, round: { include: { campaign: true } } },
    });
    if (!found?.submittedAt || !found.unit || !found.round) throw new Failure('not_found');
    const recognition = highestOf(found.recognitions);
    if (!recognisedStates.includes(found.state as State) || !recognition) throw new Failure('not_recognised');
    const form = found.form as Form;
    if (!(await mayName(tx, found.authorId, form))) throw new Failure('no_publish_consent');

    const { campaign } = found.round;
    const shown = {
      title: found.title,
      unitName: found.unit.name,
      unitId: found.unit.id,
      block: found.unit.block,
      field: form.field ?? 'other',
      level: recognition.level,
      summary: input.summary?.trim() || null,
    };
    const row = await tx.highlight.upsert({
      where: { initiativeId: found.id },
      update: shown,
      create: {
        id: randomUUID(),
        slug: await freeSlug(tx, found.title),
        campaignId: campaign.id,
        year: campaign.year,
        ...shown,
        initiativeId: found.id,
        source: `Hồ sơ được công nhận ở ${found.round.name}, năm ${campaign.year}`,
        position: await tx.highlight.count({ where: { campaignId: campaign.id } }),
        publishedAt: ctx.now,
      },
    });
    await tx.auditEntry.create({
      data: { at: ctx.now, actorId: who.id, act: 'highlight_added', object: `initiative:${found.id}` },
    });
    return cardOf(row, profile);
  });
}

/** Two initiatives may bear the same title; the later one carries a number. */
async function freeSlug(tx: Tx, title: string): Promise<string> {
  const slug = slugOf(title) || 'sang-kien';
  for (let n = 1; ; n += 1) {
    const candidate = n === 1 ? slug : `${slug}-${n}`;
    if ((await tx.highlight.count({ where: { slug: candidate } })) === 0) return candidate;
  }
}
