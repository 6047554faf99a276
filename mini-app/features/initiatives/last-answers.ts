/** What need not be asked twice: name, unit, post, and the level wanted, from the last time or from what the server knows. */

import type { Unit } from '#contract/campaign.ts';
import type { Form } from '#contract/initiative.ts';
import type { Me } from '#contract/person.ts';
import { call } from '../../api.ts';
import type { Platform } from '../../platform/platform.ts';
import { lastAnswersKey } from '../../shared/draft-list.ts';

interface Last {
  unit: Unit | null;
  title: string;
  workplace: string;
  levelWanted: Form['levelWanted'];
}

type Storage = Platform['storage'];

export async function rememberAnswers(storage: Storage, owner: string, form: Form, unit: Unit | null) {
  const [author] = form.authors;
  const last: Last = {
    unit,
    title: author?.title ?? '',
    workplace: author?.workplace ?? '',
    levelWanted: form.levelWanted,
  };
  await storage.set(lastAnswersKey(owner), JSON.stringify(last));
}

async function onPhone(storage: Storage, owner: string): Promise<Last | null> {
  try {
    return JSON.parse((await storage.get(lastAnswersKey(owner))) ?? 'null') as Last | null;
  } catch {
    return null;
  }
}

/** On a new phone: from the dossier handed in last. */
async function fromServer(): Promise<Last | null> {
  try {
    const { items } = await call('mine', {});
    const last = items.find(({ code }) => code !== null);
    if (!last) return null;
    const { form, unitName } = await call('initiative', { id: last.id });
    const [author] = form.authors;
    return {
      unit: form.unitId && unitName ? await withBlock(form.unitId, unitName) : null,
      title: author?.title ?? '',
      workplace: author?.workplace ?? '',
      levelWanted: form.levelWanted,
    };
  } catch {
    return null;
  }
}

async function withBlock(id: string, name: string): Promise<Unit | null> {
  const { items } = await call('units', { q: name });
  return items.find((unit) => unit.id === id) ?? null;
}

async function theRound(unit: Unit | null): Promise<string | null> {
  if (unit === null) return null;
  const { rounds } = await call('home', {});
  const open = rounds.filter(({ phase, blocks }) => phase === 'open' && blocks.includes(unit.block));
  return open.length === 1 ? (open[0]?.id ?? null) : null;
}

/** The answers a new form begins with. */
export async function prefilled(
  storage: Storage,
  owner: string,
  me: Me | null,
): Promise<{ form: Partial<Form>; unit: Unit | null }> {
  const last = (await onPhone(storage, owner)) ?? (me === null ? null : await fromServer());
  const mine = me?.units.find(({ confirmed }) => confirmed) ?? me?.units[0];
  const unit = last?.unit ?? (mine ? await withBlock(mine.id, mine.name).catch(() => null) : null);
  const roundId = await theRound(unit).catch(() => null);
  return {
    unit,
    form: {
      unitId: unit?.id ?? null,
      roundId,
      levelWanted: last?.levelWanted ?? null,
      authors: [
        {
          name: me?.name ?? '',
          title: last?.title ?? '',
          workplace: last?.workplace || (unit?.name ?? ''),
          sharePercent: 100,
        },
      ],
    },
  };
}
