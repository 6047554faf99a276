// The rehearsal Zalo in a process of its own, for measurements: tells its address and token, and ends with its parent.
import { startZalo } from './zalo-server.ts';

const ranges = JSON.parse(process.env.RANGES ?? '[]');
const { url, accessToken } = await startZalo({ ranges });
process.send?.({ url, accessToken });
process.once('disconnect', () => process.exit(0));
