import { z } from 'zod';

import { publicAd } from '../public-ad.js';

/** Where words stand in a text: UTF-16 units, as JavaScript, Java and C# count, the end not included. */
const span = z.object({ start: z.int(), end: z.int() });

const foundAd = publicAd
  .extend({
    /** From the middle of the commune asked for; 0 in it. */
    distanceKm: z.number().optional(),
    highlights: z.object({ title: z.array(span), description: z.array(span) }).optional(),
  })
  .meta({ title: 'FoundAd' });

/** The first page's: `atLeast` where counting more would have cost too much. */
const total = z.object({ value: z.int(), relation: z.enum(['exactly', 'atLeast']) });

const labelled = z.object({ code: z.string(), label: z.string() });

/** What was made of the words. */
const understood = z.object({
  /** `all` words, jobs by their name; no such ad: unknown words `corrected`; jobs that are `mentioned`; `fewer` words. */
  reading: z.enum(['all', 'corrected', 'mentioned', 'fewer']),
  occupations: z.array(labelled),
  places: z.array(labelled.extend({ kind: z.enum(['commune', 'department', 'region']) })),
  corrections: z.array(z.object({ written: z.string(), read: z.string() })),
  /** Words left out, because no ad has them with the others. */
  ignored: z.array(z.string()),
});

const facet = z.object({
  name: z.string(),
  /** Counted among all that the search finds without the facet's own filter; false: among so many of the newest. */
  exact: z.boolean(),
  countedAmong: z.int(),
  values: z.array(z.object({ code: z.string(), label: z.string().optional(), count: z.int() })),
});

/** Answer of GET /v1/ads. A page may hold fewer ads than asked for and still have a next one. */
export const adPage = z
  .object({
    items: z.array(foundAd),
    next: z.string().optional(),
    total: total.optional(),
    understood: understood.optional(),
    facets: z.array(facet).optional(),
  })
  .meta({ title: 'AdPage' });

export type Facet = z.infer<typeof facet>;
export type Total = z.infer<typeof total>;
export type UnderstoodWords = z.infer<typeof understood>;
export type Span = z.infer<typeof span>;

/** As answered: ads as the public fields of their stored views. */
export interface AdPage {
  readonly items: readonly Record<string, unknown>[];
  readonly next?: string;
  readonly total?: Total;
  readonly understood?: UnderstoodWords;
  readonly facets?: readonly Facet[];
}
