import { z } from 'zod';

import { searchKinds } from '../domain/search-mix.js';
import { defineCall } from './call.js';
import { errors } from './load.calls.js';

/** One request: how long it took until the whole answer was read (milliseconds), and whether it found something. */
const sample = z.object({ kind: z.enum(searchKinds), path: z.string(), ms: z.number(), found: z.boolean() });
export type Sample = z.infer<typeof sample>;

/** So many clients, each of which sends its next request when the one before is answered. */
export const search = defineCall({
  name: 'search',
  args: z.object({ url: z.url(), clients: z.int(), seconds: z.number(), seed: z.int() }),
  result: z.object({ samples: z.array(sample), tookS: z.number(), errors }),
});

const database = { adminUrl: z.string(), schema: z.string() };

/** Puts composed ads into the portal's index. */
export const fill = defineCall({
  name: 'fill',
  args: z.object({ ...database, ads: z.int(), today: z.iso.date() }),
  result: z.object({ tookS: z.number() }),
});

/** What PostgreSQL tells of each statement of a search: its plan, with what it took. */
export const explain = defineCall({
  name: 'explain',
  args: z.object({ ...database, query: z.string() }),
  result: z.array(z.string()),
});

/** How large the index is: the table with all that belongs to it, and the inverted index of that; MB. */
export const sizes = defineCall({
  name: 'sizes',
  args: z.object(database),
  result: z.object({ ads: z.int(), tableMb: z.number(), termsMb: z.number() }),
});
