// An administrator goes to Zalo, allows, and comes back: the page is connected, once for each time of asking.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { at } from '#bot/context.ts';
import { startConnecting } from '#bot/services/zalo-consent.ts';
import { openWorld } from '../support/world.ts';

const world = await openWorld();

/** The administrator answers Zalo's question; gives where Zalo sends the browser. */
async function allow(url: string, answer = 'yes'): Promise<string> {
  const given = new URL(url);
  const body = new URLSearchParams([...given.searchParams, ['answer', answer]]);
  const sent = await fetch(given.origin + given.pathname, { method: 'POST', body, redirect: 'manual' });
  return sent.headers.get('location') ?? '';
}
const comeBack = async (url: string) => (await fetch(url, { redirect: 'manual' })).headers.get('location');
const generation = async () => (await world.app.db.oaToken.findFirstOrThrow()).generation;

test('allowed: the new pair is in use, and it is written down who connected', async () => {
  const admin = await world.as('admin');
  const before = await generation();
  const { url } = await admin.do('connectZalo', {});

  expect(await comeBack(await allow(url))).toBe('/app/desk/zalo?connected=1');

  expect(await generation()).toBeGreaterThan(before);
  expect((await world.app.zalo.officialAccount.getOa()).oaId).toBe(world.app.config.given.ZALO_OA_ID);
  expect(await world.app.db.auditEntry.count({ where: { act: 'zalo_connected' } })).toBe(1);
});

test('refused, come back twice, or for another page: nothing changes and the desk says so', async () => {
  const admin = await world.as('admin');
  const before = await generation();
  const ask = async () => (await admin.do('connectZalo', {})).url;
  const refused = '/app/desk/zalo?failure=zalo_refused';

  expect(await comeBack(await allow(await ask(), 'no'))).toBe(refused);
  const other = new URL(await allow(await ask()));
  other.searchParams.set('oa_id', '77');
  expect(await comeBack(other.toString())).toBe(refused);
  expect(await generation()).toBe(before);

  const back = await allow(await ask());
  expect(await comeBack(back)).toBe('/app/desk/zalo?connected=1');
  expect(await comeBack(back)).toBe(refused);
});

test('each time has its own code challenge, unless one is fixed in the console of Zalo', async () => {
  const { id } = await world.app.db.person.findFirstOrThrow();
  const challengeOf = async (oaCodeVerifier?: string) => {
    const app = { ...world.app, config: { ...world.app.config, oaCodeVerifier } };
    const { url } = await startConnecting(at(app), { id, name: '', demo: true, grants: [] });
    return new URL(url).searchParams.get('code_challenge');
  };
  const fixed = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ';

  expect(await challengeOf()).not.toBe(await challengeOf());
  expect(await challengeOf(fixed)).toBe(createHash('sha256').update(fixed).digest('base64url'));
});
