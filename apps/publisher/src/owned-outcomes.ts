import { postingChanged } from '@accord/contracts/events/posting-changed';
import { addToOutbox } from '@accord/messaging/outbox';
import type { OwnedState } from '@accord/messaging/owned-state';

import { outcomeOf } from './domain/outcome-event.js';
import { postingFields, type PostingRow, toPosting } from './posting-row.js';

interface KeyedVersion {
  readonly key: string;
  readonly version: number;
}

/** The rows behind `publication.outcomes`, keyed by offer and partner: what the topic lost of them is told again. */
export const ownedOutcomes: OwnedState = {
  contract: postingChanged,

  async currentVersions(db, keys) {
    const pairs = keys.flatMap((key) => partsOf(key) ?? []);
    const rows: KeyedVersion[] = await db.query(
      `select offer_id || ':' || partner_id as key, outcome_version::float8 as version
         from posting join unnest($1::uuid[], $2::text[]) as k (offer_id, partner_id) using (offer_id, partner_id)`,
      [pairs.map(({ offerId }) => offerId), pairs.map(({ partner }) => partner)],
    );
    return new Map(rows.map(({ key, version }) => [key, version]));
  },

  async page(db, after, limit) {
    const { offerId, partner } = partsOf(after) ?? { offerId: lowestId, partner: '' };
    const rows: KeyedVersion[] = await db.query(
      `select offer_id || ':' || partner_id as key, outcome_version::float8 as version from posting
        where (offer_id, partner_id) > ($1::uuid, $2) order by offer_id, partner_id limit $3`,
      [offerId, partner, limit],
    );
    return rows;
  },

  async emitAgain(tx, key) {
    const parts = partsOf(key);
    if (parts === undefined) return;
    const [row]: PostingRow[] = await tx.query(
      `select ${postingFields} from posting where offer_id = $1 and partner_id = $2 for update`,
      [parts.offerId, parts.partner],
    );
    if (row !== undefined) await addToOutbox(tx, postingChanged, outcomeOf(toPosting(row)));
  },
};

const lowestId = '00000000-0000-0000-0000-000000000000';

/** An id is 36 characters long, so keys sort as (offer, partner) does. */
function partsOf(key: string): { readonly offerId: string; readonly partner: string } | undefined {
  const [, offerId, partner] = /^([0-9a-f-]{36}):(.+)$/.exec(key) ?? [];
  return offerId === undefined || partner === undefined ? undefined : { offerId, partner };
}
