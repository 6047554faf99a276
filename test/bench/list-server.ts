// One of the two servers that the line `list` compares, in a process of its own: the product's application, or a bare route.
import express from 'express';
import pg from 'pg';
import { composeApp } from '#bot/compose.ts';
import { readConfig } from '#bot/config.ts';
import { createApp } from '#bot/http/app.ts';
import { openDoor } from '#bot/http/door.ts';
import type { Limits } from '#bot/http/limits.ts';
import { createLog } from '#bot/log.ts';
import { issueSession } from '#bot/services/session.ts';
import { openDatabase } from '#bot/store/database.ts';

const { KIND, DATABASE = '', PERSON = '' } = process.env;
const connections = 10;
/** Nobody calls Zalo here; the application only wants to be whole. */
const settings = {
  ZALO_APP_ID: '1',
  ZALO_APP_SECRET: 'secret-for-measuring',
  ZALO_OA_ID: '2',
  ZALO_OA_SECRET_KEY: 'secret-for-measuring',
  SESSION_SECRET: 'a-secret-only-for-measuring-the-list',
  ENCRYPTION_KEY: '0'.repeat(64),
};
const noLimits: Limits = { perAddress: (_request, _response, next) => next(), perPerson: () => undefined };

const door = await openDoor('127.0.0.1', 0);
if (KIND === 'bare') {
  const pool = new pg.Pool({ connectionString: DATABASE, max: connections });
  const server = express();
  server.get('/list', async (_request, response) => {
    const { rows } = await pool.query({
      name: 'list',
      text: `SELECT i.id, i.code, i.title, i.author_names, i.submitted_at, i.updated_at, i.state, i.state_since, i.due_at,
                    i.state_reason, u.name AS unit_name, r.name AS round_name, r.closes_at
               FROM initiative i LEFT JOIN unit u ON u.id = i.unit_id LEFT JOIN round r ON r.id = i.round_id
              WHERE i.submitted_at IS NOT NULL AND i.state <> 'draft'
              ORDER BY i.submitted_at DESC, i.id DESC LIMIT 31`,
    });
    response.json(rows);
  });
  door.serve(server);
  process.send?.({ url: `http://127.0.0.1:${door.port}/list` });
} else {
  const database = await openDatabase(DATABASE, { connections, name: 'bench' });
  const { prisma, pool } = database;
  // The log is written as it is in use, to where nobody reads it.
  const app = composeApp({
    config: readConfig(settings),
    prisma,
    pool,
    log: createLog('info'),
    clock: () => new Date(),
  });
  door.serve(createApp({ app, isReady: async () => true, miniAppFolder: '', limits: noLimits }));
  const { token } = await issueSession(app, { id: PERSON, sessionEpoch: 0 }, app.clock());
  process.send?.({ url: `http://127.0.0.1:${door.port}/api/desk/initiatives`, token });
}
process.on('disconnect', () => process.exit(0));
