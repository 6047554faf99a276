/** Where the app runs, by our own rule: Zalo's SDK must not even be loaded anywhere else. */

export interface Address {
  host: string;
  pathname: string;
  search: string;
}

const insidePath = /^\/zapps\/([^/]+)/;

/** The id of the mini app in the address, or null outside Zalo. Both `https:` and `zbrowser:` pages have this host. */
export function miniAppIdOf(address: Address): string | null {
  return address.host === 'h5.zdn.vn' ? (insidePath.exec(address.pathname)?.[1] ?? null) : null;
}

export const isInsideZalo = (address: Address): boolean => miniAppIdOf(address) !== null;

/** The part of the address before our routes: `/zapps/<id>` inside Zalo, `/app` on our server, `/` while developing. */
export function basenameOf(address: Address): string {
  const id = miniAppIdOf(address);
  if (id !== null) return `/zapps/${id}`;
  return /^\/app(\/|$)/.test(address.pathname) ? '/app' : '/';
}

/** What a link into the app carries besides its route; a hint from outside, never to be trusted. */
export const routeParams = (address: Address): URLSearchParams => new URLSearchParams(address.search);

/** Links shared from a test build must keep these, or Zalo opens the published version. */
export function testBuildParams(address: Address): string {
  const given = routeParams(address);
  const kept = new URLSearchParams();
  for (const name of ['env', 'version']) {
    const value = given.get(name);
    if (value !== null) kept.set(name, value);
  }
  return kept.toString();
}

/** The public link to a route of the mini app. */
export function zaloLink(address: Address, path: string): string {
  const params = testBuildParams(address);
  return `https://zalo.me/s/${miniAppIdOf(address) ?? ''}${path}${params === '' ? '' : `?${params}`}`;
}
