// The measured process: sends to so many people, either bare (an axios loop and nothing else) or from the outbox.
import http from 'node:http';
import axios from 'axios';
import { startPostman } from '#bot/jobs/postman.ts';
import { openDatabase } from '#bot/store/database.ts';
import { testApp } from '../support/app.ts';

export interface Order {
  way: 'bare' | 'postman';
  people: number;
  connections: number;
  zalo: { url: string; accessToken: string };
  database: string;
  announcement: string;
}

export interface Report {
  seconds: number;
  cpuSeconds: number;
  residentMb: number;
}

const order: Order = JSON.parse(process.env.ORDER ?? '{}');
process.send?.(await (order.way === 'bare' ? bare() : postman()));
process.disconnect?.();

async function bare(): Promise<Report> {
  const { people, connections, zalo } = order;
  const client = axios.create({
    httpAgent: new http.Agent({ keepAlive: true, maxSockets: connections }),
    headers: { access_token: zalo.accessToken },
  });
  const stop = startWatch();
  let next = 0;
  const hand = async () => {
    while (next < people) {
      const recipient = { user_id: `u${next++}` };
      const message = { text: 'Mở đợt 2\n\nĐợt 2 nhận hồ sơ đến 30/11.' };
      const { data } = await client.post(`${zalo.url}/openapi/v3.0/oa/message/cs`, { recipient, message });
      if (data.error !== 0) throw new Error(`refused with ${data.error}`);
    }
  };
  await Promise.all(Array.from({ length: connections }, hand));
  return stop();
}

async function postman(): Promise<Report> {
  const { connections, zalo, announcement } = order;
  const database = await openDatabase(order.database, { connections: connections + 5, name: 'bench' });
  const app = testApp({ database, zalo, connections });
  const stop = startWatch();
  const job = startPostman(app);
  for (let state = ''; state !== 'finished'; await new Promise((resolve) => setTimeout(resolve, 10))) {
    const { rows } = await database.pool.query({
      name: 'state',
      text: 'SELECT state FROM announcement WHERE id = $1',
      values: [announcement],
    });
    state = rows[0].state;
  }
  const report = stop();
  await job.stop();
  app.zalo.close();
  await database.close();
  return report;
}

function startWatch(): () => Report {
  const from = performance.now();
  const cpu = process.cpuUsage();
  return () => {
    const used = process.cpuUsage(cpu);
    return {
      seconds: (performance.now() - from) / 1000,
      cpuSeconds: (used.user + used.system) / 1e6,
      residentMb: process.memoryUsage.rss() / 1024 / 1024,
    };
  };
}
