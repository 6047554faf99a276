/** The two ways by which a browser goes to Zalo and comes back: an administrator connects the page, a person signs in. */

import { randomBytes } from 'node:crypto';
import type { api } from '#contract/api.ts';
import type { InputOf, OutputOf } from '#contract/endpoint.ts';
import { Failure } from '#contract/failure.ts';
import type { Context, Who } from '../context.ts';
import type { Prisma } from '../store/generated/client.ts';
import { createPkce } from '../zalo/oauth.ts';
import { signInAs } from './people.ts';

type Api = typeof api;

/** Zalo's own code lives ten minutes. */
const consentMinutes = 10;
const ticketMinutes = 2;

export const connectCallback = '/connect/zalo/callback';
export const loginCallback = '/auth/zalo/callback';

/** Something that may be used once within some minutes: kept as a row, found again by an unguessable name. */
async function keepOnce(
  ctx: Context,
  kind: string,
  minutes: number,
  value: Prisma.InputJsonObject,
): Promise<string> {
  const name = randomBytes(24).toString('base64url');
  const until = new Date(ctx.now.getTime() + minutes * 60_000).toISOString();
  await ctx.db.setting.create({ data: { key: `${kind}:${name}`, value: { ...value, until } } });
  return name;
}

async function takeOnce(ctx: Context, kind: string, name: string): Promise<Record<string, string> | null> {
  const rows = await ctx.db.$queryRaw<
    { value: Record<string, string> }[]
  >`DELETE FROM setting WHERE key = ${`${kind}:${name}`} RETURNING value`;
  const value = rows[0]?.value;
  return value && new Date(value.until!) > ctx.now ? value : null;
}

async function leaveFor(ctx: Context, kind: 'connect' | 'login', by: string | null): Promise<string> {
  const { verifier, challenge } = createPkce(kind === 'connect' ? ctx.config.oaCodeVerifier : undefined);
  const state = await keepOnce(ctx, kind, consentMinutes, { verifier, by });
  const consent = {
    redirectUri: `${ctx.config.publicUrl}${kind === 'connect' ? connectCallback : loginCallback}`,
    state,
    codeChallenge: challenge,
  };
  return kind === 'connect' ? ctx.zalo.oauth.oaPermissionUrl(consent) : ctx.zalo.oauth.userLoginUrl(consent);
}

export const startConnecting = async (ctx: Context, who: Who): Promise<OutputOf<Api['connectZalo']>> => ({
  url: await leaveFor(ctx, 'connect', who.id),
});

export const startLogin = (ctx: Context): Promise<string> => leaveFor(ctx, 'login', null);

/** Back from connecting the page: the new pair is written before anybody uses it. */
export async function finishConnecting(
  ctx: Context,
  code: string,
  state: string,
  oaId: string | undefined,
): Promise<void> {
  const kept = await takeOnce(ctx, 'connect', state);
  // An administrator of several pages may have chosen another one.
  const otherPage = oaId !== undefined && oaId !== ctx.config.given.ZALO_OA_ID;
  if (!kept || otherPage) throw new Failure('zalo_refused');
  const pair = await ctx.zalo.oauth.exchangeOaCode(code, kept.verifier!);
  await ctx.oaTokens.saveFirstPair(pair);
  await ctx.db.auditEntry.create({
    data: { at: ctx.now, actorId: kept.by ?? null, act: 'zalo_connected', object: 'official-account' },
  });
}

/** Back from a login: a ticket that the mini app exchanges, so that the session itself never stands in an address. */
export async function finishLogin(ctx: Context, code: string, state: string): Promise<string> {
  const kept = await takeOnce(ctx, 'login', state);
  if (!kept) throw new Failure('zalo_refused');
  const { accessToken } = await ctx.zalo.oauth.exchangeUserCode(code, kept.verifier!);
  const identity = await ctx.zalo.graph.me(accessToken);
  return keepOnce(ctx, 'ticket', ticketMinutes, { identity: JSON.stringify(identity) });
}

export async function redeemTicket(
  ctx: Context,
  input: InputOf<Api['redeemTicket']>,
): Promise<OutputOf<Api['redeemTicket']>> {
  const kept = await takeOnce(ctx, 'ticket', input.ticket);
  if (!kept) throw new Failure('zalo_refused');
  return signInAs(ctx, JSON.parse(kept.identity!));
}
