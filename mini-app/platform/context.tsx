/** Hands the platform to every screen. */

import { createContext, useContext } from 'react';
import { browserPlatform } from './browser.ts';
import { basenameOf, isInsideZalo } from './detect.ts';
import { zaloPlatform } from './inside-zalo.ts';
import type { Platform } from './platform.ts';

export const platform: Platform = isInsideZalo(window.location)
  ? zaloPlatform(import.meta.env.VITE_API_URL)
  : browserPlatform(basenameOf(window.location));

const PlatformContext = createContext<Platform>(platform);
export const PlatformProvider = PlatformContext.Provider;
export const usePlatform = (): Platform => useContext(PlatformContext);
