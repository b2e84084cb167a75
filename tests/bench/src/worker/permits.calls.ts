import { z } from 'zod';

import { defineCall } from './call.js';

/** Asks for permits in batches and closes them, on tables of its own in this database. */
export const askPermits = defineCall({
  name: 'askPermits',
  args: z.object({ adminUrl: z.string(), batches: z.int() }),
  result: z.object({
    permits: z.int(),
    /** Microseconds of CPU each: of the process that asks, and of the database's that answer it. */
    processUs: z.number(),
    databaseUs: z.number(),
  }),
});
