import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Which rooms a room may enter. `start` is everything that lies in bot-server itself (main.ts, ops.ts, config.ts …). */
const mayEnter: Record<string, string[]> = {
  contract: [],
  domain: ['contract'],
  zalo: ['contract'],
  store: ['contract', 'domain'],
  papers: ['contract', 'domain'],
  // Seed data: plain values and how they become rows.
  prisma: ['contract', 'domain'],
  services: ['contract', 'domain', 'store', 'zalo', 'papers', 'prisma'],
  http: ['contract', 'domain', 'services', 'store', 'zalo'],
  chat: ['contract', 'domain', 'services', 'store', 'zalo'],
  jobs: ['contract', 'domain', 'services', 'store', 'zalo'],
  sandbox: [],
  'mini-app': ['contract'],
};
/** Of domain/, what is fit for a browser: pure, no zod, no Node. */
const fitForBrowsers = ['calendar.ts', 'form.ts', 'text.ts'];
/** Every room may know what a verb receives and what the configuration and the log look like. */
const common = ['context.ts', 'config.ts', 'log.ts'];

const filesBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return ['generated', 'www', 'node_modules'].includes(entry.name) ? [] : filesBelow(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });

const importsOf = (path: string): string[] =>
  [...readFileSync(join(root, path), 'utf8').matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(
    (match) => match[1]!,
  );

/** An import as a path from the top, or null where it is a package. */
function target(from: string, specifier: string): string | null {
  if (specifier.startsWith('.')) return relative(root, join(root, dirname(from), specifier));
  const alias = /^#(contract|domain|bot)\/(.+)$/.exec(specifier);
  if (!alias) return null;
  return alias[1] === 'bot' ? `bot-server/${alias[2]}` : `bot-server/${alias[1]}/${alias[2]}`;
}

const roomOf = (path: string): string => {
  const [top, second] = path.split('/');
  if (top !== 'bot-server') return top!;
  return path.split('/').length > 2 ? second! : 'start';
};

describe('rooms', () => {
  const files = [...filesBelow('prisma'), ...filesBelow('bot-server'), ...filesBelow('mini-app')];

  it('import only downwards', () => {
    const wrong = files.flatMap((file) => {
      const room = roomOf(file);
      if (room === 'start' || !(room in mayEnter)) return [];
      return importsOf(file).flatMap((specifier) => {
        const to = target(file, specifier);
        if (to === null || roomOf(to) === room || mayEnter[room]!.includes(roomOf(to))) return [];
        if (
          room !== 'sandbox' &&
          room !== 'contract' &&
          room !== 'domain' &&
          common.includes(to.replace('bot-server/', ''))
        )
          return [];
        if (room === 'mini-app' && fitForBrowsers.some((name) => to === `bot-server/domain/${name}`))
          return [];
        return [`${file} → ${to}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  it('keep zmp-sdk behind the platform, and features apart from each other', () => {
    const feature = (path: string) => /^mini-app\/features\/([^/]+)\//.exec(path)?.[1];
    for (const file of files.filter((path) => path.startsWith('mini-app/'))) {
      for (const specifier of importsOf(file)) {
        if (specifier.startsWith('zmp-sdk')) expect(file).toBe('mini-app/platform/zalo.ts');
        const to = target(file, specifier);
        if (to && feature(file) && feature(to)) expect(feature(to), `${file} → ${to}`).toBe(feature(file));
      }
    }
  });

  it('leave the clock and the process out of the rules', () => {
    for (const file of filesBelow('bot-server/domain'))
      expect(readFileSync(join(root, file), 'utf8'), file).not.toMatch(/Date\.now|new Date\(\)|process\./);
  });
});
