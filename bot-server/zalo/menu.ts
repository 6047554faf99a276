/**
 * The menu that stands below every conversation with the page. Zalo's own description of the body was never read: that it exists is
 * known from its Java SDK, the names below are our best guess. Everything that is guessed stands here and nowhere else.
 */
import type { Button } from './message.ts';
import { wireButton } from './message.ts';

export const menuShape = {
  certainty: 'unsure',
  source: 'EndPoint.java of the Zalo SDK: POST /v2.0/oa/menu; items as the buttons of messages',
  path: '/v2.0/oa/menu',
  /** The field that holds the items. */
  items: 'menu',
  /** As many as a message may carry. */
  mostItems: 5,
} as const;

export const menuQuestion = (items: Button[]) => ({
  method: 'POST' as const,
  path: menuShape.path,
  json: { [menuShape.items]: items.slice(0, menuShape.mostItems).map(wireButton) },
});
