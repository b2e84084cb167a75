import type { OfferRevised } from '@accord/contracts/events/offer-revised';
import { z } from 'zod';

import { bigint } from '../rows/posting-row.js';
import { type Db, readReturned, readRows } from '../rows/read-rows.js';

const touched = z.object({ offer_id: z.string() });
const headRow = z.object({
  offer_id: z.string(),
  holder_id: z.string(),
  version: bigint,
  intent: z.string(),
  latest_revision: z.int(),
  shown_revision: z.int().nullable(),
});

/** What is known of an offer before an event changes it. */
export type OfferHead = z.infer<typeof headRow>;

/** An offer, and whose it is. */
export interface OwnedOffer {
  readonly offerId: string;
  readonly holder: string;
}

/**
 * Makes sure that offers have rows to lock. Nothing was heard of them: nothing may be shown. Whoever makes one waits for a
 * verdict that is being kept for an offer without a row, so that one of the two sees the other.
 */
export async function ensureOffers(tx: Db, offers: readonly OwnedOffer[]): Promise<void> {
  const made = await readRows(
    tx,
    touched,
    `insert into offer (offer_id, holder_id, version, intent, latest_revision)
     select offer_id, holder_id, -1, 'withdrawn', 0 from unnest($1::uuid[], $2::text[]) as o (offer_id, holder_id)
     on conflict do nothing returning offer_id`,
    [offers.map(({ offerId }) => offerId), offers.map(({ holder }) => holder)],
  );
  await holdNames(
    tx,
    made.map(({ offer_id }) => offer_id),
  );
}

/** Stand for the rows of offers that have none, until the transaction ends; in the order of their ids. */
export async function holdNames(tx: Db, offers: readonly string[]): Promise<void> {
  if (offers.length === 0) return;
  await tx.query(
    `select pg_advisory_xact_lock(hashtextextended('offer ' || id, 0)) from unnest($1::text[]) as o (id)`,
    [offers.toSorted()],
  );
}

/** By offer; those that have a row. */
export async function readHeads(db: Db, offers: readonly string[]): Promise<ReadonlyMap<string, OfferHead>> {
  const sql = `select offer_id, holder_id, version, intent, latest_revision, shown_revision from offer
    where offer_id = any($1::uuid[])`;
  return new Map((await readRows(db, headRow, sql, [offers])).map((head) => [head.offer_id, head]));
}

export const readHead = async (db: Db, offerId: string): Promise<OfferHead | undefined> =>
  (await readHeads(db, [offerId])).get(offerId);

export interface IntentChange {
  readonly version: number;
  readonly intent: OfferRevised['intent'] | 'erased';
  readonly reason: string | null;
}

/**
 * What employers want of their offers. Answers those for which no newer word is known; the same word again counts as stored.
 * Rows are named once each.
 */
export async function setIntents(
  tx: Db,
  changes: readonly (IntentChange & { readonly offerId: string })[],
): Promise<string[]> {
  if (changes.length === 0) return [];
  const rows = await readReturned(
    tx,
    touched,
    `update offer o set version = n.version, intent = n.intent, reason = n.reason
       from unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[]) as n (offer_id, version, intent, reason)
      where o.offer_id = n.offer_id and (o.version < n.version or (o.version = n.version and o.intent = n.intent))
     returning o.offer_id`,
    [
      changes.map(({ offerId }) => offerId),
      changes.map(({ version }) => version),
      changes.map(({ intent }) => intent),
      changes.map(({ reason }) => reason),
    ],
  );
  return rows.map(({ offer_id }) => offer_id);
}
