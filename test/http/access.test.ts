import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { api, type EndpointName, otherRoutes } from '#contract/api.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { goodForm } from '../support/forms.ts';
import { openWorld, type Part, type Visitor } from '../support/world.ts';

const world = await openWorld();
const parts = [
  'citizen',
  'otherAuthor',
  'author',
  'head',
  'secretary',
  'admin',
] as const satisfies readonly Part[];
const people = Object.fromEntries(
  await Promise.all(parts.map(async (part) => [part, await world.as(part)])),
) as Record<(typeof parts)[number], Visitor>;
const held: Record<string, string[]> = {
  citizen: [],
  otherAuthor: [],
  author: [],
  head: ['unit_head'],
  secretary: ['secretariat'],
  admin: ['admin'],
};

const { rounds } = await world.visitor.do('home', {});
const roundId = rounds.find((round) => round.phase === 'open' && round.blocks.includes('ward'))!.id;
/** A dossier of the author, in the unit of the head. */
const dossier = randomUUID();
await people.author.do('submit', { id: dossier, version: 0, form: goodForm({ roundId }) });
/** A draft of the author: foreign to everybody else. */
const draft = randomUUID();
await people.author.do('saveDraft', { id: draft, version: 0, form: goodForm({ roundId }) });
const announcement = randomUUID();
await people.secretary.do('writeAnnouncement', {
  id: announcement,
  version: 0,
  title: 'Nhắc hạn',
  text: 'Còn ba ngày.',
  audience: { kind: 'everybody' },
  withMessages: true,
  withArticle: false,
});

const names = Object.keys(api) as EndpointName[];
const one = (name: EndpointName): Endpoint => api[name];
const knocks = async (visitor: Visitor, name: EndpointName, id: string) => {
  // Wrong on purpose in everything but the object: whoever may not enter must be turned away before the input matters.
  const answer = await visitor.try(name, { id, slug: 'khong-co' } as never);
  return answer.ok ? 'in' : answer.body.error.code;
};

describe('every door of the list', () => {
  it('is shut to whoever has not signed in, unless it is public', async () => {
    for (const name of names.filter((name) => one(name).access !== 'public'))
      expect(await knocks(world.visitor, name, dossier), name).toBe('sign_in');
  });

  it('is shut to whoever does not hold its role, for every role and every endpoint', async () => {
    for (const name of names) {
      const { access } = one(name);
      if (!Array.isArray(access)) continue;
      for (const part of parts) {
        const code = await knocks(people[part], name, dossier);
        const holds = held[part]!.some((role) => access.includes(role));
        if (holds) expect(code, `${part} at ${name}`).not.toBe('not_allowed');
        else expect(code, `${part} at ${name}`).toBe('not_allowed');
      }
    }
  });

  it('does not open a foreign object to anybody: strangers are told that it does not exist', async () => {
    const acts = [
      'initiative',
      'withdraw',
      'confirm',
      'accept',
      'review',
      'lapse',
      'forwardCity',
      'deleteDraft',
    ] as const;
    const before = await world.app.db.initiative.findMany({
      where: { id: { in: [dossier, draft] } },
      orderBy: { id: 'asc' },
    });
    for (const name of acts)
      for (const part of parts) {
        const input = { id: draft, ...(name === 'initiative' ? {} : { version: 1 }) };
        if (part === 'author') continue;
        const answer = await people[part].try(name, input as never);
        expect(answer.ok, `${part} at ${name} of a foreign draft`).toBe(false);
        if (!answer.ok)
          expect(['not_found', 'not_allowed'], `${part} at ${name}`).toContain(answer.body.error.code);
      }
    for (const part of ['citizen', 'otherAuthor'] as const)
      expect(await people[part].try('initiative', { id: dossier })).toMatchObject({ status: 404 });
    expect(
      await world.app.db.initiative.findMany({
        where: { id: { in: [dossier, draft] } },
        orderBy: { id: 'asc' },
      }),
    ).toEqual(before);
  });

  it('lets a head see the own unit only', async () => {
    const elsewhere = randomUUID();
    await people.otherAuthor.do('submit', {
      id: elsewhere,
      version: 0,
      form: goodForm({ roundId, unitId: 'cong-vi' }),
    });
    expect((await people.head.try('initiative', { id: elsewhere })).status).toBe(404);
    expect((await people.head.try('confirm', { id: elsewhere, version: 1 })).status).toBe(404);
    expect((await people.head.do('initiative', { id: dossier })).allowed).toEqual(
      expect.arrayContaining(['confirm', 'return']),
    );
  });

  it('is in the list: a route that nobody listed does not exist', () => {
    const listed = new Set([
      ...names.map((name) => one(name).path),
      ...otherRoutes.map((route) => route.path),
    ]);
    expect(routesOf(world.server).filter((path) => !listed.has(path))).toEqual([]);
  });

  it('takes its word from the server: an ended session or a taken role holds from the next request on', async () => {
    const guest = await world.as('colleague');
    expect((await guest.try('deskCounts', {})).status).toBe(200);
    const grants = await people.admin.do('grants', {});
    const own = grants.items.find((grant) => grant.personName === 'Đỗ Quang Huy')!;
    await people.admin.do('revoke', { id: own.id });
    expect(await guest.try('deskCounts', {})).toMatchObject({ status: 403 });
    await guest.do('signOut', {});
    expect(await guest.try('me', {})).toMatchObject({ status: 401 });
    expect(await world.visitor.try('signIn', { accessToken: 'made-up' })).toMatchObject({
      status: 401,
      body: { error: { code: 'zalo_refused' } },
    });
  });
});

describe('a role comes only from a grant', () => {
  it('by a code that its holder reads aloud, once, and never to take the last administrator away', async () => {
    const { code } = await people.citizen.do('grantCode', {});
    expect((await people.secretary.try('grant', { code, role: 'secretariat', unitId: null })).status).toBe(
      403,
    );
    const granted = await people.admin.do('grant', {
      code: code.toLowerCase(),
      role: 'unit_head',
      unitId: 'cong-vi',
    });
    expect(granted).toMatchObject({ role: 'unit_head', unitName: 'Phường Cống Vị' });
    expect(await people.admin.try('grant', { code, role: 'admin', unitId: null })).toMatchObject({
      status: 409,
      body: { error: { code: 'code_unknown' } },
    });
    const { items } = await people.admin.do('grants', {});
    const last = items.find((grant) => grant.role === 'admin')!;
    expect(await people.admin.try('revoke', { id: last.id })).toMatchObject({
      status: 409,
      body: { error: { code: 'last_admin' } },
    });
  });
});

/** Every path that the application answers, also of routers inside it; the local Zalo is one door. */
function routesOf(layer: unknown): string[] {
  const { stack } =
    (layer as { router?: { stack: unknown[] }; stack?: unknown[] }).router ?? (layer as { stack: unknown[] });
  return (stack ?? []).flatMap((one) => {
    const { route, handle, name } = one as {
      route?: { path: string | string[] };
      handle?: { stack?: unknown[] };
      name: string;
    };
    if (route) return [route.path].flat();
    return name === 'router' && handle?.stack ? routesOf(handle) : [];
  });
}
