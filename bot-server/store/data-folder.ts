// The folder in which everything is kept that is not in the database, and the embedded database itself.
import { chmodSync, existsSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { startError } from './start-error.ts';

/** Makes the folder if it is missing and tries to write in it; returns its real path. */
export function makeDataFolder(folder: string): string {
  const path = resolve(folder);
  try {
    make(path);
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

/** Step by step, because Node's own recursive mkdir never returns below a folder such as /proc. */
function make(path: string): void {
  if (existsSync(path)) return;
  make(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
    throw error;
  }
  // What root makes under a strict umask would be closed to the database's own user.
  if (process.getuid?.() === 0) chmodSync(path, 0o711);
}
