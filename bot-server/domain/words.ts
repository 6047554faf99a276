/** What a state means, said to the reader: label, who holds it, one sentence, what to do. The one place for these words. */

import type { State } from '#contract/initiative.ts';
import { sayDay, sayDeadline, sayLeft, sayMoment } from './calendar.ts';
import type { Profile } from './organisation.ts';

export const stateLabels: Record<State, string> = {
  draft: 'Nháp',
  submitted: 'Đã nộp',
  unit_returned: 'Đơn vị trả lại',
  unit_confirmed: 'Đơn vị đã xác nhận',
  supplement_requested: 'Yêu cầu bổ sung',
  accepted: 'Đã tiếp nhận hợp lệ',
  refused: 'Từ chối tiếp nhận',
  under_review: 'Đang xét',
  recognised: 'Được công nhận',
  not_recognised: 'Không công nhận',
  forwarded_city: 'Đã trình Thành phố',
  city_recognised: 'Được công nhận cấp Thành phố',
  city_not_recognised: 'Không công nhận cấp Thành phố',
  withdrawn: 'Đã rút',
  lapsed: 'Hết hạn bổ sung',
};

/** What a sentence about a dossier needs to know. */
export interface Told {
  state: State;
  since: Date;
  dueAt: Date | null;
  reason: string | null;
  unitName: string | null;
  closesAt: Date | null;
  /** Items of the open supplement. */
  owed: number;
  decision: { no: string; day: string; level: string } | null;
}

export interface Saying {
  label: string;
  holder: string;
  sentence: string;
  todo: string;
  /** Whose turn it is. */
  turn: 'author' | 'unit_head' | 'secretariat' | 'council' | 'city' | 'nobody';
}

const wait = 'Anh/chị chưa phải làm gì.';
const ask = 'Hỏi cơ quan Thường trực';

/** Says a state to its author or, in the third person, to the office; clauses about dates that are not known are left out whole. */
export function sayState(
  told: Told,
  profile: Profile,
  now: Date,
  reader: 'author' | 'office' = 'author',
): Saying {
  const saying = sayToAuthor(told, profile, now);
  if (reader === 'author') return saying;
  const sentence = saying.sentence.replace(/^Anh\/chị/, 'Tác giả');
  return {
    ...saying,
    holder: saying.turn === 'author' ? 'Tác giả' : saying.holder,
    sentence,
    todo: officeTodo[saying.turn],
  };
}

const officeTodo: Record<Saying['turn'], string> = {
  author: 'Chờ tác giả.',
  unit_head: 'Thủ trưởng đơn vị xác nhận hoặc trả lại.',
  secretariat: 'Cơ quan Thường trực kiểm tra, tiếp nhận hoặc chuyển Hội đồng.',
  council: 'Ghi kết quả của Hội đồng rồi công bố cùng cả đợt.',
  city: 'Ghi kết quả của Thành phố khi có văn bản.',
  nobody: 'Không còn việc phải làm.',
};

function sayToAuthor(told: Told, profile: Profile, now: Date): Saying {
  const label = stateLabels[told.state];
  const unit = told.unitName ?? 'đơn vị';
  const by = (words: string) => (told.dueAt ? ` ${words} ${sayDay(told.dueAt)}.` : '');
  const agency = `Cơ quan Thường trực (${profile.standingAgency})`;
  const level = told.decision?.level ?? '';

  switch (told.state) {
    case 'draft':
      return {
        label,
        holder: 'Anh/chị',
        turn: 'author',
        todo: 'Viết tiếp bản nháp',
        sentence: `Bản nháp, chỉ anh/chị nhìn thấy.${told.closesAt ? ` Nộp trước ${sayDeadline(told.closesAt)}.` : ''}`,
      };
    case 'submitted':
      return profile.unitConfirmation
        ? {
            label,
            holder: `Thủ trưởng ${unit}`,
            turn: 'unit_head',
            todo: wait,
            sentence: `Đã nộp lúc ${sayMoment(told.since)}, chờ thủ trưởng đơn vị xác nhận. Đơn vị được nhắc nếu quá ${profile.unitConfirmDays} ngày làm việc.`,
          }
        : {
            label,
            holder: agency,
            turn: 'secretariat',
            todo: wait,
            sentence: `Đã nộp lúc ${sayMoment(told.since)}. Cơ quan Thường trực kiểm tra hồ sơ.${by('Trả lời chậm nhất')}`,
          };
    case 'unit_returned':
      return {
        label,
        holder: 'Anh/chị',
        turn: 'author',
        todo: 'Sửa và nộp lại',
        sentence: `Đơn vị đề nghị sửa: ${told.reason ?? ''}${told.dueAt ? ` Nộp lại trước ${sayDeadline(told.dueAt)}.` : ''}`,
      };
    case 'unit_confirmed':
      return {
        label,
        holder: agency,
        turn: 'secretariat',
        todo: wait,
        sentence: `${unit} đã xác nhận. Cơ quan Thường trực kiểm tra hồ sơ${told.dueAt ? `, trả lời chậm nhất ${sayDay(told.dueAt)}` : ''}.`,
      };
    case 'supplement_requested':
      return {
        label,
        holder: 'Anh/chị',
        turn: 'author',
        todo: `Bổ sung ${told.owed} mục`,
        sentence: `Anh/chị cần bổ sung ${told.owed} mục.${told.dueAt ? ` Hạn: ${sayDeadline(told.dueAt)}${told.dueAt > now ? `, còn ${sayLeft(now, told.dueAt)}` : ', đã quá hạn'}.` : ''}`,
      };
    case 'accepted':
      return {
        label,
        holder: agency,
        turn: 'secretariat',
        todo: wait,
        sentence: `Hồ sơ đã đủ, được tiếp nhận ngày ${sayDay(told.since)}. Đây chưa phải là được công nhận.${by('Trả lời kết quả chậm nhất')}`,
      };
    case 'refused':
      return {
        label,
        holder: 'Đã kết thúc',
        turn: 'nobody',
        todo: ask,
        sentence: `Hồ sơ không được tiếp nhận. Lý do: ${told.reason ?? ''}`,
      };
    case 'under_review':
      return {
        label,
        holder: profile.council,
        turn: 'council',
        todo: wait,
        sentence: `Hội đồng đang xét hồ sơ.${by('Trả lời chậm nhất')}`,
      };
    case 'recognised':
      return {
        label,
        holder: 'Đã có kết quả',
        turn: 'nobody',
        todo: 'Xem quyết định',
        sentence: `Sáng kiến được công nhận ${level}${told.decision ? ` theo Quyết định số ${told.decision.no} ngày ${sayDay(told.decision.day)}` : ''}.`,
      };
    case 'not_recognised':
      return {
        label,
        holder: 'Đã có kết quả',
        turn: 'nobody',
        todo: ask,
        sentence: `Sáng kiến không được công nhận ở đợt này. Lý do: ${told.reason ?? ''}`,
      };
    case 'forwarded_city':
      return {
        label,
        holder: 'Thành phố',
        turn: 'city',
        todo: wait,
        sentence: `Đã trình Thành phố ngày ${sayDay(told.since)}. Công nhận ${level} vẫn giữ nguyên. Chúng tôi báo ngay khi có kết quả.`,
      };
    case 'city_recognised':
      return {
        label,
        holder: 'Đã có kết quả',
        turn: 'nobody',
        todo: 'Xem quyết định',
        sentence: `Sáng kiến được công nhận cấp Thành phố${told.decision ? ` theo văn bản số ${told.decision.no} ngày ${sayDay(told.decision.day)}` : ''}.`,
      };
    case 'city_not_recognised':
      return {
        label,
        holder: 'Đã có kết quả',
        turn: 'nobody',
        todo: 'Xem văn bản trả lời',
        sentence: `Thành phố không công nhận lần này. Công nhận ${level} vẫn giữ nguyên.`,
      };
    case 'withdrawn':
      return {
        label,
        holder: 'Đã kết thúc',
        turn: 'nobody',
        todo: 'Xem hồ sơ đã rút',
        sentence: `Anh/chị đã rút hồ sơ lúc ${sayMoment(told.since)}.`,
      };
    case 'lapsed':
      return {
        label,
        holder: 'Đã kết thúc',
        turn: 'nobody',
        todo: 'Chép thành bản nháp mới',
        sentence: `Hồ sơ đóng ngày ${sayDay(told.since)} vì quá hạn bổ sung${told.dueAt ? ` ${sayDay(told.dueAt)}` : ''}.`,
      };
  }
}
