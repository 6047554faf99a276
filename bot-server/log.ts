// The log: one JSON line per event. Personal data and secrets have no place in it; what is written by mistake under a
// well-known name is blacked out, and of an error only its kind, code, words and stack are written.
import { type DestinationStream, type Logger, pino } from 'pino';

const secret = [
  ...[
    'authorization',
    'cookie',
    'password',
    'token',
    'accessToken',
    'access_token',
    'refreshToken',
    'refresh_token',
  ],
  ...['appSecret', 'appsecret_proof', 'secretKey', 'secret_key', 'apiKey'],
];
const personal = ['name', 'displayName', 'display_name', 'phone', 'text', 'body', 'form', 'payload'];

/** Standard output, written beside the work: a line a request must not stop the requests. What is left is written at exit. */
const beside = () => pino.destination({ dest: 1, sync: false });

/** Servers write to standard output; commands to standard error, so that their answer stands alone. */
export function createLog(level: string, output: DestinationStream = beside()): Logger {
  const names = [...secret, ...personal];
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: names.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '…' },
      serializers: { err: describeError },
    },
    output,
  );
}

/** Errors of libraries carry whole requests and rows with them (axios: headers with tokens, pg: the row's values). */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, cause } = error as Error & { code?: unknown };
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    message: withoutValues(error.message),
    // The stack begins with the message, so only its places are kept.
    stack: error.stack?.match(/^ +at .*$/gm)?.join('\n'),
    ...(cause === undefined ? {} : { cause: describeError(cause) }),
  };
}

/** Prisma repeats the query before it says what is wrong with it; PostgreSQL quotes the value that it could not read. */
function withoutValues(message: string): string {
  const [last = ''] = message.split('\n\n').slice(-1);
  return last.trim().replace(/: "(?:[^"\\]|\\.)*"/g, ': "…"');
}
