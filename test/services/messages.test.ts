// What is told to one person: a notice always, a message in Zalo only where the page may write.
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Context } from '#bot/context.ts';
import { reply, tell } from '#bot/services/messages.ts';
import { freshDatabase } from '../support/database.ts';

const db = await freshDatabase();
const now = new Date('2026-11-24T03:00:00Z');
const ctx = {
  now,
  config: { sandbox: true, publicUrl: 'http://127.0.0.1:3000', given: {} },
} as unknown as Context;

async function person(follower?: { following?: boolean; stoppedAt?: Date; lastInteractionAt?: Date }) {
  const id = randomUUID();
  await db.prisma.person.create({ data: { id, appUserId: `app-${id}`, name: 'Nguyễn Thị Hạnh' } });
  if (follower)
    await db.prisma.follower.create({ data: { oaUserId: `oa-${id}`, personId: id, ...follower } });
  return id;
}

const receipt = (personId: string, cause: string = randomUUID()) => ({
  personId,
  kind: 'receipt' as const,
  title: 'Đã nhận hồ sơ',
  text: 'Đã nhận hồ sơ SK-2026-K7M4Q.',
  cause,
  button: { label: 'Xem hồ sơ', path: '/ho-so/1' },
});
const say = (personId: string, cause?: string) =>
  db.prisma.$transaction((tx) => tell(tx, ctx, receipt(personId, cause)));
const messagesOf = (personId: string) => db.prisma.message.findMany({ where: { personId } });
const noticesOf = (personId: string) => db.prisma.notice.findMany({ where: { personId } });

describe('telling a person', () => {
  test('a follower gets a notice and an urgent message with its button', async () => {
    const id = await person({ following: true });

    await say(id);

    expect(await noticesOf(id)).toMatchObject([{ title: 'Đã nhận hồ sơ', link: { path: '/ho-so/1' } }]);
    expect(await messagesOf(id)).toMatchObject([
      {
        urgent: true,
        kind: 'receipt',
        state: 'waiting',
        nextAt: now,
        payload: {
          text: 'Đã nhận hồ sơ SK-2026-K7M4Q.',
          buttons: [{ label: 'Xem hồ sơ', url: 'http://127.0.0.1:3000/app/ho-so/1' }],
        },
      },
    ]);
  });

  test('somebody who is not linked, has left or said stop gets the notice only', async () => {
    const unlinked = await person();
    const left = await person({ following: false });
    const stopped = await person({ following: true, stoppedAt: now });

    for (const id of [unlinked, left, stopped]) await say(id);

    for (const id of [unlinked, left, stopped]) {
      expect(await noticesOf(id)).toHaveLength(1);
      expect(await messagesOf(id)).toEqual([]);
    }
  });

  test('what is rolled back was never said', async () => {
    const id = await person({ following: true });

    const attempt = db.prisma.$transaction(async (tx) => {
      await tell(tx, ctx, receipt(id));
      throw new Error('the rule said no');
    });

    await expect(attempt).rejects.toThrow('the rule said no');
    expect(await noticesOf(id)).toEqual([]);
    expect(await messagesOf(id)).toEqual([]);
  });

  test('the same cause reaches the same person once', async () => {
    const id = await person({ following: true });

    await say(id, 'receipt:1:1');
    await say(id, 'receipt:1:1');

    expect(await messagesOf(id)).toHaveLength(1);
  });
});

test('an answer in the chat is an urgent row for whoever wrote', async () => {
  await db.prisma.$transaction((tx) =>
    reply(tx, ctx, { oaUserId: 'u1', text: 'Chào anh/chị.', cause: 'event:1' }),
  );

  const rows = await db.prisma.message.findMany({ where: { oaUserId: 'u1' } });
  expect(rows).toMatchObject([
    { urgent: true, kind: 'reply', payload: { text: 'Chào anh/chị.', buttons: [] } },
  ]);
});
