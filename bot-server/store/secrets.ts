// Secrets of a rehearsal: made once, kept in the data folder, the same for every process and after every restart.
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDataFolder } from './data-folder.ts';
import { startError } from './start-error.ts';

/**
 * Reads each secret from a file of its own, made on first use. The file appears whole and exclusively, so two
 * processes that start at once agree.
 */
export function keptSecrets<Name extends string>(
  dataDir: string,
  makers: Record<Name, () => string>,
): Record<Name, string> {
  const folder = join(makeDataFolder(dataDir), 'secrets');
  try {
    mkdirSync(folder, { mode: 0o700, recursive: true });
    const entries = Object.entries<() => string>(makers).map(([name, make]) => [
      name,
      kept(join(folder, name), make),
    ]);
    return Object.fromEntries(entries);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code;
    throw startError(
      `The secrets in ${folder} cannot be read or written (${reason}): start as the user who made them, or choose another DATA_DIR.`,
      error,
    );
  }
}

function kept(file: string, make: () => string): string {
  const aside = `${file}.${process.pid}`;
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  writeFileSync(aside, make(), { mode: 0o600 });
  try {
    linkSync(aside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
  return readFileSync(file, 'utf8');
}
