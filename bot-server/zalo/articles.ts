/** Articles on the page, which is what people call a post: made, checked until Zalo is done, changed, hidden. */
import { z } from 'zod';
import { ZaloError } from './error.ts';
import type { OpenApi } from './open-api.ts';
import { count, idText } from './shapes.ts';

export interface Article {
  /** At most 150 characters. */
  title: string;
  /** At most 50 characters. */
  author: string;
  /** At most 300 characters. */
  description: string;
  /** A public https address; Zalo fetches the picture, at most 1 MB. */
  coverUrl: string;
  body: ArticlePart[];
  /** Shown on the page at once, or kept hidden. */
  visible: boolean;
  comments?: boolean;
}

export type ArticlePart = { html: string } | { imageUrl: string; caption?: string };

export interface ArticleSummary {
  articleId: string;
  title: string;
  visible: boolean;
  views: number;
  shares: number;
  link?: string;
}

/** Zalo works on an article for some seconds; the token asks how far it is. */
export type ArticleProgress = { state: 'processing' } | { state: 'ready'; articleId: string };

export interface Articles {
  create(article: Article): Promise<{ token: string }>;
  /** Ask about every four seconds until it is ready. */
  verify(token: string): Promise<ArticleProgress>;
  update(articleId: string, article: Article): Promise<{ token: string }>;
  /** Zalo has no switch for it: the whole article is written again, not visible. */
  hide(articleId: string, article: Article): Promise<{ token: string }>;
  remove(articleId: string): Promise<void>;
  list(page: { offset: number; limit: number }): Promise<{ total: number; articles: ArticleSummary[] }>;
}

const STILL_PROCESSING = -214;

export function createArticles(api: OpenApi): Articles {
  const post = (path: string, json: object) => ({ method: 'POST' as const, path, json });
  const rewrite = (articleId: string, article: Article) =>
    api.ask(post('/v2.0/article/update', { id: articleId, ...wireArticle(article) }), Token);

  return {
    create: (article) => api.ask(post('/v2.0/article/create', wireArticle(article)), Token),
    async verify(token) {
      try {
        const { id } = await api.ask(post('/v2.0/article/verify', { token }), Verified);
        return { state: 'ready', articleId: id };
      } catch (error) {
        if (error instanceof ZaloError && error.code === STILL_PROCESSING) return { state: 'processing' };
        throw error;
      }
    },
    update: rewrite,
    hide: (articleId, article) => rewrite(articleId, { ...article, visible: false }),
    async remove(articleId) {
      await api.ask(post('/v2.0/article/remove', { id: articleId }), z.unknown());
    },
    list: ({ offset, limit }) =>
      api.ask(
        {
          method: 'GET',
          path: '/v2.0/article/getslice',
          query: { offset: String(offset), limit: String(limit), type: 'normal' },
        },
        Slice,
      ),
  };
}

function wireArticle(article: Article): Record<string, unknown> {
  return {
    type: 'normal',
    title: article.title,
    author: article.author,
    description: article.description,
    cover: { cover_type: 'photo', photo_url: article.coverUrl, status: 'show' },
    body: article.body.map(wirePart),
    status: article.visible ? 'show' : 'hide',
    comment: (article.comments ?? true) ? 'show' : 'hide',
  };
}

function wirePart(part: ArticlePart): Record<string, unknown> {
  if ('html' in part) return { type: 'text', content: part.html };
  return { type: 'image', url: part.imageUrl, caption: part.caption ?? '' };
}

const Token = z.object({ token: z.string().min(1) });
const Verified = z.object({ id: idText });
const Slice = z
  .object({
    total: count,
    medias: z.array(
      z.object({
        id: idText,
        title: z.string(),
        status: z.string().optional(),
        total_view: count.catch(0),
        total_share: count.catch(0),
        link_view: z.string().optional().catch(undefined),
      }),
    ),
  })
  .transform(({ total, medias }) => ({
    total,
    articles: medias.map(
      (media): ArticleSummary => ({
        articleId: media.id,
        title: media.title,
        visible: media.status === 'show',
        views: media.total_view,
        shares: media.total_share,
        link: media.link_view,
      }),
    ),
  }));
