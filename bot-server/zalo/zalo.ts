/** Zalo as one object: the page, its articles, people's identity and consent, over one set of connections. */
import { type Articles, createArticles } from './articles.ts';
import { createGraph, type Graph } from './graph.ts';
import { createGroups, type Groups } from './groups.ts';
import { createWire } from './http.ts';
import { createNotifications, type MiniAppKey, type Notifications } from './notifications.ts';
import { createOauth, type Oauth } from './oauth.ts';
import { createOfficialAccount, type OfficialAccount } from './official-account.ts';
import { createOpenApi } from './open-api.ts';
import { createPeople, type People } from './people.ts';
import type { Gate, TokenSource, ZaloAddresses } from './ports.ts';
import { createTemplates, type Templates } from './templates.ts';
import { createUploads, type Uploads } from './uploads.ts';

export type { Gate, TokenSource, Urgency, ZaloAddresses } from './ports.ts';

export interface ZaloOptions {
  addresses: ZaloAddresses;
  appId: string;
  appSecret: string;
  tokens: TokenSource;
  gate: Gate;
  connections: number;
  timeoutMs?: number;
  /** Without it the mini app's own notifications are refused before sending. */
  miniApp?: MiniAppKey;
}

export interface Zalo {
  officialAccount: OfficialAccount;
  articles: Articles;
  uploads: Uploads;
  people: People;
  groups: Groups;
  templates: Templates;
  notifications: Notifications;
  graph: Graph;
  oauth: Oauth;
  /** Closes the idle connections. */
  close(): void;
}

export const DEFAULT_TIMEOUT_MS = 15_000;

/** Sign-ins and renewals are few and must not wait behind a broadcast that holds every connection. */
const SIGN_IN_CONNECTIONS = 16;

/** On its own, because the token source needs it before there is a token. */
export function createOauthClient(options: {
  addresses: Pick<ZaloAddresses, 'oauth'>;
  appId: string;
  appSecret: string;
  timeoutMs?: number;
}): Oauth {
  const { addresses, appId, appSecret, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
  return createOauth({
    wire: createWire({ connections: SIGN_IN_CONNECTIONS, timeoutMs }),
    base: addresses.oauth,
    appId,
    appSecret,
  });
}

/** Every call of the page's API passes the gate; Graph and OAuth have limits of their own and do not. */
export function createZalo(options: ZaloOptions): Zalo {
  const { addresses, appId, appSecret, tokens, gate, connections } = options;
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const pageWire = createWire({ connections, timeoutMs });
  const peopleWire = createWire({ connections: SIGN_IN_CONNECTIONS, timeoutMs });
  const openApi = createOpenApi({ wire: pageWire, base: addresses.openapi, tokens, gate });
  const business = createOpenApi({ wire: pageWire, base: addresses.business, tokens, gate, family: 'zbs' });
  return {
    officialAccount: createOfficialAccount(openApi),
    articles: createArticles(openApi),
    uploads: createUploads(openApi),
    people: createPeople(openApi),
    groups: createGroups(openApi),
    templates: createTemplates(openApi, business),
    notifications: createNotifications({
      wire: peopleWire,
      base: addresses.miniAppApi,
      key: options.miniApp,
    }),
    graph: createGraph({ wire: peopleWire, base: addresses.graph, appSecret }),
    oauth: createOauth({ wire: peopleWire, base: addresses.oauth, appId, appSecret }),
    close() {
      pageWire.close();
      peopleWire.close();
    },
  };
}
