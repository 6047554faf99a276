/** What the page keeps at Zalo about its people: names it gave them, tags, shared contact data, the window clock. */
import { z } from 'zod';
import type { OpenApi } from './open-api.ts';
import type { Urgency } from './ports.ts';
import { idText, instant } from './shapes.ts';

export interface UserChange {
  alias?: string;
  /** An id of our own that Zalo shows back with the person. */
  externalId?: string;
  shared?: { name?: string; phone?: string; address?: string };
}

export interface People {
  update(userId: string, change: UserChange): Promise<void>;
  /** Removes the contact data the person shared; due when the person asks to be forgotten. */
  forgetShared(userId: string): Promise<void>;
  /** Makes the tag if there is none of that name. */
  tag(userId: string, tag: string): Promise<void>;
  untag(userId: string, tag: string): Promise<void>;
  removeTag(tag: string): Promise<void>;
  tags(): Promise<string[]>;
  /** Zalo's own word on when the person last interacted, which decides about windows. */
  lastInteraction(userId: string, urgency?: Urgency): Promise<Date | undefined>;
  /** What is left of what the page bought or its package holds. */
  allowances(kind: AllowanceKind): Promise<Allowance[]>;
}

export interface AllowanceKind {
  owner: 'OA' | 'App';
  product: 'cs' | 'transaction';
  quota: 'sub_quota' | 'purchase_quota' | 'reward_quota';
}

export interface Allowance {
  assetId: string;
  validThrough?: string;
  total?: number;
  remain?: number;
}

export function createPeople(api: OpenApi): People {
  async function tell(path: string, json: object): Promise<void> {
    await api.ask({ method: 'POST', path, json }, z.unknown());
  }

  return {
    update: (userId, { alias, externalId, shared }) =>
      tell('/v3.0/oa/user/update', {
        user_id: userId,
        user_alias: alias,
        user_external_id: externalId,
        shared_info: shared,
      }),
    forgetShared: (userId) => tell('/v2.0/oa/deletefollowerinfo', { user_id: userId }),
    tag: (userId, tag) => tell('/v2.0/oa/tag/tagfollower', { user_id: userId, tag_name: tag }),
    untag: (userId, tag) => tell('/v2.0/oa/tag/rmfollowerfromtag', { user_id: userId, tag_name: tag }),
    removeTag: (tag) => tell('/v2.0/oa/tag/rmtag', { tag_name: tag }),
    tags: () => api.ask({ method: 'GET', path: '/v2.0/oa/tag/gettagsofoa' }, z.array(z.string())),
    async lastInteraction(userId, urgency) {
      const path = '/v3.0/oa/quota/message';
      const quota = await api.ask({ method: 'POST', path, json: { user_id: userId } }, UserQuota, urgency);
      return quota.last_interaction;
    },
    allowances: ({ owner, product, quota }) =>
      api.ask(
        {
          method: 'POST',
          path: '/v3.0/oa/quota/message',
          json: { quota_owner: owner, product_type: product, quota_type: quota },
        },
        Allowances,
      ),
  };
}

const UserQuota = z.object({ last_interaction: instant.optional().catch(undefined) });

const amount = z.coerce.number().optional().catch(undefined);
const Allowances = z.array(
  z
    .object({
      asset_id: idText,
      valid_through: z.string().optional().catch(undefined),
      total: amount,
      remain: amount,
    })
    .transform(
      (row): Allowance => ({
        assetId: row.asset_id,
        validThrough: row.valid_through,
        total: row.total,
        remain: row.remain,
      }),
    ),
);
