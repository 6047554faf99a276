// The environment, parsed once: every variable, its default, and what is refused at start in plain words.
import { randomBytes, randomInt } from 'node:crypto';
import { z } from 'zod';
import { keptSecrets } from './store/secrets.ts';
import { startError } from './store/start-error.ts';

const text = z.string().optional();
const address = z.url({
  protocol: /^https?$/,
  error: 'must be an address that begins with http:// or https://',
});
const whole = (from: number, to: number) =>
  z.coerce
    .number({ error: `must be a whole number from ${from} to ${to}` })
    .int()
    .min(from)
    .max(to);
const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const environment = z.object({
  PORT: whole(0, 65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: address.optional(),
  TRUST_PROXY: text,
  DATABASE_URL: text,
  DATA_DIR: z.string().default('./data'),
  ROLE: z.enum(['all', 'web', 'worker']).default('all'),
  SANDBOX: z.enum(['auto', 'on', 'off']).default('auto'),
  SESSION_SECRET: z.string().min(32, 'must have 32 characters or more').optional(),
  ENCRYPTION_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'must be 64 hex digits')
    .optional(),
  FORMER_ENCRYPTION_KEYS: z
    .string()
    .regex(/^[0-9a-f]{64}(\s*,\s*[0-9a-f]{64})*$/i, 'must be keys of 64 hex digits, parted by commas')
    .optional(),
  LOG_LEVEL: z.enum(levels).default('info'),
  CONTACT_PHONE: text,
  CONTACT_ADDRESS: text,
  SEND_RATE_PER_MINUTE: whole(1, 1_000_000_000).default(4000),
  SEND_CONNECTIONS: whole(1, 1_000).default(32),
  ZALO_APP_ID: text,
  ZALO_APP_SECRET: text,
  ZALO_OA_ID: text,
  ZALO_OA_SECRET_KEY: text,
  ZALO_MINI_APP_ID: text,
  ZALO_MINI_APP_API_KEY: text,
  ZALO_SITE_VERIFICATION: text,
  ZALO_OA_CODE_VERIFIER: z
    .string()
    .regex(/^[\w.~-]{43,128}$/, 'must have 43 to 128 letters and digits')
    .optional(),
  ZALO_OAUTH_URL: address.optional(),
  ZALO_OPENAPI_URL: address.optional(),
  ZALO_BUSINESS_URL: address.optional(),
  ZALO_GRAPH_URL: address.optional(),
  ZALO_MINI_APP_API_URL: address.optional(),
});

type Environment = z.infer<typeof environment>;

/** Values that a command may need and the environment may lack. */
const secretNames = [
  'SESSION_SECRET',
  'ENCRYPTION_KEY',
  'ZALO_APP_ID',
  'ZALO_APP_SECRET',
  'ZALO_OA_ID',
  'ZALO_OA_SECRET_KEY',
  'ZALO_MINI_APP_ID',
  'ZALO_MINI_APP_API_KEY',
] as const;
export type SecretName = (typeof secretNames)[number];

export type Config = {
  port: number;
  host: string;
  /** The address people use, without a slash at its end. */
  publicUrl: string;
  /** As Express takes it: a number of proxies, or their addresses. */
  trustProxy: number | string | false;
  databaseUrl: string | undefined;
  dataDir: string;
  role: Environment['ROLE'];
  /** A rehearsal against a Zalo of our own. */
  sandbox: boolean;
  logLevel: Environment['LOG_LEVEL'];
  contact: { phone: string | undefined; address: string | undefined };
  sendRatePerMinute: number;
  sendConnections: number;
  siteVerification: string | undefined;
  /** Only where Zalo's console holds a fixed code challenge; otherwise each connection has its own. */
  oaCodeVerifier: string | undefined;
  /** Keys that sealed Zalo's tokens before ENCRYPTION_KEY; they only open. */
  formerKeys: string[];
  /** Base addresses; each may carry a path to which Zalo's own path is appended. */
  zalo: { oauth: string; openapi: string; business: string; graph: string; miniApp: string };
  /** Read them through `requireFor`, which says what is lacking. */
  given: Partial<Record<SecretName, string>>;
};

const realZalo = {
  oauth: 'https://oauth.zaloapp.com',
  openapi: 'https://openapi.zalo.me',
  business: 'https://business.openapi.zalo.me',
  graph: 'https://graph.zalo.me',
  miniApp: 'https://openapi.mini.zalo.me',
};

/** In a rehearsal this makes or reads the secrets kept in the data folder; otherwise it touches nothing. */
export function readConfig(variables: Record<string, string | undefined>): Config {
  const env = parse(variables);
  const sandbox = decideSandbox(env);
  const ownUrl = `http://${bracketed(env.HOST)}:${env.PORT}`;
  const publicUrl = withoutSlash(env.PUBLIC_URL ?? ownUrl);
  const zalo = sandbox ? sandboxAddresses(env, publicUrl) : realZalo;
  const given = Object.fromEntries(secretNames.map((name) => [name, env[name]]).filter(([, value]) => value));
  return {
    port: env.PORT,
    host: env.HOST,
    publicUrl,
    trustProxy: trustProxy(env.TRUST_PROXY),
    databaseUrl: env.DATABASE_URL,
    dataDir: env.DATA_DIR,
    role: env.ROLE,
    sandbox,
    logLevel: env.LOG_LEVEL,
    contact: { phone: env.CONTACT_PHONE, address: env.CONTACT_ADDRESS },
    sendRatePerMinute: env.SEND_RATE_PER_MINUTE,
    sendConnections: env.SEND_CONNECTIONS,
    siteVerification: env.ZALO_SITE_VERIFICATION,
    oaCodeVerifier: env.ZALO_OA_CODE_VERIFIER,
    formerKeys: env.FORMER_ENCRYPTION_KEYS?.split(/\s*,\s*/) ?? [],
    zalo: {
      oauth: withoutSlash(env.ZALO_OAUTH_URL ?? zalo.oauth),
      openapi: withoutSlash(env.ZALO_OPENAPI_URL ?? zalo.openapi),
      business: withoutSlash(env.ZALO_BUSINESS_URL ?? zalo.business),
      graph: withoutSlash(env.ZALO_GRAPH_URL ?? zalo.graph),
      miniApp: withoutSlash(env.ZALO_MINI_APP_API_URL ?? zalo.miniApp),
    },
    given: sandbox ? { ...keptSecrets(env.DATA_DIR, rehearsalSecrets), ...given } : given,
  };
}

/** The values that a command needs; throws one sentence naming those that are not set. */
export function requireFor<Name extends SecretName>(config: Config, names: Name[]): Record<Name, string> {
  const lacking = names.filter((name) => !config.given[name]);
  if (lacking.length > 0) {
    const rehearse =
      config.sandbox || config.given.ZALO_APP_SECRET ? '' : ', or start a rehearsal with SANDBOX=on';
    throw startError(`Set ${lacking.join(', ')} (see .env.example)${rehearse}.`);
  }
  return Object.fromEntries(names.map((name) => [name, config.given[name]])) as Record<Name, string>;
}

/** A variable that is set to nothing is not set. */
function parse(variables: Record<string, string | undefined>): Environment {
  const set = Object.entries(variables).filter(([, value]) => value !== undefined && value.trim() !== '');
  const result = environment.safeParse(Object.fromEntries(set.map(([name, value]) => [name, value?.trim()])));
  if (result.success) return result.data;
  const sentences = result.error.issues.map((issue) => `${String(issue.path[0])} ${demand(issue)}.`);
  throw startError([...new Set(sentences)].join(' '));
}

function demand(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value')
    return `must be ${issue.values.join(', ').replace(/, (\w+)$/, ' or $1')}`;
  if (issue.code === 'too_big' && issue.origin !== 'string') return `must be ${issue.maximum} or less`;
  if (issue.code === 'too_small' && issue.origin !== 'string') return `must be ${issue.minimum} or more`;
  return issue.message.startsWith('must') ? issue.message : 'must be a whole number';
}

function decideSandbox(env: Environment): boolean {
  if (env.SANDBOX === 'off') return false;
  if (env.SANDBOX === 'on' && env.ZALO_APP_SECRET) {
    throw startError('SANDBOX=on is refused together with a real ZALO_APP_SECRET: remove one of the two.');
  }
  if (env.ZALO_APP_SECRET) return false;
  if (env.SANDBOX === 'auto' && !isLoopback(env.HOST)) {
    throw startError(
      `Without ZALO_APP_SECRET this would be a rehearsal that other machines can reach at ${env.HOST}: ` +
        'write SANDBOX=on if that is wanted, or set the real credentials.',
    );
  }
  return true;
}

/**
 * Where this process reaches the sandbox. A worker has only the public address; the process that serves the sandbox
 * uses its own, so that a rehearsal shown through a tunnel still speaks to itself.
 */
function sandboxAddresses(env: Environment, publicUrl: string): Config['zalo'] {
  const own = `http://${isAnyAddress(env.HOST) ? '127.0.0.1' : bracketed(env.HOST)}:${env.PORT}`;
  const base = `${env.ROLE === 'worker' ? publicUrl : own}/sandbox`;
  return {
    oauth: `${base}/oauth`,
    openapi: `${base}/openapi`,
    business: `${base}/business`,
    graph: `${base}/graph`,
    miniApp: `${base}/mini`,
  };
}

/** Ids as Zalo writes them: long numbers, in text. */
const rehearsalSecrets: Record<SecretName, () => string> = {
  SESSION_SECRET: () => randomBytes(32).toString('base64url'),
  ENCRYPTION_KEY: () => randomBytes(32).toString('hex'),
  ZALO_APP_ID: inventedId,
  ZALO_APP_SECRET: inventedSecret,
  ZALO_OA_ID: inventedId,
  ZALO_OA_SECRET_KEY: inventedSecret,
  ZALO_MINI_APP_ID: inventedId,
  ZALO_MINI_APP_API_KEY: inventedSecret,
};

function inventedId(): string {
  return `${randomInt(1, 10)}${Array.from({ length: 18 }, () => randomInt(10)).join('')}`;
}

function inventedSecret(): string {
  return randomBytes(15).toString('base64url');
}

function trustProxy(value: string | undefined): Config['trustProxy'] {
  if (value === undefined || value === 'false') return false;
  if (value === 'true') {
    throw startError(
      'TRUST_PROXY must be the number of proxies in front, or their addresses: "true" would believe anybody.',
    );
  }
  return /^\d+$/.test(value) ? Number(value) : value;
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}

function isAnyAddress(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
