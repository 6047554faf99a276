// One PostgreSQL for a whole test run, with a template database that was migrated once.
// The server's folder outlives the run, so that the next run starts in a moment; runs side by side share it.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '#bot/store/database.ts';
import { startEmbedded } from '#bot/store/embedded.ts';
import { migrate } from '#bot/store/migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of the server's own database, and the name of the migrated template. */
    server: { url: string; template: string };
  }
}

const migrations = new URL('../../prisma/migrations/', import.meta.url).pathname;
const anHour = 3_600_000;

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const embedded = await startEmbedded(join(tmpdir(), `sang-kien-test-${userInfo().uid}`));
  const server = await openDatabase(embedded.url, { connections: 1, name: 'test' });
  const template = `migrated_${hashOfMigrations()}`;

  // A test run may lose its data; waiting for the disk would only make it slow.
  await server.pool.query('ALTER SYSTEM SET fsync = off');
  await server.pool.query('ALTER SYSTEM SET synchronous_commit = off');
  await server.pool.query('SELECT pg_reload_conf()');
  await server.pool.query('SELECT pg_advisory_lock(1)');
  const { rows } = await server.pool.query<{ name: string }>('SELECT datname AS name FROM pg_database');
  for (const { name } of rows) {
    const [, madeAt] = name.match(/^test_(\d+)_/) ?? [];
    if (madeAt && Number(madeAt) < Date.now() - anHour) {
      await server.pool.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    }
  }
  if (!rows.some(({ name }) => name === template)) await makeTemplate(server.pool, embedded.url, template);
  await server.pool.query('SELECT pg_advisory_unlock(1)');

  project.provide('server', { url: embedded.url, template });
  return async () => {
    await server.close();
    await embedded.stop();
  };
}

/** Made under another name first: a run that is killed half way leaves no half template. */
async function makeTemplate(pool: { query(sql: string): Promise<unknown> }, url: string, template: string) {
  const draft = `test_${Date.now()}_template`;
  await pool.query(`CREATE DATABASE ${draft}`);
  const database = await openDatabase(databaseUrl(url, draft), { connections: 1, name: 'test' });
  await migrate(database.pool);
  await database.close();
  await pool.query(`ALTER DATABASE ${draft} RENAME TO ${template}`);
}

export function databaseUrl(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.toString();
}

function hashOfMigrations(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(migrations).sort()) {
    if (!name.includes('.')) hash.update(readFileSync(join(migrations, name, 'migration.sql')));
  }
  return hash.digest('hex').slice(0, 12);
}
