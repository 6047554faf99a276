// A process that uses the embedded database of a folder until it is told to leave.
import { openStore } from '#bot/store/open.ts';

const store = await openStore(
  { databaseUrl: undefined, dataDir: process.argv[2]! },
  { connections: 2, name: 'hold' },
);
process.on('SIGTERM', async () => {
  await store.close();
  process.exit(0);
});
process.on('SIGUSR2', async () => {
  const answer = await store.pool.query('SELECT count(*)::int AS n FROM kept').catch(() => undefined);
  process.stdout.write(answer ? `still here: ${answer.rows[0].n}\n` : 'away\n');
});

await store.pool.query('SELECT pg_advisory_xact_lock(1); CREATE TABLE IF NOT EXISTS kept (word text)');
await store.pool.query('INSERT INTO kept VALUES ($1)', [process.argv[3]]);
const { rows } = await store.pool.query(`SELECT string_agg(word, ' ' ORDER BY word) AS words FROM kept`);
process.stdout.write(`kept: ${rows[0].words}\n`);
