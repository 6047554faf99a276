/** How a run of messages goes: its state, and five outcomes that always add up to the total. */

import type { AnnouncementState, MessageState, Outcomes } from '#contract/announcement.ts';
import { formatNumber } from '../../ui/format.ts';
import type { IconName } from '../../ui/icon.tsx';
import type { Tone } from '../../ui/tone.ts';

export const runLook: Record<AnnouncementState, { tone: Tone; icon: IconName }> = {
  draft: { tone: 'quiet', icon: 'pen' },
  sending: { tone: 'primary', icon: 'send' },
  paused: { tone: 'todo', icon: 'pause' },
  finished: { tone: 'ok', icon: 'check' },
  cancelled: { tone: 'quiet', icon: 'ban' },
};

interface OutcomeLook {
  state: MessageState;
  label: string;
  about: string;
  tone: Tone | null;
  hatched?: boolean;
}

/** Everywhere in this order. */
export const outcomeLooks: readonly OutcomeLook[] = [
  { state: 'sent', label: 'Zalo đã nhận', about: 'tin đã tới Zalo', tone: 'ok' },
  { state: 'refused', label: 'Bị từ chối', about: 'không tự gửi lại', tone: 'danger', hatched: true },
  {
    state: 'unknown',
    label: 'Chưa rõ',
    about: 'mất kết nối đúng lúc gửi, không gửi lại mù',
    tone: 'todo',
    hatched: true,
  },
  {
    state: 'cancelled',
    label: 'Không gửi',
    about: 'không tới được qua Zalo, không còn cần, hoặc đã hủy',
    tone: 'quiet',
  },
  { state: 'sending', label: 'Đang gửi', about: 'đã chuyển cho Zalo, đang chờ trả lời', tone: 'primary' },
  { state: 'waiting', label: 'Còn chờ', about: 'trong hàng đợi', tone: null },
];

/** Shares of the whole; the numbers stand in words beside it or in its label. */
export function OutcomeBar({ outcomes, tall = false }: { outcomes: Outcomes; tall?: boolean }) {
  const shown = outcomeLooks.filter(({ state }) => outcomes[state] > 0);
  const words = shown.map(({ state, label }) => `${label} ${formatNumber(outcomes[state])}`);
  return (
    <div>
      <div
        className={tall ? 'outcome-bar outcome-tall' : 'outcome-bar'}
        role="img"
        aria-label={`${words.join(', ')}. Cộng ${formatNumber(outcomes.total)}.`}
      >
        {shown.map(({ state, tone, hatched = false }) => (
          <i
            key={state}
            className={`${tone === null ? 'outcome-rest' : `tone-${tone}`}${hatched ? ' hatched' : ''}`}
            style={{ flexGrow: outcomes[state] }}
          />
        ))}
      </div>
      {!tall && (
        <p className="small muted">
          {formatNumber(settled(outcomes))} / {formatNumber(outcomes.total)} đã có kết quả
        </p>
      )}
    </div>
  );
}

/** Everything whose end is known. */
export const settled = ({ sent, refused, unknown, cancelled }: Outcomes): number =>
  sent + refused + unknown + cancelled;
