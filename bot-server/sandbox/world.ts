// Everything the rehearsal Zalo knows, in one value that its parts share.
import type { ArticleShelf } from './articles.ts';
import type { Clock } from './clock.ts';
import type { Faults } from './faults.ts';
import type { Group } from './groups.ts';
import type { CallLog } from './log.ts';
import type { SandboxOptions } from './options.ts';
import type { People } from './people.ts';
import type { Template } from './templates.ts';
import type { Button, Threads } from './threads.ts';
import type { Tokens } from './tokens.ts';
import type { UploadShelf } from './uploads.ts';
import type { Webhooks } from './webhooks.ts';

export interface Broadcast {
  messageId: string;
  articleIds: string[];
  at: number;
  target: Record<string, unknown>;
  reached: number;
  skipped: number;
}

export interface World {
  options: SandboxOptions;
  clock: Clock;
  people: People;
  threads: Threads;
  faults: Faults;
  log: CallLog;
  tokens: Tokens;
  webhooks: Webhooks;
  articles: ArticleShelf;
  uploads: UploadShelf;
  broadcasts: Broadcast[];
  /** What stands below every conversation. */
  menu: Button[];
  groups: Map<string, Group>;
  templates: Map<string, Template>;
  /** When templates sent to a number arrived. */
  delivered: Map<string, number>;
  /** Answers that will never come, kept so that stopping can end them. */
  hanging: Set<{ destroy(): unknown }>;
  /** Something that outlives a restart has changed. */
  changed(): void;
}
