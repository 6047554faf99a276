// A process that takes webhooks and handles what they tell, without Zalo and without a mini app, so that a test can kill it.
import { handleEvent } from '#bot/chat/bot.ts';
import { composeApp } from '#bot/compose.ts';
import { readConfig } from '#bot/config.ts';
import { createApp } from '#bot/http/app.ts';
import { openDoor } from '#bot/http/door.ts';
import { startInbox } from '#bot/jobs/inbox.ts';
import { createLog } from '#bot/log.ts';
import { openDatabase } from '#bot/store/database.ts';

const config = readConfig(process.env);
const log = createLog(config.logLevel, process.stderr);
const door = await openDoor(config.host, config.port);
const { prisma, pool } = await openDatabase(config.databaseUrl!, { connections: 30, name: 'webhooks' });
const app = composeApp({ config, prisma, pool, log, clock: () => new Date() });
door.serve(createApp({ app, isReady: async () => true, miniAppFolder: '/nowhere' }));
startInbox(app, handleEvent);
process.stdout.write('ready\n');
