// Articles of the page: made asynchronously (a token, some polls, then an id), shown or hidden, changed, removed.
import { randomBytes } from 'node:crypto';
import { vietnamDay } from './clock.ts';
import {
  type Answer,
  type Call,
  type Fields,
  fields,
  invalid,
  isUrl,
  refusal,
  success,
  text,
  wholeNumber,
} from './wire.ts';
import type { World } from './world.ts';

export interface Article {
  id: string;
  title: string;
  description: string;
  author: string;
  status: string;
  thumb: string;
  createdAt: number;
  updatedAt: number;
  payload: Fields;
}

interface Pending {
  token: string;
  articleId: string;
  pollsLeft: number;
  payload: Fields;
}

export interface SavedArticles {
  articles: Article[];
  pending: Pending[];
}

export type ArticleShelf = ReturnType<typeof createArticles>;

export function createArticles(saved: SavedArticles | undefined) {
  const articles = new Map<string, Article>((saved?.articles ?? []).map((article) => [article.id, article]));
  const pending = new Map<string, Pending>((saved?.pending ?? []).map((job) => [job.token, job]));
  return {
    articles,
    pending,
    /** An article that exists and is processed. */
    shown: (id: string) => articles.get(id),
    newestFirst: () => [...articles.values()].reverse(),
    save: (): SavedArticles => ({ articles: [...articles.values()], pending: [...pending.values()] }),
  };
}

const LIMITS: [field: string, most: number][] = [
  ['title', 150],
  ['author', 50],
  ['description', 300],
];
const BODY_ITEMS: { [type: string]: (item: Fields) => boolean } = {
  text: (item) => text(item.content) !== '',
  image: (item) => isUrl(item.url),
  video: (item) => isUrl(item.url) || text(item.video_id) !== '',
  product: (item) => text(item.id) !== '',
};

function problem(payload: Fields): Answer | undefined {
  const video = payload.type === 'video';
  if (!video && payload.type !== 'normal') return invalid('type');
  for (const [field, most] of LIMITS) {
    if (text(payload[field]) === '' && !(video && field === 'author')) return invalid(field);
    if (text(payload[field]).length > most) return refusal(-210, `${field} is over the limit ${most}`);
  }
  for (const field of ['status', 'comment']) {
    if (payload[field] !== undefined && !['show', 'hide'].includes(text(payload[field])))
      return invalid(field);
  }
  if (video) return text(payload.video_id) === '' || !isUrl(payload.avatar) ? invalid('video_id') : undefined;
  const cover = fields(payload.cover);
  const coverGood =
    (cover?.cover_type === 'photo' && isUrl(cover.photo_url)) ||
    (cover?.cover_type === 'video' && text(cover.video_id) !== '');
  if (!coverGood) return invalid('cover');
  if (!Array.isArray(payload.body) || payload.body.length === 0) return invalid('body');
  for (const item of payload.body) {
    const given = fields(item) ?? {};
    if (BODY_ITEMS[text(given.type)]?.(given) !== true) return invalid('body');
  }
  return undefined;
}

function accept(world: World, payload: Fields, articleId: string): Answer {
  const token = randomBytes(24).toString('base64url');
  world.articles.pending.set(token, {
    token,
    articleId,
    pollsLeft: world.faults.knobs.articlePolls,
    payload,
  });
  world.changed();
  return success({ token });
}

export function create(world: World, call: Call): Answer {
  const payload = fields(call.body);
  if (!payload) return invalid('body');
  const wrong = problem(payload);
  if (wrong) return wrong;
  const month = vietnamDay(world.clock.now()).slice(0, 7);
  const made = [...world.articles.articles.values()].filter((one) =>
    vietnamDay(one.createdAt).startsWith(month),
  );
  if (made.length + world.articles.pending.size >= world.faults.knobs.articleQuota) {
    return refusal(-223, 'OA reach the limit quota create article');
  }
  return accept(world, payload, '');
}

export function update(world: World, call: Call): Answer {
  const payload = fields(call.body);
  if (!payload) return invalid('body');
  if (!world.articles.articles.has(text(payload.id))) return invalid('id');
  return problem(payload) ?? accept(world, payload, text(payload.id));
}

export function verify(world: World, call: Call): Answer {
  const { pending, articles } = world.articles;
  const job = pending.get(text(fields(call.body)?.token));
  if (!job) return invalid('token');
  world.changed();
  if (job.pollsLeft > 0) {
    job.pollsLeft -= 1;
    return refusal(-214, 'Article is processing');
  }
  if (job.articleId === '') job.articleId = randomBytes(12).toString('hex');
  const known = articles.get(job.articleId);
  // asked again after it was done: the same id, and nothing changes
  if (!known || known.payload !== job.payload) {
    const cover = fields(job.payload.cover);
    const now = world.clock.now();
    articles.set(job.articleId, {
      id: job.articleId,
      title: text(job.payload.title),
      description: text(job.payload.description),
      author: text(job.payload.author),
      status: text(job.payload.status) || 'hide',
      thumb: text(cover?.photo_url) || text(job.payload.avatar),
      createdAt: known?.createdAt ?? now,
      updatedAt: now,
      payload: job.payload,
    });
  }
  return success({ id: job.articleId });
}

export function remove(world: World, call: Call): Answer {
  const removed = world.articles.articles.delete(text(fields(call.body)?.id));
  if (!removed) return invalid('id');
  world.changed();
  return success({ message: 'success' });
}

export function detail(world: World, call: Call): Answer {
  const article = world.articles.articles.get(call.query.get('id') ?? '');
  return article ? success({ ...article.payload, id: article.id, status: article.status }) : invalid('id');
}

export function slice(world: World, call: Call): Answer {
  const offset = wholeNumber(call.query.get('offset'));
  const limit = wholeNumber(call.query.get('limit'));
  if (offset === undefined) return invalid('offset');
  if (limit === undefined || limit === 0) return invalid('limit');
  if (limit > 10) return refusal(-210, 'limit is over the limit 10');
  const type = call.query.get('type') ?? 'normal';
  const all = world.articles.newestFirst().filter((article) => article.payload.type === type);
  const medias = all.slice(offset, offset + limit).map((article) => ({
    id: article.id,
    type,
    title: article.title,
    status: article.status,
    total_view: 0,
    total_share: 0,
    create_date: article.createdAt,
    update_date: article.updatedAt,
    thumb: article.thumb,
    link_view: `${call.origin()}/#bai-${article.id}`,
  }));
  return success({ medias, total: all.length });
}
