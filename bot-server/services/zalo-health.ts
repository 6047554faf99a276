/** The state of the link to Zalo in one sentence, for the desk. */

import type { api } from '#contract/api.ts';
import type { OutputOf } from '#contract/endpoint.ts';
import type { Context } from '../context.ts';
import { lastHeard } from './inbox.ts';

type Health = OutputOf<(typeof api)['zaloHealth']>;

const sentences: Record<Health['state'], string> = {
  ok: 'Trang Zalo đang kết nối, tin gửi được bình thường.',
  not_connected: 'Trang Zalo chưa được kết nối. Nhờ quản trị kết nối trước.',
  reconnect_required: 'Trang đã thu hồi quyền gửi. Tin đang giữ, không mất. Kết nối lại.',
  unreachable: 'Chưa nối được tới Zalo, chưa có gì được gửi. Sẽ tự gửi lại.',
};

export async function zaloHealth(ctx: Context): Promise<Health> {
  const oaId = ctx.config.given.ZALO_OA_ID;
  const [token, counts, heard] = await Promise.all([
    ctx.db.oaToken.findFirst({ where: oaId ? { oaId } : {}, select: { state: true, expiresAt: true } }),
    ctx.pool.query<{ waiting: number; unknown: number; unreached: boolean }>(
      `SELECT (SELECT count(*) FROM message WHERE state = 'waiting')::int AS waiting,
              (SELECT count(*) FROM message WHERE state = 'unknown')::int AS unknown,
              EXISTS (SELECT FROM message WHERE state = 'waiting' AND reason = 'not_reached') AS unreached`,
    ),
    lastHeard(ctx),
  ]);
  const { waiting, unknown, unreached } = counts.rows[0]!;
  const state = stateOf(token?.state, unreached);
  return {
    state,
    sentence: sentences[state],
    rehearsal: ctx.config.sandbox,
    waiting,
    unknown,
    tokenExpiresAt: token?.expiresAt.toISOString() ?? null,
    lastHeardAt: heard?.toISOString() ?? null,
  };
}

function stateOf(token: string | undefined, unreached: boolean): Health['state'] {
  if (token === undefined) return 'not_connected';
  if (token === 'reconnect_required') return 'reconnect_required';
  return unreached ? 'unreachable' : 'ok';
}
