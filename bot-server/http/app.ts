/** The application that answers requests; it neither listens nor knows how it was started. */

import { randomUUID } from 'node:crypto';
import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { pinoHttp } from 'pino-http';
import { Failure } from '#contract/failure.ts';
import type { App } from '../context.ts';
import { allowMiniApp } from './cors.ts';
import { answerFailure, sendFailure } from './failures.ts';
import { createLimits, type Limits } from './limits.ts';
import { createMiniApp } from './mini-app.ts';
import { openApiOf } from './openapi.ts';
import { createPages } from './pages/pages.ts';
import { bind } from './serve.ts';
import { verbs } from './verbs.ts';
import { createWebhooks } from './webhook.ts';
import { createZaloCallbacks } from './zalo-callbacks.ts';

export interface AppParts {
  app: App;
  /** Database reachable, migrations applied, not stopping. */
  isReady(): Promise<boolean>;
  /** Where the built mini app lies. */
  miniAppFolder: string;
  /** The local Zalo, while rehearsing. */
  sandbox?: RequestHandler;
  limits?: Limits;
}

/** A draft with every answer at its limit is far below; a body above is a mistake or worse. */
const bodyLimit = '256kb';

export function createApp({
  app,
  isReady,
  miniAppFolder,
  sandbox,
  limits = createLimits(),
}: AppParts): Express {
  const server = express();
  server.disable('x-powered-by');
  server.set('trust proxy', app.config.trustProxy);
  server.set('query parser', 'simple');

  // The header lets "ops doctor" see whether the proxy in front says that people come by https.
  server.get(
    '/healthz',
    (request, response) => void response.set('X-Seen-As', request.protocol).json({ status: 'ok' }),
  );
  server.get('/readyz', async (_request, response) => {
    const ready = await isReady().catch(() => false);
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready' });
  });

  // The local Zalo speaks its own bytes, sets its own headers and keeps its own log.
  if (sandbox) server.use('/sandbox', sandbox);

  server.use(
    pinoHttp({
      // What is written here is chosen below, word by word: looking for names to black out would cost more than the rest.
      logger: app.log.child({}, { redact: [] }),
      genReqId: () => randomUUID().slice(0, 8),
      customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'info'),
      serializers: {
        // No address, header, query or body: any of them may carry a name, a number or a token.
        req: (request: { id: string; method: string; url: string }) => ({
          id: request.id,
          method: request.method,
          path: request.url.split('?')[0],
        }),
        res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      },
    }),
  );
  server.use(createWebhooks(app));
  server.use('/api', answersAreData, allowMiniApp, express.json({ limit: bodyLimit }));
  server.get(
    '/api/openapi.json',
    (_request, response) => void response.json(openApiOf(app.config.publicUrl)),
  );
  bind(server, app, verbs, limits);
  server.use('/api', (_request, _response, next) => next(new Failure('not_found')));
  server.use(securityHeaders());
  server.use(createZaloCallbacks(app));
  server.use(createMiniApp(miniAppFolder));
  server.use(createPages(app));
  server.use((request, response) => sendFailure(request, response, new Failure('not_found')));
  server.use(answerFailure);
  return server;
}

/** An answer of the API is never a page: nothing in it may run, be framed or be taken for something else. */
const answersAreData: RequestHandler = (_request, response, next) => {
  response.set({
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  });
  next();
};

/** Everything comes from ourselves; pictures may be shown inside Zalo's page. zmp-ui writes style attributes. */
const securityHeaders = () =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  });
