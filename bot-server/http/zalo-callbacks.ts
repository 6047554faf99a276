/** Where Zalo sends a browser back to. What went wrong is said on the page that follows, never as a bare error. */

import { type Request, Router } from 'express';
import { Failure, type FailureCode } from '#contract/failure.ts';
import { type App, at } from '../context.ts';
import {
  connectCallback,
  finishConnecting,
  finishLogin,
  loginCallback,
  startLogin,
} from '../services/zalo-consent.ts';
import { ZaloError } from '../zalo/error.ts';

export function createZaloCallbacks(app: App): Router {
  const router = Router();

  router.get('/auth/zalo', async (_request, response) => {
    response.redirect(await startLogin(at(app)));
  });

  router.get(loginCallback, async (request, response) => {
    const outcome = await settled(
      request,
      async (code, state) => `ticket=${await finishLogin(at(app), code, state)}`,
    );
    response.redirect(`/app/sign-in?${outcome}`);
  });

  router.get(connectCallback, async (request, response) => {
    const outcome = await settled(request, async (code, state) => {
      const { oa_id: oaId } = request.query;
      await finishConnecting(at(app), code, state, typeof oaId === 'string' ? oaId : undefined);
      return 'connected=1';
    });
    response.redirect(`/app/desk/zalo?${outcome}`);
  });

  return router;
}

async function settled(
  request: Request,
  finish: (code: string, state: string) => Promise<string>,
): Promise<string> {
  const { code, state } = request.query;
  const failed = (failure: FailureCode) => `failure=${failure}`;
  if (typeof code !== 'string' || typeof state !== 'string') return failed('zalo_refused');
  try {
    return await finish(code, state);
  } catch (error) {
    if (error instanceof Failure) return failed(error.code);
    if (error instanceof ZaloError)
      return failed(error.kind === 'refused' ? 'zalo_refused' : 'zalo_unreachable');
    throw error;
  }
}
