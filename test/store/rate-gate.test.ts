// The pace of calls to Zalo: even, shared by processes, urgent first, and closed when Zalo says so.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGate, type RateGate, type Urgency } from '#bot/store/rate-gate.ts';
import { createPauses } from '#bot/store/rate-pauses.ts';
import { freshDatabase } from '../support/database.ts';

const db = await freshDatabase({ connections: 9 });

let apps = 0;
/** Each test has a Zalo app of its own; each gate of it stands for a process. */
function gates(howMany: number, perMinute: number): RateGate[] {
  apps += 1;
  return Array.from({ length: howMany }, () =>
    createGate({ pool: db.pool, appId: `app-${apps}`, perMinute }),
  );
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Callers that come again at once, as a postman's do, until the time is over. When each one passed. */
async function rush(gate: RateGate, callers: number, milliseconds: number, urgency: Urgency = 'normal') {
  const end = performance.now() + milliseconds;
  const passed: number[] = [];
  const call = async () => {
    while (performance.now() < end) {
      await gate.pass(urgency);
      passed.push(performance.now());
    }
  };
  await Promise.all(Array.from({ length: callers }, call));
  return passed;
}

function mostInOneSecond(moments: number[]): number {
  const sorted = [...moments].sort((a, b) => a - b);
  let first = 0;
  let most = 0;
  sorted.forEach((moment, last) => {
    while (moment - sorted[first]! >= 1000) first += 1;
    most = Math.max(most, last - first + 1);
  });
  return most;
}

describe('the pace', () => {
  it.each([
    { perMinute: 900, processes: 1 },
    { perMinute: 6_000, processes: 1 },
    { perMinute: 6_000, processes: 3 },
  ])(
    '$processes processes never pass more than a second’s worth of $perMinute a minute in a second',
    async (how) => {
      const passed = await Promise.all(
        gates(how.processes, how.perMinute).map((gate) => rush(gate, 16, 2_200)),
      );

      const all = passed.flat().filter((moment) => moment <= Math.min(...passed.flat()) + 3_000);
      expect(mostInOneSecond(all)).toBeLessThanOrEqual(how.perMinute / 60);
      expect(all.length).toBeGreaterThanOrEqual((how.perMinute / 60) * 2.2 * 0.6);
    },
  );

  it('holds for any rate, any number of processes and callers who come and go', async () => {
    const rates = fc.integer({ min: 900, max: 12_000 });
    const lulls = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(
        rates,
        fc.array(lulls, { minLength: 1, maxLength: 3 }),
        async (perMinute, processes) => {
          const fleet = gates(processes.length, perMinute);
          const passed = await Promise.all(
            processes.map(async (itsLulls, index) => {
              const moments: number[] = [];
              for (const lull of itsLulls) {
                moments.push(...(await rush(fleet[index]!, 4, 250)));
                await pause(lull);
              }
              return moments;
            }),
          );
          expect(mostInOneSecond(passed.flat())).toBeLessThanOrEqual(Math.ceil(perMinute / 60));
        },
      ),
      { numRuns: 4 },
    );
  });

  it('nothing is saved up while nobody calls', async () => {
    const [gate] = gates(1, 600);
    await gate!.pass('normal');
    await pause(1_500);

    const passed = await rush(gate!, 6, 500);

    expect(passed.filter((moment) => moment < passed[0]! + 450).length).toBeLessThanOrEqual(5);
  });

  it('a very high rate costs nearly nothing', async () => {
    const [gate] = gates(1, 6_000_000);
    const before = performance.now();
    for (let i = 0; i < 100_000; i += 1) await gate!.pass('normal');
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  it('a high rate that is counted is kept: never more than a second’s worth and what was under way', async () => {
    const passed = await rush(gates(1, 120_000)[0]!, 32, 1_000);
    expect(passed.length).toBeGreaterThan(0);
    expect(passed.length).toBeLessThanOrEqual(2_032);
  });
});

describe('urgent callers', () => {
  it('overtake everybody who waits in the same process', async () => {
    const [gate] = gates(1, 300);
    const order: string[] = [];
    const call = (name: string, urgency: Urgency) => gate!.pass(urgency).then(() => order.push(name));

    const all = ['a', 'b', 'c', 'd'].map((name) => call(name, 'normal'));
    all.push(call('reply', 'urgent'));
    await Promise.all(all);

    expect(order.indexOf('reply')).toBeLessThanOrEqual(1);
  });

  it('get the next free permit while another process is busy broadcasting', async () => {
    const [broadcast, chat] = gates(2, 100);
    const rushing = rush(broadcast!, 2, 1_600);
    await pause(700);

    const before = performance.now();
    await chat!.pass('urgent');

    expect(performance.now() - before).toBeLessThan(1_400);
    await rushing;
  });
});

describe('when Zalo says too fast', () => {
  it('the gate closes for every process, and opens again by itself', async () => {
    const [one, other] = gates(2, 6_000);
    await one!.pass('normal');
    const before = performance.now();
    one!.slowDown(3_000);
    await pause(50);

    await Promise.all([one!.pass('urgent'), other!.pass('normal')]);

    expect(performance.now() - before).toBeGreaterThan(450);
    expect(performance.now() - before).toBeLessThan(2_000);
  });

  it('a database that is away fails the callers instead of letting them through', async () => {
    const pool = { query: () => Promise.reject(new Error('no database')) } as unknown as typeof db.pool;
    const gate = createGate({ pool, appId: 'x', perMinute: 600 });
    await expect(gate.pass('normal')).rejects.toThrow('no database');
  });
});

describe('pauses', () => {
  const atSecond = (second: number) => () => 1_760_000_040_000 + second * 1000;

  it('double while nothing gets through, and start small again after an answer', () => {
    const pauses = createPauses(atSecond(10));
    expect(pauses.slowDown(0, 100)).toBe(500);
    expect(pauses.slowDown(100, 100)).toBe(0);
    expect(pauses.slowDown(600, 100)).toBe(1_000);
    expect(pauses.slowDown(1_700, 100)).toBe(2_000);
    pauses.observe(3_800, undefined, undefined);
    expect(pauses.slowDown(3_900, 100)).toBe(500);
  });

  it('last until the next minute when the minute is used up', () => {
    expect(createPauses(atSecond(10)).slowDown(0, 0)).toBe(50_000);
  });

  it('keep the last permits of a minute for urgent callers', () => {
    const pauses = createPauses(atSecond(40));
    pauses.observe(0, 4_000, 41);
    expect(pauses.normalHeldMs(0)).toBe(0);
    pauses.observe(0, 4_000, 40);
    expect(pauses.normalHeldMs(0)).toBe(20_000);
    expect(pauses.closedMs(0)).toBe(0);
    expect(pauses.observe(5_000, 4_000, 3_999)).toBe(true);
    expect(pauses.normalHeldMs(5_000)).toBe(0);
  });
});
