import { offerVerified } from '@accord/contracts/events/offer-verified';
import { postingChanged } from '@accord/contracts/events/posting-changed';
import { publicationDecided } from '@accord/contracts/events/publication-decided';
import type { KnownKeys } from '@accord/messaging/messaging-options';

interface KeyVersion {
  readonly key: string;
  readonly version: number;
}

/** What is held of other services' topics: what one of them no longer has when it is read anew is erased here too. */
export const knownNews: readonly KnownKeys[] = [
  {
    contract: offerVerified,
    page: async (tx, after, limit) => {
      const rows: KeyVersion[] = await tx.query(
        `select offer_id as key, version::float8 as version from offer_verdict
          where ($1::uuid is null or offer_id > $1) and verdict is not null order by offer_id limit $2`,
        [after === '' ? null : after, limit],
      );
      return rows;
    },
  },
  {
    contract: publicationDecided,
    page: async (tx, after, limit) => {
      const rows: KeyVersion[] = await tx.query(
        `select offer_id as key, version::float8 as version from offer_decision
          where ($1::uuid is null or offer_id > $1) and decision is not null order by offer_id limit $2`,
        [after === '' ? null : after, limit],
      );
      return rows;
    },
  },
  {
    contract: postingChanged,
    page: async (tx, after, limit) => {
      const [offerId = '', partner = ''] = after.split(':');
      const rows: KeyVersion[] = await tx.query(
        `select offer_id || ':' || partner as key, version::float8 as version from posting
          where ($1::uuid is null or (offer_id, partner collate "C") > ($1, $2)) and outcome is not null
          order by offer_id, partner collate "C" limit $3`,
        [offerId === '' ? null : offerId, partner, limit],
      );
      return rows;
    },
  },
];
