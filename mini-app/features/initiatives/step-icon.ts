/** Icons for the steps that are still to come; the server names them by their label. */

import type { IconName } from '../../ui/icon.tsx';

const icons: [RegExp, IconName][] = [
  [/nộp/i, 'send'],
  [/đơn vị/i, 'stamp'],
  [/tiếp nhận/i, 'clipboard'],
  [/hội đồng/i, 'users'],
  [/kết quả/i, 'medal'],
];

export const stepIcon = (label: string): IconName =>
  icons.find(([pattern]) => pattern.test(label))?.[1] ?? 'clock';
