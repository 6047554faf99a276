/** Turns a round into what everybody may read of it; counted figures stand beside reported ones, never instead. */

import type { Phase, Round as RoundView } from '#contract/campaign.ts';
import type { State } from '#contract/initiative.ts';
import { phaseLabels, phaseOf } from '#domain/round.ts';
import type { Tx } from '../context.ts';
import type { Round } from '../store/generated/client.ts';

/** States that are only reached by the release of a recognition: staged outcomes never count. */
export const recognisedStates: State[] = [
  'recognised',
  'forwarded_city',
  'city_recognised',
  'city_not_recognised',
];

export type Counts = Map<string, NonNullable<RoundView['counted']>>;

/** What was handed in here, by round. Rounds without any are left out. */
export async function countByRound(db: Tx, roundIds: string[]): Promise<Counts> {
  const rows = await db.$queryRaw<{ id: string; submitted: number; recognised: number }[]>`
    SELECT round_id AS id, count(*)::int AS submitted,
           (count(*) FILTER (WHERE state = ANY(${recognisedStates})))::int AS recognised
      FROM initiative WHERE round_id = ANY(${roundIds}) AND submitted_at IS NOT NULL GROUP BY round_id`;
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

export function roundView(row: Round, counts: Counts, now: Date): RoundView {
  const phase = phaseOf(row, now);
  return {
    id: row.id,
    name: row.name,
    scope: row.scope,
    blocks: row.blocks,
    phase,
    phaseLabel: phaseLabels[phase],
    opensAt: row.opensAt?.toISOString() ?? null,
    closesAt: row.closesAt?.toISOString() ?? null,
    graceMinutes: row.graceMinutes,
    reported: row.reported as RoundView['reported'],
    counted: counts.get(row.id) ?? null,
  };
}

const phaseOrder: Phase[] = ['open', 'planned', 'closed', 'published'];

/** What is open stands first, the nearest closing on top; what is over comes last, the latest on top. */
export function byUrgency(a: Round, b: Round, now: Date): number {
  const [phaseA, phaseB] = [phaseOf(a, now), phaseOf(b, now)];
  if (phaseA !== phaseB) return phaseOrder.indexOf(phaseA) - phaseOrder.indexOf(phaseB);
  const key = phaseA === 'planned' ? 'opensAt' : 'closesAt';
  const distance = (a[key]?.getTime() ?? 0) - (b[key]?.getTime() ?? 0);
  const order = phaseA === 'open' || phaseA === 'planned' ? distance : -distance;
  return order || a.id.localeCompare(b.id);
}
