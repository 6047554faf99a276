// Zalo's rules are data with a date: what held on a day can be asked, and a setting wins.
import { expect, it } from 'vitest';
import { errorRow, sentenceFor } from '#bot/zalo/error-table.ts';
import { zaloRuleBook, zaloRulesOn } from '#bot/zalo/rules.ts';

it('one-to-one promotion ended on 2026-03-01', () => {
  expect(zaloRulesOn('2026-02-28').promotionMessages).toBe(true);
  expect(zaloRulesOn('2026-03-01').promotionMessages).toBe(false);
});

it('a setting of this installation wins over what we read', () => {
  expect(zaloRulesOn('2026-11-24').broadcastsPerFollowerMonth).toBe(4);
  expect(zaloRulesOn('2026-11-24', { broadcastsPerFollowerMonth: 1 }).broadcastsPerFollowerMonth).toBe(1);
});

it('every rule has a value today, a source and a sentence', () => {
  const today = zaloRulesOn('2026-11-24');
  for (const rule of zaloRuleBook) {
    expect(today[rule.name]).toBeDefined();
    expect(rule.source).toMatch(/^OA\//);
    expect(rule.sentence).toMatch(/\.$/);
  }
});

it('a code says its class; the two meanings of −223 are told apart by Zalo’s words', () => {
  expect(errorRow('oa', -216, '').class).toBe('T');
  expect(errorRow('oa', -213, '').class).toBe('U');
  expect(errorRow('oa', -234, '').class).toBe('L');
  expect(errorRow('oa', -223, 'OA has not authorised').class).toBe('C');
  expect(errorRow('oa', -223, 'reach the limit quota create article').class).toBe('L');
  expect(errorRow('graph', -501, '').class).toBe('C');
  expect(errorRow('zbs', -100, '').class).toBe('R');
  expect(sentenceFor('oa', -213)).toBe('Chưa quan tâm trang, hoặc trang không biết người này.');
});
