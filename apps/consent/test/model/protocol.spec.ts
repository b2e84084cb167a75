import { defaultReportMessage } from 'fast-check';
import { readConfig } from '@accord/service/config';
import { z } from 'zod';

import { explore } from './explore.js';
import { sound } from './parts.js';

/** `MODEL_RUNS`: how many schedules. `MODEL_SEED`: those of an earlier run. */
const { MODEL_RUNS: runs, MODEL_SEED: seed } = readConfig(
  z.object({
    MODEL_RUNS: z.coerce.number().int().positive().default(2_000),
    MODEL_SEED: z.coerce
      .number()
      .int()
      .default(() => Math.floor(Math.random() * 2 ** 31)),
  }),
);

it(
  'the protocol keeps its promises, whoever goes on next, dies, is paused, or hears a thing late, twice or never',
  async () => {
    const { seen, found } = await explore(sound, runs, seed);
    process.stdout.write(`model: ${runs} schedules, seed ${seed}, ${JSON.stringify(seen)}\n`);
    if (found.failed) throw new Error(defaultReportMessage(found), { cause: found.errorInstance });
    // Not by doing nothing: stops had requests under way to wait for, and waited for them.
    expect(seen.sends).toBeGreaterThan(runs);
    expect(seen.waiting).toBeGreaterThan(runs / 20);
    expect(seen.acknowledged).toBe(seen.waiting);
  },
  60_000 + runs * 20,
);
