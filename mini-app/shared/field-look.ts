/** Icon and tone of a field of work, for the cover of a highlight. The server names the field by its label. */

import { fieldLabels } from '#domain/form.ts';
import type { IconName } from '../ui/icon.tsx';
import type { Tone } from '../ui/tone.ts';

interface Look {
  icon: IconName;
  tone: Tone;
}

const looks: Record<keyof typeof fieldLabels, Look> = {
  admin_reform: { icon: 'clipboard', tone: 'primary' },
  digital: { icon: 'qr', tone: 'primary' },
  education: { icon: 'book', tone: 'city' },
  mass_mobilisation: { icon: 'users', tone: 'council' },
  environment: { icon: 'spark', tone: 'ok' },
  security_order: { icon: 'flame', tone: 'todo' },
  health_social: { icon: 'shield', tone: 'ok' },
  party_work: { icon: 'star', tone: 'spark' },
  culture: { icon: 'image', tone: 'council' },
  other: { icon: 'hint', tone: 'quiet' },
};

const byLabel = new Map(
  Object.entries(fieldLabels).map(([key, label]) => [label, looks[key as keyof typeof looks]]),
);

export const lookOf = (field: string): Look => byLabel.get(field) ?? looks.other;
