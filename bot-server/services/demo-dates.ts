/** Keeps the rehearsal on the day it is played: its rounds and waiting dossiers are moved on at each start. */

import type { State } from '#contract/initiative.ts';
import { dayOf } from '#domain/calendar.ts';
import { dossierId, dossierSeeds, freshDue } from '../../prisma/seed/dossiers.ts';
import { fills, roundRow, type Slot, slots } from '../../prisma/seed/rehearsal.ts';
import type { Context, Tx } from '../context.ts';
import { planReminders } from './reminders.ts';

/**
 * Moves the rehearsal on to today, at each start: one round closes within three days, one is open longer, one is planned, and
 * nothing that waits in the demo is overdue only because the program was not running. What still fits stays as people changed it.
 */
export async function moveDemoDates(tx: Tx, ctx: Context): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('setup', 0))`;
  const campaign = await tx.campaign.findFirst({ where: { current: true, demo: true } });
  if (!campaign || !ctx.config.sandbox) return;
  for (const slot of slots) await fillSlot(tx, ctx, campaign.id, slot);
  await renewDueDates(tx, ctx);
}

async function fillSlot(tx: Tx, ctx: Context, campaignId: string, slot: Slot): Promise<void> {
  const row = roundRow(slot, dayOf(ctx.now));
  const ofSlot = await tx.round.findMany({
    where: { campaignId, OR: [{ id: slot.id }, { id: { startsWith: `${slot.id}-lan-` } }] },
    orderBy: { opensAt: 'desc' },
  });
  if (ofSlot.some((round) => fills(slot, round, ctx.now))) {
    for (const { id } of ofSlot) await planReminders(tx, ctx, id);
    return;
  }
  const movable = ofSlot.find((round) => round.releasedAt === null);
  const id = movable?.id ?? `${slot.id}-lan-${ofSlot.length + 1}`;
  if (movable) {
    const opensAt =
      slot.phase === 'open' && movable.opensAt && movable.opensAt < row.opensAt
        ? movable.opensAt
        : row.opensAt;
    await tx.round.update({
      where: { id },
      data: { opensAt, closesAt: row.closesAt, version: { increment: 1 } },
    });
  } else {
    // Its results were released in the rehearsal: the next one takes its place.
    await tx.round.create({ data: { ...row, id, name: `${slot.name}, lần ${ofSlot.length + 1}` } });
  }
  await planReminders(tx, ctx, id);
}

/** Only the dossiers that came with the demo: what somebody did by hand keeps its dates. */
async function renewDueDates(tx: Tx, ctx: Context): Promise<void> {
  const profile = await ctx.profile();
  const overdue = await tx.initiative.findMany({
    where: { id: { in: dossierSeeds.map((seed) => dossierId(seed.n)) }, dueAt: { lt: ctx.now } },
    select: { id: true, state: true },
  });
  for (const { id, state } of overdue) {
    const dueAt = freshDue(state as State, ctx.now, profile);
    if (!dueAt) continue;
    await tx.initiative.update({ where: { id }, data: { dueAt } });
    await tx.supplement.updateMany({ where: { initiativeId: id, answeredAt: null }, data: { dueAt } });
  }
}
