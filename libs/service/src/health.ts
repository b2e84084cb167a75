import { monitorEventLoopDelay } from 'node:perf_hooks';

import type { Log } from './logging.js';

/** Throws, or rejects, with what is wrong. */
export type HealthCheck = () => void | Promise<void>;

export interface HealthReport {
  readonly ok: boolean;
  readonly checks: Readonly<Record<string, 'up' | 'down'>>;
}

const CHECK_TIMEOUT_MS = 2_000;
const REUSE_MS = 500;
/** A loop that is late by this much on average does no useful work any more. */
const STARVED_MS = 2_000;

/**
 * Live: should this process be restarted? Its event loop turns and its consumer still beats. Ready: can it work now? All it
 * needs answers. A dependency that is down makes a service not ready, never dead: restarting it would not help.
 */
export class Health {
  private readonly liveChecks = new Map<string, HealthCheck>();
  private readonly readyChecks = new Map<string, HealthCheck>();
  private readonly lastSeen = new Map<string, boolean>();
  private readonly loop = monitorEventLoopDelay({ resolution: 50 });
  private recent: { readonly at: number; readonly report: Promise<HealthReport> } | undefined;

  constructor(private readonly log: Log) {
    this.loop.enable();
    this.whileLive('event-loop', () => {
      const delayMs = this.loop.mean / 1e6;
      this.loop.reset();
      if (delayMs > STARVED_MS) throw new Error(`the event loop is ${Math.round(delayMs)} ms late on average`);
    });
  }

  whileLive(name: string, check: HealthCheck): void {
    this.liveChecks.set(name, check);
  }

  whenReady(name: string, check: HealthCheck): void {
    this.readyChecks.set(name, check);
  }

  live(): Promise<HealthReport> {
    return this.run(this.liveChecks);
  }

  /** Asked often by probes and balancers: an answer is used again for half a second. */
  ready(): Promise<HealthReport> {
    const now = performance.now();
    if (this.recent === undefined || now - this.recent.at > REUSE_MS) {
      this.recent = { at: now, report: this.run(this.readyChecks) };
    }
    return this.recent.report;
  }

  stop(): void {
    this.loop.disable();
  }

  private async run(checks: ReadonlyMap<string, HealthCheck>): Promise<HealthReport> {
    const results = await Promise.all(
      [...checks].map(async ([name, check]) => {
        const error = await outcomeOf(check);
        this.tell(name, error);
        return [name, error === undefined ? 'up' : 'down'] as const;
      }),
    );
    return { ok: results.every(([, state]) => state === 'up'), checks: Object.fromEntries(results) };
  }

  /** Why something is down is logged once, when it changes, and not told to whoever asks. */
  private tell(name: string, error: unknown): void {
    const up = error === undefined;
    const before = this.lastSeen.get(name);
    this.lastSeen.set(name, up);
    if (!up && before !== false) this.log.warn('health.down', { check: name, cause: error });
    if (up && before === false) this.log.info('health.up', { check: name });
  }
}

async function outcomeOf(check: HealthCheck): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${CHECK_TIMEOUT_MS} ms`)), CHECK_TIMEOUT_MS);
  });
  try {
    await Promise.race([Promise.resolve().then(check), late]);
    return undefined;
  } catch (error) {
    return error ?? new Error('unknown');
  } finally {
    clearTimeout(timer);
  }
}
