import { complaints } from '../domain/complaints.js';
import type { BulkFigures } from '../domain/results.js';
import { steadyRate } from '../domain/steady-rate.js';
import { ArrivalsLog } from '../world/arrivals-log.js';
import type { BenchWorld, Employer } from '../world/bench-world.js';
import { importOffers } from '../worker/load.calls.js';

/** One import; how fast its records are accepted, and how fast they are at the portal. */
export async function measureBulk(
  world: BenchWorld,
  { employer, count, from }: { readonly employer: Employer; readonly count: number; readonly from: number },
): Promise<BulkFigures> {
  await new ArrivalsLog(world).collect();
  const sent = await world.load.ask(importOffers, { ...(await world.sender(employer)), from, count });
  const log = new ArrivalsLog(world);
  await log.whileGrowing(() => log.size < sent.created);
  return {
    offers: sent.created,
    errors: complaints({ refused: sent.errors, lost: sent.created - log.size, twice: log.duplicates([0]) }),
    acceptedPerSecond: sent.created / ((sent.endedUs - sent.beganUs) / 1e6),
    deliveriesPerSecond: steadyRate(log.timesUs()),
  };
}
