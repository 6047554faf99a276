/** The address under which a screen of the mini app opens: inside Zalo, or in the browser while rehearsing. */

import type { Config } from '../config.ts';

export function miniAppLink(config: Pick<Config, 'sandbox' | 'publicUrl' | 'given'>, path: string): string {
  const screen = path.replace(/^\/+/, '');
  if (config.sandbox || !config.given.ZALO_MINI_APP_ID) return `${config.publicUrl}/app/${screen}`;
  return `https://zalo.me/s/${config.given.ZALO_MINI_APP_ID}/${screen}`;
}
