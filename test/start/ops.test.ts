// The operator's command as the operator types it.
import { expect, test, vi } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { runProgram } from '../support/process.ts';

const { url: DATABASE_URL } = await freshDatabase({ migrated: false });
// Each command is a process of its own.
vi.setConfig({ testTimeout: 60_000 });
const ops = (...args: string[]) => runProgram('bot-server/ops.ts', args, { DATABASE_URL, DATA_DIR: '/tmp' });

test('health says what is missing until migrate has been run', async () => {
  const before = await ops('health');
  const migrated = await ops('migrate');
  const after = await ops('health');

  expect([before.code, migrated.code, after.code]).toEqual([1, 0, 0]);
  expect(JSON.parse(migrated.out).applied).toEqual(JSON.parse(before.out).pending);
  expect(JSON.parse(after.out)).toEqual({ database: 'reachable', pending: [] });
});

test('--help lists the verbs and explains each', async () => {
  const all = await ops('--help');
  const one = await ops('health', '--help');

  expect(all).toMatchObject({ code: 0, err: '' });
  expect(all.out).toMatch(/^ {2}migrate +Bring the database up to date\.$/m);
  expect(one.out).toContain('npm run -s ops -- health');
});

test.each([[['sing']], [['health', '--loud']], [['health', 'now']]])(
  '%j is refused in one sentence',
  async (args) => {
    const { code, out, err } = await ops(...args);

    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^.+\.\n$/);
  },
);
