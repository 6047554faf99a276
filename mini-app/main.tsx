/** Starts the app: prepares the page, takes up who plays whom in the rehearsal, and mounts. */

import './ui/styles.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { platform } from './platform/context.tsx';
import { isNewEnough, prepareDocument, sayTooOld } from './platform/document.ts';
import { makeRoomForZalo } from './platform/inside-zalo.ts';
import { takePersonFromAddress } from './platform/rehearsal.ts';
import { watchViewport } from './ui/viewport.ts';

const mount = prepareDocument();
if (isNewEnough()) {
  if (platform.name === 'browser') takePersonFromAddress();
  makeRoomForZalo(document.documentElement);
  watchViewport();
  createRoot(mount).render(<App />);
} else {
  sayTooOld(mount, `${platform.apiBase}/`);
}
