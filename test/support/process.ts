// Runs a TypeScript program of ours as a process of its own, as an operator would.
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Nothing of the machine's own configuration may reach the programs under test. */
const surroundings = { PATH: process.env.PATH, HOME: process.env.HOME, LOG_LEVEL: 'warn' };

export type Ended = { code: number | null; out: string; err: string };

export type Running = {
  pid: number;
  /** What it has written to standard output so far. */
  out(): string;
  /** Resolves with the match once standard output has it. */
  says(pattern: RegExp): Promise<RegExpMatchArray>;
  kill(signal: NodeJS.Signals): Promise<Ended>;
  ended: Promise<Ended>;
};

export function startProgram(file: string, args: string[] = [], env: Record<string, string> = {}): Running {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    cwd: root,
    env: { ...surroundings, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    err += chunk;
  });
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, out, err })));
  return {
    pid: child.pid!,
    out: () => out,
    says: (pattern) =>
      waitFor(
        () => out.match(pattern) ?? undefined,
        ended,
        () => `${out}${err}`,
      ),
    kill(signal) {
      child.kill(signal);
      return ended;
    },
    ended,
  };
}

export function runProgram(
  file: string,
  args: string[] = [],
  env: Record<string, string> = {},
): Promise<Ended> {
  return startProgram(file, args, env).ended;
}

async function waitFor<T>(look: () => T | undefined, ended: Promise<Ended>, said: () => string): Promise<T> {
  let over = false;
  ended.then(() => {
    over = true;
  });
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    if (over) throw new Error(`It ended without saying so:\n${said()}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
