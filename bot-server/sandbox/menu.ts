// The page's menu: taken as a list of buttons, whatever its field is called, and shown below the conversation on every telephone.
import type { Button } from './threads.ts';
import { type Answer, type Call, fields, invalid, refusal, success, text } from './wire.ts';
import type { World } from './world.ts';

const KINDS = ['oa.open.url', 'oa.query.show', 'oa.query.hide', 'oa.open.phone', 'oa.open.sms'];
const MOST = 5;
const LONGEST = 100;

export function setMenu(world: World, call: Call): Answer {
  const planned = world.faults.refusalFor('');
  if (planned) return refusal(planned.code, `Refused by hand (${planned.code})`);
  const given = Object.values(fields(call.body) ?? {}).find(Array.isArray) as unknown[] | undefined;
  if (!given || given.length === 0) return invalid('menu');
  if (given.length > MOST) return refusal(-210, `menu is over the limit ${MOST}`);
  const items = given.map((item): Button | undefined => {
    const { title, type, payload } = fields(item) ?? {};
    const good =
      text(title) !== '' &&
      text(title).length <= LONGEST &&
      KINDS.includes(text(type)) &&
      (type !== 'oa.open.url' || /^https?:\/\//.test(text(fields(payload)?.url)));
    return good ? { title: text(title), type: text(type), payload } : undefined;
  });
  if (items.some((item) => item === undefined)) return invalid('menu');
  world.menu.splice(0, world.menu.length, ...(items as Button[]));
  world.changed();
  return success();
}
