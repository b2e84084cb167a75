import { arrivals } from '../domain/arrivals.js';
import { complaints } from '../domain/complaints.js';
import type { LatencyFigures } from '../domain/results.js';
import { summarize } from '../domain/summary.js';
import { ArrivalsLog } from '../world/arrivals-log.js';
import type { BenchWorld, Employer } from '../world/bench-world.js';
import { type Accepted, pace } from '../worker/load.calls.js';

export interface LatencyRun {
  readonly employer: Employer;
  /** Whose deliveries are awaited and judged; those of other portals are nobody's business here. */
  readonly judged: readonly number[];
  readonly ratePerSecond: number;
  readonly seconds: number;
  /** The number of the first offer: none is sent twice. */
  readonly from: number;
}

/** Offers that arrive at a steady rate, by a clock of their own; how long after its 201 each is at the portals. */
export async function measureLatency(world: BenchWorld, run: LatencyRun): Promise<LatencyFigures> {
  const { employer, judged, ratePerSecond, seconds, from } = run;
  await new ArrivalsLog(world).collect();
  const dueMs = arrivals(ratePerSecond, seconds, from);
  const { accepted, errors } = await world.load.ask(pace, { ...(await world.sender(employer)), from, dueMs });
  const log = new ArrivalsLog(world);
  await log.whileGrowing(() => missing(log, accepted, judged) > 0);
  return {
    offers: accepted.length,
    errors: complaints({ refused: errors, lost: missing(log, accepted, judged), twice: log.duplicates(judged) }),
    received: summarize(accepted.flatMap((offer) => waits(log, offer, judged))),
    answered: summarize(accepted.map(([, dueUs, , answeredUs]) => (answeredUs - dueUs) / 1_000)),
  };
}

function waits(log: ArrivalsLog, [id, , , answeredUs]: Accepted, judged: readonly number[]): number[] {
  const bytes = judged.map((portal) => log.firstByteUs(id, portal));
  return bytes.flatMap((at) => (at === undefined ? [] : [(at - answeredUs) / 1_000]));
}

function missing(log: ArrivalsLog, accepted: readonly Accepted[], judged: readonly number[]): number {
  return accepted.reduce((sum, offer) => sum + judged.length - waits(log, offer, judged).length, 0);
}
