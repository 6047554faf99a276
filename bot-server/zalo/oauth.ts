/** Consent and tokens: of the page (OA) and of a person who signs in with Zalo in a browser. */
import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { refused, refusedAs, unknownOutcome } from './error.ts';
import type { Wire } from './http.ts';
import { isRecord } from './json.ts';
import { readData } from './open-api.ts';
import { count } from './shapes.ts';

export interface TokenPair {
  accessToken: string;
  refreshToken: string;
  expiresInSeconds: number;
}

export interface Consent {
  /** Must equal, letter for letter, the callback address saved in Zalo's console. */
  redirectUri: string;
  state: string;
  codeChallenge: string;
}

export interface Oauth {
  /** Where an administrator of the page gives the app its permissions. */
  oaPermissionUrl(consent: Consent): string;
  /** The code lives ten minutes and works once. */
  exchangeOaCode(code: string, verifier: string): Promise<TokenPair>;
  /** A refresh token works once: the old pair dies as this one is born. */
  refreshOa(refreshToken: string): Promise<TokenPair>;
  userLoginUrl(consent: Consent): string;
  exchangeUserCode(code: string, verifier: string): Promise<TokenPair>;
}

/** A fresh pair per request; a verifier fixed in Zalo's console may be given instead. */
export function createPkce(verifier = randomVerifier()): { verifier: string; challenge: string } {
  return { verifier, challenge: createHash('sha256').update(verifier, 'ascii').digest('base64url') };
}

/** 43 letters and digits, as Zalo's documents ask; base64url alone could hold "-" and "_". */
function randomVerifier(): string {
  const letters = randomBytes(96)
    .toString('base64')
    .replace(/[^A-Za-z0-9]/g, '');
  return letters.length >= 43 ? letters.slice(0, 43) : randomVerifier();
}

export function createOauth(options: { wire: Wire; base: string; appId: string; appSecret: string }): Oauth {
  const { wire, base, appId, appSecret } = options;

  function permissionUrl(path: string, { redirectUri, state, codeChallenge }: Consent): string {
    const query = new URLSearchParams({
      app_id: appId,
      redirect_uri: redirectUri,
      code_challenge: codeChallenge,
      state,
    });
    return `${base.replace(/\/+$/, '')}${path}?${query}`;
  }

  async function requestTokens(path: string, grant: Record<string, string>): Promise<TokenPair> {
    const call = `POST ${path}`;
    const form = { app_id: appId, ...grant };
    const answer = await wire.ask({ method: 'POST', base, path, headers: { secret_key: appSecret }, form });
    return readTokens(call, answer.body);
  }

  return {
    oaPermissionUrl: (consent) => permissionUrl('/v4/oa/permission', consent),
    exchangeOaCode: (code, verifier) =>
      requestTokens('/v4/oa/access_token', {
        grant_type: 'authorization_code',
        code,
        code_verifier: verifier,
      }),
    refreshOa: (refreshToken) =>
      requestTokens('/v4/oa/access_token', { grant_type: 'refresh_token', refresh_token: refreshToken }),
    userLoginUrl: (consent) => permissionUrl('/v4/permission', consent),
    exchangeUserCode: (code, verifier) =>
      requestTokens('/v4/access_token', { grant_type: 'authorization_code', code, code_verifier: verifier }),
  };
}

const Tokens = z
  .object({ access_token: z.string().min(1), refresh_token: z.string().min(1), expires_in: count })
  .transform(
    (body): TokenPair => ({
      accessToken: body.access_token,
      refreshToken: body.refresh_token,
      expiresInSeconds: body.expires_in,
    }),
  );

/** Refusals come with HTTP 200 and a number of their own family (−14xxx), or with a name and no number. */
function readTokens(call: string, body: unknown): TokenPair {
  if (!isRecord(body)) throw unknownOutcome(call, 'the answer is not an object');
  if (body.access_token !== undefined) return readData(call, body, Tokens);
  const code = body.error === undefined ? undefined : Number(body.error);
  const name = String(body.error_name ?? body.error_description ?? body.message ?? 'no name');
  if (code === -32) throw refused(call, 'oa', code, name);
  if (code === undefined && body.error_name === undefined)
    throw unknownOutcome(call, 'neither tokens nor error');
  throw refusedAs(call, RECONNECT, name, Number.isInteger(code) ? code : undefined);
}

/** No table of these errors is published; whatever it is, a person must look at the connection. */
const RECONNECT = { class: 'C', sentence: 'Zalo không nhận kết nối này. Kết nối lại trang.' } as const;
