// Migrations are applied once, in order, and a mishap is told in a sentence.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrate, migrationsPending } from '#bot/store/migrate.ts';
import { freshDatabase } from '../support/database.ts';

const database = await freshDatabase({ migrated: false });
const folder = mkdtempSync(join(tmpdir(), 'migrations-'));

function write(name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, 'migration.sql'), sql);
}

test('two processes that start at once apply each migration once', async () => {
  write('1_first', 'CREATE TABLE a (x int); INSERT INTO a VALUES (1);');
  write('2_second', 'INSERT INTO a VALUES (2);');
  expect(await migrationsPending(database.pool, folder)).toEqual(['1_first', '2_second']);

  const applied = await Promise.all([migrate(database.pool, folder), migrate(database.pool, folder)]);

  expect(applied.flat()).toEqual(['1_first', '2_second']);
  expect((await database.pool.query('SELECT x FROM a ORDER BY x')).rows).toEqual([{ x: 1 }, { x: 2 }]);
  expect(await migrationsPending(database.pool, folder)).toEqual([]);
});

test('a migration that fails changes nothing and can be mended and tried again', async () => {
  write('3_third', 'INSERT INTO a VALUES (3); INSERT INTO nowhere VALUES (1);');

  await expect(migrate(database.pool, folder)).rejects.toThrow(
    'Migration 3_third failed and changed nothing: relation "nowhere" does not exist.',
  );
  expect((await database.pool.query('SELECT count(*)::int AS n FROM a')).rows[0].n).toBe(2);

  write('3_third', 'INSERT INTO a VALUES (3);');
  expect(await migrate(database.pool, folder)).toEqual(['3_third']);
});

test('a migration that was changed after it was applied is refused', async () => {
  write('2_second', 'INSERT INTO a VALUES (20);');

  await expect(migrate(database.pool, folder)).rejects.toThrow('Migration 2_second was changed after');
  write('2_second', 'INSERT INTO a VALUES (2);');
});

test('a migration that began elsewhere and did not finish stops the start', async () => {
  await database.pool.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('x', 'x', '4_by_prisma')`,
  );

  await expect(migrate(database.pool, folder)).rejects.toThrow('Migration 4_by_prisma began earlier');
});
