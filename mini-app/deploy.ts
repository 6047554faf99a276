/** `npm run deploy:mini-app`: builds the mini app with our server's address in it and hands it to Zalo's own tool.
 *  What follows `--` goes to that tool: `-t` for a numbered test version, `-m "…"` for its description. */

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const folder = fileURLToPath(new URL('.', import.meta.url));
/** Zalo's tool, pinned; it is fetched when needed, because it cannot be a dependency everywhere. */
const tool = 'zmp-cli@4.0.3';

/** Why this address cannot be built into the app, or null. */
export function whyNot(publicUrl: string | undefined): string | null {
  if (publicUrl === undefined || publicUrl === '') return 'PUBLIC_URL is not set.';
  let url: URL;
  try {
    url = new URL(publicUrl);
  } catch {
    return `PUBLIC_URL is not an address: ${publicUrl}`;
  }
  if (url.protocol !== 'https:')
    return `PUBLIC_URL must begin with https://, because Zalo calls nothing else: ${publicUrl}`;
  return null;
}

/** Builds into `outDir` with the server's address inside. */
export async function buildForZalo(publicUrl: string, outDir = `${folder}www`): Promise<void> {
  process.env.VITE_API_URL = publicUrl;
  await build({ configFile: `${folder}vite.config.ts`, build: { outDir } });
}

/** -p: no questions · -e: our own build, not one of the tool's templates. It finds `www/app-config.json` by itself. */
function handOver(args: string[]): number {
  const done = spawnSync('npx', ['--yes', tool, 'deploy', '-p', '-e', '-o', 'www', ...args], {
    cwd: folder,
    stdio: 'inherit',
    env: { ...process.env, APP_ID: process.env.APP_ID ?? process.env.ZALO_MINI_APP_ID },
  });
  return done.status ?? 1;
}

async function main(): Promise<number> {
  const publicUrl = process.env.PUBLIC_URL;
  const refusal = whyNot(publicUrl);
  if (publicUrl === undefined || refusal !== null) {
    process.stderr.write(
      `${refusal}\nExample: PUBLIC_URL=https://sangkien.example.vn npm run deploy:mini-app -- -t\n`,
    );
    return 1;
  }
  await buildForZalo(publicUrl);
  return handOver(process.argv.slice(2));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main();
