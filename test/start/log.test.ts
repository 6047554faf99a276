// The log says what happened without saying about whom.
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { createLog } from '#bot/log.ts';
import { freshDatabase } from '../support/database.ts';

const { prisma } = await freshDatabase();

function written(act: (log: ReturnType<typeof createLog>) => void): string {
  const output = new PassThrough();
  act(createLog('info', output));
  return String(output.read());
}

test('a line is JSON with its level in a word', () => {
  const line = JSON.parse(written((log) => log.info({ rows: 3 }, 'swept')));

  expect(line).toMatchObject({ level: 'info', rows: 3, msg: 'swept' });
});

test('names, phones, texts and tokens under well-known keys are blacked out', () => {
  const person = { name: 'Nguyễn Thị Lan', phone: '0912345678' };

  const line = written((log) =>
    log.info({ person, message: { text: 'Bí mật' }, headers: { access_token: 'T0K3N' } }),
  );

  expect(line).not.toMatch(/Lan|0912345678|Bí mật|T0K3N/);
});

test('an error is written without the request and the row that a library hangs on it', () => {
  const error = Object.assign(new Error('refused', { cause: new Error('reset') }), {
    code: 'ECONNRESET',
    config: { headers: { access_token: 'T0K3N' }, data: 'Bí mật' },
    detail: 'Key (phone)=(0912345678)',
  });

  const line = written((log) => log.error({ err: error }, 'failed'));

  expect(line).not.toMatch(/T0K3N|Bí mật|0912345678/);
  expect(JSON.parse(line).err).toMatchObject({
    code: 'ECONNRESET',
    message: 'refused',
    cause: { message: 'reset' },
  });
});

test.each([
  [
    'a query that is wrong',
    () => prisma.setting.create({ data: { key: 'Nguyễn Thị Lan', unheardOf: 1 } as never }),
  ],
  ['a value that cannot be read', () => prisma.$queryRaw`SELECT ${'Nguyễn Thị Lan'}::int`],
])('an error of the database does not repeat its values: %s', async (_story, act) => {
  const error = await act().catch((thrown: unknown) => thrown);

  const line = written((log) => log.error({ err: error }, 'failed'));

  expect(JSON.parse(line).err.type).toMatch(/^PrismaClient/);
  expect(line).not.toContain('Lan');
});
