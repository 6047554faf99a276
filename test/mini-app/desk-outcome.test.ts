import { describe, expect, it } from 'vitest';
import { type OutcomeDraft, outcomeProblems } from '../../mini-app/features/desk/outcome.ts';

const empty: OutcomeDraft = {
  outcome: '',
  level: '',
  kinds: [],
  reason: '',
  decisionNo: '',
  decisionDate: '',
  certificateNo: '',
};

describe("the council's decision", () => {
  it('begins with its conclusion', () => {
    expect(outcomeProblems(empty)).toEqual({ outcome: 'Chọn kết luận của Hội đồng' });
  });

  it('names level, kind and decision of a recognition', () => {
    expect(Object.keys(outcomeProblems({ ...empty, outcome: 'recognised' }))).toEqual([
      'level',
      'kinds',
      'decisionNo',
      'decisionDate',
    ]);
  });

  it('needs of a non-recognition only a reason that helps', () => {
    expect(outcomeProblems({ ...empty, outcome: 'not_recognised', reason: 'Trùng' })).toHaveProperty(
      'reason',
    );
    expect(
      outcomeProblems({ ...empty, outcome: 'not_recognised', reason: 'Trùng với sáng kiến đã công nhận' }),
    ).toEqual({});
  });
});
