// Who may be written to, and when: true for every person and every moment.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayLength, minuteOf } from '#domain/calendar.ts';
import { isQuiet, nextAllowed } from '#domain/quiet-hours.ts';
import { type Purpose, type Recipient, reach, reasonSentences, reasons } from '#domain/reach.ts';
import { topics, wishesAfter } from '#domain/topics.ts';

const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const recipient: fc.Arbitrary<Recipient> = fc.record({
  oaUserId: maybe(fc.constantFrom('u1', 'u2')),
  following: fc.boolean(),
  stoppedAt: maybe(moment),
  muted: fc.subarray([...topics]),
  lastInteractionAt: maybe(moment),
});
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const hours = fc.record({ quietFrom: clock, quietTo: clock });

describe('everybody', () => {
  test('lands in exactly one outlet or one reason', () => {
    fc.assert(
      fc.property(
        recipient,
        moment,
        fc.constantFrom<Purpose>(...topics, 'personal'),
        (person, at, purpose) => {
          const reached = reach(person, at, purpose);

          expect(Object.keys(reached)).toHaveLength(1);
          if ('reason' in reached) expect(reasons).toContain(reached.reason);
          else expect(reached.outlet).toBe('message');
        },
      ),
    );
  });

  test('who is written to is linked, has not said stop and wrote within seven days', () => {
    fc.assert(
      fc.property(recipient, moment, fc.constantFrom(...topics), (person, at, topic) => {
        if ('reason' in reach(person, at, topic)) return;

        expect(person.oaUserId).not.toBeNull();
        expect(person.following).toBe(true);
        expect(person.stoppedAt).toBeNull();
        expect(person.muted).not.toContain(topic);
        expect(at.getTime() - person.lastInteractionAt!.getTime()).toBeLessThanOrEqual(7 * dayLength);
      }),
    );
  });

  test('has a sentence for the reason', () => {
    for (const reason of reasons) expect(reasonSentences[reason]).toMatch(/^[A-ZĐ].*\.$/);
  });
});

test('the seventh day still counts, a second later does not', () => {
  const wrote = new Date('2026-11-10T08:00:00+07:00');
  const person = { oaUserId: 'u1', following: true, stoppedAt: null, muted: [], lastInteractionAt: wrote };

  expect(reach(person, new Date('2026-11-17T08:00:00+07:00'), 'announcement')).toEqual({ outlet: 'message' });
  expect(reach(person, new Date('2026-11-17T08:00:01+07:00'), 'announcement')).toEqual({
    reason: 'window_closed',
  });
});

test('news of the own dossier reaches whoever wrote lately, also without following', () => {
  const now = new Date('2026-11-17T08:00:00+07:00');
  const person = { oaUserId: 'u1', following: false, stoppedAt: null, muted: [], lastInteractionAt: now };

  expect(reach(person, now, 'personal')).toEqual({ outlet: 'message' });
  expect(reach(person, now, 'announcement')).toEqual({ reason: 'not_following' });
});

test('who has turned off reminders still hears announcements and of the own dossier', () => {
  const now = new Date('2026-11-17T08:00:00+07:00');
  const person = {
    oaUserId: 'u1',
    following: true,
    stoppedAt: null,
    muted: ['reminder'],
    lastInteractionAt: now,
  };

  expect(reach(person, now, 'reminder')).toEqual({ reason: 'no_reminder' });
  expect(reach(person, now, 'announcement')).toEqual({ outlet: 'message' });
  expect(reach(person, now, 'personal')).toEqual({ outlet: 'message' });
  expect(reasonSentences.no_reminder).toBe('Đã chọn không nhận nhắc hạn.');
});

describe('what a person wants to hear', () => {
  const all = { stopped: false, muted: [] };

  test('one kind off and on again leaves the other alone', () => {
    const off = wishesAfter(all, { topic: 'reminder', on: false });
    expect(off).toEqual({ stopped: false, muted: ['reminder'] });
    expect(wishesAfter(off, { topic: 'reminder', on: true })).toEqual(all);
  });

  test('after "dừng" whoever asks for one kind gets that kind and no other', () => {
    const stopped = wishesAfter(all, { topic: 'all', on: false });
    expect(wishesAfter(stopped, { topic: 'reminder', on: true })).toEqual({
      stopped: false,
      muted: ['announcement'],
    });
    expect(wishesAfter(stopped, { topic: 'all', on: true })).toEqual(all);
  });
});

describe('quiet hours', () => {
  test('what may go out at a moment never lies in them, and waits no longer than they last', () => {
    fc.assert(
      fc.property(moment, hours, (now, quiet) => {
        const at = nextAllowed(now, quiet);

        expect(isQuiet(at, quiet)).toBe(false);
        expect(at.getTime()).toBeGreaterThanOrEqual(now.getTime());
        expect(at.getTime() - now.getTime()).toBeLessThan(dayLength);
        if (at > now) {
          expect(isQuiet(now, quiet)).toBe(true);
          expect(minuteOf(at)).toBe(Number(quiet.quietTo.slice(0, 2)) * 60 + Number(quiet.quietTo.slice(3)));
        }
      }),
    );
  });

  test('from nine in the evening to seven in the morning', () => {
    const night = { quietFrom: '21:00', quietTo: '07:00' };
    const at = (time: string) => new Date(`2026-11-24T${time}+07:00`);

    expect(isQuiet(at('20:59:59'), night)).toBe(false);
    expect(isQuiet(at('21:00:00'), night)).toBe(true);
    expect(isQuiet(at('06:59:59'), night)).toBe(true);
    expect(isQuiet(at('07:00:00'), night)).toBe(false);
    expect(nextAllowed(at('22:30:00'), night)).toEqual(new Date('2026-11-25T07:00:00+07:00'));
    expect(nextAllowed(at('03:00:00'), night)).toEqual(at('07:00:00'));
  });
});
