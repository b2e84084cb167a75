import type { OfferRevised } from '@accord/contracts/events/offer-revised';
import { closesAt, opensAt } from '@accord/contracts/show-dates';
import { showableView } from '@accord/contracts/showable-offer';
import { digestOf } from '@accord/receipts/digest';
import { z } from 'zod';

import { type OfferTraits, traitsOf } from '../domain/offer-facts.js';
import { groupedBy } from '../rows/grouped-by.js';
import { type Db, readReturned, readRows } from '../rows/read-rows.js';

const touched = z.object({ offer_id: z.string() });
const keptRow = z.object({ offer_id: z.string(), revision: z.int() });

/** Keeps texts that may yet be approved. */
export async function keepTexts(tx: Db, events: readonly OfferRevised[]): Promise<void> {
  if (events.length === 0) return;
  const texts = events.map(textOf);
  await tx.query(
    `with kept as (
       insert into offer_revision (offer_id, revision, view, digest, traits, opens_at, closes_at)
       select * from unnest($1::uuid[], $2::int[], $3::jsonb[], $4::text[], $5::jsonb[], $6::timestamptz[], $7::timestamptz[])
       on conflict do nothing)
     update offer o set latest_revision = greatest(latest_revision, n.revision)
       from unnest($1::uuid[], $2::int[]) as n (offer_id, revision) where o.offer_id = n.offer_id`,
    [
      texts.map(({ offerId }) => offerId),
      texts.map(({ revision }) => revision),
      texts.map(({ view }) => JSON.stringify(view)),
      texts.map(({ view }) => digestOf(view)),
      texts.map(({ traits }) => JSON.stringify(traits)),
      texts.map(({ opens }) => opens),
      texts.map(({ closes }) => closes),
    ],
  );
}

function textOf({ offerId, revision, createdAt, submittedAt, offer }: OfferRevised) {
  const view = showableView(offer, { offerId, revision, createdAt, updatedAt: submittedAt });
  const traits: OfferTraits = traitsOf(offer);
  const opens = offer.opensOn === undefined ? null : opensAt(offer.opensOn);
  return { offerId, revision, view, traits, opens, closes: closesAt(offer.closesOn) };
}

/** The revisions of these offers whose content is kept. */
export async function keptTexts(db: Db, offers: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  if (offers.length === 0) return new Map();
  const sql = 'select offer_id, revision from offer_revision where offer_id = any($1::uuid[])';
  const rows = await readRows(db, keptRow, sql, [offers]);
  const revisions = groupedBy(
    rows,
    (row) => row.offer_id,
    (row) => row.revision,
  );
  return new Map([...revisions].map(([offerId, kept]) => [offerId, new Set(kept)]));
}

/** The text that an offer is to show, or none. */
export interface TextToShow {
  readonly offerId: string;
  readonly revision: number | null;
}

/**
 * Puts other texts on show, or none. Answers the offers for which that was done: not those whose content is not known here. A
 * new text has its own window. Offers are named once each.
 */
export async function showTexts(tx: Db, texts: readonly TextToShow[]): Promise<string[]> {
  const none = texts.filter(({ revision }) => revision === null);
  const some = texts.filter(({ revision }) => revision !== null);
  return [...(await showNone(tx, none)), ...(await showSome(tx, some))];
}

async function showNone(tx: Db, texts: readonly TextToShow[]): Promise<string[]> {
  if (texts.length === 0) return [];
  const ids = texts.map(({ offerId }) => offerId);
  await tx.query(
    `update offer set shown_revision = null, digest = null, occupation = null, communes = null, departments = null,
            contract_type = null, opens_at = null, closes_at = null, lapsed = false
      where offer_id = any($1::uuid[])`,
    [ids],
  );
  return ids;
}

/** What was replaced is never shown again. */
async function showSome(tx: Db, texts: readonly TextToShow[]): Promise<string[]> {
  if (texts.length === 0) return [];
  const pairs = [texts.map(({ offerId }) => offerId), texts.map(({ revision }) => revision)];
  const rows = await readReturned(
    tx,
    touched,
    `update offer o set shown_revision = r.revision, digest = r.digest, occupation = r.traits->>'occupation',
            communes = array(select jsonb_array_elements_text(r.traits->'communes')),
            departments = array(select jsonb_array_elements_text(r.traits->'departments')),
            contract_type = r.traits->>'contractType', opens_at = r.opens_at, closes_at = r.closes_at, lapsed = false
       from unnest($1::uuid[], $2::int[]) as n (offer_id, revision) join offer_revision r using (offer_id, revision)
      where o.offer_id = n.offer_id returning o.offer_id`,
    pairs,
  );
  const shown = new Set(rows.map(({ offer_id }) => offer_id));
  const replaced = texts.filter(({ offerId, revision }) => shown.has(offerId) && (revision ?? 0) > 1);
  if (replaced.length > 0)
    await tx.query(
      `delete from offer_revision r using unnest($1::uuid[], $2::int[]) as n (offer_id, revision)
        where r.offer_id = n.offer_id and r.revision < n.revision`,
      [replaced.map(({ offerId }) => offerId), replaced.map(({ revision }) => revision)],
    );
  return [...shown];
}

/** An erased offer leaves no content. */
export const forgetTexts = (tx: Db, offerId: string): Promise<unknown> =>
  tx.query('delete from offer_revision where offer_id = $1', [offerId]);
