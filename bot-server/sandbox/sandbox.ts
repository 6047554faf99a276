// A Zalo of our own for rehearsals and tests: the whole of it as one router, with a page full of telephones.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type Response } from 'express';
import { createArticles, type SavedArticles } from './articles.ts';
import { createClock } from './clock.ts';
import { consentPages } from './consent.ts';
import { controlRoutes } from './control.ts';
import { door } from './door.ts';
import { createFaults } from './faults.ts';
import { answerGraph } from './graph.ts';
import type { Group } from './groups.ts';
import { createCallLog } from './log.ts';
import { answerMiniApp } from './notifications.ts';
import { answerOAuth } from './oauth.ts';
import { answerOpenApi } from './open-api.ts';
import type { Sandbox, SandboxOptions } from './options.ts';
import { createPeople, type SavedPeople } from './people.ts';
import { portrait } from './portrait.ts';
import { createStateFile, readWhole } from './state-file.ts';
import { answerBusiness, SAMPLE, type Template } from './templates.ts';
import { type Button, createThreads } from './threads.ts';
import { createTokens, type UserGrant } from './tokens.ts';
import { createUploads, type Upload } from './uploads.ts';
import { createWebhooks, type SavedWebhooks } from './webhooks.ts';
import type { Broadcast, World } from './world.ts';

export type { Sandbox, SandboxOptions, SandboxPerson, SandboxRange, TokenPair } from './options.ts';

const PAGE_FOLDER = path.join(path.dirname(fileURLToPath(import.meta.url)), 'page');
const CONTENT_POLICY =
  "default-src 'self'; img-src 'self' data:; frame-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

interface Saved {
  clockOffset?: number;
  faults?: object;
  people?: SavedPeople;
  users?: UserGrant[];
  articles?: SavedArticles;
  uploads?: Upload[];
  broadcasts?: Broadcast[];
  menu?: Button[];
  groups?: Group[];
  templates?: Template[];
  webhooks?: SavedWebhooks;
}

/** The name of a file beside the state file: sandbox.json → sandbox.messages.jsonl. */
const beside = (file: string, ending: string) => file.replace(/\.json$/, '') + ending;

function buildWorld(options: SandboxOptions) {
  const write = options.log ?? (() => undefined);
  const saved: Saved = readWhole(options.stateFile, write) ?? {};
  const clock = createClock(saved.clockOffset ?? 0);
  const faults = createFaults(saved.faults);
  const log = createCallLog();
  const people = createPeople(saved.people, clock.now);
  const state = createStateFile(options.stateFile, () => collect(), write);
  const parts = { options, clock, faults, log, changed: state.touch };
  const world: World = {
    ...parts,
    people,
    threads: createThreads(beside(options.stateFile, '.messages.jsonl'), clock.now, write),
    tokens: createTokens(beside(options.stateFile, '.tokens.json'), saved.users, clock, faults, write),
    webhooks: createWebhooks(parts, saved.webhooks),
    articles: createArticles(saved.articles),
    uploads: createUploads(saved.uploads, clock),
    broadcasts: saved.broadcasts ?? [],
    menu: saved.menu ?? [],
    groups: new Map((saved.groups ?? []).map((group) => [group.id, group])),
    templates: new Map((saved.templates ?? [SAMPLE]).map((template) => [template.id, template])),
    delivered: new Map(),
    hanging: new Set(),
  };

  function collect(): Saved {
    return {
      clockOffset: clock.offset(),
      faults: faults.knobs,
      people: people.save(),
      users: world.tokens.saveUsers(),
      articles: world.articles.save(),
      uploads: world.uploads.save(),
      broadcasts: world.broadcasts,
      menu: world.menu,
      groups: [...world.groups.values()],
      templates: [...world.templates.values()],
      webhooks: world.webhooks.save(),
    };
  }

  for (const person of options.people) people.add(person);
  for (const range of options.ranges ?? []) if (!people.hasRange(range.prefix)) people.addRange(range);
  state.touch();
  return { world, state };
}

export function createSandbox(options: SandboxOptions): Sandbox {
  const { world, state } = buildWorld(options);
  const { clock, tokens, webhooks, threads } = world;
  clock.onChange((offset) => options.onClock?.(offset));

  const router = express.Router();
  router.use('/openapi', door(world, '/openapi', answerOpenApi(world)));
  router.use('/graph', door(world, '/graph', answerGraph(world)));
  router.use('/oauth', consentHeaders, consentPages(world), door(world, '/oauth', answerOAuth(world)));
  router.use('/business', door(world, '/business', answerBusiness(world)));
  router.use('/mini', door(world, '/mini', answerMiniApp(world)));
  router.use('/control', controlRoutes(world));
  router.get('/avatar/:name', (request, response) => {
    const id = request.params.name.replace(/\.svg$/, '');
    const name = id === 'oa' ? options.oaName : (world.people.find(id)?.name ?? '');
    response.type('svg').set('Cross-Origin-Resource-Policy', 'cross-origin').send(portrait(name));
  });
  router.get('/upload/:id', (request, response) => {
    const picture = world.uploads.picture(request.params.id);
    if (picture)
      response.type(picture[0] === 0xff ? 'jpeg' : picture[0] === 0x47 ? 'gif' : 'png').send(picture);
    else response.status(404).end();
  });
  router.get('/settings', (_request, response) => {
    const { oaName, miniAppUrl, credentials } = options;
    response.json({ oaName, miniAppUrl, miniAppId: credentials.miniAppId });
  });
  router.use((request, response, next) => {
    if (request.path === '/' && !request.originalUrl.split('?')[0]?.endsWith('/')) {
      return response.redirect(`${request.baseUrl}/`);
    }
    next();
  });
  router.use(express.static(PAGE_FOLDER, { setHeaders: pageHeaders, redirect: false, cacheControl: false }));

  return {
    router,
    now: () => new Date(clock.now()),
    clockOffset: clock.offset,
    firstTokens: tokens.mintPage,
    async stop() {
      webhooks.stop();
      for (const socket of world.hanging) socket.destroy();
      await state.flush();
      threads.close();
    },
  };
}

function pageHeaders(response: Response): void {
  response.setHeader('Content-Security-Policy', CONTENT_POLICY);
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
}

function consentHeaders(_request: express.Request, response: Response, next: express.NextFunction): void {
  pageHeaders(response);
  next();
}
