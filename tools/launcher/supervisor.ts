import { setTimeout as sleep } from 'node:timers/promises';
import { endProcess, type Exit, type RunningProcess } from '../infrastructure/child-process.ts';
import { isPaused } from '../infrastructure/process-identity.ts';
import { afterDeath, CRASH_LOOP, noDeaths } from './backoff.ts';

/** A child to be kept running. */
export interface ChildSpec {
  readonly name: string;
  /** Starts it; `again` after a death. */
  readonly start: (again: boolean) => Promise<RunningProcess>;
  /** Children of a lower number are stopped first. */
  readonly stops: number;
  readonly stopSignal?: NodeJS.Signals;
  readonly stopGraceMs?: number;
}

/** What the supervisor tells of: files are kept, a dead publisher is fenced, lines are printed. */
export interface SupervisorEvents {
  readonly started: (name: string, child: RunningProcess) => void;
  /** Starting it again failed; it is tried again. */
  readonly startFailed: (name: string, error: unknown) => void;
  readonly died: (name: string, child: RunningProcess, exit: Exit, nextStartMs: number | undefined) => void;
  /** It died several times in a row. */
  readonly crashLoop: (name: string) => void;
}

/** EX_CONFIG: a service that refuses its configuration; the next start would refuse it as well. */
export const CONFIG_REFUSED = 78;
const GRACE_MS = 15_000;
const LONGEST_WAIT_MS = 10_000;

interface Kept {
  readonly spec: ChildSpec;
  child: RunningProcess;
}

/** Keeps children running until it is told to stop; then ends them in order and starts none again. */
export class Supervisor {
  readonly #events: SupervisorEvents;
  readonly #kept = new Map<string, Kept>();
  readonly #watching: Promise<void>[] = [];
  readonly #stop = new AbortController();

  constructor(events: SupervisorEvents) {
    this.#events = events;
  }

  /** Starts the child and keeps it. @throws Error when it cannot be started, or everything is being stopped */
  async keep(spec: ChildSpec): Promise<void> {
    if (this.stopping) throw new Error('Stopped before it was started.');
    await this.adopt(spec, await spec.start(false));
  }

  /** Keeps one that was started already; ends it if everything was stopped meanwhile. */
  async adopt(spec: ChildSpec, child: RunningProcess): Promise<void> {
    const kept = { spec, child };
    if (this.stopping) return end(kept);
    this.#kept.set(spec.name, kept);
    this.#events.started(spec.name, child);
    this.#watching.push(this.#watch(kept));
  }

  get stopping(): boolean {
    return this.#stop.signal.aborted;
  }

  /** Ends every child, those of a lower `stops` first. */
  async stop(): Promise<void> {
    this.#stop.abort();
    for (const wave of waves([...this.#kept.values()])) await Promise.all(wave.map(end));
    await Promise.all(this.#watching);
  }

  /** Kills every child at once. */
  async killAll(): Promise<void> {
    this.#stop.abort();
    await Promise.all(
      [...this.#kept.values()].map(({ child }) => endProcess(child.identity, { signal: 'SIGKILL', graceMs: 1000 })),
    );
  }

  async #watch(kept: Kept): Promise<void> {
    let deaths = noDeaths;
    while (!this.stopping) {
      const began = performance.now();
      const exit = await kept.child.exited;
      const after = afterDeath(deaths, performance.now() - began);
      deaths = after.deaths;
      const again = !this.stopping && exit.code !== CONFIG_REFUSED;
      this.#events.died(kept.spec.name, kept.child, exit, again ? after.waitMs : undefined);
      if (!again) return;
      if (deaths.inARow % CRASH_LOOP === 0) this.#events.crashLoop(kept.spec.name);
      await this.#startAgain(kept, after.waitMs);
    }
  }

  async #startAgain(kept: Kept, waitMs: number): Promise<void> {
    await sleep(waitMs, undefined, { signal: this.#stop.signal }).catch(() => undefined);
    if (this.stopping) return;
    try {
      kept.child = await kept.spec.start(true);
    } catch (error) {
      this.#events.startFailed(kept.spec.name, error);
      return this.#startAgain(kept, Math.min(waitMs * 2, LONGEST_WAIT_MS));
    }
    this.#events.started(kept.spec.name, kept.child);
    // Told to stop while it was being started: the stop did not see it.
    if (this.stopping) await end(kept);
  }
}

function waves(kept: readonly Kept[]): Kept[][] {
  const numbers = [...new Set(kept.map(({ spec }) => spec.stops))].sort((a, b) => a - b);
  return numbers.map((number) => kept.filter(({ spec }) => spec.stops === number));
}

/** A paused process (SIGSTOP) would not hear a polite signal; letting it go on could let it act: it is killed as it stands. */
async function end({ spec, child }: Kept): Promise<void> {
  const signal = isPaused(child.identity) ? 'SIGKILL' : (spec.stopSignal ?? 'SIGTERM');
  await endProcess(child.identity, { signal, graceMs: spec.stopGraceMs ?? GRACE_MS });
  await child.exited;
}
