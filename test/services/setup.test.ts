// The data with which an installation begins: the reported year, the rehearsal around today, or an empty real year.
import { describe, expect, test } from 'vitest';
import { campaign, home, units } from '#bot/services/campaigns.ts';
import { initYear, loadDemo } from '#bot/services/setup.ts';
import type { Form, State } from '#contract/initiative.ts';
import { dayOf } from '#domain/calendar.ts';
import { readCode } from '#domain/code.ts';
import { checkForm } from '#domain/form.ts';
import { transitions } from '#domain/initiative.ts';
import { phaseOf } from '#domain/round.ts';
import report from '../../prisma/ba-dinh-2023.json' with { type: 'json' };
import { demoPeople } from '../../prisma/seed/people.ts';
import { freshDatabase } from '../support/database.ts';
import { rehearsal } from '../support/rehearsal.ts';

const db = await freshDatabase();
const empty = await freshDatabase();
const ctx = rehearsal(db);
const first = await loadDemo(ctx);

describe('the year 2023', () => {
  test('adds up to the totals of the report: 267 handed in, 198 recognised, 155 and 43 by round', async () => {
    const year = await campaign(ctx, { id: 'ba-dinh-2023' });

    const reported = year.rounds.map((round) => round.reported!);
    const sum = (key: 'submitted' | 'recognised' | 'notRecognised') =>
      reported.reduce((total, figures) => total + figures[key], 0);
    expect([sum('submitted'), sum('recognised'), sum('notRecognised')]).toEqual([267, 198, 69]);
    expect(reported.map((figures) => figures.recognised).sort((a, b) => b - a)).toEqual([155, 43]);
    for (const { left, right } of report.checks) expect(left).toBe(right);
    expect(year.city).toMatchObject({ recognised: 7 });
  });

  test('has no dossier made up for its figures', async () => {
    const year = await campaign(ctx, { id: 'ba-dinh-2023' });

    expect(year.rounds.map((round) => round.counted)).toEqual([null, null]);
    expect(year.rounds.map((round) => round.phase)).toEqual(['published', 'published']);
  });

  test('keeps its 16 documents, its rewards and its ten highlights', async () => {
    const year = await campaign(ctx, { id: 'ba-dinh-2023' });

    expect(year.documents).toHaveLength(16);
    expect(year.rewards[0]).toEqual({
      level: 'cấp quận',
      form: 'Giấy khen',
      who: 'tập thể',
      count: 43,
      amountEachVnd: 1_080_000,
      decision: '3034/QĐ-UBND, 20/12/2023',
    });
    expect(await db.prisma.highlight.count()).toBe(10);
    expect(
      await db.prisma.highlight.findUnique({ where: { id: 'hl-01' }, select: { unitId: true } }),
    ).toEqual({ unitId: 'dang-uy-dien-bien' });
  });

  test('names all 14 wards, sorted as a Vietnamese list', async () => {
    const { items } = await units(ctx, { block: 'ward' });

    const wards = items.filter((unit) => unit.name.startsWith('Phường')).map((unit) => unit.name);
    expect(wards).toHaveLength(14);
    expect(wards.slice(0, 4)).toEqual([
      'Phường Cống Vị',
      'Phường Điện Biên',
      'Phường Đội Cấn',
      'Phường Giảng Võ',
    ]);
    expect(new Set(wards)).toEqual(new Set(report.wards.list.map((ward) => ward.fullName)));
  });
});

describe('the rehearsal', () => {
  test('is loaded once, also when two processes start together', async () => {
    const again = await Promise.all([loadDemo(ctx), loadDemo(ctx)]);

    expect(first).toEqual({ loaded: true });
    expect(again).toEqual([{ loaded: false }, { loaded: false }]);
    expect(await db.prisma.campaign.count()).toBe(2);
  });

  test('is never loaded while the real Zalo is configured', async () => {
    const real = rehearsal(empty, ctx.now, { sandbox: false });

    await expect(loadDemo(real)).rejects.toThrow('never loaded while the real Zalo');
    expect(await empty.prisma.person.count()).toBe(0);
  });

  test('has a round that closes within three days, one open longer, one planned', async () => {
    const { rounds, campaign: current } = await home(ctx, {});

    expect(current).toMatchObject({ demo: true, year: 2026 });
    const left = (round: { closesAt: string | null }) =>
      (Date.parse(round.closesAt!) - ctx.now.getTime()) / 86_400_000;
    const open = rounds.filter((round) => round.phase === 'open');
    expect(left(open[0]!)).toBeLessThanOrEqual(3);
    expect(left(open[0]!)).toBeGreaterThan(0);
    expect(left(open[1]!)).toBeGreaterThan(3);
    expect(open[1]!.blocks).toEqual(['education', 'ward', 'office']);
    expect(rounds.filter((round) => round.phase === 'planned')).toHaveLength(1);
  });

  test('knows its people under the three ids of Zalo, linked both ways', async () => {
    const told = demoPeople(ctx.now);

    for (const person of told) {
      const follower = await db.prisma.follower.findUnique({
        where: { oaUserId: person.oaUserId },
        include: { person: true },
      });
      expect(follower).toMatchObject({
        userIdByApp: person.userIdByApp,
        demo: true,
        person: { appUserId: person.appUserId, name: person.name, demo: true },
      });
    }
    expect(told.map((person) => person.name)).toContain('Nguyễn Minh Hà');
    expect(new Set(told.flatMap((p) => [p.oaUserId, p.userIdByApp, p.appUserId])).size).toBe(told.length * 3);
  });

  test('holds dossiers that obey the rules: codes, forms, steps in the order of the table, dates that lie ahead', async () => {
    const dossiers = await db.prisma.initiative.findMany({
      include: { history: { orderBy: { id: 'asc' } }, round: true },
    });

    expect(new Set(dossiers.map((one) => one.state)).size).toBeGreaterThanOrEqual(10);
    for (const dossier of dossiers) {
      if (dossier.state === 'draft') continue;
      expect(readCode(dossier.code!, 2026)).toBe(dossier.code);
      expect(checkForm(dossier.form as Form, dayOf(ctx.now)), dossier.title).toEqual([]);
      expect(dossier.history.at(-1)?.toState).toBe(dossier.state);
      dossier.history.forEach((entry, i) => {
        expect(entry.fromState).toBe(dossier.history[i - 1]?.toState ?? 'draft');
        expect(
          isInTable(entry.fromState, entry.toState, entry.actorRole),
          `${dossier.code} ${entry.toState}`,
        ).toBe(true);
        expect(entry.at <= ctx.now).toBe(true);
      });
      expect(phaseOf(dossier.round!, dossier.submittedAt!), dossier.title).not.toBe('planned');
      expect(dossier.submittedAt! <= dossier.round!.closesAt!).toBe(true);
      if (dossier.dueAt) expect(dossier.dueAt > ctx.now, dossier.title).toBe(true);
    }
  });
});

function isInTable(from: string, to: string, role: string): boolean {
  const released = from === 'under_review' && ['recognised', 'not_recognised'].includes(to);
  return (
    released ||
    transitions.some(
      (row) => row.from.includes(from as State) && row.to === to && row.by.some((actor) => actor === role),
    )
  );
}

describe('an empty year for real use', () => {
  const real = rehearsal(empty, ctx.now, { sandbox: false });

  test('has the units of its profile and nobody in it; doing it again changes nothing', async () => {
    const made = await initYear(real, 'ward-2025');
    const again = await initYear(real, 'ward-2025');

    expect(made).toEqual({ profile: 'ward-2025', campaign: 'ward-2025-2026', year: 2026, created: true });
    expect(again.created).toBe(false);
    const shown = await home(real, {});
    expect(shown.organisation).toMatchObject({ name: 'UBND phường Ba Đình', unitConfirmation: false });
    expect(shown.organisation.levels).toContainEqual({ id: 'district', label: 'cấp phường' });
    expect([shown.rounds, shown.highlights]).toEqual([[], []]);
    expect(await empty.prisma.person.count()).toBe(0);
  });

  test('does not mix with demo data, and names the profiles there are', async () => {
    await expect(initYear(ctx, 'district-2023')).rejects.toThrow('holds demo data');
    await expect(initYear(real, 'nowhere')).rejects.toThrow('district-2023 and ward-2025');
  });
});
