/** The mini app in an ordinary browser: the same build that Zalo loads, under /app/, for every route of it. */

import { readFile } from 'node:fs/promises';
import express, { Router } from 'express';

export function createMiniApp(folder: string): Router {
  const router = Router();
  router.use(
    '/app/assets',
    express.static(`${folder}/assets`, { immutable: true, maxAge: '1y', fallthrough: false, index: false }),
  );
  router.get('/app{/*path}', async (_request, response) => {
    response
      .set('Cache-Control', 'no-cache')
      .type('html')
      .send(await readPage(folder));
  });
  return router;
}

/** Read anew each time, so that a build that replaces another is served at once. Zalo wants relative addresses; a reload on a deep route needs absolute ones. */
async function readPage(folder: string): Promise<string> {
  const html = await readFile(`${folder}/index.html`, 'utf8');
  return html.replaceAll(/(src|href)="\.\//g, '$1="/app/');
}
