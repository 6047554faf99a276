// The folder in which everything is kept that is not in the database, and the embedded database itself.
import { chmodSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { startError } from './start-error.ts';

/** Makes the folder if it is missing and tries to write in it; returns its real path. */
export function makeDataFolder(folder: string): string {
  const path = resolve(folder);
  try {
    const first = mkdirSync(path, { recursive: true });
    if (first && process.getuid?.() === 0) letOthersThrough(path, first);
    const probe = join(path, `.probe-${process.pid}`);
    mkdirSync(probe);
    rmSync(probe, { recursive: true });
    return realpathSync(path);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code;
    throw startError(
      `The data folder ${path} cannot be written (${reason}): choose another with DATA_DIR.`,
      error,
    );
  }
}

/** What root makes under a strict umask would be closed to the database's own user. */
function letOthersThrough(path: string, first: string): void {
  for (let each = path; each.length >= first.length; each = dirname(each)) chmodSync(each, 0o711);
}
