import type { OfferRevised } from '@accord/contracts/events/offer-revised';
import { closesAt, opensAt } from '@accord/contracts/show-dates';
import { showableView } from '@accord/contracts/showable-offer';
import { digestOf } from '@accord/receipts/digest';
import { z } from 'zod';

import { type OfferTraits, traitsOf } from '../domain/offer-facts.js';
import { bigint } from '../rows/posting-row.js';
import { type Db, readReturned, readRows } from '../rows/read-rows.js';

const touched = z.object({ offer_id: z.string() });
const headRow = z.object({
  holder_id: z.string(),
  version: bigint,
  intent: z.string(),
  latest_revision: z.int(),
  shown_revision: z.int().nullable(),
});

/** What is known of an offer before an event changes it. */
export type OfferHead = z.infer<typeof headRow>;

/**
 * Makes sure that the offer has a row to lock. Nothing was heard of it: nothing may be shown. Whoever makes it waits for a
 * verdict that is being kept for an offer without a row, so that one of the two sees the other.
 */
export async function ensureOffer(tx: Db, offerId: string, holder: string): Promise<void> {
  const made = await readRows(
    tx,
    touched,
    `insert into offer (offer_id, holder_id, version, intent, latest_revision) values ($1, $2, -1, 'withdrawn', 0)
     on conflict do nothing returning offer_id`,
    [offerId, holder],
  );
  if (made.length > 0) await holdName(tx, offerId);
}

/** Stands for an offer's row while there is none, until the transaction ends. */
export const holdName = (tx: Db, offerId: string): Promise<unknown> =>
  tx.query(`select pg_advisory_xact_lock(hashtextextended('offer ' || $1, 0))`, [offerId]);

export async function readHead(db: Db, offerId: string): Promise<OfferHead | undefined> {
  const sql = 'select holder_id, version, intent, latest_revision, shown_revision from offer where offer_id = $1';
  return (await readRows(db, headRow, sql, [offerId]))[0];
}

export interface IntentChange {
  readonly version: number;
  readonly intent: OfferRevised['intent'] | 'erased';
  readonly reason: string | null;
}

/** What the employer wants of the offer; false where a newer word is known. The same word again counts as stored. */
export async function setIntent(tx: Db, offerId: string, { version, intent, reason }: IntentChange): Promise<boolean> {
  const rows = await readReturned(
    tx,
    touched,
    `update offer set version = $2, intent = $3, reason = $4
      where offer_id = $1 and (version < $2 or (version = $2 and intent = $3)) returning offer_id`,
    [offerId, version, intent, reason],
  );
  return rows.length > 0;
}

/** Keeps a text that may yet be approved. */
export async function keepText(tx: Db, event: OfferRevised): Promise<void> {
  const { offerId, revision, createdAt, submittedAt, offer } = event;
  const view = showableView(offer, { offerId, revision, createdAt, updatedAt: submittedAt });
  await tx.query(
    `insert into offer_revision (offer_id, revision, view, digest, traits, opens_at, closes_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [
      offerId,
      revision,
      JSON.stringify(view),
      digestOf(view),
      JSON.stringify(traitsOf(offer) satisfies OfferTraits),
      offer.opensOn === undefined ? null : opensAt(offer.opensOn),
      closesAt(offer.closesOn),
    ],
  );
  await tx.query('update offer set latest_revision = greatest(latest_revision, $2) where offer_id = $1', [
    offerId,
    revision,
  ]);
}

/** Puts another text on show, or none; false where its content is not known here. A new text has its own window. */
export async function showText(tx: Db, offerId: string, revision: number | null): Promise<boolean> {
  if (revision === null) {
    await tx.query(
      `update offer set shown_revision = null, digest = null, occupation = null, communes = null, departments = null,
              contract_type = null, opens_at = null, closes_at = null, lapsed = false
        where offer_id = $1`,
      [offerId],
    );
    return true;
  }
  const rows = await readReturned(
    tx,
    touched,
    `update offer o set shown_revision = r.revision, digest = r.digest, occupation = r.traits->>'occupation',
            communes = array(select jsonb_array_elements_text(r.traits->'communes')),
            departments = array(select jsonb_array_elements_text(r.traits->'departments')),
            contract_type = r.traits->>'contractType', opens_at = r.opens_at, closes_at = r.closes_at, lapsed = false
       from offer_revision r
      where o.offer_id = $1 and r.offer_id = o.offer_id and r.revision = $2 returning o.offer_id`,
    [offerId, revision],
  );
  if (rows.length > 0) await forgetOldTexts(tx, offerId, revision);
  return rows.length > 0;
}

/** What was replaced is never shown again. */
const forgetOldTexts = (tx: Db, offerId: string, shown: number): Promise<unknown> =>
  tx.query('delete from offer_revision where offer_id = $1 and revision < $2', [offerId, shown]);

/** An erased offer leaves no content. */
export const forgetTexts = (tx: Db, offerId: string): Promise<unknown> =>
  tx.query('delete from offer_revision where offer_id = $1', [offerId]);
