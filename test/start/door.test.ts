// The listening socket before, during and after the application.
import { expect, test } from 'vitest';
import { openDoor } from '#bot/http/door.ts';

const at = (port: number, path: string) => fetch(`http://127.0.0.1:${port}${path}`);

test('while the program starts it lives but is not ready', async () => {
  const door = await openDoor('127.0.0.1', 0);

  expect((await at(door.port, '/healthz')).status).toBe(200);
  expect((await at(door.port, '/readyz')).status).toBe(503);
  await door.close(1_000);
});

test('a request under way is finished, and a new one is not taken', async () => {
  const door = await openDoor('127.0.0.1', 0);
  door.serve((_request, response) => void setTimeout(() => response.end('done'), 300));
  const underWay = at(door.port, '/');
  await new Promise((resolve) => setTimeout(resolve, 50));

  const closed = door.close(5_000);

  await expect(at(door.port, '/')).rejects.toThrow();
  expect(await (await underWay).text()).toBe('done');
  await closed;
});

test('a request that never ends is cut off when patience ends', async () => {
  const door = await openDoor('127.0.0.1', 0);
  door.serve(() => {});
  const underWay = at(door.port, '/').catch(() => 'cut off');
  await new Promise((resolve) => setTimeout(resolve, 50));

  await door.close(200);

  expect(await underWay).toBe('cut off');
});

test('a port that is taken is told in a sentence', async () => {
  const door = await openDoor('127.0.0.1', 0);

  await expect(openDoor('127.0.0.1', door.port)).rejects.toThrow(
    `Port ${door.port} at 127.0.0.1 is taken by another program: choose another with PORT.`,
  );
  await door.close(1_000);
});
