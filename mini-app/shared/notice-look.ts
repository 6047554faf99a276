/** Icon and tone of a notice by its kind. */

import type { IconName } from '../ui/icon.tsx';
import type { Tone } from '../ui/tone.ts';

interface Look {
  icon: IconName;
  tone: Tone;
}

const looks: Record<string, Look> = {
  receipt: { icon: 'send', tone: 'primary' },
  supplement: { icon: 'attach', tone: 'todo' },
  state_changed: { icon: 'clipboard', tone: 'primary' },
  to_unit_head: { icon: 'stamp', tone: 'todo' },
  to_secretariat: { icon: 'folder', tone: 'todo' },
  round_changed: { icon: 'calendar', tone: 'todo' },
  reminder: { icon: 'clock', tone: 'todo' },
  result: { icon: 'medal', tone: 'ok' },
};

export const noticeLook = (kind: string): Look => looks[kind] ?? { icon: 'megaphone', tone: 'quiet' };
