import type { IsolationFigures } from '../domain/results.js';
import { ArrivalsLog } from '../world/arrivals-log.js';
import type { BenchWorld, Employer } from '../world/bench-world.js';
import { behave, type Behaviour } from '../worker/sink.calls.js';
import { measureLatency } from './latency.js';

export interface IsolationRun {
  readonly employer: Employer;
  readonly portals: number;
  readonly ratePerSecond: number;
  readonly seconds: number;
  readonly from: number;
}

/** One that takes longer for each answer than it has, and one that does not answer at all. */
const disturbers: readonly Behaviour[] = [{ kind: 'slow', ms: 3_000 }, { kind: 'silent' }];

/** How long the others wait while all are well, and while these are not. */
export async function measureIsolation(world: BenchWorld, run: IsolationRun): Promise<IsolationFigures> {
  const { employer, portals, ratePerSecond, seconds, from } = run;
  const judged = Array.from({ length: portals }, (_, portal) => portal).slice(disturbers.length);
  const same = { employer, judged, ratePerSecond, seconds };
  const healthy = await measureLatency(world, { ...same, from });
  await behaveAs(world, disturbers);
  try {
    return { ratePerSecond, healthy, disturbed: await measureLatency(world, { ...same, from: from + 100_000 }) };
  } finally {
    await behaveAs(
      world,
      disturbers.map(() => ({ kind: 'ok' })),
    );
    // What is left for them must not be under way while something else is measured.
    await new ArrivalsLog(world).whileGrowing(() => true, QUIET_MS);
  }
}

/** Longer than a circuit stays open. */
const QUIET_MS = 35_000;

async function behaveAs(world: BenchWorld, behaviours: readonly Behaviour[]): Promise<void> {
  await Promise.all(behaviours.map((behaviour, partner) => world.sinks.ask(behave, { partner, behaviour })));
}
