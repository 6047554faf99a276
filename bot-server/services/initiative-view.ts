/** Turns a dossier into what one reader may see of it. The only place where an initiative becomes an answer. */

import type { Level } from '#contract/common.ts';
import type { Detail, Form, State, Status, Summary } from '#contract/initiative.ts';
import { allowedActions, endStates, type Standing } from '#domain/initiative.ts';
import { levelLabel, type Profile } from '#domain/organisation.ts';
import { sayState, stateLabels } from '#domain/words.ts';
import type { Context } from '../context.ts';
import { dossierOf, type Found, openSupplement, roundOpen } from './standing.ts';

/** The columns from which a status is said; what lists select. */
export interface StatusRow {
  state: string;
  stateSince: Date;
  dueAt: Date | null;
  stateReason: string | null;
  unitName: string | null;
  closesAt: Date | null;
  owed: number;
  decisionNo: string | null;
  decisionDay: string | null;
  decisionLevel: string | null;
}

export function statusOf(
  row: StatusRow,
  profile: Profile,
  now: Date,
  reader: 'author' | 'office',
  mine: boolean,
): Status {
  const saying = sayState(
    {
      state: row.state as State,
      since: row.stateSince,
      dueAt: row.dueAt,
      reason: row.stateReason,
      unitName: row.unitName,
      closesAt: row.closesAt,
      owed: row.owed,
      decision:
        row.decisionNo && row.decisionDay
          ? {
              no: row.decisionNo,
              day: row.decisionDay,
              level: levelLabel(profile, (row.decisionLevel ?? 'base') as Level),
            }
          : null,
    },
    profile,
    now,
    reader,
  );
  return {
    state: row.state as State,
    label: saying.label,
    since: row.stateSince.toISOString(),
    holder: saying.holder,
    sentence: saying.sentence,
    todo: saying.todo,
    dueAt: (row.state === 'draft' ? row.closesAt : row.dueAt)?.toISOString() ?? null,
    mine: reader === 'author' ? saying.turn === 'author' : mine,
  };
}

const dayString = (date: Date): string => date.toISOString().slice(0, 10);

/** Recognitions come base level first; the status speaks of the highest. */
const levelRank: Record<string, number> = { base: 0, district: 1, city: 2 };

function statusRow(found: Found): StatusRow {
  const highest = [...found.recognitions].sort(
    (a, b) => (levelRank[b.level] ?? 0) - (levelRank[a.level] ?? 0),
  )[0];
  const items = (openSupplement(found)?.items ?? []) as { answer: string | null }[];
  return {
    state: found.state,
    stateSince: found.stateSince,
    dueAt: found.dueAt,
    stateReason: found.stateReason,
    unitName: found.unit?.name ?? null,
    closesAt: found.round?.closesAt ?? null,
    owed: items.length,
    decisionNo: highest?.decisionNo ?? null,
    decisionDay: highest ? dayString(highest.decisionDate) : null,
    decisionLevel: highest?.level ?? null,
  };
}

/** A status for whoever stands in this relation to the dossier. */
export function statusFor(ctx: Context, found: Found, standing: Standing, profile: Profile): Status {
  const allowed = allowedActions(dossierOf(found), standing, roundOpen(found, ctx.now), profile, ctx.now);
  const officeTurn = allowed.some(
    (action) => action !== 'highlight' && action !== 'refuse' && action !== 'copy' && action !== 'correct',
  );
  return statusOf(statusRow(found), profile, ctx.now, standing.isAuthor ? 'author' : 'office', officeTurn);
}

/** The whole page of a dossier. Staged outcomes are added only for the secretariat. */
export async function detailFor(ctx: Context, found: Found, standing: Standing): Promise<Detail> {
  const profile = await ctx.profile();
  const history = await ctx.db.historyEntry.findMany({
    where: { initiativeId: found.id },
    orderBy: { id: 'asc' },
  });
  const names = standing.isAuthor
    ? new Map<string, string>()
    : await namesOf(
        ctx,
        history.map((entry) => entry.actorId),
      );
  const status = statusFor(ctx, found, standing, profile);
  const outcome =
    standing.isSecretariat && !standing.isAuthor ? await stagedOutcome(ctx, found.id) : undefined;
  const campaign =
    found.round &&
    (await ctx.db.campaign.findUnique({ where: { id: found.round.campaignId }, select: { demo: true } }));

  return {
    ...summaryOf(found, status),
    version: found.version,
    form: found.form as Form,
    steps: stepsOf(found, history, profile, status),
    history: history.map((entry) => ({
      at: entry.at.toISOString(),
      who:
        (entry.actorId && names.get(entry.actorId)) ||
        roleWords(entry.actorRole, standing.isAuthor, found.unit?.name ?? null),
      from: entry.fromState,
      to: entry.toState as State,
      label: stateLabels[entry.toState as State],
      reason: entry.reason,
    })),
    supplements: found.supplements.map((one) => ({
      askedAt: one.askedAt.toISOString(),
      dueAt: one.dueAt.toISOString(),
      items: one.items as { label: string; answer: string | null }[],
      answeredAt: one.answeredAt?.toISOString() ?? null,
    })),
    recognitions: found.recognitions.map((one) => ({
      kind: one.kind as 'initiative' | 'impact',
      level: one.level as Level,
      decisionNo: one.decisionNo,
      decisionDate: dayString(one.decisionDate),
      certificateNo: one.certificateNo,
    })),
    ...(outcome ? { outcome } : {}),
    allowed: allowedActions(dossierOf(found), standing, roundOpen(found, ctx.now), profile, ctx.now),
    demo: campaign?.demo ?? false,
  };
}

export const summaryOf = (found: Found, status: Status): Summary => ({
  id: found.id,
  code: found.code,
  title: found.title,
  unitName: found.unit?.name ?? null,
  roundName: found.round?.name ?? null,
  authorNames: found.authorNames,
  submittedAt: found.submittedAt?.toISOString() ?? null,
  updatedAt: found.updatedAt.toISOString(),
  status,
});

async function stagedOutcome(ctx: Context, initiativeId: string): Promise<Detail['outcome']> {
  const staged = await ctx.db.stagedOutcome.findUnique({ where: { initiativeId } });
  if (!staged) return undefined;
  const by = await ctx.db.person.findUnique({ where: { id: staged.stagedBy }, select: { name: true } });
  return {
    outcome: staged.outcome as 'recognised' | 'not_recognised',
    level: staged.level as Level | null,
    kinds: staged.kinds as ('initiative' | 'impact')[],
    reason: staged.reason,
    decisionNo: staged.decisionNo,
    decisionDate: staged.decisionDate && dayString(staged.decisionDate),
    certificateNo: staged.certificateNo,
    version: staged.version,
    stagedBy: by?.name ?? '',
    stagedAt: staged.stagedAt.toISOString(),
  };
}

async function namesOf(ctx: Context, ids: (string | null)[]): Promise<Map<string, string>> {
  const people = await ctx.db.person.findMany({
    where: { id: { in: [...new Set(ids.filter((id) => id !== null))] } },
    select: { id: true, name: true },
  });
  return new Map(people.map((person) => [person.id, person.name]));
}

function roleWords(role: string, toAuthor: boolean, unitName: string | null): string {
  if (role === 'author') return toAuthor ? 'Anh/chị' : 'Tác giả';
  if (role === 'unit_head') return unitName ? `Thủ trưởng ${unitName}` : 'Thủ trưởng đơn vị';
  return role === 'admin' ? 'Quản trị' : 'Cơ quan Thường trực';
}

/** The way of a dossier as its timeline: what lies behind with its day, where it stands, what comes next. */
function stepsOf(
  found: Found,
  history: { toState: string; at: Date }[],
  profile: Profile,
  status: Status,
): Detail['steps'] {
  const way: { label: string; states: State[] }[] = [
    { label: 'Nộp hồ sơ', states: ['submitted', 'unit_returned'] },
    ...(profile.unitConfirmation
      ? [{ label: 'Đơn vị xác nhận', states: ['unit_confirmed'] as State[] }]
      : []),
    { label: 'Tiếp nhận hợp lệ', states: ['accepted'] },
    { label: 'Hội đồng xét', states: ['under_review'] },
    { label: 'Kết quả', states: ['recognised', 'not_recognised'] },
  ];
  const reached = (states: State[]) => history.findLast((entry) => states.includes(entry.toState as State));
  const passed = way.filter((one) => reached(one.states));
  const steps: Detail['steps'] = passed.map((one) => ({
    label: one.label,
    when: 'done',
    at: reached(one.states)!.at.toISOString(),
    note: null,
  }));
  const now = { label: status.label, when: 'now' as const, at: status.since, note: status.sentence };
  const last = passed.at(-1);
  // The state of now is the last step reached, or stands beside the way (returned, supplement, refused, withdrawn …).
  if (last?.states.includes(found.state as State)) steps[steps.length - 1] = now;
  else steps.push(now);
  if (endStates.includes(found.state as State)) return steps;
  const ahead = way.slice(last ? way.indexOf(last) + 1 : found.state === 'draft' ? 0 : 1);
  return [
    ...steps,
    ...ahead.map((one) => ({ label: one.label, when: 'next' as const, at: null, note: null })),
  ];
}
