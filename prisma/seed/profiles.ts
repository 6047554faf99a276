/** Organisation profiles as files: who runs the campaign, under which names, with which units. A new one is a new file, no code. */

import { readdirSync, readFileSync } from 'node:fs';
import type { Profile } from '#domain/organisation.ts';
import { sortKeyOf } from '#domain/sort-key.ts';

interface ProfileFile {
  id: string;
  validFrom: string;
  validTo: string | null;
  /** Names of a year's campaign. */
  campaign: { name: string; localName: string };
  data: Omit<Profile, 'id'>;
  units: {
    id: string;
    name: string;
    tier: string;
    block: string;
    parentId?: string;
    validFrom?: string;
    validTo?: string;
    successors?: { unit: string; extent: 'whole' | 'part' }[];
  }[];
}

const folder = new URL('../profiles/', import.meta.url);

/** A calendar day as Prisma stores it. */
export const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);
const dateOrNull = (day: string | null | undefined): Date | null => (day ? dateOf(day) : null);

export const profileIds = (): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();

/** The rows of a profile; parents stand before their children. */
export function profileRows(id: string) {
  const file: ProfileFile = JSON.parse(readFileSync(new URL(`${id}.json`, folder), 'utf8'));
  return {
    names: file.campaign,
    profile: {
      id: file.id,
      name: file.data.name,
      data: { ...file.data },
      validFrom: dateOf(file.validFrom),
      validTo: dateOrNull(file.validTo),
    },
    units: file.units
      .map((unit) => ({
        id: unit.id,
        profileId: file.id,
        name: unit.name,
        tier: unit.tier,
        block: unit.block,
        parentId: unit.parentId ?? null,
        validFrom: dateOrNull(unit.validFrom),
        validTo: dateOrNull(unit.validTo),
        successors: unit.successors ?? [],
        sortKey: sortKeyOf(unit.name),
      }))
      .sort((a, b) => Number(a.parentId !== null) - Number(b.parentId !== null)),
  };
}
