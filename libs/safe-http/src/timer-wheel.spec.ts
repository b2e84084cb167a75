import fc from 'fast-check';
import { TimerWheel } from './timer-wheel.js';

/** A wheel whose clock and ticks are ours. */
class Bench {
  now = 1_000_003;
  readonly wheel = new TimerWheel(() => this.now);
  readonly fired: { id: number; at: number }[] = [];

  start(id: number, delayMs: number): { cancel(): void } {
    return this.wheel.after(delayMs, () => this.fired.push({ id, at: this.now }));
  }

  /** Lets time pass in steps of the given lengths. */
  pass(...steps: number[]): void {
    for (const step of steps) {
      this.now += step;
      this.wheel.advance();
    }
  }

  stop(): void {
    this.pass(1_000_000);
  }
}

const steps = (totalMs: number): number[] => Array<number>(Math.ceil(totalMs / 20)).fill(20);

describe('a deadline', () => {
  it('is met within two ticks after it, never before', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(25_000), { minLength: 1, maxLength: 40 }), (delays) => {
        const bench = new Bench();
        const started = bench.now;
        delays.forEach((delayMs, id) => bench.start(id, delayMs));
        bench.pass(...steps(25_100));
        expect(bench.fired).toHaveLength(delays.length);
        for (const { id, at } of bench.fired) {
          const late = at - started - (delays[id] ?? 0);
          expect(late).toBeGreaterThanOrEqual(0);
          expect(late).toBeLessThanOrEqual(40);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('that is cancelled never comes, nor takes another with it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(15_000), fc.boolean()), { minLength: 1 }), (timers) => {
        const bench = new Bench();
        const handles = timers.map(([delayMs], id) => bench.start(id, delayMs));
        handles.forEach((handle, id) => timers[id]?.[1] && handle.cancel());
        handles.forEach((handle, id) => timers[id]?.[1] && handle.cancel());
        bench.stop();
        const kept = timers.flatMap(([, cancelled], id) => (cancelled ? [] : [id]));
        expect(bench.fired.map(({ id }) => id).sort((a, b) => a - b)).toEqual(kept);
        expect(bench.wheel.size).toBe(0);
      }),
    );
  });

  it('that fell into a pause of the process is met right after it', () => {
    const bench = new Bench();
    [5, 500, 9_000, 30_000].forEach((delayMs, id) => bench.start(id, delayMs));
    bench.pass(29_000);
    expect(bench.fired.map(({ id }) => id).sort()).toEqual([0, 1, 2]);
    bench.pass(20, 980, 20);
    expect(bench.fired).toHaveLength(4);
  });

  it('may start and cancel others when it comes', () => {
    const bench = new Bench();
    const victim = bench.start(9, 100);
    bench.wheel.after(60, () => {
      victim.cancel();
      bench.start(1, 0);
    });
    bench.pass(...steps(200));
    expect(bench.fired.map(({ id }) => id)).toEqual([1]);
  });
});

describe('the interval', () => {
  const { setInterval, clearInterval } = globalThis;
  afterEach(() => Object.assign(globalThis, { setInterval, clearInterval }));

  it('is one for all timers, and runs only while there are any', () => {
    const running = new Set<unknown>();
    Object.assign(globalThis, {
      setInterval: (run: () => void, everyMs: number) => {
        const timer = setInterval(run, everyMs);
        running.add(timer);
        return timer;
      },
      clearInterval: (timer: NodeJS.Timeout) => {
        running.delete(timer);
        clearInterval(timer);
      },
    });
    const wheel = new TimerWheel();
    const handles = [1, 2, 3].map(() => wheel.after(50_000, () => undefined));
    expect([running.size, wheel.size]).toEqual([1, 3]);
    handles.forEach((handle) => handle.cancel());
    expect([running.size, wheel.size]).toEqual([0, 0]);
  });

  it('drives the wheel', async () => {
    const wheel = new TimerWheel();
    const started = performance.now();
    await new Promise<void>((resolve) => void wheel.after(30, resolve));
    expect(performance.now() - started).toBeGreaterThanOrEqual(30);
    expect(wheel.size).toBe(0);
  });
});
