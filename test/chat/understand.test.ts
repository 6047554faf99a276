// How well the page understands people who type with one thumb: figures on lines that were written before the vocabulary.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Intent, intents } from '#bot/chat/cues.ts';
import { knowledgeFrom } from '#bot/chat/knowledge.ts';
import { type Understood, understand } from '#bot/chat/understand.ts';
import { understandLines } from '#bot/chat/understand-lines.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const knowledge = knowledgeFrom(
  JSON.parse(read('prisma/profiles/district-2023.json')),
  JSON.parse(read('prisma/ba-dinh-2023.json')),
  2026,
);

interface Line {
  text: string;
  intent: Intent;
  entities: Record<string, unknown>;
}

const linesOf = (part: 'build' | 'measure'): Line[] =>
  read(`test/chat/utterances-${part}.tsv`)
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const [text = '', intent, entities = '{}'] = line.split('\t');
      return { text, intent: intent as Intent, entities: JSON.parse(entities) };
    });

const withoutAccents = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D');

function figures(lines: Line[], type: (text: string) => string = (text) => text) {
  const started = performance.now();
  const heard = lines.map((line) => ({ line, understood: understand(type(line.text), knowledge) }));
  const milliseconds = (performance.now() - started) / lines.length;
  const share = (some: unknown[], all: unknown[]) => Math.round((some.length / all.length) * 1000) / 10;
  const right = heard.filter(({ line, understood }) => understood.intent === line.intent);
  const strange = heard.filter(({ line }) => line.intent === 'out_of_scope');
  const named = heard.filter(({ line, understood }) => same(line.entities, understood.entities));
  return {
    lines: lines.length,
    accuracy: share(right, heard),
    entities: share(named, heard),
    falseAnswers: share(
      strange.filter(({ understood }) => understood.intent !== 'out_of_scope'),
      strange,
    ),
    milliseconds: Math.round(milliseconds * 100) / 100,
  };
}

const same = (a: object, b: object) =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

const hear = (text: string): Understood => understand(text, knowledge);

describe('the figures', () => {
  const measured = linesOf('measure');
  const built = linesOf('build');

  test('95 % of the measured lines are understood, with accents and without, and 5 % of strange ones at most get an answer', () => {
    figures(built);
    const table = {
      'measured, as typed': figures(measured),
      'measured, without accents': figures(measured, withoutAccents),
      'built on, as typed': figures(built),
      'built on, without accents': figures(built, withoutAccents),
    };
    console.table(table);

    for (const name of ['measured, as typed', 'measured, without accents'] as const) {
      expect(table[name].accuracy, name).toBeGreaterThanOrEqual(95);
      expect(table[name].falseAnswers, name).toBeLessThanOrEqual(5);
    }
  });

  test('the lines are many, of every intent, and no line stands in both parts', () => {
    expect(measured.length + built.length).toBeGreaterThanOrEqual(300);
    expect(
      [...measured, ...built].filter(({ intent }) => intent === 'out_of_scope').length,
    ).toBeGreaterThanOrEqual(60);
    for (const intent of intents) expect(measured.some((line) => line.intent === intent)).toBe(true);
    const texts = new Set(built.map(({ text }) => text));
    expect(measured.filter(({ text }) => text !== '' && texts.has(text))).toEqual([]);
  });

  test('a long line takes no longer than a person notices', () => {
    const long = `${'hạn nộp đợt 2 khi nào và cần minh chứng gì '.repeat(40)}?`;
    hear(long);
    const started = performance.now();
    for (let n = 0; n < 10; n += 1) hear(long);
    expect((performance.now() - started) / 10).toBeLessThan(50);
  });
});

describe('typing', () => {
  test.each([
    ['mays giowf thif hetes hanj', 'rounds_deadline'],
    ['ho62 so7 ca6n2 gi2', 'how_to_submit'],
    ['Hạn nộp'.normalize('NFD'), 'rounds_deadline'],
    ['bao h het han', 'rounds_deadline'],
    ['snag kien tieu bieu', 'highlighted'],
    ['alooooo', 'greeting'],
    ['d ừ n g', 'unsubscribe'],
    ['nophoso o dau', 'how_to_submit'],
  ])('"%s" is %s', (text, intent) => {
    expect(hear(text).intent).toBe(intent);
  });

  test('"dừng" stops, "đúng" does not', () => {
    for (const text of ['dừng', 'DỪNG!!!', 'dung', 'dunggg', 'duwngf', 'du7ng2', 'stop', 'thôi dừng lại đi'])
      expect(hear(text).intent, text).toBe('unsubscribe');
    for (const text of ['đúng', 'đúng rồi', 'ddungs roofi', 'dùng thế nào', 'dừng nhận hồ sơ chưa'])
      expect(hear(text).intent, text).not.toBe('unsubscribe');
  });

  test('two questions in one line: the first is answered, the second is not forgotten', () => {
    const { intent, also } = hear('hạn nộp khi nào và nộp ở đâu ạ');
    expect([intent, ...also]).toEqual(['rounds_deadline', 'how_to_submit']);
  });

  test('it says on which words it rests', () => {
    expect(hear('Bao giờ hết hạn vậy ad').because).toContain('het han');
  });
});

describe('names', () => {
  test.each([
    ['hạn nộp dot2 khối phường', { round: 2, block: 'ward' }],
    ['sk p cong vi', { unit: 'cong-vi' }],
    ['thcs thành công có sáng kiến gì', { unit: 'thcs-thanh-cong' }],
    ['hồ sơ sk 2026 k7m4q tới đâu', { code: 'SK-2026-K7M4Q' }],
    ['cv 216', { document: '216/KT' }],
    ['giấy khen cấp quận năm 2023', { level: 'district', year: 2023 }],
    ['sáng kiến về cải cách hành chính', { term: 'admin_reform' }],
  ])('"%s"', (text, entities) => {
    expect(hear(text).entities).toEqual(entities);
  });
});

test('an operator gets one line of JSON for each line, also for an empty one', async () => {
  async function* typed() {
    yield 'hạn nộp đợt 2';
    yield '';
  }
  const lines: unknown[] = [];
  for await (const line of understandLines(typed(), knowledge)) lines.push(JSON.parse(line));

  expect(lines).toEqual([
    { intent: 'rounds_deadline', entities: { round: 2 }, score: expect.any(Number) },
    { intent: 'out_of_scope', entities: {}, score: 0 },
  ]);
});
