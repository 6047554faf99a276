/** What the bot must know of names and numbers, from the database: read now and then, not for each message. */

import { dayOf } from '#domain/calendar.ts';
import type { Context } from '../context.ts';
import { type Knowledge, knowledgeOf } from './knowledge.ts';

const keepMs = 30_000;
const mostTitles = 300;

const kept = new WeakMap<object, { knowledge: Knowledge; until: number }>();

export async function currentKnowledge(ctx: Context): Promise<Knowledge> {
  const before = kept.get(ctx.db);
  if (before && performance.now() < before.until) return before.knowledge;
  const profile = await ctx.profile();
  const [units, documents, highlights] = await Promise.all([
    ctx.db.unit.findMany({ where: { profileId: profile.id }, select: { id: true, name: true } }),
    ctx.db.document.findMany({ select: { number: true }, orderBy: { date: 'desc' } }),
    ctx.db.highlight.findMany({
      select: { title: true },
      orderBy: { publishedAt: 'desc' },
      take: mostTitles,
    }),
  ]);
  const year = Number(dayOf(ctx.now).slice(0, 4));
  const knowledge = knowledgeOf({ year, units, documents, levels: profile.levels, highlights });
  kept.set(ctx.db, { knowledge, until: performance.now() + keepMs });
  return knowledge;
}
