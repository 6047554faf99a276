/** Which of the desk's layouts fits the window: cards and tab bar, a table, or the frame with navigation at the left. */

import { useSyncExternalStore } from 'react';

/** Measured in letters, not in pixels: large text needs the layout of a small window. */
function watched(rems: number) {
  const root = document.documentElement;
  const fits = () => window.innerWidth >= rems * Number.parseFloat(getComputedStyle(root).fontSize);
  const subscribe = (changed: () => void) => {
    window.addEventListener('resize', changed);
    // Larger text changes the length of the page but sends no other sign.
    const watcher = new ResizeObserver(changed);
    watcher.observe(document.body);
    return () => {
      window.removeEventListener('resize', changed);
      watcher.disconnect();
    };
  };
  return () => useSyncExternalStore(subscribe, fits);
}

/** From 1000 px: the frame. */
export const useFrame = watched(62.5);
/** From 700 px: rows of a table instead of cards. */
export const useTable = watched(43.75);
