import { setTimeout as delay } from 'node:timers/promises';

import { complaints } from '../domain/complaints.js';
import type { SustainedFigures } from '../domain/results.js';
import { steadyRate } from '../domain/steady-rate.js';
import { ArrivalsLog } from '../world/arrivals-log.js';
import type { BenchWorld, Employer } from '../world/bench-world.js';
import { allow, endFlood, flood } from '../worker/load.calls.js';

export interface SustainedRun {
  readonly employer: Employer;
  /** How many portals each offer goes to. */
  readonly portals: number;
  readonly seconds: number;
  /** Offers that are accepted and not yet everywhere, at most: the backlog cannot grow. */
  readonly underWay: number;
  readonly from: number;
}

const LOOK_EVERY_MS = 20;
const SENDERS = 32;

/**
 * As many offers as get through: the next one is sent when one has arrived everywhere. What is measured is the slowest part of
 * the whole way, not how fast a queue fills.
 */
export async function measureSustained(world: BenchWorld, run: SustainedRun): Promise<SustainedFigures> {
  const log = new ArrivalsLog(world);
  await new ArrivalsLog(world).collect();
  await world.load.ask(flood, { ...(await world.sender(run.employer)), from: run.from, atOnce: SENDERS });
  const endsAt = performance.now() + run.seconds * 1_000;
  while (performance.now() < endsAt) {
    await log.collect();
    await world.load.ask(allow, { total: Math.floor(log.size / run.portals) + run.underWay });
    await delay(LOOK_EVERY_MS);
  }
  const { accepted, errors } = await world.load.ask(endFlood, undefined);
  const deliveriesPerSecond = steadyRate(log.timesUs());
  await log.whileGrowing(() => log.size < accepted * run.portals);
  const all = Array.from({ length: run.portals }, (_, portal) => portal);
  return {
    offers: accepted,
    errors: complaints({ refused: errors, lost: accepted * run.portals - log.size, twice: log.duplicates(all) }),
    deliveriesPerSecond,
  };
}
