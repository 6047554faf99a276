/** What became of an announcement and of each person's message, said to the desk. */

import type { Audience, MessageState } from '#contract/announcement.ts';
import type { Role } from '#contract/endpoint.ts';
import { sayMoment } from '#domain/calendar.ts';
import { blockName, type Profile } from '#domain/organisation.ts';
import { type Reason, reasonSentences } from '#domain/reach.ts';
import { sentenceFor } from '../zalo/error-table.ts';

export const stateLabels: Record<string, string> = {
  draft: 'Bản nháp',
  sending: 'Đang gửi',
  paused: 'Tạm dừng',
  finished: 'Đã gửi xong',
  cancelled: 'Đã hủy',
};

const roleNames: Record<Role, string> = {
  unit_head: 'Thủ trưởng đơn vị',
  secretariat: 'Cơ quan Thường trực',
  admin: 'Quản trị',
};

/** `unitNames` holds the names of an audience by units. */
export function sayAudience(
  kind: string,
  audience: Audience,
  profile: Pick<Profile, 'blocks'>,
  unitNames: Map<string, string>,
): string {
  if (kind === 'reminder') return `Người chưa nộp, ${sayBlocks(audience, profile)}`;
  if (kind === 'operator') return 'Người quan tâm trang';
  switch (audience.kind) {
    case 'everybody':
      return 'Mọi người';
    case 'blocks':
      return sayBlocks(audience, profile);
    case 'units':
      return audience.units.length > 2
        ? `${audience.units.length} đơn vị`
        : audience.units.map((id) => unitNames.get(id) ?? id).join(', ');
    case 'roles':
      return audience.roles.map((role) => roleNames[role]).join(', ');
  }
}

const sayBlocks = (audience: Audience, profile: Pick<Profile, 'blocks'>): string =>
  audience.kind === 'blocks' ? audience.blocks.map((id) => blockName(profile, id)).join(', ') : '';

/** A row of the outbox with what its run says about it. */
export interface Outcome {
  state: MessageState;
  code: number | null;
  reason: string | null;
  nextAt: Date;
  claimedAt: Date | null;
  settledAt: Date | null;
}

export interface RunNow {
  state: string;
  pausedAt: Date | null;
  pausedByName: string | null;
  pauseReason: string | null;
  quietUntil: Date | null;
}

/** Reasons why a row was cancelled that are not about reaching the person. */
const cancelSentences: Record<string, (at: string) => [label: string, sentence: string]> = {
  cancelled: (at) => ['Đã hủy', `Đã hủy lúc ${at}, trước khi gửi cho người này.`],
  done: (at) => ['Không cần gửi', `Đã xong việc lúc ${at}, trước khi gửi.`],
  round_closed: () => ['Không cần gửi', 'Đợt đã hết hạn trước khi gửi.'],
  demo: () => ['Không gửi', 'Người của bản diễn tập, không gửi qua Zalo thật.'],
  erased: () => ['Không gửi', 'Người này đã yêu cầu xóa dữ liệu.'],
};

export function sayOutcome(row: Outcome, run: RunNow, now: Date): { label: string; sentence: string } {
  const at = sayMoment(row.settledAt ?? row.claimedAt ?? now);
  switch (row.state) {
    case 'sent':
      return { label: 'Zalo đã nhận', sentence: `Zalo đã nhận lúc ${at}, bằng tin nhắn.` };
    case 'sending':
      return {
        label: 'Đang gửi',
        sentence: `Đã chuyển cho Zalo lúc ${sayMoment(row.claimedAt ?? now)}, đang chờ trả lời.`,
      };
    case 'refused':
      return { label: 'Bị từ chối', sentence: `${sentenceFor('oa', row.code ?? 0)} Không tự gửi lại.` };
    case 'unknown':
      return {
        label: 'Chưa rõ',
        sentence: `Mất kết nối đúng lúc gửi (${sayMoment(row.claimedAt ?? now)}), không rõ đã tới chưa. Không gửi lại mù.`,
      };
    case 'cancelled':
      return sayCancelled(row.reason ?? 'cancelled', at);
    case 'waiting':
      return sayWaiting(row, run, now);
  }
}

function sayCancelled(reason: string, at: string): { label: string; sentence: string } {
  const words = cancelSentences[reason];
  if (words) {
    const [label, sentence] = words(at);
    return { label, sentence };
  }
  return {
    label: 'Không gửi được qua Zalo',
    sentence: reasonSentences[reason as Reason] ?? reasonSentences.not_linked,
  };
}

function sayWaiting(row: Outcome, run: RunNow, now: Date): { label: string; sentence: string } {
  if (run.state === 'paused') return { label: 'Tạm dừng', sentence: sayPause(run, now) };
  if (run.state === 'cancelled') return { label: 'Đã hủy', sentence: 'Đã hủy trước khi gửi cho người này.' };
  if (run.quietUntil)
    return { label: 'Chờ tới sáng', sentence: `Ngoài giờ được gửi. Gửi lúc ${sayMoment(run.quietUntil)}.` };
  if (row.reason === 'not_reached')
    return {
      label: 'Chưa gửi được',
      sentence: 'Không nối được tới Zalo, chưa có gì được gửi. Sẽ tự gửi lại.',
    };
  if (row.code !== null)
    return {
      label: 'Gửi lại được sau',
      sentence: `${sentenceFor('oa', row.code)} Sớm nhất ${sayMoment(row.nextAt)}.`,
    };
  const expected = row.nextAt > now ? row.nextAt : now;
  return { label: 'Còn chờ', sentence: `Đang trong hàng đợi, dự kiến ${sayMoment(expected)}.` };
}

function sayPause({ pausedAt, pausedByName, pauseReason }: RunNow, now: Date): string {
  if (pauseReason) return `${pauseReason} Chưa gửi cho người này.`;
  return `${pausedByName ?? 'Cơ quan Thường trực'} đã tạm dừng lúc ${sayMoment(pausedAt ?? now)}. Chưa gửi cho người này.`;
}
