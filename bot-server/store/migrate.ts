// Applies prisma/migrations at start-up without Prisma's command line, in the table and with the lock that it uses,
// so that `prisma migrate status` and `deploy` agree with what they find.
import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { startError } from './start-error.ts';

type Migration = { name: string; sql: string; checksum: string };
type Applied = { migration_name: string; checksum: string; finished_at: Date | null };

const prismasLock = 72707369;
const ownMigrations = fileURLToPath(new URL('../../prisma/migrations/', import.meta.url));

/** Brings the database up to date; several processes may call it at once. Returns the names just applied. */
export async function migrate(pool: pg.Pool, folder = ownMigrations): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [prismasLock]);
    await client.query(prismasTable);
    const pending = await pendingOf(client, folder);
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    // Closing the connection gives the lock back, also after a migration that left it in a failed state.
    client.release(true);
  }
}

/** The names of the migrations that this version brings and the database does not have. */
export async function migrationsPending(pool: pg.Pool, folder = ownMigrations): Promise<string[]> {
  const { rows } = await pool.query(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists`);
  if (!rows[0].exists) return (await readMigrations(folder)).map(({ name }) => name);
  return (await pendingOf(pool, folder)).map(({ name }) => name);
}

async function pendingOf(db: pg.Pool | pg.PoolClient, folder: string): Promise<Migration[]> {
  const { rows } = await db.query<Applied>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  const applied = new Map(rows.map((row) => [row.migration_name, row]));
  for (const { migration_name: name, finished_at } of rows) {
    if (finished_at) continue;
    throw startError(
      `Migration ${name} began earlier and did not finish: mend the database, then mark it with "prisma migrate resolve".`,
    );
  }
  return (await readMigrations(folder)).filter(({ name, checksum }) => {
    const row = applied.get(name);
    if (row && row.checksum !== checksum) {
      throw startError(
        `Migration ${name} was changed after this database had applied it: restore the file and write a new migration.`,
      );
    }
    return !row;
  });
}

/** The statements and the row that says they are done are one transaction: a crash in between leaves neither. */
async function apply(client: pg.PoolClient, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (error) {
    throw startError(`Migration ${name} failed and changed nothing: ${(error as Error).message}.`, error);
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const bytes = await readFile(join(folder, name, 'migration.sql'));
      return {
        name,
        sql: bytes.toString('utf8'),
        checksum: createHash('sha256').update(bytes).digest('hex'),
      };
    }),
  );
}

const prismasTable = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id                  VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum            VARCHAR(64) NOT NULL,
  finished_at         TIMESTAMPTZ,
  migration_name      VARCHAR(255) NOT NULL,
  logs                TEXT,
  rolled_back_at      TIMESTAMPTZ,
  started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;
