/** Who somebody is to us: signing in with Zalo's word, name, consents, and the roles that are granted. */

import { createHash, randomInt, randomUUID } from 'node:crypto';
import type { api } from '#contract/api.ts';
import type { InputOf, OutputOf, Role } from '#contract/endpoint.ts';
import { Failure } from '#contract/failure.ts';
import { consentPurposes, type Me } from '#contract/person.ts';
import { topics } from '#domain/topics.ts';
import type { Context, Tx, Who } from '../context.ts';
import { ZaloError } from '../zalo/error.ts';
import type { ZaloIdentity } from '../zalo/graph.ts';
import { noteWish } from './followers.ts';
import { keyOf, pageFrom, pageSize, readKey } from './keyset.ts';
import { countUnread } from './notices.ts';
import { issueSession } from './session.ts';

type Api = typeof api;

/** Asks Graph whose token this is and issues a session of ours. Nothing that the phone says about itself is believed. */
export async function signIn(ctx: Context, input: InputOf<Api['signIn']>): Promise<OutputOf<Api['signIn']>> {
  const identity = await ctx.zalo.graph.me(input.accessToken).catch((error: unknown) => {
    if (error instanceof ZaloError)
      throw new Failure(error.kind === 'refused' ? 'zalo_refused' : 'zalo_unreachable');
    throw error;
  });
  return signInAs(ctx, identity);
}

/** The same for an identity that Zalo has just confirmed by another way (login in a browser). */
export async function signInAs(ctx: Context, identity: ZaloIdentity): Promise<OutputOf<Api['signIn']>> {
  const person = await ctx.db.$transaction(async (tx) => {
    const known = await tx.person.upsert({
      where: { appUserId: identity.appUserId },
      create: {
        id: randomUUID(),
        appUserId: identity.appUserId,
        name: identity.name ?? '',
        createdAt: ctx.now,
      },
      update: {},
    });
    if (identity.oaUserId) await linkFollower(tx, ctx, known.id, identity.oaUserId, identity.isFollower);
    return known;
  });
  if (person.erasedAt) throw new Failure('not_allowed');
  const { token, expiresAt } = await issueSession(ctx, person, ctx.now);
  return { token, expiresAt: expiresAt.toISOString(), me: await meOf(ctx, person.id) };
}

/** Graph itself says which follower this person is; that is the only way in which the two are ever joined. */
async function linkFollower(
  tx: Tx,
  ctx: Context,
  personId: string,
  oaUserId: string,
  following: boolean | undefined,
): Promise<void> {
  await tx.follower.updateMany({
    where: { personId, oaUserId: { not: oaUserId } },
    data: { personId: null },
  });
  await tx.follower.upsert({
    where: { oaUserId },
    create: { oaUserId, personId, following: following ?? false, createdAt: ctx.now },
    update: { personId, ...(following === undefined ? {} : { following }) },
  });
}

export const readMe = (ctx: Context, who: Who): Promise<Me> => meOf(ctx, who.id);

async function meOf(ctx: Context, id: string): Promise<Me> {
  const person = await ctx.db.person.findUniqueOrThrow({
    where: { id },
    include: {
      follower: true,
      memberships: { include: { unit: true } },
      grants: { where: { revokedAt: null }, include: { unit: true }, orderBy: { grantedAt: 'asc' } },
    },
  });
  const consents = await Promise.all(
    consentPurposes.map((purpose) =>
      ctx.db.consent.findFirst({ where: { personId: id, purpose }, orderBy: { id: 'desc' } }),
    ),
  );
  return {
    id,
    name: person.name,
    demo: person.demo,
    roles: person.grants.map((grant) => ({
      role: grant.role as Role,
      unitId: grant.unitId,
      unitName: grant.unit?.name ?? null,
    })),
    units: person.memberships.map((one) => ({
      id: one.unitId,
      name: one.unit.name,
      confirmed: one.confirmedAt !== null,
    })),
    zalo: {
      linked: person.follower !== null,
      following: person.follower?.following ?? false,
      stopped: person.follower?.stoppedAt != null,
      topics: topics.map((topic) => ({
        topic,
        on: person.follower?.stoppedAt == null && !person.follower?.mutedTopics.includes(topic),
      })),
    },
    consents: consentPurposes.map((purpose, i) => ({
      purpose,
      given: consents[i]?.given ?? false,
      at: consents[i]?.at.toISOString() ?? null,
    })),
    unread: await countUnread(ctx, {
      id,
      name: person.name,
      demo: person.demo,
      grants: person.grants.map(({ role, unitId }) => ({ role: role as Role, unitId })),
    }),
  };
}

/** Ends every session of the person, also on a phone that was lent. */
export async function signOut(ctx: Context, who: Who): Promise<OutputOf<Api['signOut']>> {
  await ctx.db.person.update({ where: { id: who.id }, data: { sessionEpoch: { increment: 1 } } });
  return { ok: true };
}

export async function rename(ctx: Context, who: Who, input: InputOf<Api['rename']>): Promise<Me> {
  await ctx.db.person.update({ where: { id: who.id }, data: { name: input.name } });
  return meOf(ctx, who.id);
}

export async function setConsent(ctx: Context, who: Who, input: InputOf<Api['consent']>): Promise<Me> {
  const { purpose, given } = input;
  await ctx.db.$transaction(async (tx) => {
    await tx.consent.create({ data: { personId: who.id, purpose, given, at: ctx.now } });
    if (purpose !== 'zalo_news') return;
    await tx.follower.updateMany({
      where: { personId: who.id },
      data: { mutedTopics: given ? [] : [...topics], wishedAt: ctx.now },
    });
  });
  return meOf(ctx, who.id);
}

/** A switch in the account says the same as a word in the chat. */
export async function setTopic(ctx: Context, who: Who, input: InputOf<Api['topic']>): Promise<Me> {
  await ctx.db.$transaction(async (tx) => {
    const follower = await tx.follower.findUnique({ where: { personId: who.id } });
    if (!follower) throw new Failure('not_linked');
    await noteWish(tx, follower.oaUserId, input, ctx.now);
  });
  return meOf(ctx, who.id);
}

// ------------------------------------------------------------------ roles

const codeLetters = '34679ACDEFGHJKMNPQRTUVWXY';
const codeLength = 8;
const codeLifeMinutes = 15;
const hashOf = (code: string): string =>
  createHash('sha256')
    .update(code.toUpperCase().replace(/[^0-9A-Z]/g, ''))
    .digest('hex');

/** A code to read aloud; only its hash is kept, the newest one holds. */
export async function makeGrantCode(ctx: Context, who: Who): Promise<OutputOf<Api['grantCode']>> {
  const letters = Array.from({ length: codeLength }, () => codeLetters[randomInt(codeLetters.length)]).join(
    '',
  );
  const expiresAt = new Date(ctx.now.getTime() + codeLifeMinutes * 60_000);
  await ctx.db.$transaction([
    ctx.db.grantCode.deleteMany({ where: { personId: who.id } }),
    ctx.db.grantCode.create({ data: { codeHash: hashOf(letters), personId: who.id, expiresAt } }),
  ]);
  return { code: `${letters.slice(0, 4)}-${letters.slice(4)}`, expiresAt: expiresAt.toISOString() };
}

/** Gives a role to whoever read the code. `by` is null for the operator, who makes the first administrator. */
export async function grantRole(
  ctx: Context,
  by: Who | null,
  input: InputOf<Api['grant']>,
): Promise<OutputOf<Api['grant']>> {
  if (input.role === 'unit_head' && !input.unitId)
    throw new Failure('input', [{ field: 'unitId', message: 'Chọn đơn vị của thủ trưởng' }]);
  const unitId = input.role === 'unit_head' ? input.unitId : null;
  if (unitId && (await ctx.db.unit.count({ where: { id: unitId } })) === 0)
    throw new Failure('input', [{ field: 'unitId', message: 'Chọn đơn vị của thủ trưởng' }]);
  return ctx.db.$transaction(async (tx) => {
    const codeHash = hashOf(input.code);
    const { count } = await tx.grantCode.updateMany({
      where: { codeHash, usedAt: null, expiresAt: { gt: ctx.now } },
      data: { usedAt: ctx.now },
    });
    if (count === 0)
      throw new Failure('code_unknown', [
        { field: 'code', message: 'Nhập mã mà người nhận quyền đang thấy trên màn hình' },
      ]);
    const { personId } = await tx.grantCode.findUniqueOrThrow({ where: { codeHash } });
    const held = await tx.grant.findFirst({ where: { personId, role: input.role, unitId, revokedAt: null } });
    const grant =
      held ??
      (await tx.grant.create({
        data: {
          id: randomUUID(),
          personId,
          role: input.role,
          unitId,
          grantedBy: by?.id ?? null,
          grantedAt: ctx.now,
        },
      }));
    await tx.auditEntry.create({
      data: {
        at: ctx.now,
        actorId: by?.id ?? null,
        act: 'role_granted',
        object: `person:${personId}`,
        detail: { role: input.role, unitId },
      },
    });
    const shown = await tx.grant.findUniqueOrThrow({
      where: { id: grant.id },
      include: { person: true, unit: true },
    });
    return grantedView(shown);
  });
}

type ShownGrant = {
  id: string;
  role: string;
  unitId: string | null;
  grantedAt: Date;
  person: { name: string };
  unit: { name: string } | null;
};

const grantedView = (grant: ShownGrant): OutputOf<Api['grant']> => ({
  id: grant.id,
  personName: grant.person.name,
  role: grant.role as Role,
  unitId: grant.unitId,
  unitName: grant.unit?.name ?? null,
  grantedAt: grant.grantedAt.toISOString(),
});

export async function listGrants(
  ctx: Context,
  _who: Who,
  input: InputOf<Api['grants']>,
): Promise<OutputOf<Api['grants']>> {
  const key = readKey(input.after, 2);
  const grants = await ctx.db.grant.findMany({
    where: {
      revokedAt: null,
      ...(key
        ? {
            OR: [
              { grantedAt: { lt: new Date(key[0]!) } },
              { grantedAt: new Date(key[0]!), id: { lt: key[1]! } },
            ],
          }
        : {}),
    },
    include: { person: true, unit: true },
    orderBy: [{ grantedAt: 'desc' }, { id: 'desc' }],
    take: pageSize + 1,
  });
  return pageFrom(grants, pageSize, (grant) => keyOf(grant.grantedAt.toISOString(), grant.id), grantedView);
}

/** Takes a role back; the last administrator keeps it, or nobody could ever give one again. */
export async function revokeRole(
  ctx: Context,
  by: Who | null,
  input: InputOf<Api['revoke']>,
): Promise<OutputOf<Api['revoke']>> {
  await ctx.db.$transaction(async (tx) => {
    // Two administrators who revoke each other at once must not both succeed.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('revoke', 0))`;
    const grant = await tx.grant.findUnique({ where: { id: input.id } });
    if (!grant || grant.revokedAt) throw new Failure('not_found');
    if (grant.role === 'admin' && (await tx.grant.count({ where: { role: 'admin', revokedAt: null } })) === 1)
      throw new Failure('last_admin');
    await tx.grant.update({ where: { id: grant.id }, data: { revokedAt: ctx.now } });
    await tx.auditEntry.create({
      data: {
        at: ctx.now,
        actorId: by?.id ?? null,
        act: 'role_revoked',
        object: `person:${grant.personId}`,
        detail: { role: grant.role, unitId: grant.unitId },
      },
    });
  });
  return { ok: true };
}
