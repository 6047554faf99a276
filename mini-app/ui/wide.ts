/** Whether the screen is wide enough for the tab bar to be a row at the top. */

import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(min-width: 56.25em)');

function subscribe(changed: () => void): () => void {
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

export const useWide = (): boolean => useSyncExternalStore(subscribe, () => query.matches);
