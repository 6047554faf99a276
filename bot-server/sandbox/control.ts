// The hands on the rehearsal: what its page and tests use to move time, set faults and read the truth.
import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { no, peopleRoutes, shownPerson } from './control-people.ts';
import { fields, text, wholeNumber } from './wire.ts';
import type { World } from './world.ts';

const PAGE_OF_LEDGER = 10_000;

export function controlRoutes(world: World): Router {
  const router = express.Router();
  const { people, threads, clock, faults, log, tokens, webhooks, changed } = world;

  // a page of another origin must not move the rehearsal
  router.use((request: Request, response: Response, next: NextFunction) => {
    const site = request.headers['sec-fetch-site'];
    if (site && site !== 'same-origin' && site !== 'none')
      return no(response, 403, 'Chỉ trang diễn tập được dùng địa chỉ này.');
    next();
  });
  router.use(express.json({ limit: '1mb' }));

  router.use(peopleRoutes(world));

  const shownClock = () => ({ now: new Date(clock.now()).toISOString(), offsetMs: clock.offset() });
  router.get('/clock', (_request, response) => void response.json(shownClock()));
  router.post('/clock', (request, response) => {
    const body = fields(request.body) ?? {};
    const set = typeof body.set === 'string' ? Date.parse(body.set) - Date.now() : undefined;
    const added = typeof body.addMs === 'number' ? clock.offset() + body.addMs : undefined;
    const offset = typeof body.offsetMs === 'number' ? body.offsetMs : (set ?? added);
    if (offset === undefined || !Number.isFinite(offset))
      return no(response, 400, 'Cần offsetMs, set hoặc addMs.');
    clock.set(offset);
    changed();
    response.json(shownClock());
  });

  router.get('/faults', (_request, response) => void response.json(faults.knobs));
  router.post('/faults', (request, response) => {
    const wrong = faults.turn(fields(request.body) ?? {});
    if (wrong) return no(response, 400, `Núm “${wrong}” không nhận giá trị này.`);
    if (faults.knobs.grantRevoked) tokens.revoke();
    changed();
    response.json(faults.knobs);
  });
  router.delete('/faults', (_request, response) => {
    faults.calm();
    changed();
    response.json(faults.knobs);
  });

  router.get('/ledger', (request, response) => {
    const { user } = request.query;
    const all = threads.ledger();
    const of = typeof user === 'string' ? all.filter((said) => said.user === user) : all;
    if (request.query.count !== undefined) return void response.json({ count: of.length });
    const after = wholeNumber(request.query.after) ?? 0;
    const limit = Math.min(wholeNumber(request.query.limit) || PAGE_OF_LEDGER, PAGE_OF_LEDGER);
    const rows = of.slice(after, after + limit);
    const entries = rows.map((said) => ({
      user: said.user,
      messageId: said.id,
      text: said.text,
      at: new Date(said.at).toISOString(),
      kind: said.kind,
    }));
    response.json({
      entries,
      next: after + rows.length < of.length ? after + rows.length : null,
      count: of.length,
    });
  });
  router.get('/broadcasts', (_request, response) => void response.json(world.broadcasts));
  router.get('/articles', (_request, response) => {
    response.json(
      world.articles.newestFirst().map(({ payload, ...article }) => ({ ...article, body: payload.body })),
    );
  });
  router.get('/menu', (_request, response) => void response.json(world.menu));
  router.get('/templates', (_request, response) => void response.json([...world.templates.values()]));
  router.post('/templates', (request, response) => {
    const body = fields(request.body) ?? {};
    const { id, name, tag, content, params, byUid, status } = body;
    if (!text(id) || !text(content) || !Array.isArray(params))
      return no(response, 400, 'Cần id, content và params.');
    world.templates.set(text(id), {
      id: text(id),
      name: text(name),
      tag: tag === 1 || tag === 3 ? tag : 2,
      content: text(content),
      params: params.map((param) => ({
        name: text(fields(param)?.name),
        maxLength: wholeNumber(fields(param)?.maxLength) ?? 200,
        require: fields(param)?.require !== false,
      })),
      byUid: byUid !== false,
      status: status === 'DISABLE' || status === 'REJECT' || status === 'PENDING_REVIEW' ? status : 'ENABLE',
    });
    changed();
    response.status(201).json(world.templates.get(text(id)));
  });

  router.get(
    '/log',
    (request, response) => void response.json(log.since(wholeNumber(request.query.since) ?? 0)),
  );
  router.delete('/log', (_request, response) => {
    log.clear();
    response.json({ cleared: true });
  });
  router.get('/webhook', (_request, response) => void response.json(webhooks.state()));
  router.post('/webhook/subscribe', (_request, response) => {
    webhooks.subscribe();
    response.json(webhooks.state());
  });
  router.post('/webhook/probe', async (_request, response) => void response.json(await webhooks.probe()));
  router.post('/tokens/expire', (_request, response) => {
    tokens.expireAccess();
    response.json({ expired: true });
  });
  router.post('/reset', (_request, response) => {
    threads.clear();
    log.clear();
    world.broadcasts.length = 0;
    faults.calm();
    clock.set(0);
    changed();
    response.json({ reset: true });
  });

  /** Everything the page needs for one look, so that it asks once a second and not six times. */
  router.get('/view', (request, response) => {
    const ids = text(request.query.people).split(',').filter(Boolean);
    const since = wholeNumber(request.query.since) ?? 0;
    const messages = ids.flatMap((id) => threads.of(id).filter((said) => said.seq > since));
    response.json({
      ...shownClock(),
      cursor: threads.lastSeq(),
      people: people.named().map((person) => shownPerson(world, person)),
      messages,
      log: log.since(wholeNumber(request.query.log) ?? 0),
      faults: faults.knobs,
      menu: world.menu,
      webhook: webhooks.state(),
      articles: world.articles.articles.size,
    });
  });
  return router;
}
