// The last look: whatever was planned, what is true at the moment of sending decides.
import { describe, expect, test } from 'vitest';
import { at } from '#bot/context.ts';
import { stillWanted } from '#bot/services/last-look.ts';
import type { OutboxRow } from '#bot/store/outbox.ts';
import { testApp } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { running } from '../support/outbox.ts';

const db = await freshDatabase();
const quiet = { quietFrom: '21:00', quietTo: '07:00' };
const morning = new Date('2026-11-25T07:00:00+07:00');
const noon = new Date('2026-11-24T12:00:00+07:00');
const night = new Date('2026-11-24T22:00:00+07:00');
const app = (time: Date) => testApp({ database: db, clock: () => time, quiet });
const announcementId = await running(db);
const operatorId = await running(db, { kind: 'operator', text: 'Nguyên văn.' });

const row = (change: Partial<OutboxRow> = {}): OutboxRow => ({
  id: '1',
  urgent: false,
  announcementId,
  kind: 'announcement',
  oaUserId: 'u1',
  personId: null,
  payload: { text: 'Đã nhận hồ sơ.', buttons: [{ label: 'Hạn nộp', say: 'hạn nộp' }] },
  attempts: 0,
  following: true,
  stoppedAt: null,
  muted: [],
  lastInteractionAt: new Date('2026-11-23T12:00:00+07:00'),
  demo: false,
  ...change,
});
const look = async (time: Date, change: Partial<OutboxRow> = {}) =>
  (await stillWanted(at(app(time)), [row(change)]))[0];
const receipt = { kind: 'receipt', announcementId: null, urgent: true };

describe('an announcement', () => {
  test('goes out by day, with its text and a button', async () => {
    expect(await look(noon)).toEqual({
      send: {
        text: 'Mở đợt 2\n\nĐợt 2 nhận hồ sơ đến 30/11.',
        buttons: [{ title: 'Mở thông báo', kind: 'open', url: expect.stringMatching(/\/app\/notices$/) }],
      },
    });
  });

  test('is cancelled for whoever said stop, left, or whose window closed meanwhile', async () => {
    expect(await look(noon, { stoppedAt: noon })).toEqual({ cancel: 'stopped' });
    expect(await look(noon, { muted: ['announcement'] })).toEqual({ cancel: 'no_announcement' });
    expect(await look(noon, { muted: ['reminder'] })).toHaveProperty('send');
    expect(await look(noon, { following: false })).toEqual({ cancel: 'not_following' });
    expect(await look(noon, { lastInteractionAt: new Date('2026-11-17T11:59:59+07:00') })).toEqual({
      cancel: 'window_closed',
    });
  });

  test('waits for the morning when night has fallen', async () => {
    expect(await look(night)).toEqual({ later: morning });
  });
});

test('an operator’s word knows no night and arrives as it was written', async () => {
  const change = { kind: 'operator', announcementId: operatorId };

  expect(await look(night, change)).toEqual({ send: { text: 'Nguyên văn.' } });
});

test('receipts know no night; answers go to whoever asked, even after “dừng”', async () => {
  const text = 'Đã nhận hồ sơ.';

  expect(await look(night, receipt)).toMatchObject({ send: { text } });
  expect(await look(night, { ...receipt, stoppedAt: noon })).toEqual({ cancel: 'stopped' });
  expect(await look(night, { ...receipt, following: null })).toEqual({ cancel: 'not_linked' });
  expect(await look(night, { ...receipt, kind: 'reply', stoppedAt: noon, following: null })).toEqual({
    send: { text, buttons: [{ title: 'Hạn nộp', kind: 'say', text: 'hạn nộp' }] },
  });
});

test('a person of the demo is never handed to a Zalo that is not on this machine', async () => {
  const real = app(noon);
  real.config.zalo.openapi = 'https://openapi.zalo.me';

  const verdicts = await stillWanted(at(real), [
    row({ demo: true }),
    row({ ...receipt, kind: 'reply', demo: true }),
    row(),
  ]);

  expect(verdicts).toEqual([
    { cancel: 'demo' },
    { cancel: 'demo' },
    expect.objectContaining({ send: expect.anything() }),
  ]);
  expect(await look(noon, { demo: true })).toHaveProperty('send');
});

test('a kind that only a newer version knows is left to the workers of that version', async () => {
  expect(await look(noon, { kind: 'invitation' })).toEqual({ later: new Date(noon.getTime() + 60_000) });
});
