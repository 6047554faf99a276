// The application that answers requests.
import express, { type Express } from 'express';

export type AppParts = {
  /** Database reachable, migrations applied, not stopping. */
  isReady(): Promise<boolean>;
};

export function createApp({ isReady }: AppParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  app.get('/readyz', async (_request, response) => {
    const ready = await isReady();
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready' });
  });
  return app;
}
