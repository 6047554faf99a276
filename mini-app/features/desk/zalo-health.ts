/** The state of the link to Zalo, asked once for all screens of the desk. */

import type { Api } from '#contract/api.ts';
import type { OutputOf } from '#contract/endpoint.ts';
import { useAsk } from '../../ask.ts';
import type { IconName } from '../../ui/icon.tsx';
import type { Tone } from '../../ui/tone.ts';

export type Health = OutputOf<Api['zaloHealth']>;

export const useHealth = () => useAsk('zaloHealth', {});

export const healthLook: Record<Health['state'], { tone: Tone; icon: IconName; words: string }> = {
  ok: { tone: 'ok', icon: 'check', words: 'bình thường' },
  not_connected: { tone: 'danger', icon: 'warn', words: 'chưa kết nối' },
  reconnect_required: { tone: 'danger', icon: 'warn', words: 'cần kết nối lại' },
  unreachable: { tone: 'todo', icon: 'offline', words: 'chưa nối được' },
};
