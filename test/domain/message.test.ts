// The life of a message: what Zalo's answers may lead to, for every answer and every number of tries.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MessageState, messageStates } from '#contract/announcement.ts';
import { type Answer, settle, transitions } from '#domain/message.ts';

const now = new Date('2026-11-24T23:30:00+07:00');
const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.constant<Answer>({ kind: 'sent', messageId: 'm1' }),
  fc.constant<Answer>({ kind: 'not_reached' }),
  fc.constant<Answer>({ kind: 'unknown' }),
  fc.record({
    kind: fc.constant('refused' as const),
    class: fc.constantFrom('R', 'T', 'U', 'L', 'P', 'C'),
    code: fc.constantFrom(-32, -200, -201, -211, -213, -216, -224, -230, -234),
    attempts: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
  }),
);

describe('whatever Zalo answers', () => {
  test('it leads only where the table of states allows', () => {
    fc.assert(
      fc.property(
        answer,
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 0, max: 50 }),
        (given, tries, misses) => {
          const { state, nextAt } = settle(given, tries, misses, now);

          expect(transitions.sending).toContain(state);
          expect(nextAt !== null).toBe(state === 'waiting');
          if (nextAt) expect(nextAt.getTime()).toBeGreaterThan(now.getTime());
        },
      ),
    );
  });

  test('an unknown outcome stays unknown, and only an answer of Zalo makes a message sent', () => {
    fc.assert(
      fc.property(answer, fc.integer({ min: 1, max: 100 }), (given, tries) => {
        const { state } = settle(given, tries, 0, now);

        expect(state === 'unknown').toBe(given.kind === 'unknown');
        expect(state === 'sent').toBe(given.kind === 'sent');
      }),
    );
  });

  test('a message comes to an end unless nothing was said about it', () => {
    fc.assert(
      fc.property(answer, (given) => {
        const { state, counts } = settle(given, 100, 0, now);

        if (state === 'waiting') expect(counts).toBe(false);
      }),
    );
  });
});

test('a walk through the table ends in sent, refused or cancelled and never leaves them', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 30 }), (choices) => {
      let state: MessageState = 'waiting';
      const seen: MessageState[] = [state];
      for (const choice of choices) {
        const next: readonly MessageState[] = transitions[state];
        if (next.length === 0) break;
        state = next[choice % next.length]!;
        seen.push(state);
      }
      for (const end of ['sent', 'refused', 'cancelled'] as const)
        if (seen.includes(end)) expect(seen.at(-1)).toBe(end);
      expect(messageStates).toContain(state);
    }),
  );
});

describe('in particular', () => {
  const refused = (code: number, kind: 'R' | 'T' | 'U' | 'L' | 'P' | 'C', attempts?: number): Answer => ({
    kind: 'refused',
    class: kind,
    code,
    attempts,
  });

  test('too fast waits for the next minute and uses up no try', () => {
    expect(settle(refused(-32, 'R'), 9, 0, new Date('2026-11-24T08:00:12Z'))).toMatchObject({
      state: 'waiting',
      nextAt: new Date('2026-11-24T08:01:00Z'),
      counts: false,
    });
  });

  test('a general failure is tried twice', () => {
    expect(settle(refused(-200, 'R', 2), 1, 0, now).state).toBe('waiting');
    expect(settle(refused(-200, 'R', 2), 2, 0, now)).toMatchObject({ state: 'refused', code: -200 });
  });

  test('at night it waits for six in the morning', () => {
    expect(settle(refused(-234, 'L'), 1, 0, now).nextAt).toEqual(new Date('2026-11-25T06:00:00+07:00'));
  });

  test('a right that is missing stops everything and loses nothing', () => {
    expect(settle(refused(-224, 'C'), 1, 0, now)).toMatchObject({
      state: 'waiting',
      pause: true,
      counts: false,
    });
  });

  test('a Zalo that is not reached is left alone for longer and longer, half a minute at most', () => {
    const holds = [0, 1, 2, 3, 10].map(
      (misses) => settle({ kind: 'not_reached' }, 1, misses, now).holdUntil!.getTime() - now.getTime(),
    );
    expect(holds).toEqual([1_000, 2_000, 4_000, 8_000, 30_000]);
  });
});
