/** The menu below every conversation with the page: what stands in it, putting it there, and what was put there last. */

import type { api } from '#contract/api.ts';
import type { OutputOf } from '#contract/endpoint.ts';
import { Failure } from '#contract/failure.ts';
import type { Context, Who } from '../context.ts';
import { ZaloError } from '../zalo/error.ts';
import { type MessageButton, wireButton } from './messages.ts';
import { miniAppLink } from './mini-app-link.ts';

type MenuView = OutputOf<(typeof api)['zaloMenu']>;

const setting = 'oa_menu';

/** Each asks a question of its own or opens a screen, so it is true on every day. */
const itemsOf = (ctx: Context): MessageButton[] => [
  { label: 'Mở mini app', url: miniAppLink(ctx.config, '/') },
  { label: 'Hồ sơ của tôi', say: 'Hồ sơ của tôi' },
  { label: 'Hạn nộp', say: 'Hạn nộp' },
  { label: 'Gặp cán bộ', say: 'Gặp cán bộ' },
];

interface Set {
  at: string;
  items: MessageButton[];
}

/** What belongs in the menu, and whether that is what stands there. */
export async function readMenu(ctx: Context): Promise<MenuView> {
  const row = await ctx.db.setting.findUnique({ where: { key: setting } });
  const last = row?.value as unknown as Set | undefined;
  const items = itemsOf(ctx);
  return {
    items: items.map((item) => ({
      label: item.label,
      does: 'url' in item ? 'mở mini app' : `hỏi “${item.say}”`,
    })),
    setAt: last?.at ?? null,
    current: last !== undefined && sameItems(last.items, items),
  };
}

const sameItems = (one: MessageButton[], other: MessageButton[]): boolean => {
  const words = (items: MessageButton[]) =>
    JSON.stringify(items.map((item) => [item.label, 'url' in item ? item.url : item.say]));
  return words(one) === words(other);
};

/** Hands the menu to Zalo. `by` is null for the operator. */
export async function setMenu(ctx: Context, by: Who | null): Promise<MenuView> {
  const items = itemsOf(ctx);
  try {
    await ctx.zalo.officialAccount.setMenu(items.map(wireButton));
  } catch (error) {
    if (!(error instanceof ZaloError)) throw error;
    ctx.log.warn({ err: error }, 'Zalo did not take the menu');
    throw new Failure(error.kind === 'refused' ? 'menu_refused' : 'zalo_unreachable');
  }
  const value = { at: ctx.now.toISOString(), items };
  await ctx.db.$transaction([
    ctx.db.setting.upsert({
      where: { key: setting },
      create: { key: setting, value },
      update: { value },
    }),
    ctx.db.auditEntry.create({
      data: { at: ctx.now, actorId: by?.id ?? null, act: 'menu_set', object: 'zalo:menu' },
    }),
  ]);
  return readMenu(ctx);
}
