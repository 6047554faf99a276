// Operator's commands: `npm run -s ops -- <verb>`. Standard output carries only the answer, logs go to standard error.
// Each verb's work is a service; this file says what there is, reads the flags and opens what a verb needs.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Logger } from 'pino';
import { type Config, readConfig } from './config.ts';
import { createLog } from './log.ts';
import { migrate, migrationsPending } from './store/migrate.ts';
import { openStore, type Store } from './store/open.ts';
import { isStartError } from './store/start-error.ts';

type Flag = { type: 'string' | 'boolean'; value?: string; help: string; required?: boolean };
type Values = Record<string, string | boolean | undefined>;
type Surroundings = { config: Config; log: Logger; openStore(): Promise<Store> };
/** What is printed: text as it is, anything else as one line of JSON. `exit` is 0 unless said otherwise. */
type Answer = { print?: string | object; exit?: number };
type Verb = {
  summary: string;
  flags: Record<string, Flag>;
  run(values: Values, surroundings: Surroundings): Promise<Answer>;
};

const verbs: Record<string, Verb> = {
  migrate: {
    summary: 'Bring the database up to date.',
    flags: {},
    async run(_values, { openStore }) {
      const store = await openStore();
      return { print: { applied: await migrate(store.pool) } };
    },
  },
  health: {
    summary: 'Say whether the database can be reached and is up to date; exit 1 if not.',
    flags: {},
    async run(_values, { openStore }) {
      const store = await openStore();
      const pending = await migrationsPending(store.pool);
      return { print: { database: 'reachable', pending }, exit: pending.length === 0 ? 0 : 1 };
    },
  },
};

process.exitCode = await main(process.argv.slice(2));

async function main([name, ...rest]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === 'help')
    return say(helpForAll(), name === undefined ? 2 : 0);
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (!verb) return refuse(`There is no verb "${name}": --help lists them.`);
  if (rest.includes('--help')) return say(helpFor(name, verb), 0);

  let values: Values;
  try {
    values = parseArgs({ args: rest, options: verb.flags, strict: true }).values;
  } catch (error) {
    const [sentence] = (error as Error).message.split(/\.\s/);
    return refuse(`${sentence}: "${name} --help" says what there is.`);
  }
  const lacking = Object.entries(verb.flags).filter(
    ([flag, { required }]) => required && values[flag] === undefined,
  );
  if (lacking.length > 0)
    return refuse(`${name} needs ${lacking.map(([flag]) => `--${flag}`).join(' and ')}.`);
  return perform(verb, values);
}

/** Opens what the verb asks for, and closes it whatever happens. */
async function perform(verb: Verb, values: Values): Promise<number> {
  let store: Store | undefined;
  let log = createLog('info', process.stderr);
  try {
    const root = fileURLToPath(new URL('..', import.meta.url));
    if (existsSync(`${root}.env`)) process.loadEnvFile(`${root}.env`);
    const config = readConfig(process.env);
    log = createLog(config.logLevel, process.stderr);
    const open = async () => {
      const onLost = (error: Error) => log.warn({ err: error }, 'a database connection was lost');
      store ??= await openStore(config, { connections: config.sendConnections + 4, name: 'ops', onLost });
      return store;
    };
    const { print, exit = 0 } = await verb.run(values, { config, log, openStore: open });
    if (print !== undefined) say(typeof print === 'string' ? print : JSON.stringify(print), exit);
    return exit;
  } catch (error) {
    if (isStartError(error)) process.stderr.write(`${error.message}\n`);
    else log.fatal({ err: error }, 'the command failed');
    return 1;
  } finally {
    await store?.close();
  }
}

function helpForAll(): string {
  const width = Math.max(...Object.keys(verbs).map((name) => name.length));
  const lines = Object.entries(verbs).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return [
    'npm run -s ops -- <verb> [flags]',
    '',
    ...lines,
    '',
    '<verb> --help says more about one of them.',
  ].join('\n');
}

function helpFor(name: string, { summary, flags }: Verb): string {
  const shown = Object.entries(flags).map(([flag, { value, help, required }]) => ({
    left: `--${flag}${value ? ` ${value}` : ''}`,
    right: `${help}${required ? ' (required)' : ''}`,
  }));
  const width = Math.max(0, ...shown.map(({ left }) => left.length));
  const lines = shown.map(({ left, right }) => `  ${left.padEnd(width)}  ${right}`);
  return [`npm run -s ops -- ${name}${lines.length ? ' [flags]' : ''}`, '', summary, ...lines].join('\n');
}

function say(text: string, exit: number): number {
  process.stdout.write(`${text}\n`);
  return exit;
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 2;
}
