// What the public reads: found without accents, told only as far as the author allows.
import { describe, expect, test } from 'vitest';
import { campaign, units } from '#bot/services/campaigns.ts';
import { addHighlight, listHighlights, readStory } from '#bot/services/highlights.ts';
import { loadDemo } from '#bot/services/setup.ts';
import type { Form } from '#contract/initiative.ts';
import { dossierId } from '../../prisma/seed/dossiers.ts';
import { people } from '../../prisma/seed/people.ts';
import { freshDatabase } from '../support/database.ts';
import { rehearsal, who } from '../support/rehearsal.ts';

const db = await freshDatabase();
const ctx = rehearsal(db);
await loadDemo(ctx);
const [withConsent, withoutConsent, notRecognised, underReview] = [17, 9, 18, 16].map(dossierId) as [
  string,
  string,
  string,
  string,
];

const titles = async (q: string) => (await listHighlights(ctx, { q })).items.map((item) => item.title);

describe('searching', () => {
  test('finds titles and units typed without accents, in any order and case', async () => {
    expect(await titles('ngay thu sau')).toHaveLength(2);
    expect(await titles('THANH CONG lich su')).toEqual([
      'Tạo dựng không gian lịch sử ở lớp học trong giảng dạy môn Lịch sử 7',
    ]);
    expect(await titles('Đảng uỷ'.normalize('NFD'))).toHaveLength(1);
  });

  test('puts what was typed with its accents first', async () => {
    const { items } = await listHighlights(ctx, { q: 'thành' });

    const places = items.map((item) => item.unitName);
    expect(places.slice(0, -1).every((place) => place.includes('Thành Công'))).toBe(true);
    expect(places.at(-1)).toBe('Thanh tra quận Ba Đình');
    expect(await titles('thanh')).toHaveLength(items.length);
  });

  test('takes signs of the pattern language as letters', async () => {
    expect(await titles('100%')).toEqual([]);
    expect(await titles('_')).toEqual([]);
  });

  test('narrows by block and year, and pages by key without losing or repeating one', async () => {
    expect((await listHighlights(ctx, { block: 'ward' })).items).toHaveLength(6);
    expect((await listHighlights(ctx, { year: 2022 })).items).toEqual([]);
    const { items } = await listHighlights(ctx, {});
    const fourth = await db.prisma.highlight.findUniqueOrThrow({ where: { slug: items[3]!.slug } });

    const rest = await listHighlights(ctx, { after: fourth.id });

    expect(rest.items).toEqual(items.slice(4));
    expect(rest.next).toBeNull();
  });

  test('finds units too', async () => {
    const { items } = await units(ctx, { q: 'truc bach' });

    expect(items).toEqual([{ id: 'truc-bach', name: 'Phường Trúc Bạch', block: 'ward' }]);
  });
});

describe('a story', () => {
  test('of the report says what is known and nothing more', async () => {
    const story = await readStory(ctx, {
      slug: 'tao-dung-khong-gian-lich-su-o-lop-hoc-trong-giang-day-mon-lich-su-7',
    });

    expect(story).toMatchObject({
      unitName: 'Trường THCS Thành Công',
      levelLabel: 'cấp quận',
      year: 2023,
      newPoint: null,
      measures: [],
      demo: false,
    });
    expect(story.source).toContain('Báo cáo tổng kết');
  });

  test('that is not there is not found', async () => {
    await expect(readStory(ctx, { slug: 'khong-co' })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('showing an initiative to the public', () => {
  const add = (initiativeId: string, summary: string | null = null) =>
    addHighlight(ctx, who('huong'), { initiativeId, summary });

  test('is for recognised ones only', async () => {
    await expect(add(notRecognised)).rejects.toMatchObject({ code: 'not_recognised' });
    await expect(add(underReview)).rejects.toMatchObject({ code: 'not_recognised' });
  });

  test('needs the word of the author', async () => {
    await expect(add(withoutConsent)).rejects.toMatchObject({ code: 'no_publish_consent' });
  });

  test('tells its new point, its author and its decision, and is counted once', async () => {
    const card = await add(withConsent, 'Mỗi tuần một phút kể chuyện.');
    const again = await add(withConsent, 'Mỗi tuần một phút.');

    expect(again).toEqual(card);
    const story = await readStory(ctx, { slug: card.slug });
    expect(story).toMatchObject({ authorNames: 'Phạm Thu Hà', summary: 'Mỗi tuần một phút.', demo: true });
    expect(story.newPoint).toContain('một phút giọng nói');
    expect(story.decision).toContain('Quyết định số 01/QĐ-UBND');
    expect((await listHighlights(ctx, { year: 2026 })).items).toEqual([card]);
  });

  test('hides the name at once when the author takes the word back', async () => {
    const { slug } = await add(withConsent);
    await db.prisma.consent.create({
      data: { personId: people.thuHa.id, purpose: 'publish_name', given: false, at: ctx.now },
    });

    expect((await readStory(ctx, { slug })).authorNames).toBeNull();
    await expect(add(withConsent)).rejects.toMatchObject({ code: 'no_publish_consent' });
  });

  test('shows nothing of the form where the author named something confidential', async () => {
    const { slug } = await db.prisma.highlight.findUniqueOrThrow({ where: { initiativeId: withConsent } });
    const { form } = await db.prisma.initiative.findUniqueOrThrow({ where: { id: withConsent } });
    await db.prisma.initiative.update({
      where: { id: withConsent },
      data: { form: { ...(form as Form), confidential: 'Danh sách phụ huynh' } },
    });

    const story = await readStory(ctx, { slug });

    expect(story).toMatchObject({ newPoint: null, before: null, measures: [], resultsText: null });
    expect(JSON.stringify(story)).not.toContain('Danh sách phụ huynh');
  });
});

test('counted figures stand beside reported ones and follow the release, not what is staged', async () => {
  await db.prisma.stagedOutcome.create({
    data: {
      initiativeId: underReview,
      outcome: 'recognised',
      level: 'district',
      kinds: ['initiative'],
      stagedBy: people.huong.id,
      stagedAt: ctx.now,
    },
  });

  const { rounds } = await campaign(ctx, { id: 'current' });

  expect(rounds.find((round) => round.id === 'dien-tap-1')).toMatchObject({
    reported: null,
    counted: { submitted: 2, recognised: 0 },
  });
  expect(rounds.find((round) => round.id === 'dien-tap-dau-nam')?.counted).toEqual({
    submitted: 3,
    recognised: 2,
  });
});
