// A storm of webhooks over a server that dies in the middle: what was answered 200 is acted on exactly once.
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { readConfig } from '#bot/config.ts';
import { initYear } from '#bot/services/setup.ts';
import { freshDatabase } from '../support/database.ts';
import { type Running, startProgram } from '../support/process.ts';
import { allHandled, send, storm, surroundings } from '../support/storm.ts';

const db = await freshDatabase();
vi.setConfig({ testTimeout: 90_000 });

test('ten in a hundred come twice, five are forged, the server is killed: each is acted on once', async () => {
  const env = surroundings(db.url, await freePort());
  await initYear({ config: readConfig(env), db: db.prisma, now: new Date() }, 'district-2023');
  const start = () => startProgram('test/support/webhook-process.ts', [], env);
  let server: Running = start();
  await server.says(/ready/);
  const given = storm(300);

  const sending = send(`http://127.0.0.1:${env.PORT}`, given, 16);
  for (let kill = 0; kill < 2; kill += 1) {
    await sleep(200);
    await server.kill('SIGKILL');
    server = start();
    await server.says(/ready/);
  }
  const answers = await sending;
  const deeds = await allHandled(db, given, 40_000);
  await server.kill('SIGKILL');

  expect(answers.wrong).toBe(0);
  expect(answers.right).toBe(given.groups.flat().length);
  expect(deeds).toEqual({
    remembered: given.events,
    handled: given.events,
    answeredOnce: given.answered.length,
    answeredOtherwise: 0,
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
