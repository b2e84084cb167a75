import { z } from 'zod';

import { inSchema } from './in-schema.js';

const row = z.object({ ads: z.int(), tableMb: z.number(), termsMb: z.number() });
export type IndexSizes = z.infer<typeof row>;

/** Ads on show, and what they take on disk: the table with all that belongs to it, and its inverted index. MB of 2^20 bytes. */
export const indexSizes = (adminUrl: string, schema: string): Promise<IndexSizes> =>
  inSchema({ url: adminUrl, schema, poolSize: 1 }, async (db) => {
    const [sizes]: unknown[] = await db.query(
      `select (select count(*) from ad where shown)::integer as ads,
              pg_total_relation_size('ad') / 1048576.0::float8 as "tableMb",
              pg_relation_size('ad_terms') / 1048576.0::float8 as "termsMb"`,
    );
    return row.parse(sizes);
  });
