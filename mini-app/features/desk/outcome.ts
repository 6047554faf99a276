/** What the council's decision must say before it can be written down. */

import type { Level } from '#contract/common.ts';
import { countLetters } from '#domain/text.ts';

export interface OutcomeDraft {
  outcome: '' | 'recognised' | 'not_recognised';
  level: '' | Level;
  kinds: ('initiative' | 'impact')[];
  reason: string;
  decisionNo: string;
  decisionDate: string;
  certificateNo: string;
}

const leastLetters = 10;

export function outcomeProblems(draft: OutcomeDraft): Partial<Record<keyof OutcomeDraft, string>> {
  if (draft.outcome === '') return { outcome: 'Chọn kết luận của Hội đồng' };
  if (draft.outcome === 'not_recognised')
    return countLetters(draft.reason) < leastLetters
      ? { reason: `Viết lý do không công nhận, ít nhất ${leastLetters} ký tự` }
      : {};
  return {
    ...(draft.level === '' && { level: 'Chọn cấp công nhận' }),
    ...(draft.kinds.length === 0 && { kinds: 'Chọn nội dung được công nhận' }),
    ...(draft.decisionNo.trim() === '' && { decisionNo: 'Ghi số quyết định' }),
    ...(draft.decisionDate === '' && { decisionDate: 'Nhập ngày quyết định' }),
  };
}
