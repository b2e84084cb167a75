import type { AgreementDraft } from '@accord/contracts/agreement';
import { z } from 'zod';

import { type Db, readRows } from '../rows/read-rows.js';

/** A text as it is shown to whoever agrees, and as it is named on receipts. */
export const wording = z.object({
  id: z.string(),
  version: z.int(),
  language: z.enum(['fr', 'en']),
  effect: z.enum(['allow', 'refuse']),
  title: z.string(),
  body: z.string(),
  /** SHA-256 over the JCS form of {id, version, language, title, body}. */
  digest: z.string(),
  /** No later version of it is there in this language: the one to show to whoever agrees now. */
  current: z.boolean(),
});
export type Wording = z.infer<typeof wording>;

const SELECT = `
  select wording_id as id, version, language, effect, title, body, digest,
         not exists (select from wording later where later.wording_id = w.wording_id and later.language = w.language
                        and later.version > w.version) as current
    from wording w`;

export const listWordings = (db: Db, language: string | undefined): Promise<Wording[]> =>
  readRows(db, wording, `${SELECT} where $1::text is null or language = $1 order by 1, 2, 3`, [language ?? null]);

export async function findWording(
  db: Db,
  { id, version, language }: AgreementDraft['wording'],
): Promise<Wording | undefined> {
  const sql = `${SELECT} where wording_id = $1 and version = $2 and language = $3`;
  return (await readRows(db, wording, sql, [id, version, language]))[0];
}
