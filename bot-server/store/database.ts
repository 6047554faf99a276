// Opens PostgreSQL for a process: one pool, used by Prisma and by the few statements written by hand.
import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './generated/client.ts';
import { startError } from './start-error.ts';

export type Database = {
  prisma: PrismaClient;
  pool: pg.Pool;
  close(): Promise<void>;
};

export type DatabaseOptions = {
  connections: number;
  /** What this process does, as it shows in pg_stat_activity: web, worker, ops … */
  name: string;
  /** Told of a connection that broke while idle; the next query opens a new one. */
  onLost?: (error: Error) => void;
};

const closingPatience = 3_000;
const ours = 'sang-kien';
const thisProcess = randomBytes(4).toString('hex');

/**
 * The application name of every connection of this process. The part in the middle tells one process from
 * another, so that the last one out can tell that it is the last (see embedded.ts).
 */
export function applicationName(name: string): string {
  return `${processPrefix}${name}`;
}
export const anyProcessPrefix = `${ours}:`;
export const processPrefix = `${ours}:${thisProcess}:`;

/** Connects once before it returns, so that a wrong address is told at start and in one sentence. */
export async function openDatabase(url: string, options: DatabaseOptions): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: parsed(url).toString(),
    application_name: applicationName(options.name),
    max: options.connections,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    types: { getTypeParser: typeParser },
  });
  pool.on('error', (error) => options.onLost?.(error));
  // A connection that breaks while it is lent out says so to its borrower, by a query that fails or a listener of his
  // own; without any listener Node would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    await pool.query('SELECT 1');
  } catch (error) {
    await pool.end();
    throw startError(sentenceFor(error, url), error);
  }
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: (query) => statementName(query.sql) }),
  });
  return {
    prisma,
    pool,
    async close() {
      await prisma.$disconnect();
      // Waits for what is lent out, but not forever: a connection that was never given back must not keep us here.
      await Promise.race([pool.end(), sleep(closingPatience, undefined, { ref: false })]);
    },
  };
}

/** A stable name per text lets PostgreSQL parse and plan a statement once per connection. */
function statementName(sql: string): string {
  return `s${createHash('sha1').update(sql).digest('base64url')}`;
}

/** A DATE is a day, not an instant: pg would make it midnight in the zone of this machine. */
function typeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (oid === pg.types.builtins.DATE && format !== 'binary') return (value) => value;
  if (oid === pg.types.builtins.TIMESTAMPTZ && format !== 'binary') return readInstant;
  return pg.types.getTypeParser(oid, 'text');
}

/** "2026-11-24 20:05:00.123+00": as ISO text it is read four times as fast as by pg's own reader, and lists are full of it. */
function readInstant(value: string): unknown {
  const ordinary = value.length >= 22 && value.length <= 29 && value[10] === ' ' && value.at(-3) === '+';
  if (ordinary) return new Date(`${value.slice(0, 10)}T${value.slice(11)}:00`);
  return pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ, 'text')(value);
}

function parsed(url: string): URL {
  try {
    const address = new URL(url);
    if (/^postgres(ql)?:$/.test(address.protocol)) return address;
  } catch {}
  throw startError('DATABASE_URL must look like postgresql://user:password@host:5432/database.');
}

/** Says what is wrong with the address, naming it without its password. */
function sentenceFor(error: unknown, url: string): string {
  const { hostname, port, pathname, username } = parsed(url);
  const where = `${hostname}:${port || '5432'}`;
  const { code = '', message = '' } = deepest(error) as { code?: string; message?: string };
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `DATABASE_URL names the host ${hostname}, which cannot be found.`;
  if (code === 'ECONNREFUSED') return `No PostgreSQL answers at ${where} (DATABASE_URL).`;
  if (code === '28P01' || code === '28000')
    return `PostgreSQL at ${where} does not accept the user ${username} with the password in DATABASE_URL.`;
  if (code === '3D000')
    return `PostgreSQL at ${where} has no database named ${pathname.slice(1)} (DATABASE_URL).`;
  if (code === '53300') return `PostgreSQL at ${where} has no free connection left.`;
  return `The database at ${where} (DATABASE_URL) cannot be used: ${message}.`;
}

/** Node reports a host with several addresses as an AggregateError around the real ones. */
function deepest(error: unknown): unknown {
  return error instanceof AggregateError ? error.errors[0] : error;
}
