import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { goodForm } from '../support/forms.ts';
import { openWorld } from '../support/world.ts';

const world = await openWorld();
const author = await world.as('author');
const openRound = async () => {
  const { rounds } = await world.visitor.do('home', {});
  return rounds.find((round) => round.phase === 'open' && round.blocks.includes('ward'))!.id;
};
const form = goodForm({ roundId: await openRound() });

describe('an author hands in an initiative', () => {
  it('gets a code, a receipt and a status that says who holds it', async () => {
    const id = randomUUID();
    const draft = await author.do('saveDraft', { id, version: 0, form });
    const sent = await author.do('submit', { id, version: draft.version, form });

    expect(sent.code).toMatch(/^SK-\d{4}-[A-Z0-9]{5}$/);
    expect(sent.repeated).toBe(false);
    expect(sent.status.label).toBe('Đã nộp');
    expect(sent.status.holder).toBe('Thủ trưởng Phường Trúc Bạch');
    const { items } = await author.do('notices', {});
    expect(items[0]).toMatchObject({ kind: 'receipt', title: `Đã nhận hồ sơ ${sent.code}` });
    const page = await author.do('initiative', { id });
    expect(page.history.map((entry) => [entry.from, entry.to])).toEqual([['draft', 'submitted']]);
    expect(page.allowed).toEqual(['withdraw']);
  });

  it('with five taps gets one initiative, one code and one receipt', async () => {
    const id = randomUUID();
    const taps = await Promise.all([1, 2, 3, 4, 5].map(() => author.do('submit', { id, version: 0, form })));

    expect(new Set(taps.map((tap) => tap.code)).size).toBe(1);
    expect(taps.filter((tap) => !tap.repeated)).toHaveLength(1);
    expect(await world.app.db.initiative.count({ where: { id } })).toBe(1);
    expect(await world.app.db.notice.count({ where: { initiativeId: id, kind: 'receipt' } })).toBe(1);
    expect(
      await world.app.db.message.count({
        where: {
          cause: { startsWith: 'receipt:' },
          payload: { path: ['text'], string_contains: taps[0]!.code },
        },
      }),
    ).toBe(1);
  });

  it('keeps everything when a second phone has saved meanwhile', async () => {
    const id = randomUUID();
    await author.do('saveDraft', { id, version: 0, form });
    await author.do('saveDraft', {
      id,
      version: 1,
      form: { ...form, title: 'Bản viết trên máy thứ hai, đầy đủ hơn' },
    });
    const late = await author.try('saveDraft', {
      id,
      version: 1,
      form: { ...form, title: 'Bản viết trên máy thứ nhất' },
    });

    expect(late).toMatchObject({ status: 409, body: { error: { code: 'changed' } } });
    expect((await author.do('initiative', { id })).form.title).toBe('Bản viết trên máy thứ hai, đầy đủ hơn');
  });

  it('learns on the right fields what is missing, and nothing is stored', async () => {
    const id = randomUUID();
    const refused = await author.try('submit', {
      id,
      version: 0,
      form: { ...form, newPoint: '', firstAppliedOn: '2099-01-01', oath: false },
    });

    expect(refused.status).toBe(400);
    if (refused.ok) throw new Error('it should have been refused');
    expect(refused.body.error.fields?.map((problem) => problem.field)).toEqual([
      'form.firstAppliedOn',
      'form.newPoint',
      'form.oath',
    ]);
    expect(await world.app.db.initiative.count({ where: { id } })).toBe(0);
  });

  it('is told in words when the round is closed or not open yet, and keeps the draft', async () => {
    const { rounds } = await world.visitor.do('home', {});
    const planned = rounds.find((round) => round.phase === 'planned')!;
    const id = randomUUID();
    const early = {
      ...form,
      roundId: planned.id,
      unitId: (await world.app.db.unit.findFirstOrThrow({ where: { block: planned.blocks[0]! } })).id,
    };
    await author.do('saveDraft', { id, version: 0, form: early });
    expect(await author.try('submit', { id, version: 1, form: early })).toMatchObject({
      status: 409,
      body: { error: { code: 'round_not_open' } },
    });

    const closing = await world.app.db.round.findUniqueOrThrow({ where: { id: form.roundId! } });
    await world.sandbox('clock', { set: new Date(closing.closesAt!.getTime() + 1).toISOString() });
    const late = await world.as('author');
    expect(await late.try('submit', { id, version: 1, form })).toMatchObject({
      status: 409,
      body: { error: { code: 'round_closed' } },
    });
    await world.sandbox('clock', { set: new Date(closing.closesAt!.getTime() - 1_000).toISOString() });
    expect((await late.do('submit', { id, version: 1, form })).repeated).toBe(false);
    await world.sandbox('clock', { offsetMs: 0 });
  });

  it('may withdraw and start again from the old text', async () => {
    const id = randomUUID();
    const newId = randomUUID();
    await author.do('submit', { id, version: 0, form });
    const { version } = await author.do('initiative', { id });
    await author.do('withdraw', { id, version });
    const copy = await author.do('copy', { id, newId });

    const page = await author.do('initiative', { id: newId });
    expect(copy.version).toBe(1);
    expect(page.form).toMatchObject({ title: form.title, oath: false, consentProcessing: false });
    expect((await author.do('initiative', { id })).status.label).toBe('Đã rút');
    await author.do('deleteDraft', { id: newId, version: 1 });
    expect((await author.try('initiative', { id: newId })).status).toBe(404);
  });

  it('never sees the dossier of another author, not even that it exists', async () => {
    const id = randomUUID();
    await author.do('saveDraft', { id, version: 0, form });
    const other = await world.as('otherAuthor');
    for (const answer of [
      await other.try('initiative', { id }),
      await other.try('saveDraft', { id, version: 1, form }),
      await other.try('submit', { id, version: 1, form }),
      await other.try('withdraw', { id, version: 1 }),
    ])
      expect(answer).toMatchObject({ status: 404, body: { error: { code: 'not_found' } } });
    const secretary = await world.as('secretary');
    expect((await secretary.try('initiative', { id })).status).toBe(404);
  });
});
