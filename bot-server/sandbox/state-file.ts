// Keeps the rehearsal over a restart: a small state file written behind the work, and a journal of messages.
import fs from 'node:fs';
import path from 'node:path';

export type Log = (line: object) => void;

/** Writes the whole file or nothing of it, readable by its owner only. */
export function writeWhole(file: string, text: string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  fs.writeFileSync(temporary, text, { mode: 0o600 });
  fs.renameSync(temporary, file);
}

/** The parsed file; undefined when there is none, or when it cannot be read (then it is set aside). */
export function readWhole(file: string, log: Log): Record<string, unknown> | undefined {
  let text: string;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  try {
    const parsed: unknown = JSON.parse(text);
    if (parsed && typeof parsed === 'object' && !Array.isArray(parsed))
      return parsed as Record<string, unknown>;
  } catch {
    // falls through: set aside below
  }
  log({ event: 'sandbox state unreadable, starting anew', file: path.basename(file) });
  fs.renameSync(file, `${file}.unreadable`);
  return undefined;
}

export interface StateFile {
  /** Something changed: write soon. */
  touch(): void;
  flush(): Promise<void>;
}

/** Writes `collect()` some time after the last touch; the bigger the state, the rarer. */
export function createStateFile(file: string, collect: () => object, log: Log): StateFile {
  let timer: NodeJS.Timeout | undefined;
  let took = 0;
  let writing: Promise<void> = Promise.resolve();

  function write(): void {
    timer = undefined;
    const started = performance.now();
    const text = JSON.stringify(collect());
    took = performance.now() - started;
    writing = writing.then(async () => {
      const temporary = `${file}.${process.pid}.tmp`;
      try {
        await fs.promises.mkdir(path.dirname(file), { recursive: true });
        await fs.promises.writeFile(temporary, text, { mode: 0o600 });
        await fs.promises.rename(temporary, file);
      } catch (cause) {
        log({ event: 'sandbox state not written', reason: (cause as Error).message });
      }
    });
  }

  return {
    touch() {
      timer ??= setTimeout(write, Math.max(250, took * 30)).unref();
    },
    async flush() {
      if (timer) {
        clearTimeout(timer);
        write();
      }
      await writing;
    },
  };
}

export interface Journal {
  append(entry: object): void;
  clear(): void;
  close(): void;
}

/**
 * An append-only file, one JSON value a line. A line reaches the operating system before the caller goes on,
 * so that what Zalo "accepted" is still known after the process was killed.
 */
export function openJournal(file: string, onEntry: (entry: unknown) => void, log: Log): Journal {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  let torn = 0;
  let text = '';
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch {
    // a first start
  }
  for (const line of text.split('\n')) {
    if (line === '') continue;
    try {
      onEntry(JSON.parse(line));
    } catch {
      torn += 1;
    }
  }
  if (torn > 0) log({ event: 'sandbox journal lines skipped', lines: torn });
  let open = true;
  const descriptor = fs.openSync(file, 'a', 0o600);
  if (text !== '' && !text.endsWith('\n')) fs.writeSync(descriptor, '\n');
  return {
    append: (entry) => void fs.writeSync(descriptor, `${JSON.stringify(entry)}\n`),
    clear: () => fs.ftruncateSync(descriptor, 0),
    close() {
      if (open) fs.closeSync(descriptor);
      open = false;
    },
  };
}
