import { publicationDecided, type PublicationDecided } from '@accord/contracts/events/publication-decided';
import { showableOffer } from '@accord/contracts/showable-offer';
import { addAllToOutbox } from '@accord/messaging/outbox';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';

import type { DecidedOffer, Decision, OfferToDecide } from '../domain/decide-offer.js';
import type { Posting } from '../domain/wanted-postings.js';
import { groupedBy } from '../rows/grouped-by.js';
import { bigint, POSTING_COLUMNS, postingOf, postingRow } from '../rows/posting-row.js';
import { type Db, readRows } from '../rows/read-rows.js';
import { publicationStanding } from '@accord/contracts/events/publication-decided';
import { readRuleFacts } from './rule-facts.js';

const lastRow = z.object({
  offer_id: z.string(),
  decision: bigint,
  standing: publicationStanding,
  decided_revision: z.int().nullable(),
});
const viewRow = z.object({ offer_id: z.string(), view: showableOffer });
const clockRow = z.object({ now: z.date() });

/** Everything that decides about these offers, whose rows are locked. */
export async function readOffersToDecide(tx: Db, offers: readonly string[]): Promise<readonly OfferToDecide[]> {
  const facts = await readRuleFacts(tx, offers);
  const lastSql = 'select offer_id, decision, standing, decided_revision from offer where offer_id = any($1::uuid[])';
  const last = new Map((await readRows(tx, lastRow, lastSql, [offers])).map((row) => [row.offer_id, row]));
  const postingSql = `select ${POSTING_COLUMNS} from posting where offer_id = any($1::uuid[])`;
  const rows = await readRows(tx, postingRow, postingSql, [offers]);
  const postings = groupedBy(rows, (row) => row.offer_id, postingOf);
  return facts.flatMap((one) => {
    const before = last.get(one.offer.offerId);
    if (before === undefined) return [];
    const { decision: version, standing, decided_revision: revision } = before;
    return [
      {
        facts: one,
        postings: postings.get(one.offer.offerId) ?? [],
        last: { version, standing, revision: revision ?? undefined },
      },
    ];
  });
}

export async function clockOf(db: Db): Promise<Date> {
  const [row] = await readRows(db, clockRow, 'select clock_timestamp() as now');
  if (row === undefined) throw new Error('the database did not tell the time');
  return row.now;
}

/** Stores what was decided, and tells it. `stop` is what the removals come from. */
export async function storeDecisions(
  tx: EntityManager,
  decided: readonly DecidedOffer[],
  now: Date,
  stop: string | undefined,
): Promise<void> {
  const decisions = decided.flatMap(({ decision }) => (decision === undefined ? [] : [decision]));
  await storePostings(tx, decisions, now, stop);
  await storeOffers(tx, decided, now);
  await tell(tx, decisions, now);
}

async function storeOffers(tx: Db, decided: readonly DecidedOffer[], now: Date): Promise<void> {
  await tx.query(
    `update offer o set next_change_at = d.next_change, decision = coalesce(d.decision, o.decision),
            standing = coalesce(d.standing, o.standing),
            decided_revision = case when d.decision is null then o.decided_revision else d.revision end,
            decided_at = case when d.decision is null then o.decided_at else $6 end
       from unnest($1::uuid[], $2::timestamptz[], $3::bigint[], $4::text[], $5::int[])
            as d (offer_id, next_change, decision, standing, revision)
      where o.offer_id = d.offer_id`,
    [
      decided.map(({ offerId }) => offerId),
      decided.map(({ nextChange }) => nextChange ?? null),
      decided.map(({ decision }) => decision?.version ?? null),
      decided.map(({ decision }) => decision?.standing ?? null),
      decided.map(({ decision }) => decision?.revision ?? null),
      now,
    ],
  );
}

/** What was shown last stays on the row of a removal, for those who ask what came down. */
async function storePostings(
  tx: Db,
  decisions: readonly Decision[],
  now: Date,
  stop: string | undefined,
): Promise<void> {
  const rows = decisions.flatMap(({ offerId, changed }) => changed.map((posting) => ({ offerId, posting })));
  if (rows.length === 0) return;
  const shows = rows.map(({ posting }) => (posting.wanted === 'show' ? posting : undefined));
  await tx.query(
    `insert into posting as p (offer_id, partner_id, version, wanted, revision, digest, agreement, because, may_hold,
                               decided_at, stop_id)
     select *, $10::timestamptz, $11::uuid
       from unnest($1::uuid[], $2::text[], $3::bigint[], $4::text[], $5::int[], $6::text[], $7::uuid[], $8::text[], $9::bool[])
     on conflict (offer_id, partner_id) do update
        set version = excluded.version, wanted = excluded.wanted, because = excluded.because, may_hold = excluded.may_hold,
            revision = coalesce(excluded.revision, p.revision), digest = coalesce(excluded.digest, p.digest),
            agreement = coalesce(excluded.agreement, p.agreement), decided_at = excluded.decided_at, proof = null,
            stop_id = case when excluded.wanted = 'show' then null else coalesce(excluded.stop_id, p.stop_id) end`,
    [
      rows.map(({ offerId }) => offerId),
      rows.map(({ posting }) => posting.partner),
      rows.map(({ posting }) => posting.version),
      rows.map(({ posting }) => posting.wanted),
      shows.map((show) => show?.revision ?? null),
      shows.map((show) => show?.digest ?? null),
      shows.map((show) => show?.agreement ?? null),
      rows.map(({ posting }) => (posting.wanted === 'remove' ? posting.because : null)),
      rows.map(({ posting }) => posting.mayHold),
      now,
      stop ?? null,
    ],
  );
}

async function tell(tx: EntityManager, decisions: readonly Decision[], now: Date): Promise<void> {
  if (decisions.length === 0) return;
  const views = await viewsOf(tx, decisions);
  await addAllToOutbox(
    tx,
    publicationDecided,
    decisions.map((decision) => decisionEvent(decision, views.get(decision.offerId), now)),
  );
}

async function viewsOf(tx: Db, decisions: readonly Decision[]) {
  const shown = decisions.filter(({ revision }) => revision !== undefined);
  const rows = await readRows(
    tx,
    viewRow,
    `select offer_id, view from offer_revision
       join unnest($1::uuid[], $2::int[]) as shown (offer_id, revision) using (offer_id, revision)`,
    [shown.map(({ offerId }) => offerId), shown.map(({ revision }) => revision)],
  );
  return new Map(rows.map(({ offer_id, view }) => [offer_id, view]));
}

/** A decision as it is told. @throws Error where the text that it shows is not kept */
export function decisionEvent(
  decision: Pick<Decision, 'offerId' | 'holder' | 'version' | 'standing' | 'revision' | 'postings'>,
  view: PublicationDecided['offer'] | undefined,
  decidedAt: Date,
): PublicationDecided {
  const { offerId, holder, version, standing, revision, postings } = decision;
  if (revision !== undefined && view === undefined) throw new Error(`the text of offer ${offerId} is not kept`);
  return {
    offerId,
    version,
    holder,
    offer: revision === undefined ? null : (view ?? null),
    ownPortal: revision !== undefined,
    standing,
    decidedAt: decidedAt.toISOString(),
    postings: postings.flatMap(wantedOf),
  };
}

function wantedOf(posting: Posting): PublicationDecided['postings'] {
  const { partner, version } = posting;
  switch (posting.wanted) {
    case 'show': {
      const { revision, digest, agreement } = posting;
      return [{ partner, version, wanted: 'show', revision, digest, agreement }];
    }
    case 'remove':
      return [{ partner, version, wanted: 'remove', because: posting.because }];
    case 'nothing':
      return [];
  }
}
