/** Running text on zmp-ui's Text, in the sizes and inks of the design. */

import type { ReactNode } from 'react';
import { Text as ZaloText } from 'zmp-ui';

const sizes = { body: undefined, small: 'small', tiny: 'xSmall' } as const;

interface TextProps {
  size?: keyof typeof sizes;
  /** ink: headings, body · muted: supporting sentences · meta: dates, codes, counters. */
  ink?: 'ink' | 'muted' | 'meta';
  bold?: boolean;
  children: ReactNode;
}

/** A line of its own (display block) that may stand inside links and buttons. */
export function Text({ size = 'body', ink = 'ink', bold = false, children }: TextProps) {
  return (
    <ZaloText size={sizes[size]} bold={bold} className={ink === 'ink' ? undefined : ink}>
      {children}
    </ZaloText>
  );
}
