import type { EntityManager } from 'typeorm';
import { z } from 'zod';

import type { NewTerms } from './terms-bodies.js';

const row = z.object({
  version: z.int(),
  url: z.string(),
  digest: z.string().nullable(),
  summary: z.string(),
  material: z.boolean(),
  published_at: z.date(),
  confirmed_at: z.date().nullable(),
});
export type TermsRow = z.infer<typeof row>;

type Db = Pick<EntityManager, 'query'>;

/** The newest first. */
export async function readTerms(db: Db, partner: string): Promise<TermsRow[]> {
  const sql = `select version, url, digest, summary, material, published_at, confirmed_at
                 from partner_terms where partner_id = $1 order by version desc limit 200`;
  return row.array().parse(await db.query(sql, [partner]));
}

/** The partner's row is locked: versions are given one after the other. Answers the one given. */
export async function addTerms(db: Db, partner: string, version: number, terms: NewTerms): Promise<void> {
  await db.query(
    'insert into partner_terms (partner_id, version, url, digest, summary, material) values ($1, $2, $3, $4, $5, $6)',
    [partner, version, terms.url, terms.digest ?? null, terms.summary, terms.material],
  );
}

export async function storeConfirmation(
  db: Db,
  partner: string,
  { version, material, actor }: { readonly version: number; readonly material: boolean; readonly actor: string },
): Promise<void> {
  await db.query(
    `update partner_terms set confirmed_at = now(), confirmed_by = $3, material = $4 where partner_id = $1 and version = $2`,
    [partner, version, actor, material],
  );
}
