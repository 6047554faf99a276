/** Where Zalo tells us what happened: the exact bytes are judged, remembered once, and answered at once. Work follows elsewhere. */

import { randomUUID } from 'node:crypto';
import express, { type Request, Router } from 'express';
import { requireFor } from '../config.ts';
import { type App, at } from '../context.ts';
import { remember } from '../services/inbox.ts';
import { receiveMiniAppWebhook, receiveOaWebhook } from '../zalo/webhook.ts';

/** Zalo's own events are a few kilobytes; anything far above is not from Zalo. */
const anyBytes = express.raw({ type: () => true, limit: '512kb' });

export function createWebhooks(app: App): Router {
  const router = Router();
  const keys = requireFor(app.config, ['ZALO_APP_ID', 'ZALO_OA_SECRET_KEY']);
  // Without the key nothing can be rightly signed: Zalo tries again later, and the console shows that something is missing.
  const miniAppKey = app.config.given.ZALO_MINI_APP_API_KEY ?? randomUUID();
  const signature = (request: Request) => request.get('x-zevent-signature');
  const bytes = (request: Request): Buffer =>
    Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);

  router.all('/webhook/zalo/oa', anyBytes, async (request, response) => {
    const arrival =
      request.method === 'POST'
        ? receiveOaWebhook(bytes(request), signature(request), {
            appId: keys.ZALO_APP_ID,
            oaSecretKey: keys.ZALO_OA_SECRET_KEY,
          })
        : { is: 'probe' as const };
    if (arrival.is === 'forgery') return void response.sendStatus(401);
    if (arrival.is === 'event') await remember(at(app), 'oa', arrival.event);
    response.sendStatus(200);
  });

  router.all('/webhook/zalo/mini-app', anyBytes, async (request, response) => {
    const arrival =
      request.method === 'POST'
        ? receiveMiniAppWebhook(bytes(request), signature(request), { apiKey: miniAppKey })
        : { is: 'probe' as const };
    if (arrival.is === 'forgery') return void response.sendStatus(401);
    if (arrival.is === 'event') await remember(at(app), 'mini-app', arrival.event);
    response.sendStatus(200);
  });

  return router;
}
