/** The public pages: rendered here, readable without JavaScript, kept by caches for a minute. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import express, { type ErrorRequestHandler, type Request, type Response, type Router } from 'express';
import { Failure, failures } from '#contract/failure.ts';
import { normaliseText } from '#domain/text.ts';
import { type App, at, type Context } from '../../context.ts';
import { home, lastReported } from '../../services/campaigns.ts';
import { countHighlights, findHighlights, listHighlights, readStory } from '../../services/highlights.ts';
import { currentCampaign } from '../../services/organisation.ts';
import { frontBody } from './front.ts';
import { guideBody } from './guide.ts';
import { html } from './html.ts';
import { type Page, product, renderPage, type Shell } from './layout.ts';
import { failedBody, notFoundBody } from './lost.ts';
import { privacyBody } from './privacy.ts';
import { storyBody } from './story.ts';

const shownAtFirst = 6;
const othersOfBlock = 3;

/** No script, no inline style, nothing from elsewhere. */
const policy = [
  "default-src 'self'",
  "script-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ');

const file = (path: string): Buffer => readFileSync(new URL(path, import.meta.url));
const withoutComments = (css: Buffer): string =>
  css
    .toString()
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s*\n\s*/g, '\n');

/** The tokens of the mini app and the style of the pages are one file, so that a page costs two requests. */
const assets = new Map<string, { type: string; content: string | Buffer }>([
  [
    'site.css',
    {
      type: 'css',
      content: withoutComments(
        Buffer.concat([file('../../../mini-app/ui/tokens.css'), file('./assets/site.css')]),
      ),
    },
  ],
  ['mark.svg', { type: 'svg', content: file('./assets/mark.svg') }],
  ['share.png', { type: 'png', content: file('./assets/share.png') }],
]);
const assetVersion = createHash('sha256')
  .update([...assets.values()].map(({ content }) => content.toString('base64')).join())
  .digest('hex')
  .slice(0, 8);

export function createPages(app: App): Router {
  const router = express.Router();

  router.get('/assets/:name', (request, response, next) => {
    const asset = assets.get(request.params.name);
    if (!asset) return next();
    const forever = request.query.v === assetVersion;
    response
      .set('Cache-Control', forever ? 'public, max-age=31536000, immutable' : 'public, max-age=300')
      .type(asset.type)
      .send(asset.content);
  });

  router.get('/zalo_verifier:code.html', (request, response, next) => {
    const code = app.config.siteVerification;
    if (!code || request.params.code !== code) return next();
    response
      .type('html')
      .send(
        html`<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="zalo-platform-site-verification" content="${code}"><title>${product}</title></head><body></body></html>`
          .markup,
      );
  });

  router.get('/', async (request, response) => {
    const ctx = at(app);
    const query = {
      q: optional(request, 'q') ?? '',
      block: optional(request, 'khoi'),
      after: optional(request, 'sau'),
    };
    const plain = query.q === '' && query.block === undefined && query.after === undefined;
    const search = { q: query.q, block: query.block, after: query.after };
    const [profile, shown, reported, found, counts] = await Promise.all([
      ctx.profile(),
      home(ctx, {}),
      lastReported(ctx),
      plain
        ? findHighlights(ctx, {}, shownAtFirst).then((items) => ({ items, next: null }))
        : listHighlights(ctx, search),
      countHighlights(ctx),
    ]);
    await send(ctx, response, {
      path: '/',
      title: product,
      description: `Sáng kiến tiêu biểu, đợt đang nhận hồ sơ và cách tham gia phong trào của ${profile.name}.`,
      body: frontBody({ config: app.config, profile, home: shown, reported, query, found, counts }),
    });
  });

  router.get('/sang-kien/:slug', async (request, response) => {
    const ctx = at(app);
    const [profile, story] = await Promise.all([
      ctx.profile(),
      readStory(ctx, { slug: normaliseText(request.params.slug) }),
    ]);
    const others = await findHighlights(ctx, { block: story.block }, othersOfBlock + 1);
    await send(ctx, response, {
      path: `/sang-kien/${story.slug}`,
      title: story.title,
      description:
        story.summary ?? `${story.unitName}. Được công nhận ${story.levelLabel}, năm ${story.year}.`,
      kind: 'article',
      body: storyBody({
        config: app.config,
        profile,
        story,
        others: others.filter((card) => card.slug !== story.slug).slice(0, othersOfBlock),
      }),
    });
  });

  router.get('/huong-dan', async (_request, response) => {
    const ctx = at(app);
    const profile = await ctx.profile();
    await send(ctx, response, {
      path: '/huong-dan',
      title: 'Cách tham gia',
      description:
        'Năm bước nộp sáng kiến trên điện thoại và bảy chữ hay làm người viết ngại, giải thích ngắn gọn.',
      body: guideBody({ config: app.config, profile }),
    });
  });

  router.get('/chinh-sach-rieng-tu', async (_request, response) => {
    const ctx = at(app);
    await send(ctx, response, {
      path: '/chinh-sach-rieng-tu',
      title: 'Dữ liệu cá nhân',
      description: 'Chúng tôi giữ gì, để làm gì, bao lâu, và anh/chị có quyền gì.',
      body: privacyBody(await ctx.profile()),
    });
  });

  router.use((request, _response, next) => next(wantsPage(request) ? new Failure('not_found') : undefined));
  router.use(answerAsPage(app));
  return router;
}

/** What stands in the address, made tidy. A repeated parameter comes as a list; the last one counts. */
function optional(request: Request, name: string): string | undefined {
  const value = [request.query[name]].flat().at(-1);
  return typeof value === 'string' ? normaliseText(value.slice(0, 200)) : undefined;
}

const wantsPage = (request: Request): boolean =>
  ['GET', 'HEAD'].includes(request.method) && request.accepts(['json', 'html']) === 'html';

async function send(ctx: Context, response: Response, page: Page, status = 200): Promise<void> {
  const text = renderPage(await shellOf(ctx), page);
  response
    .status(status)
    .set('Content-Security-Policy', policy)
    .set('Cache-Control', status === 200 ? 'public, max-age=60' : 'no-store')
    .type('html')
    .send(text);
}

async function shellOf(ctx: Context): Promise<Shell> {
  const [profile, campaign] = await Promise.all([
    ctx.profile().catch(() => null),
    currentCampaign(ctx.db).catch(() => null),
  ]);
  return { config: ctx.config, profile, demoYear: campaign?.demo ? campaign.year : null, assetVersion };
}

/** Whoever reads pages gets a page, also when something is missing or failed. */
const answerAsPage =
  (app: App): ErrorRequestHandler =>
  async (error, request, response, next) => {
    if (response.headersSent || !wantsPage(request)) return next(error);
    const failure =
      error instanceof Failure ? error : new Failure(isBadAddress(error) ? 'not_found' : 'unexpected');
    const [status, sentence] = failures[failure.code];
    if (status >= 500) app.log.error({ err: error, reqId: request.id }, 'a page failed');
    const missing = failure.code === 'not_found';
    await send(
      at(app),
      response,
      {
        path: request.path,
        title: missing ? 'Không tìm thấy trang này' : 'Chưa mở được trang',
        description: sentence,
        body: missing ? notFoundBody : failedBody(sentence, String(request.id ?? '')),
      },
      status,
    );
  };

/** An address whose percent signs cannot be read. */
const isBadAddress = (error: unknown): boolean =>
  error instanceof URIError || (error as { status?: number } | null)?.status === 400;
