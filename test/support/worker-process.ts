// A sending process of its own, so that a test can kill it: spreads and delivers until it is told to stop.
import { startPostman } from '#bot/jobs/postman.ts';
import { startSpread } from '#bot/jobs/spread.ts';
import { openDatabase } from '#bot/store/database.ts';
import { testApp } from './app.ts';

const { database: url, zalo, connections } = JSON.parse(process.env.WORKER ?? '{}');
const database = await openDatabase(url, { connections: connections + 5, name: 'worker' });
const app = testApp({ database, zalo, connections });
const jobs = [startSpread(app), startPostman(app)];
process.send?.('started');

process.once('SIGTERM', async () => {
  for (const job of jobs) await job.stop();
  app.zalo.close();
  await database.close();
  process.exit(0);
});
