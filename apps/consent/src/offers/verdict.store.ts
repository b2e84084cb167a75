import type { OfferVerified } from '@accord/contracts/events/offer-verified';
import { verdict } from '@accord/contracts/events/offer-verified';
import { z } from 'zod';

import type { VerdictFacts } from '../domain/shown-text.js';
import { bigint } from '../rows/posting-row.js';
import { type Db, readRows } from '../rows/read-rows.js';

const touched = z.object({ offer_id: z.string() });
const verdictRow = z.object({ version: bigint, verdict, approved_revision: z.int().nullable() });

/** Keeps moderation's word, the highest version; false where a newer one, or this one, is known. */
export async function keepVerdict(tx: Db, event: OfferVerified): Promise<boolean> {
  const rows = await readRows(
    tx,
    touched,
    `insert into verdict (offer_id, version, revision, verdict, take_down, approved_revision) values ($1, $2, $3, $4, $5, $6)
     on conflict (offer_id) do update
        set version = excluded.version, revision = excluded.revision, verdict = excluded.verdict,
            take_down = excluded.take_down, approved_revision = excluded.approved_revision
      where verdict.version < excluded.version
     returning offer_id`,
    [event.offerId, event.version, event.revision, event.verdict, event.takeDown, event.approvedRevision ?? null],
  );
  return rows.length > 0;
}

export async function readVerdict(db: Db, offerId: string): Promise<VerdictFacts | undefined> {
  const sql = 'select version, verdict, approved_revision from verdict where offer_id = $1';
  const [row] = await readRows(db, verdictRow, sql, [offerId]);
  if (row === undefined) return undefined;
  const { version, verdict: word, approved_revision: approved } = row;
  return { version, verdict: word, ...(approved !== null && { approvedRevision: approved }) };
}

/** Moderation's word on an erased offer means nothing any more. */
export const forgetVerdict = (tx: Db, offerId: string): Promise<unknown> =>
  tx.query('delete from verdict where offer_id = $1', [offerId]);

const keptRow = z.object({ revision: z.int() });

/** The texts whose content is kept. */
export async function keptTexts(db: Db, offerId: string): Promise<Set<number>> {
  const rows = await readRows(db, keptRow, 'select revision from offer_revision where offer_id = $1', [offerId]);
  return new Set(rows.map(({ revision }) => revision));
}
