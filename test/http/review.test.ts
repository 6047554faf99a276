import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf } from '#domain/calendar.ts';
import { goodForm } from '../support/forms.ts';
import { openWorld } from '../support/world.ts';

const world = await openWorld();
const [author, head, secretary, colleague, admin] = await Promise.all(
  (['author', 'head', 'secretary', 'colleague', 'admin'] as const).map((part) => world.as(part)),
);
if (!author || !head || !secretary || !colleague || !admin)
  throw new Error('somebody of the cast is missing');
const { rounds } = await world.visitor.do('home', {});
const roundId = rounds.find((round) => round.phase === 'open' && round.blocks.includes('ward'))!.id;
const today = dayOf(new Date());

/** A dossier that was just handed in. */
async function handedIn(): Promise<string> {
  const id = randomUUID();
  await author!.do('submit', { id, version: 0, form: goodForm({ roundId }) });
  return id;
}
const versionOf = async (id: string) => (await author!.do('initiative', { id })).version;
async function reviewed(): Promise<string> {
  const id = await handedIn();
  await head!.do('confirm', { id, version: await versionOf(id) });
  await secretary!.do('accept', { id, version: await versionOf(id) });
  await secretary!.do('review', { id, version: await versionOf(id) });
  return id;
}
const recognition = {
  outcome: 'recognised' as const,
  level: 'district' as const,
  kinds: ['initiative' as const],
  reason: null,
  decisionNo: '45/QĐ-UBND',
  decisionDate: today,
  certificateNo: null,
};

describe('a dossier goes its way', () => {
  it('from the unit to the council, and the author reads each step in words', async () => {
    const id = await handedIn();
    const queue = await head.do('unitQueue', {});
    expect(queue.items.map((item) => item.id)).toContain(id);

    await head.do('confirm', { id, version: await versionOf(id) });
    await secretary.do('accept', { id, version: await versionOf(id) });
    const page = await author.do('initiative', { id });
    expect(page.status.sentence).toContain('Đây chưa phải là được công nhận');
    expect(page.steps.map((step) => [step.label, step.when])).toEqual([
      ['Nộp hồ sơ', 'done'],
      ['Đơn vị xác nhận', 'done'],
      ['Đã tiếp nhận hợp lệ', 'now'],
      ['Hội đồng xét', 'next'],
      ['Kết quả', 'next'],
    ]);
    const me = await author.do('me', {});
    expect(me.units).toContainEqual(expect.objectContaining({ id: 'truc-bach', confirmed: true }));
  });

  it('back to the author with a reason tied to a part, and again to the unit', async () => {
    const id = await handedIn();
    expect(await head.try('return', { id, version: 1, part: 'newPoint', reason: 'ngắn' })).toMatchObject({
      status: 400,
    });
    await head.do('return', {
      id,
      version: await versionOf(id),
      part: 'newPoint',
      reason: 'Viết rõ mã QR khác gì cách tra cứu trên cổng dịch vụ công.',
    });

    const page = await author.do('initiative', { id });
    expect(page.status).toMatchObject({ label: 'Đơn vị trả lại', mine: true, todo: 'Sửa và nộp lại' });
    expect(page.status.sentence).toContain('phần “Nay”');
    expect(page.allowed).toEqual(expect.arrayContaining(['edit', 'submit', 'withdraw']));
    const again = await author.do('submit', {
      id,
      version: page.version,
      form: { ...page.form, newPoint: `${page.form.newPoint} Không cần tài khoản.` },
    });
    expect(again).toMatchObject({ code: page.code, repeated: false });
    expect(await world.app.db.revision.count({ where: { initiativeId: id } })).toBe(2);
  });

  it('to a supplement that names its items and its day, and back to where it was asked', async () => {
    const id = await handedIn();
    await head.do('confirm', { id, version: await versionOf(id) });
    const dueOn = addDays(today, 5);
    expect(
      await secretary.try('requestSupplement', { id, version: 2, items: ['Sổ theo dõi'], dueOn: today }),
    ).toMatchObject({ status: 400 });
    await secretary.do('requestSupplement', {
      id,
      version: 2,
      items: ['Sổ theo dõi lượt hỏi', 'Ảnh phiếu hẹn'],
      dueOn,
    });

    const asked = await author.do('initiative', { id });
    expect(asked.status.todo).toBe('Bổ sung 2 mục');
    expect(
      await author.try('answerSupplement', { id, version: 3, answers: ['Có trong tủ hồ sơ số 2'] }),
    ).toMatchObject({
      status: 400,
      body: { error: { fields: [{ field: 'answers.1', message: 'Trả lời mục “Ảnh phiếu hẹn”' }] } },
    });
    const answered = await author.do('answerSupplement', {
      id,
      version: 3,
      answers: ['Có trong tủ hồ sơ số 2', 'Đã gửi kèm phiếu in'],
    });
    expect(answered.status.label).toBe('Đơn vị đã xác nhận');
    expect(
      (await secretary.do('initiative', { id })).supplements[0]?.items.map((item) => item.answer),
    ).toEqual(['Có trong tủ hồ sơ số 2', 'Đã gửi kèm phiếu in']);
  });

  it('only once at a time: the second of two people is told and overwrites nothing', async () => {
    const id = await handedIn();
    await head.do('confirm', { id, version: 1 });
    const both = await Promise.all([
      secretary.try('accept', { id, version: 2 }),
      colleague.try('refuse', { id, version: 2, reason: 'Không thuộc phạm vi của đợt này.' }),
    ]);
    expect(both.filter((answer) => answer.ok)).toHaveLength(1);
    expect(both.find((answer) => !answer.ok)).toMatchObject({ status: 409 });
    expect(await world.app.db.historyEntry.count({ where: { initiativeId: id } })).toBe(3);
  });

  it('is never confirmed by its own author, and never on paper where a head is in office', async () => {
    const id = randomUUID();
    await head.do('submit', { id, version: 0, form: goodForm({ roundId }) });
    expect(await head.try('confirm', { id, version: 1 })).toMatchObject({
      status: 403,
      body: { error: { code: 'own_dossier' } },
    });
    const paper = { letterNo: '12/UBND', letterDate: today };
    expect((await secretary.do('confirmOnPaper', { id, version: 1, ...paper })).status.label).toBe(
      'Đơn vị đã xác nhận',
    );
    expect(
      await secretary.try('confirmOnPaper', { id: await handedIn(), version: 1, ...paper }),
    ).toMatchObject({ status: 409, body: { error: { code: 'unit_has_head' } } });
  });
});

describe('results are decided quietly and released together', () => {
  it('shows "Đang xét" to everybody else until the release, then tells each author once', async () => {
    // The demo has dossiers before the council in this round too; they get an outcome as well.
    const recognised = await reviewed();
    const not = await reviewed();
    const waiting = (
      await secretary.do('deskInitiatives', { round: roundId, state: 'under_review' })
    ).items.map((item) => item.id);
    for (const id of waiting)
      await secretary.do(
        'stageOutcome',
        id === not
          ? {
              ...recognition,
              id,
              version: 0,
              outcome: 'not_recognised',
              reason: 'Chưa nêu được kết quả đo được.',
            }
          : { ...recognition, id, version: 0 },
      );

    const before = await author.do('initiative', { id: recognised });
    expect(before.status.label).toBe('Đang xét');
    expect(before).not.toHaveProperty('outcome');
    expect(
      (await secretary.do('deskCounts', { round: roundId })).byState.some(
        (one) => one.state === 'recognised',
      ),
    ).toBe(false);
    expect((await admin.do('initiative', { id: recognised })).outcome).toBeUndefined();
    expect((await secretary.do('initiative', { id: recognised })).outcome).toMatchObject({
      outcome: 'recognised',
      decisionNo: '45/QĐ-UBND',
    });
    expect(await colleague.try('stageOutcome', { ...recognition, id: recognised, version: 0 })).toMatchObject(
      { status: 409, body: { error: { code: 'outcome_changed' } } },
    );

    const round = (await secretary.do('deskRounds', {})).items.find((one) => one.id === roundId)!;
    expect(round).toMatchObject({ staged: waiting.length, underReview: waiting.length });
    expect(
      await secretary.try('release', { id: roundId, version: round.version, staged: waiting.length - 1 }),
    ).toMatchObject({ status: 409 });
    const twice = await Promise.all(
      [1, 2].map(() =>
        secretary.try('release', { id: roundId, version: round.version, staged: waiting.length }),
      ),
    );
    expect(twice.filter((answer) => answer.ok)).toHaveLength(1);

    expect((await author.do('initiative', { id: recognised })).status.sentence).toContain(
      'Quyết định số 45/QĐ-UBND',
    );
    expect((await author.do('initiative', { id: not })).status.sentence).toContain(
      'Chưa nêu được kết quả đo được.',
    );
    for (const id of [recognised, not])
      expect(
        await world.app.db.notice.count({ where: { initiativeId: id, title: { contains: 'ông nhận' } } }),
      ).toBe(1);

    await secretary.do('forwardCity', {
      id: recognised,
      version: (await secretary.do('initiative', { id: recognised })).version,
    });
    const city = await secretary.do('recordCity', {
      id: recognised,
      version: (await secretary.do('initiative', { id: recognised })).version,
      recognised: true,
      documentNo: '9/QĐ-UBND',
      documentDate: today,
    });
    expect(city.status.label).toBe('Được công nhận cấp Thành phố');
    expect(
      (await author.do('initiative', { id: recognised })).recognitions.map((one) => one.level).sort(),
    ).toEqual(['city', 'district']);
  });

  it('does not release while a dossier has no outcome', async () => {
    await reviewed();
    const round = (await secretary.do('deskRounds', {})).items.find((one) => one.id === roundId)!;
    expect(await secretary.try('release', { id: roundId, version: round.version, staged: 0 })).toMatchObject({
      status: 409,
    });
  });

  it('lets an administrator reopen a recognition to correct it, with a reason on record', async () => {
    const [item] = (await secretary.do('deskInitiatives', { state: 'recognised' })).items;
    const { version } = await admin.do('initiative', { id: item!.id });
    expect(
      await secretary.try('correct', { id: item!.id, version, reason: 'Sai số quyết định.' }),
    ).toMatchObject({ status: 403 });
    await admin.do('correct', { id: item!.id, version, reason: 'Ghi sai số quyết định, phải ban hành lại.' });
    expect((await admin.do('initiative', { id: item!.id })).history.at(-1)).toMatchObject({
      to: 'under_review',
      reason: 'Ghi sai số quyết định, phải ban hành lại.',
    });
  });
});

describe('the history', () => {
  it('can only grow: the database itself refuses to change or delete a line', async () => {
    const id = await handedIn();
    await expect(
      world.app.db.historyEntry.updateMany({ where: { initiativeId: id }, data: { reason: 'khác' } }),
    ).rejects.toThrow(/only ever added/);
    await expect(world.app.db.historyEntry.deleteMany({ where: { initiativeId: id } })).rejects.toThrow(
      /only ever added/,
    );
  });
});
