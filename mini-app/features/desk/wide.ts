/** Which of the desk's layouts fits the window: cards and tab bar, a table, or the frame with navigation at the left. */

import { useSyncExternalStore } from 'react';

function watched(query: string) {
  const list = window.matchMedia(query);
  const subscribe = (changed: () => void) => {
    list.addEventListener('change', changed);
    return () => list.removeEventListener('change', changed);
  };
  return () => useSyncExternalStore(subscribe, () => list.matches);
}

/** From 1000 px: the frame. */
export const useFrame = watched('(min-width: 62.5em)');
/** From 700 px: rows of a table instead of cards. */
export const useTable = watched('(min-width: 43.75em)');
