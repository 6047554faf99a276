// The OA's Open API: one table of its calls, and the order in which Zalo looks at a call.
import * as articles from './articles.ts';
import { sendBroadcastOrReaction } from './broadcast.ts';
import { MINUTE } from './clock.ts';
import { nowhere, type Reply } from './door.ts';
import * as followers from './followers.ts';
import { GROUP_CALLS } from './groups.ts';
import { setMenu } from './menu.ts';
import { quotaOfMessages, quotaOfOldApi, sendConsultation } from './messages.ts';
import { appSecretProof } from './signatures.ts';
import { sendTemplateByUid } from './templates.ts';
import { takeUpload } from './uploads.ts';
import { type Answer, type Call, fields, headerOf, refusal, text } from './wire.ts';
import type { World } from './world.ts';

type Handler = (world: World, call: Call) => Answer;

const stopped: Handler = () => refusal(-233, 'Message type is not support!');
const shutDown: Handler = () => refusal(-240, 'This API version has been shut down');

const CALLS: { [call: string]: Handler } = {
  ...GROUP_CALLS,
  'POST /v3.0/oa/message/cs': sendConsultation,
  'POST /v3.0/oa/message/transaction': stopped,
  'POST /v3.0/oa/message/promotion': stopped,
  'POST /v3.0/oa/message/template': sendTemplateByUid,
  'POST /v2.0/oa/message': sendBroadcastOrReaction,
  'POST /v3.0/oa/quota/message': quotaOfMessages,
  'POST /v2.0/oa/quota/message': quotaOfOldApi,
  'POST /v2.0/article/create': articles.create,
  'POST /v2.0/article/verify': articles.verify,
  'POST /v2.0/article/update': articles.update,
  'POST /v2.0/article/remove': articles.remove,
  'GET /v2.0/article/getdetail': articles.detail,
  'GET /v2.0/article/getslice': articles.slice,
  'POST /v2.0/oa/upload/image': (world, call) => takeUpload(world, call, 'image'),
  'POST /v2.0/oa/upload/gif': (world, call) => takeUpload(world, call, 'gif'),
  'POST /v2.0/oa/upload/file': (world, call) => takeUpload(world, call, 'file'),
  'POST /v2.0/oa/menu': setMenu,
  'GET /v2.0/oa/getoa': followers.page,
  'GET /v3.0/oa/user/getlist': followers.list,
  'GET /v3.0/oa/user/detail': followers.detail,
  'POST /v3.0/oa/user/update': followers.update,
  'POST /v2.0/oa/deletefollowerinfo': followers.forgetInfo,
  'POST /v2.0/oa/tag/tagfollower': followers.tag,
  'POST /v2.0/oa/tag/rmfollowerfromtag': followers.untag,
  'POST /v2.0/oa/tag/rmtag': followers.removeTag,
  'GET /v2.0/oa/tag/gettagsofoa': followers.tags,
  'GET /v2.0/oa/listrecentchat': followers.recentChats,
  'GET /v2.0/oa/conversation': followers.conversation,
  'GET /v2.0/oa/getfollowers': shutDown,
  'GET /v2.0/oa/getprofile': shutDown,
  'POST /v2.0/oa/updatefollowerinfo': shutDown,
};

interface Meter {
  minute: number;
  used: number;
}

/** Counts a call; answers what is left, or -1 when the limit is passed (and the call must not be executed). */
function spend(meter: Meter, now: number, limit: number): number {
  const minute = Math.floor(now / MINUTE);
  if (meter.minute !== minute) {
    meter.minute = minute;
    meter.used = 0;
  }
  if (meter.used >= limit) return -1;
  meter.used += 1;
  return limit - meter.used;
}

/** Whom a call is about, for the log. */
function subject(call: Call): string {
  const body = fields(call.body);
  return text(fields(body?.recipient)?.user_id) || text(body?.user_id);
}

export function answerOpenApi(world: World): (call: Call, method: string) => Reply {
  const { faults, clock, tokens, options } = world;
  const meters = {
    oa: { minute: 0, used: 0 },
    article: { minute: 0, used: 0 },
    page: { minute: 0, used: 0 },
  };

  function judge(call: Call, handler: Handler, limits: { remain: number }): Answer {
    const { knobs } = faults;
    const token = headerOf(call.headers, 'access_token');
    const standing = tokens.pageToken(token);
    const article = call.path.startsWith('/v2.0/article/');
    if (standing === 'unknown' || knobs.grantRevoked) return refusal(-216, 'Access token is invalid');
    if (standing === 'expired') return refusal(-220, 'Access token has expired or has been revoked');
    if (knobs.requireAppSecretProof) {
      const proof = appSecretProof(token, options.credentials.appSecret);
      if (headerOf(call.headers, 'appsecret_proof') !== proof)
        return refusal(-242, 'appsecret_proof is invalid');
    }
    const remain = spend(article ? meters.article : meters.oa, clock.now(), knobs.rateLimitPerMinute);
    limits.remain = Math.max(0, remain);
    if (remain < 0) return refusal(-32, 'Your application reached the limit of requests per minute');
    if (knobs.packageRatePerMinute > 0 && spend(meters.page, clock.now(), knobs.packageRatePerMinute) < 0) {
      return refusal(-32, 'Official Account reached the limit of requests per minute');
    }
    return handler(world, call);
  }

  return (call, method) => {
    const handler = CALLS[`${method} ${call.path}`];
    if (!handler) return nowhere;
    const limits = { remain: 0 };
    const answer = judge(call, handler, limits);
    const messageId = text(fields(answer.data)?.message_id);
    return {
      status: 200,
      body: answer,
      headers: {
        'X-RateLimit-Limit': String(faults.knobs.rateLimitPerMinute),
        'X-RateLimit-Remain': String(limits.remain),
      },
      user: subject(call),
      note:
        answer.error === 0
          ? messageId
            ? `0 · tin …${messageId.slice(-4)}`
            : '0'
          : `${answer.error} · ${answer.message}`,
      ok: answer.error === 0,
    };
  };
}
