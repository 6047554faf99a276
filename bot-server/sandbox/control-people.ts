// Acting as a person of the rehearsal: follow, write, tap, grow older, lose the network, sign in.
import express, { type Request, type Response, type Router } from 'express';
import { HOUR } from './clock.ts';
import { anyEvent, followChanged, networkChanged, pageSent, userSaw, userSent } from './events.ts';
import { type Person, windowState } from './people.ts';
import type { Button, ThreadMessage } from './threads.ts';
import { type Fields, fields, text, wholeNumber } from './wire.ts';
import type { World } from './world.ts';

export const no = (response: Response, status: number, error: string) =>
  void response.status(status).json({ error });

export function shownPerson(world: World, person: Person) {
  const { oaUserId, userIdByApp, appUserId, name, note, following, last, tags, phone } = person;
  return {
    oaUserId,
    userIdByApp,
    appUserId,
    name,
    note,
    following,
    lastInteractionAt: last === undefined ? null : new Date(last).toISOString(),
    windowState: windowState(last, world.clock.now()),
    tags,
    phone,
  };
}

/** The person writes or taps: this opens the window of seven days again. */
function personSays(
  world: World,
  person: Person,
  words: string,
  more: Partial<ThreadMessage> = {},
): ThreadMessage {
  person.last = world.clock.now();
  const said = world.threads.say({ user: person.oaUserId, from: 'user', kind: 'text', text: words, ...more });
  world.changed();
  userSent(world, person, said);
  return said;
}

/** The button meant: an object as it was sent, or the title or place of one in a message (the newest by default). */
function meantButton(world: World, person: Person, body: Fields): Button | undefined {
  const given = fields(body.button);
  if (given) return { title: text(given.title), type: text(given.type), payload: given.payload };
  const messageId = text(body.messageId);
  const shown = world.threads
    .of(person.oaUserId)
    .filter((said) => said.buttons && (messageId === '' || said.id === messageId));
  for (const said of shown.reverse()) {
    const button =
      typeof body.button === 'number'
        ? said.buttons?.[body.button]
        : said.buttons?.find((one) => one.title === body.button);
    if (button) return button;
  }
  return undefined;
}

function tap(world: World, person: Person, button: Button): object {
  const payload = fields(button.payload);
  switch (button.type) {
    case 'oa.query.show':
    case 'oa.query.hide': {
      const hidden = button.type === 'oa.query.hide';
      const said = personSays(world, person, text(button.payload), hidden ? { hidden } : {});
      return { sent: said };
    }
    case 'oa.open.url':
      return { url: text(payload?.url) };
    default:
      return { phone: text(payload?.phone_code), content: text(payload?.content) };
  }
}

export function peopleRoutes(world: World): Router {
  const router = express.Router();
  const { people, threads, clock, tokens, webhooks, changed } = world;

  router.get('/people', (_request, response) => {
    response.json(people.named().map((person) => shownPerson(world, person)));
  });
  router.post('/people', (request, response) => {
    const body = fields(request.body) ?? {};
    const oaUserId = text(body.oaUserId) || `sb-${Date.now().toString(36)}`;
    const person = people.add({
      oaUserId,
      userIdByApp: text(body.userIdByApp) || `${oaUserId}-by-app`,
      appUserId: text(body.appUserId) || `${oaUserId}-in-app`,
      name: text(body.name) || 'Người mới',
      note: text(body.note) || 'người dân',
      following: body.following === true,
      lastInteractionAt: text(body.lastInteractionAt) || undefined,
    });
    changed();
    response.status(201).json(shownPerson(world, person));
  });
  router.get('/ranges', (_request, response) => void response.json(people.ranges()));
  router.post('/ranges', (request, response) => {
    const body = fields(request.body) ?? {};
    const count = wholeNumber(body.count);
    const staleShare = typeof body.staleShare === 'number' ? body.staleShare : 0;
    if (text(body.prefix) === '' || count === undefined || staleShare < 0 || staleShare > 1) {
      return no(response, 400, 'Cần prefix, count và staleShare từ 0 đến 1.');
    }
    people.addRange({ prefix: text(body.prefix), count, staleShare });
    changed();
    response.status(201).json(people.ranges());
  });

  /** A route about one person, named by either of the ids. */
  const about =
    (act: (person: Person, body: Fields, response: Response, request: Request) => object | undefined) =>
    (request: Request, response: Response) => {
      const id = String(request.params.id);
      const person = people.find(id) ?? people.findByAppUserId(id);
      if (!person) return no(response, 404, 'Không có người này trong diễn tập.');
      const answer = act(person, fields(request.body) ?? {}, response, request);
      if (answer) response.json(answer);
    };

  const follow = (following: boolean) =>
    about((person) => {
      const moved = person.following !== following;
      person.following = following;
      if (following && moved) person.last = clock.now();
      changed();
      if (moved) followChanged(world, person);
      return { changed: moved, ...shownPerson(world, person) };
    });
  router.post('/people/:id/follow', follow(true));
  router.post('/people/:id/unfollow', follow(false));
  router.get(
    '/people/:id',
    about((person) => shownPerson(world, person)),
  );
  router.post(
    '/people/:id/message',
    about((person, body, response) => {
      if (text(body.text) === '') return void no(response, 400, 'Cần text.');
      return personSays(world, person, text(body.text), body.quote ? { quote: text(body.quote) } : {});
    }),
  );
  router.post(
    '/people/:id/tap',
    about((person, body, response) => {
      const button = meantButton(world, person, body);
      if (!button) return void no(response, 404, 'Không thấy nút này trong hội thoại.');
      return tap(world, person, button);
    }),
  );
  router.post(
    '/people/:id/seen',
    about((person) => ({ seen: userSaw(world, person) })),
  );
  router.post(
    '/people/:id/age',
    about((person, body, response) => {
      if (typeof body.hours !== 'number') return void no(response, 400, 'Cần hours.');
      if (person.last !== undefined) person.last -= body.hours * HOUR;
      changed();
      return shownPerson(world, person);
    }),
  );
  router.post(
    '/people/:id/event',
    about((person, body, response) => {
      const { event_name: eventName, ...rest } = body;
      if (text(eventName) === '') return void no(response, 400, 'Cần event_name.');
      if (/^user_(send|click|submit)/.test(text(eventName))) person.last = clock.now();
      changed();
      anyEvent(world, person, text(eventName), rest);
      return { sent: eventName };
    }),
  );
  router.post(
    '/people/:id/admin-reply',
    about((person, body, response) => {
      if (text(body.text) === '') return void no(response, 400, 'Cần text.');
      const said = threads.say({ user: person.oaUserId, from: 'oa', kind: 'text', text: text(body.text) });
      pageSent(world, said, text(body.adminId) || 'admin-0');
      return said;
    }),
  );
  router.post(
    '/people/:id/access-token',
    about((person, body) => {
      const pair = tokens.mintUser(person.appUserId, body.userInfo !== false);
      changed();
      return { accessToken: pair.accessToken };
    }),
  );
  router.post(
    '/people/:id/network',
    about((person, body) => {
      networkChanged(world, person, body.online !== false);
      return { online: person.offlineSince === undefined };
    }),
  );
  router.post(
    '/people/:id/phone-code',
    about((person, body) => ({
      code: tokens.newPhoneCode(person.appUserId, text(body.number) || person.phone),
    })),
  );
  router.post(
    '/people/:id/notifications',
    about((person, body) => {
      person.notifications = body.allowed !== false;
      changed();
      return { allowed: person.notifications };
    }),
  );
  router.post(
    '/people/:id/revoke-mini-app',
    about((person) => {
      tokens.forgetUser(person.appUserId);
      changed();
      const { miniAppId } = world.options.credentials;
      webhooks.emitMiniApp(
        { event: 'user.revoke.consent', appId: miniAppId, userId: person.appUserId, timestamp: clock.now() },
        person.oaUserId,
      );
      return { revoked: person.appUserId };
    }),
  );
  router.get(
    '/people/:id/thread',
    about((person, _body, _response, request) => {
      const since = wholeNumber(request.query.since) ?? 0;
      const messages = threads.of(person.oaUserId).filter((said) => said.seq > since);
      return {
        messages,
        cursor: Math.max(since, messages.at(-1)?.seq ?? 0),
        person: shownPerson(world, person),
      };
    }),
  );
  return router;
}
