/** A draft while it is written: kept on the phone within half a second, sent at every pause, by itself when the network is back. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Form } from '#contract/initiative.ts';
import { emptyForm } from '#contract/terms.ts';
import { type Draft, newDraft, savedPlace } from '../../mini-app/features/initiatives/draft.ts';
import {
  createKeeper,
  phonePause,
  retryPause,
  type Sent,
  serverPause,
} from '../../mini-app/features/initiatives/draft-keeper.ts';
import type { Kept } from '../../mini-app/features/initiatives/draft-kept.ts';

/** A phone and a server of a few lines, which can be full or out of reach. */
function world() {
  const phone: { kept: Kept | null; full: boolean } = { kept: null, full: false };
  const server: { form: Form | null; version: number; reachable: boolean; sends: number } = {
    form: null,
    version: 0,
    reachable: true,
    sends: 0,
  };
  const now = () => new Date();
  return {
    phone,
    server,
    around: {
      now,
      async keep(kept: Kept) {
        if (phone.full) return false;
        phone.kept = kept;
        return true;
      },
      async send(form: Form, version: number): Promise<Sent> {
        server.sends += 1;
        if (!server.reachable) return { kind: 'held', hold: 'offline' };
        if (version !== server.version)
          return {
            kind: 'changed',
            theirs: { form: server.form ?? emptyForm, at: now().toISOString(), version: server.version },
          };
        server.form = form;
        server.version += 1;
        return { kind: 'saved', version: server.version, savedAt: now().toISOString() };
      },
    },
  };
}

const draft = (): Draft => newDraft(emptyForm, new Date().toISOString());

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('while somebody writes', () => {
  it('has every letter on the phone after half a second, however fast one types', async () => {
    const { phone, around } = world();
    const keeper = createKeeper(draft(), around);
    for (const title of ['P', 'Ph', 'Phi', 'Phiế', 'Phiếu']) {
      keeper.type({ title });
      await vi.advanceTimersByTimeAsync(phonePause / 4);
    }
    expect(phone.kept?.form.title).toBe('Phiế');
    await vi.advanceTimersByTimeAsync(phonePause);
    expect(phone.kept?.form.title).toBe('Phiếu');
  });

  it('asks the server at a pause, once', async () => {
    const { server, around } = world();
    const keeper = createKeeper(draft(), around);
    keeper.type({ title: 'Phiếu' });
    await vi.advanceTimersByTimeAsync(serverPause - 100);
    keeper.type({ title: 'Phiếu hẹn' });
    await vi.advanceTimersByTimeAsync(serverPause - 100);
    expect(server.sends).toBe(0);
    await vi.advanceTimersByTimeAsync(200);
    expect(server.form?.title).toBe('Phiếu hẹn');
    expect(server.sends).toBe(1);
    expect(savedPlace(keeper.get()).place).toBe('server');
  });

  it('tells the phone, too, that the server has it', async () => {
    const { phone, around } = world();
    const keeper = createKeeper(draft(), around);
    keeper.type({ title: 'Phiếu' });
    await keeper.flush();
    expect(phone.kept).toMatchObject({ version: 1, onServer: expect.any(String) });
  });

  it('leaves no trace of whoever only looks', async () => {
    const { phone, server, around } = world();
    const keeper = createKeeper(draft(), around);
    await keeper.flush();
    keeper.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.sends).toBe(0);
    expect(phone.kept).toBeNull();
  });
});

describe('without network', () => {
  it('keeps the text on the phone, says so, and sends it by itself later', async () => {
    const { server, around } = world();
    server.reachable = false;
    const keeper = createKeeper(draft(), around);
    keeper.type({ title: 'Phiếu' });
    await keeper.flush();
    expect(savedPlace(keeper.get()).place).toBe('device');
    server.reachable = true;
    await vi.advanceTimersByTimeAsync(retryPause + 100);
    expect(server.form?.title).toBe('Phiếu');
    expect(savedPlace(keeper.get()).place).toBe('server');
  });

  it('does not ask whether both texts are wanted when only the answer had got lost', async () => {
    const { server, around } = world();
    const keeper = createKeeper(draft(), {
      ...around,
      async send(form, version) {
        const answer = await around.send(form, version);
        if (server.sends === 1) return { kind: 'held', hold: 'offline' };
        return answer;
      },
    });
    keeper.type({ title: 'Phiếu' });
    await keeper.flush();
    keeper.type({ title: 'Phiếu hẹn' });
    keeper.retry();
    await keeper.flush();
    expect(keeper.get().theirs).toBeNull();
    expect(server.form?.title).toBe('Phiếu hẹn');
  });
});

describe('a second phone', () => {
  it('stops the sending until the person has chosen, then goes on', async () => {
    const { server, around } = world();
    server.form = { ...emptyForm, title: 'Từ máy khác' };
    server.version = 1;
    const keeper = createKeeper(draft(), around);
    keeper.type({ title: 'Phiếu' });
    await keeper.flush();
    expect(keeper.get().theirs?.form.title).toBe('Từ máy khác');
    keeper.type({ title: 'Phiếu hẹn' });
    await vi.advanceTimersByTimeAsync(serverPause * 2);
    expect(server.form.title).toBe('Từ máy khác');
    keeper.choose('mine');
    await keeper.flush();
    expect(server.form.title).toBe('Phiếu hẹn');
    expect(server.version).toBe(2);
  });
});

describe('a full phone', () => {
  it('is tried again with the next letter, not over and over', async () => {
    const { phone, server, around } = world();
    phone.full = true;
    server.reachable = false;
    let tries = 0;
    const keeper = createKeeper(draft(), {
      ...around,
      keep: (kept) => {
        tries += 1;
        return around.keep(kept);
      },
    });
    keeper.type({ title: 'Phiếu' });
    await vi.advanceTimersByTimeAsync(serverPause + 100);
    expect(savedPlace(keeper.get()).place).toBe('failed');
    const before = tries;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(tries).toBe(before);
    phone.full = false;
    keeper.type({ title: 'Phiếu hẹn' });
    await vi.advanceTimersByTimeAsync(phonePause + 100);
    expect(phone.kept?.form.title).toBe('Phiếu hẹn');
  });
});

describe('handed in or deleted', () => {
  it('is not written to the phone again', async () => {
    const { phone, around } = world();
    const keeper = createKeeper(draft(), around);
    keeper.type({ title: 'Phiếu' });
    await keeper.discard();
    phone.kept = null;
    await keeper.flush();
    keeper.stop();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(phone.kept).toBeNull();
  });
});
