/** Answers that lead to something to read: highlighted initiatives and guiding documents, found by what was named. */

import type { HighlightCard } from '#contract/campaign.ts';
import { sayDay } from '#domain/calendar.ts';
import { fieldLabels } from '#domain/form.ts';
import { fold } from '#domain/text.ts';
import type { Context } from '../context.ts';
import { findHighlights } from '../services/highlights.ts';
import { words as plainWords } from './knowledge.ts';
import { ask, open, quote } from './replies.ts';
import type { Answer, Said } from './said.ts';
import { terms } from './vocabulary.ts';

const shown = 4;
const looked = 200;

export const aboutHighlights: Answer = async (ctx, said) => {
  const { entities } = said.understood;
  const all = await findHighlights(
    ctx,
    { block: entities.unit ? undefined : entities.block, year: entities.year },
    looked,
  );
  const { found, about } = await narrow(ctx, all, said);
  const some = found.slice(0, shown);
  const text =
    some.length === 0
      ? `Chưa có sáng kiến tiêu biểu nào${about}. Anh/chị xem các sáng kiến khác trong mini app.`
      : [
          `Có ${found.length} sáng kiến tiêu biểu${about}:`,
          ...some.map((one, n) => `${n + 1}. ${quote(one.title, 200)} – ${one.unitName}, ${one.year}.`),
        ].join('\n');
  return {
    text,
    buttons: [
      ...some
        .slice(0, 3)
        .map((one, n) =>
          open(
            ctx,
            some.length === 1 ? 'Đọc sáng kiến này' : `Đọc sáng kiến ${n + 1}`,
            `/highlights/${one.slug}`,
          ),
        ),
      open(ctx, 'Xem tất cả', '/highlights'),
      ask('Cách nộp sáng kiến'),
    ],
  };
};

async function narrow(
  ctx: Context,
  all: HighlightCard[],
  { understood: { entities, plain } }: Said,
): Promise<{ found: HighlightCard[]; about: string }> {
  if (entities.unit) {
    const unit = await ctx.db.unit.findUniqueOrThrow({ where: { id: entities.unit } });
    const rows = await ctx.db.highlight.findMany({
      where: { OR: [{ unitId: unit.id }, { unitName: unit.name }] },
      select: { slug: true },
    });
    const slugs = new Set(rows.map((row) => row.slug));
    return { found: all.filter((one) => slugs.has(one.slug)), about: ` của ${unit.name}` };
  }
  const label = fieldLabels[entities.term as keyof typeof fieldLabels];
  if (label) {
    const says = new RegExp(terms.find((term) => term.id === entities.term)!.says);
    return {
      found: all.filter((one) => one.field === label || says.test(fold(one.title))),
      about: ` về ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
    };
  }
  const near = nearest(all, plain, (one) => `${one.title} ${one.unitName}`);
  if (near.length > 0) return { found: near, about: ' gần với câu hỏi' };
  return { found: all, about: entities.year ? ` năm ${entities.year}` : '' };
}

export const aboutDocuments: Answer = async (ctx, { understood: { entities, plain } }) => {
  const all = await ctx.db.document.findMany({
    where: {
      campaign: {},
      ...(entities.year ? { OR: [{ year: entities.year }, { campaign: { year: entities.year } }] } : {}),
    },
    orderBy: [{ date: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }],
  });
  const near = nearest(all, plain, (one) => `${one.kind} ${one.subject}`);
  const found = entities.document
    ? all.filter((one) => one.number === entities.document)
    : near.length > 0
      ? near
      : all;
  const lines = found.slice(0, shown).map((one) => {
    const when = one.date
      ? ` ngày ${sayDay(one.date.toISOString().slice(0, 10))}`
      : one.year
        ? ` năm ${one.year}`
        : '';
    return `• ${one.kind}${one.number ? ` ${one.number}` : ''}${when} của ${one.issuer}: ${one.subject}.`;
  });
  const more = found.length > shown ? [`Còn ${found.length - shown} văn bản nữa trong mini app.`] : [];
  return {
    text:
      lines.length > 0
        ? [...lines, ...more].join('\n')
        : 'Không thấy văn bản này trong danh mục. Anh/chị xem các văn bản trong mini app hoặc hỏi cơ quan Thường trực.',
    buttons: [open(ctx, 'Xem các văn bản', '/campaign'), ask('Cách nộp sáng kiến'), ask('Gặp cán bộ')],
  };
};

/** Words that ask, and do not say what about. */
const asking = new Set(
  'sang kien tieu bieu noi bat hay xem cho co nao gi ve cua muon biet doc tim nhung cac van ban cong tai lieu xin file so mot nam ngay toi em ad quyet dinh ke hoach huong dan lien quan'.split(
    ' ',
  ),
);

/** Those of which the question names most: pairs of neighbouring words, because a single one says little in Vietnamese. */
function nearest<T>(all: T[], plain: string, textOf: (one: T) => string): T[] {
  const typed = plain.split(' ');
  const pairs = typed
    .slice(1)
    .map((word, n) => [typed[n]!, word] as const)
    .filter(([a, b]) => !(asking.has(a) && asking.has(b)));
  const scored = all.map((one) => {
    const text = ` ${plainWords(textOf(one))} `;
    return { one, hits: pairs.filter(([a, b]) => text.includes(` ${a} ${b} `)).length };
  });
  const most = Math.max(0, ...scored.map(({ hits }) => hits));
  return most === 0 ? [] : scored.filter(({ hits }) => hits === most).map(({ one }) => one);
}
