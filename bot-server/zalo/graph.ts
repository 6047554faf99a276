/** Who somebody is: asked of Graph with the person's own access token, because nothing a phone claims is believed. */
import { z } from 'zod';
import { refused } from './error.ts';
import type { Wire } from './http.ts';
import { readData, readEnvelope } from './open-api.ts';
import { flag, idText } from './shapes.ts';
import { appSecretProof } from './signature.ts';

export interface ZaloIdentity {
  /** Unique per person and Zalo app; the id the mini app sees. */
  appUserId: string;
  /** Only with the person's consent. */
  name?: string;
  /** The same person in the page's id space; absent when Zalo does not know the link. */
  oaUserId?: string;
  isFollower?: boolean;
  /** A young or otherwise protected account: no promotion, as little data as possible. */
  isSensitive: boolean;
}

export interface Graph {
  me(userAccessToken: string): Promise<ZaloIdentity>;
  /** `code` comes from the mini app's getPhoneNumber(), lives two minutes and works once. Answers "84…". */
  phone(userAccessToken: string, code: string): Promise<string>;
}

export function createGraph(options: { wire: Wire; base: string; appSecret: string }): Graph {
  const { wire, base, appSecret } = options;

  async function ask<S extends z.ZodType>(
    path: string,
    headers: Record<string, string>,
    schema: S,
    query?: Record<string, string>,
  ): Promise<z.output<S>> {
    const call = `GET ${path}`;
    const { body } = await wire.ask({ method: 'GET', base, path, query, headers });
    const { code, message } = readEnvelope(call, body);
    if (code !== 0) throw refused(call, 'graph', code, message);
    return readData(call, body, schema);
  }

  return {
    async me(userAccessToken) {
      const headers = {
        access_token: userAccessToken,
        appsecret_proof: appSecretProof(userAccessToken, appSecret),
      };
      const fields = 'id,name,user_id_by_oa,is_follower,is_sensitive';
      return ask('/v2.0/me', headers, Me, { fields });
    },
    async phone(userAccessToken, code) {
      const headers = { access_token: userAccessToken, code, secret_key: appSecret };
      return (await ask('/v2.0/me/info', headers, PhoneInfo)).data.number;
    },
  };
}

const Me = z
  .object({
    id: idText,
    name: z.string().optional().catch(undefined),
    user_id_by_oa: idText.optional().catch(undefined),
    is_follower: flag.optional().catch(undefined),
    is_sensitive: flag.catch(false),
  })
  .transform(
    (me): ZaloIdentity => ({
      appUserId: me.id,
      name: me.name || undefined,
      oaUserId: me.user_id_by_oa,
      isFollower: me.is_follower,
      isSensitive: me.is_sensitive,
    }),
  );

const PhoneInfo = z.object({ data: z.object({ number: idText }) });
