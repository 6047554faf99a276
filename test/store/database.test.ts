// The pool that a process holds: what comes out of it, and what happens when a connection breaks.
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';

const { pool, prisma } = await freshDatabase();

test('a day is a day, whatever zone the machine is in', async () => {
  const { rows } = await pool.query(`SELECT DATE '2026-03-01' AS day`);

  expect(rows).toEqual([{ day: '2026-03-01' }]);
});

test('a connection that breaks while it is lent out fails its next query and ends nothing', async () => {
  const borrowed = await pool.connect();
  const { rows } = await borrowed.query('SELECT pg_backend_pid() AS pid');

  await pool.query('SELECT pg_terminate_backend($1)', [rows[0].pid]);
  await sleep(200);

  await expect(borrowed.query('SELECT 1')).rejects.toThrow();
  borrowed.release(true);
  expect(await prisma.setting.count()).toBe(0);
});
