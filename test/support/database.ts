// A clean, migrated database for a test file.
import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { type Database, openDatabase } from '#bot/store/database.ts';
import { databaseUrl } from './server.ts';

export type TestDatabase = Database & { url: string };

/**
 * Call it at the top of a test file: `const db = await freshDatabase();`. The database is dropped after the last test
 * of the file. `migrated: false` gives an empty one.
 */
export async function freshDatabase({ migrated = true, connections = 5 } = {}): Promise<TestDatabase> {
  const server = inject('server');
  const name = `test_${Date.now()}_${randomBytes(4).toString('hex')}`;
  await asServer(server.url, `CREATE DATABASE ${name} TEMPLATE ${migrated ? server.template : 'template0'}`);
  const url = databaseUrl(server.url, name);
  const database = await openDatabase(url, { connections, name: 'test' });
  afterAll(async () => {
    await database.close();
    await asServer(server.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });
  return { ...database, url };
}

async function asServer(url: string, sql: string): Promise<void> {
  const server = await openDatabase(url, { connections: 1, name: 'test' });
  await server.pool.query(sql);
  await server.close();
}
