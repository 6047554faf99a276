/** How the mini app is built: once for Zalo and for the browser, with file names that Zalo's loader understands. */

import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { zaloAppConfig } from './app-config.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Parts that load later are files of their own. Set to false if a phone refuses to load them: all becomes one file. */
const loadPartsLater = true;
/** In bytes, gzip. One single file cannot keep to it. */
const firstVisitLimit = loadPartsLater ? 130_000 : Number.POSITIVE_INFINITY;

const apiUrl = (process.env.VITE_API_URL ?? process.env.PUBLIC_URL ?? '').replace(/\/+$/, '');

export default defineConfig(({ command }) => {
  // What people get is never React's slow and large development build, whatever the process that builds is called.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    root: here('.'),
    // Inside Zalo the files lie at an address nobody knows beforehand.
    base: './',
    plugins: [react(), zaloAppConfig({ source: here('zalo.config.json'), firstVisitLimit })],
    resolve: { dedupe: ['react', 'react-dom', 'react-router', 'react-router-dom'] },
    define: { 'import.meta.env.VITE_API_URL': JSON.stringify(apiUrl) },
    build: {
      outDir: here('www'),
      emptyOutDir: true,
      // Old enough for the phones of our readers, new enough for <dialog>: Android's webview 87, iOS 15.4.
      target: ['chrome87', 'safari15.4'],
      assetsInlineLimit: 0,
      // Zalo's page loads the list in app-config.json; the helper for <link rel="modulepreload"> has no use there.
      modulePreload: { polyfill: false },
      rolldownOptions: {
        output: {
          codeSplitting: loadPartsLater,
          entryFileNames: 'assets/[name].[hash].module.js',
          chunkFileNames: 'assets/[name].[hash].module.js',
          assetFileNames: 'assets/[name].[hash][extname]',
        },
      },
    },
  };
});
