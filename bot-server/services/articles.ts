/** The article of an announcement on the page of the Official Account, with a truth of its own. */

import { textLimits } from '#domain/zalo-rules.ts';
import type { Context } from '../context.ts';
import type { Article } from '../zalo/articles.ts';
import { ZaloError } from '../zalo/error.ts';

/**
 * waiting → creating (committed before Zalo is called) → processing (Zalo gave a token) → shown | refused.
 * An answer that was lost while creating leaves `unknown`: trying again could put the same article there twice.
 */
export type ArticleState =
  | 'waiting'
  | 'creating'
  | 'processing'
  | 'shown'
  | 'refused'
  | 'unknown'
  | 'cancelled';

interface Post {
  announcementId: string;
  state: ArticleState;
  token: string | null;
  attempts: number;
}

interface Change {
  state: ArticleState;
  token?: string;
  articleId?: string;
  code?: number | null;
  reason?: string | null;
  nextAt?: Date;
  shownAt?: Date;
  attempts?: number;
}

/** Zalo wants to be asked about every four seconds. */
const askAgain = 4_000;
/** Longer than a call may take; after that the worker has died. */
const lease = 60_000;
const mostAttempts = 30;
const later = (now: Date, milliseconds: number): Date => new Date(now.getTime() + milliseconds);

/** Does the next step of one article; false when none is due. */
export async function publishNext(ctx: Context): Promise<boolean> {
  const post = await claim(ctx);
  if (!post) return false;
  const change = post.state === 'creating' ? await create(ctx, post) : await verify(ctx, post);
  await ctx.db.articlePost.update({
    where: { announcementId: post.announcementId },
    data: { leaseUntil: null, ...change },
  });
  return true;
}

/** Leases the next article; one whose creation a dead worker left open is of unknown outcome. */
async function claim(ctx: Context): Promise<Post | undefined> {
  const { now } = ctx;
  await ctx.db.articlePost.updateMany({
    where: { state: 'creating', leaseUntil: { lt: now } },
    data: { state: 'unknown', leaseUntil: null },
  });
  const [post] = await ctx.db.$queryRaw<Post[]>`
    UPDATE article_post SET lease_until = ${later(now, lease)}, attempts = attempts + 1,
           state = CASE WHEN state = 'waiting' THEN 'creating' ELSE state END
    WHERE announcement_id = (
      SELECT p.announcement_id FROM article_post p JOIN announcement a ON a.id = p.announcement_id
      WHERE p.next_at <= ${now} AND (p.lease_until IS NULL OR p.lease_until < ${now})
        AND (p.state = 'processing' OR (p.state = 'waiting' AND a.state IN ('sending', 'finished')))
      ORDER BY p.next_at LIMIT 1 FOR UPDATE OF p SKIP LOCKED)
    RETURNING announcement_id AS "announcementId", state, token, attempts`;
  return post;
}

async function create(ctx: Context, post: Post): Promise<Change> {
  const announcement = await ctx.db.announcement.findUniqueOrThrow({ where: { id: post.announcementId } });
  const { name } = await ctx.profile();
  const article = articleOf(announcement, name, `${ctx.config.publicUrl}/assets/share.png`);
  try {
    const { token } = await ctx.zalo.articles.create(article);
    return {
      state: 'processing',
      token,
      code: null,
      reason: null,
      nextAt: later(ctx.now, 1_000),
      attempts: 0,
    };
  } catch (error) {
    return failed(ctx, post, error, 'waiting');
  }
}

async function verify(ctx: Context, post: Post): Promise<Change> {
  try {
    const progress = await ctx.zalo.articles.verify(post.token!);
    if (progress.state === 'processing') return { state: 'processing', nextAt: later(ctx.now, askAgain) };
    return { state: 'shown', articleId: progress.articleId, shownAt: ctx.now, code: null, reason: null };
  } catch (error) {
    return failed(ctx, post, error, 'processing');
  }
}

/** Asking may always be repeated; creating only when Zalo surely did nothing. */
function failed(ctx: Context, post: Post, error: unknown, back: 'waiting' | 'processing'): Change {
  if (!(error instanceof ZaloError)) throw error;
  const { kind, code, sentence } = error;
  ctx.log.warn({ job: 'publish', code, kind, announcement: post.announcementId }, 'an article was not taken');
  if (kind === 'unknown' && back === 'waiting') return { state: 'unknown', code: null, reason: sentence };
  const hopeless = kind === 'refused' && (error.class === 'P' || error.class === 'U');
  if (hopeless || post.attempts >= mostAttempts) return { state: 'refused', code, reason: sentence };
  const pause = Math.min(600, 2 ** Math.min(post.attempts, 10)) * 1_000;
  return { state: back, code: code ?? null, reason: sentence, nextAt: later(ctx.now, pause) };
}

function articleOf(
  { title, text }: { title: string; text: string },
  author: string,
  coverUrl: string,
): Article {
  const paragraphs = text.split(/\n+/).filter((line) => line.trim() !== '');
  return {
    title,
    author: author.slice(0, 50),
    description: shortened(paragraphs.join(' '), textLimits.articleDescription),
    coverUrl,
    body: [{ html: paragraphs.map((line) => `<p>${escaped(line)}</p>`).join('') }],
    visible: true,
  };
}

function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/\s+\S*$/, '')}…`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => entities[letter]!);

const sentences: Record<ArticleState, string> = {
  waiting: 'Bài viết đang chờ đăng lên trang.',
  creating: 'Đang đăng bài viết lên trang.',
  processing: 'Zalo đang xử lý bài viết.',
  shown: 'Bài viết đã hiện trên trang.',
  refused: 'Zalo không nhận bài viết này.',
  unknown: 'Mất kết nối đúng lúc đăng bài. Xem trên trang đã có bài chưa; không tự đăng lại.',
  cancelled: 'Bài viết đã hủy trước khi đăng.',
};

/** What the desk reads about an article. */
export const sayArticle = (state: string, reason: string | null): string =>
  reason && ['waiting', 'processing', 'refused'].includes(state)
    ? reason
    : (sentences[state as ArticleState] ?? sentences.waiting);
