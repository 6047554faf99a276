// Tiers, offices and places are data of the organisation: no code says them by itself.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const bound = /\bquận\b|phòng Kinh tế|Ba Đình/iu;

/** Comments may explain with an example; what people see may not. */
const withoutComments = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');

const sources = ['bot-server', 'mini-app'].flatMap((room) =>
  readdirSync(`${root}${room}`, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|tsx|html|css|json)$/.test(path) && !/^(www|store\/generated)\//.test(path))
    .map((path) => `${room}/${path}`),
);

test('no source of the server or the mini app names a district, its office or its place', () => {
  const found = sources.filter((path) => bound.test(withoutComments(readFileSync(`${root}${path}`, 'utf8'))));

  expect(sources.length).toBeGreaterThan(50);
  expect(found).toEqual([]);
});
