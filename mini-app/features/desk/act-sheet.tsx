/** A sheet of which only the open one has content: a page with many acts must not hold the fields of all of them. */

import type { ComponentProps } from 'react';
import { Sheet } from '../../ui/dialog.tsx';

/** What is typed lives outside (`useKept`), so it survives the closing. */
export const ActSheet = ({ children, ...sheet }: ComponentProps<typeof Sheet>) => (
  <Sheet {...sheet}>{sheet.open && children}</Sheet>
);
