import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createLimits } from '#bot/http/limits.ts';
import { api, type EndpointName } from '#contract/api.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { type FailureBody, failures } from '#contract/failure.ts';
import { goodForm } from '../support/forms.ts';
import { openWorld } from '../support/world.ts';

const world = await openWorld();
const author = await world.as('author');
const { rounds } = await world.visitor.do('home', {});
const roundId = rounds.find((round) => round.phase === 'open' && round.blocks.includes('ward'))!.id;
const form = goodForm({ roundId });

const send = async (method: string, path: string, body: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${world.url}${path}`, {
    method,
    headers: { Authorization: `Bearer ${author.token}`, 'Content-Type': 'application/json', ...headers },
    body,
  });
  return { status: answer.status, body: (await answer.json()) as FailureBody };
};
const refusedAs = async (id: string, change: Record<string, unknown>) => {
  const answer = await send(
    'POST',
    `/api/initiatives/${id}/submit`,
    JSON.stringify({ version: 0, form: { ...form, ...change } }),
  );
  expect(await world.app.db.initiative.count({ where: { id } }), JSON.stringify(change)).toBe(0);
  return { status: answer.status, fields: answer.body.error.fields?.map((problem) => problem.field) };
};

describe('whatever is sent, a sentence comes back and nothing is stored', () => {
  it.each([
    ['an unknown field', { hacker: 1 }, ['form.hacker']],
    ['a wrong type', { title: 7 }, ['form.title']],
    ['a missing answer', { oath: undefined }, ['form.oath']],
    ['a text beyond all measure', { before: 'x'.repeat(20_000) }, ['form.before']],
    ['a text over its limit', { title: 'Một tên rất dài '.repeat(30) }, ['form.title']],
    [
      'shares that are not 100',
      { authors: [{ name: 'Nguyễn Minh Hà', title: '', workplace: '', sharePercent: 60 }] },
      ['form.authors'],
    ],
    ['a first use in the future', { firstAppliedOn: '2100-01-01' }, ['form.firstAppliedOn']],
    ['a day that is none', { firstAppliedOn: '30/02/2026' }, ['form.firstAppliedOn']],
    ['a unit that does not exist', { unitId: 'atlantis' }, ['form.unitId']],
    ['a round that does not exist', { roundId: 'round-of-nobody' }, ['form.roundId']],
    ['a kind that is not in the list', { solutionKind: 'magic' }, ['form.solutionKind']],
  ])('%s', async (_name, change, fields) => {
    expect(await refusedAs(randomUUID(), change)).toEqual({ status: 400, fields });
  });

  it('a body of 10 MB, half a body, a body that is no object, an id that is none', async () => {
    const path = `/api/initiatives/${randomUUID()}/submit`;
    expect(await send('POST', path, JSON.stringify({ form: 'x'.repeat(10_000_000) }))).toMatchObject({
      status: 413,
      body: { error: { code: 'too_large' } },
    });
    expect(await send('POST', path, '{"version":')).toMatchObject({
      status: 400,
      body: { error: { code: 'not_json' } },
    });
    expect(await send('POST', path, '[1,2]')).toMatchObject({
      status: 400,
      body: { error: { code: 'not_json' } },
    });
    expect(
      await send('POST', '/api/initiatives/1%20OR%201=1/submit', JSON.stringify({ version: 0, form })),
    ).toMatchObject({ status: 400, body: { error: { fields: [{ field: 'id' }] } } });
    expect(await send('POST', '/api/initiatives/%E0%A4%A/submit', '{}')).toMatchObject({ status: 404 });
  });

  it('every write of the list, with rubbish in it, by somebody who may enter', async () => {
    const admin = await world.as('admin');
    const secretary = await world.as('secretary');
    for (const name of Object.keys(api) as EndpointName[]) {
      const one: Endpoint = api[name];
      if (one.method === 'GET' || one.access === 'public') continue;
      const who =
        Array.isArray(one.access) && one.access.includes('admin') && !one.access.includes('secretariat')
          ? admin
          : Array.isArray(one.access)
            ? secretary
            : author;
      const answer = await who.try(name, {
        id: 'x'.repeat(300),
        surprise: { a: [1] },
        version: 'two',
      } as never);
      if (['signOut', 'grantCode', 'connectZalo'].includes(name)) continue;
      expect(answer.ok, name).toBe(false);
      expect(answer.status, name).toBeGreaterThanOrEqual(400);
      expect(answer.status, name).toBeLessThan(500);
    }
  });

  it('tidy text and emoji are welcome: NFD is stored as NFC, odd spaces become spaces', async () => {
    const again = await world.as('author');
    const id = randomUUID();
    const title = 'Phiếu hẹn có mã\u00a0QR 🙂 để người dân tự xem tiến độ';
    await again.do('submit', { id, version: 0, form: { ...form, title: title.normalize('NFD') } });
    expect((await again.do('initiative', { id })).title).toBe(title.replace('\u00a0', ' '));
  });

  it('every failure has a status and a whole Vietnamese sentence', () => {
    for (const [code, [status, sentence]] of Object.entries(failures)) {
      expect(status, code).toBeGreaterThanOrEqual(400);
      expect(sentence, code).toMatch(/^[A-ZĐ].*\.$/u);
      expect(sentence, code).not.toMatch(/vui lòng|xin lỗi|không hợp lệ|lỗi \d/i);
    }
  });
});

describe('who knocks too fast', () => {
  it('is told when to try again, and nobody else at the same address is held up', async () => {
    const busy = await openWorld({
      limits: createLimits({ person: { read: 20, write: 3 }, address: 1_000 }),
    });
    const [one, two] = [await busy.as('author'), await busy.as('teacher')];
    const code = async () => (await one.try('grantCode', {})).status;
    expect([await code(), await code(), await code(), await code()]).toEqual([200, 200, 200, 429]);
    const answer = await fetch(`${busy.url}/api/me/grant-code`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${one.token}`, 'Content-Type': 'application/json' },
      body: '{}',
    });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await two.try('grantCode', {})).status).toBe(200);
    expect((await one.try('me', {})).status).toBe(200);
  });
});
