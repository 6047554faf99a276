/** What the secretariat does with announcements: write, look at whom they reach, send exactly one version, hold, follow person by person. */

import type { AnnouncementState, Audience } from '#contract/announcement.ts';
import type { api } from '#contract/api.ts';
import type { InputOf, OutputOf } from '#contract/endpoint.ts';
import { Failure, type FieldProblem } from '#contract/failure.ts';
import { messageText, problemsOf, tooLong } from '#domain/announcement.ts';
import { nextAllowed } from '#domain/quiet-hours.ts';
import { purposeOf, type Reason, reach, reasonSentences, reasons } from '#domain/reach.ts';
import { normaliseText } from '#domain/text.ts';
import { conversationWindow } from '#domain/zalo-rules.ts';
import type { Context, Tx, Who } from '../context.ts';
import { type Meant, peopleMeant } from '../store/audience.ts';
import {
  type AnnouncementRow,
  detailOf,
  peopleOf,
  personOutcome,
  runNow,
  selectAnnouncements,
  summariesOf,
} from './announcement-view.ts';
import { keyOf, pageFrom, pageSize, readKey } from './keyset.ts';
import { announcementButtons } from './last-look.ts';
import { countInApp, groupsOf } from './spread.ts';

type Api = typeof api;
type Detail = OutputOf<Api['announcement']>;

export async function listAnnouncements(
  ctx: Context,
  _who: Who,
  input: InputOf<Api['announcements']>,
): Promise<OutputOf<Api['announcements']>> {
  const [at, id] = readKey(input.after, 2) ?? [null, null];
  const { rows } = await ctx.pool.query<AnnouncementRow>(
    `${selectAnnouncements}
     WHERE $1::timestamptz IS NULL OR a.created_at < $1 OR (a.created_at = $1 AND a.id > $2::uuid)
     ORDER BY a.created_at DESC, a.id LIMIT $3`,
    [at, id, pageSize + 1],
  );
  const page = pageFrom(
    rows,
    pageSize,
    (row) => keyOf(row.createdAt.toISOString(), row.id),
    (row) => row,
  );
  return { items: await summariesOf(ctx, page.items), next: page.next };
}

export async function readAnnouncement(
  ctx: Context,
  _who: Who,
  input: InputOf<Api['announcement']>,
): Promise<Detail> {
  return detailOf(ctx, await find(ctx, input.id));
}

async function find(ctx: Context, id: string): Promise<AnnouncementRow> {
  const { rows } = await ctx.pool.query<AnnouncementRow>(`${selectAnnouncements} WHERE a.id = $1`, [id]);
  if (!rows[0]) throw new Failure('not_found');
  return rows[0];
}

/** Keeps the text of a draft. Saving the same words again (a lost answer, a second tap) is no change. */
export async function writeAnnouncement(
  ctx: Context,
  who: Who,
  input: InputOf<Api['writeAnnouncement']>,
): Promise<OutputOf<Api['writeAnnouncement']>> {
  const { id, version } = input;
  const content = tidy(input);
  const problems = [...tooLong(content), ...(await audienceProblems(ctx, content.audience))];
  if (problems.length > 0) throw new Failure('input', problems);

  return ctx.db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${id}, 0))`;
    const found = await tx.announcement.findUnique({ where: { id } });
    if (found && (found.state !== 'draft' || found.kind !== 'announcement'))
      throw new Failure('announcement_sent');
    if (found && found.version === version + 1 && isSame(found, content))
      return { id, version: found.version, savedAt: found.updatedAt.toISOString() };
    if ((found?.version ?? 0) !== version) throw new Failure('announcement_changed');
    const data = { ...content, version: version + 1, updatedAt: ctx.now };
    if (found) await tx.announcement.update({ where: { id }, data });
    else
      await tx.announcement.create({
        data: { id, kind: 'announcement', state: 'draft', createdBy: who.id, createdAt: ctx.now, ...data },
      });
    return { id, version: version + 1, savedAt: ctx.now.toISOString() };
  });
}

type Content = Pick<
  InputOf<Api['writeAnnouncement']>,
  'title' | 'text' | 'audience' | 'withMessages' | 'withArticle'
>;

function tidy({ title, text, audience, withMessages, withArticle }: Content): Content {
  const oneLine = normaliseText(title).replace(/\s+/g, ' ');
  return { title: oneLine, text: normaliseText(text), audience, withMessages, withArticle };
}

function isSame(found: Omit<Content, 'audience'> & { audience: unknown }, content: Content): boolean {
  const words = ({ title, text, withMessages, withArticle }: Omit<Content, 'audience'>) =>
    JSON.stringify([title, text, withMessages, withArticle]);
  const whom = (audience: unknown) => JSON.stringify(Object.entries(audience as Audience).sort());
  return words(found) === words(content) && whom(found.audience) === whom(content.audience);
}

async function audienceProblems(ctx: Context, audience: Audience): Promise<FieldProblem[]> {
  if (audience.kind === 'units') {
    const known = await ctx.db.unit.count({ where: { id: { in: audience.units } } });
    if (known < new Set(audience.units).size)
      return [{ field: 'audience.units', message: 'Có đơn vị không còn trong danh sách. Chọn lại đơn vị' }];
  }
  if (audience.kind === 'blocks') {
    const { blocks } = await ctx.profile();
    if (!audience.blocks.every((id) => blocks.some((block) => block.id === id)))
      return [{ field: 'audience.blocks', message: 'Có khối không còn trong danh sách. Chọn lại khối' }];
  }
  return [];
}

/** How it will look and whom it reaches at the earliest moment at which it may go out. */
export async function previewAnnouncement(
  ctx: Context,
  _who: Who,
  input: InputOf<Api['previewAnnouncement']>,
): Promise<OutputOf<Api['previewAnnouncement']>> {
  const content = tidy(input);
  const earliest = nextAllowed(ctx.now, await ctx.profile());
  const meant: Meant = { kind: 'announcement', audience: content.audience, roundId: null };
  const [counts, inApp, wrongAudience] = await Promise.all([
    content.withMessages ? countReach(ctx, meant, earliest) : noReach,
    countInApp(ctx, peopleMeant(meant)),
    audienceProblems(ctx, content.audience),
  ]);
  return {
    message: messageText(content),
    buttons: announcementButtons,
    ...counts,
    inApp,
    earliest: earliest.toISOString(),
    problems: [...problemsOf(content), ...wrongAudience],
  };
}

const noReach = { reached: 0, unlinked: 0, notReached: [] };

async function countReach(ctx: Context, meant: Meant, at: Date) {
  const windowOpensAfter = new Date(at.getTime() - conversationWindow.length);
  const groups = await groupsOf(ctx, meant, windowOpensAfter);
  const unreached = new Map<Reason, number>();
  let reached = 0;
  let unlinked = 0;
  for (const group of groups) {
    const outcome = reach(group, at, purposeOf(meant.kind));
    if ('reason' in outcome) {
      unreached.set(outcome.reason, (unreached.get(outcome.reason) ?? 0) + group.people);
    } else {
      reached += group.people;
      unlinked += group.unlinkedFollowers;
    }
  }
  const notReached = reasons
    .map((reason) => ({ reason, sentence: reasonSentences[reason], count: unreached.get(reason) ?? 0 }))
    .filter(({ count }) => count > 0);
  return { reached, unlinked, notReached };
}

/** Sends exactly the version that was looked at. Twice, from two phones, at the same second: one run. */
export async function sendAnnouncement(
  ctx: Context,
  who: Who,
  input: InputOf<Api['sendAnnouncement']>,
): Promise<Detail> {
  await ctx.db.$transaction(async (tx) => {
    const found = await lock(tx, input.id);
    if (found.state !== 'draft') {
      if (found.state === 'cancelled') throw new Failure('announcement_state');
      if (found.version !== input.version) throw new Failure('announcement_sent');
      return;
    }
    if (found.version !== input.version) throw new Failure('announcement_changed');
    const problems = problemsOf(found);
    if (problems.length > 0) throw new Failure('input', problems);
    if ((found.withMessages || found.withArticle) && !(await isConnected(tx, ctx)))
      throw new Failure('zalo_not_connected');
    await tx.announcement.update({
      where: { id: input.id },
      data: { state: 'sending', sentAt: ctx.now, updatedAt: ctx.now, spreadDone: !found.withMessages },
    });
    if (found.withArticle)
      await tx.articlePost.create({ data: { announcementId: input.id, nextAt: ctx.now } });
    await note(tx, ctx, who, 'announcement.send', input.id);
  });
  return readAnnouncement(ctx, who, input);
}

async function isConnected(tx: Tx, ctx: Context): Promise<boolean> {
  const oaId = ctx.config.given.ZALO_OA_ID;
  return (await tx.oaToken.count(oaId ? { where: { oaId } } : undefined)) > 0;
}

type Locked = Pick<AnnouncementRow, 'version' | 'title' | 'text' | 'withMessages' | 'withArticle'> & {
  state: AnnouncementState;
};

async function lock(tx: Tx, id: string): Promise<Locked> {
  const [found] = await tx.$queryRaw<Locked[]>`
    SELECT state, version, title, text, with_messages AS "withMessages", with_article AS "withArticle"
    FROM announcement WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  if (!found) throw new Failure('not_found');
  return found;
}

const note = (tx: Tx, ctx: Context, who: Who, act: string, object: string) =>
  tx.auditEntry.create({ data: { at: ctx.now, actorId: who.id, act, object } });

export const pauseAnnouncement = (ctx: Context, who: Who, input: InputOf<Api['pauseAnnouncement']>) =>
  move(ctx, who, input, {
    act: 'announcement.pause',
    from: ['sending'],
    to: 'paused',
    data: { pausedAt: ctx.now, pausedBy: who.id, pauseReason: null },
  });

export const resumeAnnouncement = (ctx: Context, who: Who, input: InputOf<Api['resumeAnnouncement']>) =>
  move(ctx, who, input, {
    act: 'announcement.resume',
    from: ['paused'],
    to: 'sending',
    data: { pausedAt: null, pausedBy: null, pauseReason: null },
  });

/** What has left stays; the rows that wait follow in pages behind this one mark. */
export const cancelAnnouncement = (ctx: Context, who: Who, input: InputOf<Api['cancelAnnouncement']>) =>
  move(ctx, who, input, {
    act: 'announcement.cancel',
    from: ['draft', 'sending', 'paused'],
    to: 'cancelled',
    data: { finishedAt: ctx.now },
  });

interface Move {
  act: string;
  from: AnnouncementState[];
  to: AnnouncementState;
  data: object;
}

/** Doing it twice is doing it once. */
async function move(
  ctx: Context,
  who: Who,
  { id, version }: { id: string; version: number },
  { act, from, to, data }: Move,
): Promise<Detail> {
  await ctx.db.$transaction(async (tx) => {
    const found = await lock(tx, id);
    if (found.version !== version) throw new Failure('announcement_changed');
    if (found.state === to) return;
    if (!from.includes(found.state)) throw new Failure('announcement_state');
    await tx.announcement.update({ where: { id }, data: { state: to, updatedAt: ctx.now, ...data } });
    if (to === 'cancelled')
      await tx.articlePost.updateMany({
        where: { announcementId: id, state: 'waiting' },
        data: { state: 'cancelled' },
      });
    await tx.$executeRaw`SELECT pg_notify('postman', '')`;
    await note(tx, ctx, who, act, id);
  });
  return detailOf(ctx, await find(ctx, id));
}

export async function listPeople(
  ctx: Context,
  _who: Who,
  input: InputOf<Api['announcementPeople']>,
): Promise<OutputOf<Api['announcementPeople']>> {
  const run = await find(ctx, input.id);
  const [after] = readKey(input.after, 1) ?? ['0'];
  const [rows, now] = await Promise.all([
    peopleOf(ctx, run, input.state, after!, pageSize + 1),
    runNow(ctx, run),
  ]);
  return pageFrom(
    rows,
    pageSize,
    (row) => keyOf(row.id),
    (row) => personOutcome(row, now, ctx.now),
  );
}

export { zaloHealth } from './zalo-health.ts';
