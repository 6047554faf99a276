/** Hands one message to Zalo and says what its answer means: for the row, for everybody behind it, and for whom to alarm. */

import { performance } from 'node:perf_hooks';
import { type Answer, type Settlement, settle } from '#domain/message.ts';
import type { App } from '../context.ts';
import { holdRun, type OutboxRow, type Settled } from '../store/outbox.ts';
import { ZaloError } from '../zalo/error.ts';
import type { OutgoingMessage } from '../zalo/message.ts';

export interface Carrier {
  deliver(row: OutboxRow, message: OutgoingMessage, worker: number): Promise<Settled>;
  /** Zalo is not reached, or wants to be left alone for a while: nobody is served now. */
  isHolding(): boolean;
  /** What is written down for a row that was taken but never handed over. */
  untouched(row: OutboxRow, worker: number, now: Date): Settled;
}

export function createCarrier(app: App): Carrier {
  const { log, pool, zalo } = app;
  /** By this process's own clock: the rehearsal's may be moved. */
  let holdUntil = 0;
  let misses = 0;
  let alarmedAt = 0;

  async function deliver(row: OutboxRow, message: OutgoingMessage, worker: number): Promise<Settled> {
    const { answer, sentence } = await ask(row, message);
    const now = app.clock();
    const settlement = settle(answer, row.attempts + 1, misses, now);
    if (answer.kind === 'sent') misses = 0;
    if (settlement.holdUntil) hold(answer, settlement.holdUntil.getTime() - now.getTime());
    if (settlement.pause) await alarm(row, settlement, sentence, now);
    const reason = answer.kind === 'not_reached' ? 'not_reached' : null;
    return { id: row.id, worker, ...settlement, reason };
  }

  async function ask(
    row: OutboxRow,
    message: OutgoingMessage,
  ): Promise<{ answer: Answer; sentence: string }> {
    try {
      const urgency = row.urgent ? 'urgent' : 'normal';
      const { messageId } = await zalo.officialAccount.sendMessage(row.oaUserId, message, urgency);
      return { answer: { kind: 'sent', messageId }, sentence: '' };
    } catch (error) {
      if (error instanceof ZaloError) return { answer: answerOf(error), sentence: error.sentence };
      // Not one of the ways in which Zalo fails: the message may be anywhere.
      log.error({ err: error, job: 'postman' }, 'a message failed in a way nobody expected');
      return { answer: { kind: 'unknown' }, sentence: '' };
    }
  }

  function hold(answer: Answer, milliseconds: number): void {
    // The many calls that fail at the same moment are one miss.
    if (answer.kind === 'not_reached' && !isHolding()) misses += 1;
    holdUntil = Math.max(holdUntil, performance.now() + milliseconds);
  }

  const isHolding = () => performance.now() < holdUntil;

  /** Many calls fail for the same reason at once; a person is called once. */
  async function alarm(row: OutboxRow, settlement: Settlement, sentence: string, now: Date): Promise<void> {
    const { announcementId } = row;
    if (!announcementId && now.getTime() - alarmedAt < 60_000) return;
    alarmedAt = now.getTime();
    const isNews = announcementId
      ? await holdRun(pool, announcementId, sentence, now).catch((error) => {
          log.error({ err: error, job: 'postman' }, 'a run could not be paused');
          return true;
        })
      : true;
    if (!isNews) return;
    log.error(
      { alarm: true, job: 'postman', code: settlement.code, announcement: announcementId },
      'Zalo takes no messages until somebody mends the configuration',
    );
  }

  return {
    deliver,
    isHolding,
    untouched: (row, worker, now) => ({
      id: row.id,
      worker,
      state: 'waiting',
      code: null,
      messageId: null,
      nextAt: now,
      counts: false,
      reason: null,
    }),
  };
}

function answerOf(error: ZaloError): Answer {
  if (error.kind !== 'refused') return { kind: error.kind };
  return {
    kind: 'refused',
    class: error.class ?? 'P',
    code: error.code ?? null,
    attempts: error.attempts,
  };
}
