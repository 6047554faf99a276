/** A round as it is written in a form: days and hours of Vietnam as the controls give them. */

import type { DeskRound, Phase, ReminderRule } from '#contract/campaign.ts';
import { dayOf, instantAt, sayTime } from '#domain/calendar.ts';
import { instantOf } from '../../ui/format.ts';
import type { IconName } from '../../ui/icon.tsx';
import type { Tone } from '../../ui/tone.ts';

export interface RoundDraft {
  name: string;
  scope: string;
  blocks: string[];
  opensOn: string;
  opensTime: string;
  closesOn: string;
  closesTime: string;
  graceMinutes: string;
  reminds: boolean;
  /** "7, 3, 1" */
  daysBefore: string;
  remindAt: string;
}

export const emptyRound: RoundDraft = {
  name: '',
  scope: '',
  blocks: [],
  opensOn: '',
  opensTime: '08:00',
  closesOn: '',
  closesTime: '17:00',
  graceMinutes: '0',
  reminds: true,
  daysBefore: '7, 3, 1',
  remindAt: '08:30',
};

export const phaseLook: Record<Phase, { tone: Tone; icon: IconName }> = {
  planned: { tone: 'quiet', icon: 'calendar' },
  open: { tone: 'ok', icon: 'check' },
  closed: { tone: 'council', icon: 'lock' },
  published: { tone: 'primary', icon: 'medal' },
};

export function draftOf(round: DeskRound): RoundDraft {
  const [opens, closes] = [round.opensAt, round.closesAt].map((at) => (at === null ? null : instantOf(at)));
  return {
    name: round.name,
    scope: round.scope,
    blocks: round.blocks,
    opensOn: opens ? dayOf(opens) : '',
    opensTime: opens ? sayTime(opens) : emptyRound.opensTime,
    closesOn: closes ? dayOf(closes) : '',
    closesTime: closes ? sayTime(closes) : emptyRound.closesTime,
    graceMinutes: String(round.graceMinutes),
    reminds: round.reminder !== null,
    daysBefore: round.reminder?.daysBefore.join(', ') ?? emptyRound.daysBefore,
    remindAt: round.reminder?.at ?? emptyRound.remindAt,
  };
}

export const opensOf = (draft: RoundDraft): Date => instantAt(draft.opensOn, draft.opensTime);
export const closesOf = (draft: RoundDraft): Date => instantAt(draft.closesOn, draft.closesTime);

const mostGrace = 1440;
const mostDays = 60;
const mostReminders = 6;
const clock = /^([01]\d|2[0-3]):[0-5]\d$/;

/** "7, 3 và 1" → [7, 3, 1]; null where something else than days stands there. */
export function daysOf(text: string): number[] | null {
  const words = text.split(/[^0-9]+/).filter((word) => word !== '');
  const days = [...new Set(words.map(Number))].sort((a, b) => b - a);
  return days.length > 0 && days.length <= mostReminders && days.every((day) => day <= mostDays)
    ? days
    : null;
}

export function roundProblems(draft: RoundDraft): Partial<Record<keyof RoundDraft, string>> {
  const grace = Number(draft.graceMinutes);
  const dated = draft.opensOn !== '' && draft.closesOn !== '';
  return {
    ...(draft.name.trim() === '' && { name: 'Viết tên đợt, ví dụ “Đợt 3 năm 2026”' }),
    ...(draft.scope.trim() === '' && { scope: 'Viết ai nộp ở đợt này' }),
    ...(draft.blocks.length === 0 && { blocks: 'Chọn ít nhất một khối' }),
    ...(draft.opensOn === '' && { opensOn: 'Nhập ngày mở nhận hồ sơ' }),
    ...(!clock.test(draft.opensTime) && { opensTime: 'Nhập giờ mở nhận, ví dụ 08:00' }),
    ...(draft.closesOn === '' && { closesOn: 'Nhập ngày hết hạn nộp' }),
    ...(!clock.test(draft.closesTime) && { closesTime: 'Nhập giờ hết hạn nộp, ví dụ 17:00' }),
    ...(dated && closesOf(draft) <= opensOf(draft) && { closesOn: 'Chọn hạn nộp sau lúc mở nhận hồ sơ' }),
    ...(!(Number.isInteger(grace) && grace >= 0 && grace <= mostGrace) && {
      graceMinutes: `Nhập số phút, từ 0 đến ${mostGrace}`,
    }),
    ...(draft.reminds &&
      daysOf(draft.daysBefore) === null && {
        daysBefore: `Ghi các số ngày, nhiều nhất ${mostReminders} số, ví dụ 7, 3, 1`,
      }),
    ...(draft.reminds && !clock.test(draft.remindAt) && { remindAt: 'Nhập giờ nhắc, ví dụ 08:30' }),
  };
}

/** Only after `roundProblems` found nothing. */
export function roundInput(draft: RoundDraft) {
  const reminder: ReminderRule | null = draft.reminds
    ? { daysBefore: daysOf(draft.daysBefore) ?? [], at: draft.remindAt }
    : null;
  return {
    name: draft.name.trim(),
    scope: draft.scope.trim(),
    blocks: draft.blocks,
    opensAt: opensOf(draft).toISOString(),
    closesAt: closesOf(draft).toISOString(),
    graceMinutes: Number(draft.graceMinutes),
    reminder,
  };
}
