import fc from 'fast-check';

import { follow, schedules } from './commands.js';
import type { Seen } from './judge.js';
import type { Parts } from './parts.js';
import { World } from './world.js';

/** Runs so many schedules, or as many as it takes to break a promise; says what was seen on the way. */
export async function explore(parts: Parts, numRuns: number, seed: number, endOnFailure = false) {
  const seen: Seen = { permits: 0, sends: 0, stops: 0, waiting: 0, acknowledged: 0 };
  const property = fc.asyncProperty(schedules, async (commands) => {
    const world = new World(parts);
    await follow(world, commands);
    for (const what of kinds) seen[what] += world.judge.seen[what];
  });
  return { seen, found: await fc.check(property, { numRuns, seed, endOnFailure }) };
}

const kinds = ['permits', 'sends', 'stops', 'waiting', 'acknowledged'] as const;
