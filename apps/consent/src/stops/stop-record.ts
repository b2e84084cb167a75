import { postingState } from '@accord/contracts/offer-state';
import { z } from 'zod';

import { type Db, readRows } from '../rows/read-rows.js';

const stopRow = z.object({
  stop_id: z.string(),
  because: z.string(),
  scope_kind: z.enum(['partner', 'holder', 'offer']),
  scope_id: z.string(),
  holder_id: z.string().nullable(),
  agreement: z.string().nullable(),
  actor: z.string().nullable(),
  requested_at: z.date(),
  applied_at: z.date(),
  effective_at: z.date().nullable(),
  acknowledged: z.boolean(),
});
export type StopRecord = z.infer<typeof stopRow>;

/**
 * A stop with whether the ledger's topic has acknowledged what it must before it is said to be done: the relay deletes an
 * event from the outbox when the broker has it. One batch of the relay follows the other, so what was told before is there too.
 */
export async function readStop(db: Db, id: string): Promise<StopRecord | undefined> {
  const rows = await readRows(
    db,
    stopRow,
    `select s.stop_id, s.because, s.scope_kind, s.scope_id, s.holder_id, s.agreement, s.actor, s.requested_at, s.applied_at,
            s.effective_at,
            e.number is not null and not exists (
              select from outbox o where o.topic = 'consent.ledger' and o.key = convert_to(e.number::text, 'UTF8')
            ) as acknowledged
       from stop s left join ledger_entry e on e.leaf_id = s.leaf_id
      where s.stop_id = $1`,
    [id],
  );
  return rows[0];
}

const postingRow = z.object({
  offer_id: z.string(),
  partner_id: z.string(),
  wanted: z.enum(['show', 'remove', 'nothing']),
  outcome: postingState.nullable(),
});

/** Where something comes down. */
export interface StoppedPosting {
  readonly offerId: string;
  readonly partner: string;
  readonly state: z.infer<typeof postingState>;
}

const SHOWN_AT_MOST = 200;

/**
 * What came down, or will, with a stop: at most 200 of it, for the pages that follow may be many. Before a posting is decided
 * anew it still stands under the agreement that ended. Indexes: posting_by_agreement, posting_by_stop.
 */
export async function postingsOf(db: Db, { stop_id: id, agreement }: StopRecord): Promise<StoppedPosting[]> {
  const rows = await readRows(
    db,
    postingRow,
    `select p.offer_id, p.partner_id, p.wanted, o.state as outcome
       from (select offer_id, partner_id, wanted from posting where stop_id = $1
             union
             select offer_id, partner_id, wanted from posting
              where agreement = $2::uuid and wanted = 'show'
                and exists (select from clause where clause_id = $2 and ended_as is not null)) as p
       left join outcome o using (offer_id, partner_id)
      order by p.offer_id, p.partner_id limit ${SHOWN_AT_MOST}`,
    [id, agreement],
  );
  return rows.map(({ offer_id, partner_id, wanted, outcome }) => ({
    offerId: offer_id,
    partner: partner_id,
    state: stateOf(wanted, outcome),
  }));
}

function stateOf(
  wanted: 'show' | 'remove' | 'nothing',
  outcome: StoppedPosting['state'] | null,
): StoppedPosting['state'] {
  if (wanted === 'nothing') return outcome === 'removed' ? 'removed' : 'notAllowed';
  return outcome === 'removed' || outcome === 'removalUnconfirmed' ? outcome : 'removing';
}
