/** Hands what Zalo told us to whoever handles it (main.ts says who), one person's events in their order. */

import { type App, at, type Context } from '../context.ts';
import { afterIntake, claimEvents, eventFailed, eventHandled, type InboxEvent } from '../services/inbox.ts';
import { listen } from './listen.ts';
import { type Job, startLoop } from './loop.ts';

/** What is handled twice must do no harm: a handler's effects belong in one transaction with causes that are unique. */
export type InboxHandler = (ctx: Context, event: InboxEvent) => Promise<void>;

const atOnce = 8;

export function startInbox(app: App, handle: InboxHandler): Job {
  const job = startLoop(app.log, 'inbox', 1_000, async () => {
    await afterIntake(at(app));
    const events = await claimEvents(at(app), atOnce);
    await Promise.all(byPerson(events).map(inOrder));
    return events.length > 0;
  });
  const stopListening = listen(app, 'inbox', job.wake);

  async function inOrder(events: InboxEvent[]): Promise<void> {
    for (const event of events) {
      try {
        await handle(at(app), event);
        await eventHandled(at(app), event);
      } catch (error) {
        const givenUp = await eventFailed(at(app), event);
        const { source, attempts } = event;
        const { kind } = event.event;
        app.log.error(
          { err: error, job: 'inbox', source, kind, attempts, givenUp },
          'an event was not handled',
        );
      }
    }
  }

  return {
    wake: job.wake,
    async stop() {
      await stopListening();
      await job.stop();
    },
  };
}

function byPerson(events: InboxEvent[]): InboxEvent[][] {
  const chains = new Map<string, InboxEvent[]>();
  for (const event of events) {
    const person = personOf(event);
    chains.set(person, [...(chains.get(person) ?? []), event]);
  }
  return [...chains.values()];
}

function personOf({ event, dedupeKey }: InboxEvent): string {
  const { userId, appUserId } = event as { userId?: string; appUserId?: string };
  return userId ?? appUserId ?? dedupeKey;
}
