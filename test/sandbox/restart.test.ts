// What a rehearsal remembers over a restart, and what it does with a file it cannot read.
import fs from 'node:fs';
import { expect, test } from 'vitest';
import { HA, rehearse, STRANGER } from './world.ts';

test('people, tokens, threads, clock and knobs survive a restart', async () => {
  const zalo = await rehearse();
  await zalo.control(`people/${STRANGER}/follow`);
  await zalo.control('ranges', { prefix: 'u', count: 500, staleShare: 0 });
  await zalo.control('people', { oaUserId: 'new-1', name: 'Người mới', following: true });
  await zalo.write(HA, 'Trước khi tắt');
  await zalo.control('clock', { addMs: 3_600_000 });
  await zalo.control('faults', { latencyMs: 1, subQuota: 7 });

  await zalo.again();

  expect((await zalo.look('ledger')).body.entries[0]).toMatchObject({ user: HA, text: 'Trước khi tắt' });
  expect((await zalo.write(STRANGER, 'Sau khi bật')).body.error).toBe(0);
  expect((await zalo.write('u499', 'Sau khi bật')).body.error).toBe(0);
  expect((await zalo.look('people/new-1')).body.name).toBe('Người mới');
  expect(zalo.sandbox.clockOffset()).toBe(3_600_000);
  expect((await zalo.look('faults')).body).toMatchObject({ latencyMs: 1, subQuota: 7 });
  await zalo.close();
});

test('what was accepted is known even when the process was killed on the spot', async () => {
  const zalo = await rehearse();
  const { message_id: id } = (await zalo.write(HA, 'Ngay trước khi chết')).body.data;
  const journal = zalo.options.stateFile.replace('.json', '.messages.jsonl');

  expect(fs.readFileSync(journal, 'utf8')).toContain(id);
  fs.appendFileSync(journal, '{"seq":99,"us');
  await zalo.again();
  expect((await zalo.look('ledger?count=1')).body.count).toBe(1);
  expect(zalo.lines).toContainEqual({ event: 'sandbox journal lines skipped', lines: 1 });
  await zalo.close();
});

test('a state file that cannot be read is set aside and the rehearsal starts anew', async () => {
  const zalo = await rehearse();
  await zalo.sandbox.stop();
  fs.writeFileSync(zalo.options.stateFile, '{"people":');
  await zalo.again();

  expect((await zalo.look('people')).body.length).toBe(4);
  expect(zalo.lines).toContainEqual({
    event: 'sandbox state unreadable, starting anew',
    file: 'sandbox.json',
  });
  await zalo.close();
});

test('files of the rehearsal are readable by their owner only', async () => {
  const zalo = await rehearse();
  await zalo.write(HA, 'Chào');
  await zalo.sandbox.stop();
  const folder = zalo.options.stateFile.replace(/[^/]*$/, '');

  const modes = fs
    .readdirSync(folder)
    .map((name) => [name, (fs.statSync(folder + name).mode & 0o777).toString(8)]);
  expect(modes.sort()).toEqual([
    ['sandbox.json', '600'],
    ['sandbox.messages.jsonl', '600'],
    ['sandbox.tokens.json', '600'],
  ]);
  await zalo.again();
  await zalo.close();
});

test('the product hears when the clock is moved', async () => {
  const offsets: number[] = [];
  const zalo = await rehearse({ onClock: (offset) => offsets.push(offset) });
  await zalo.control('clock', { addMs: 60_000 });
  await zalo.control('clock', { offsetMs: 0 });

  expect(offsets).toEqual([60_000, 0]);
  await zalo.close();
});
