import { offerRevised } from '@accord/contracts/events/offer-revised';
import { partnerRegistered } from '@accord/contracts/events/partner-registered';
import { postingChanged } from '@accord/contracts/events/posting-changed';
import type { KnownKeys } from '@accord/messaging/messaging-options';
import { z } from 'zod';

import { bigint } from './rows/posting-row.js';
import { readRows } from './rows/read-rows.js';

const keyRow = z.object({ key: z.string(), version: bigint });

/**
 * What consent holds of each topic, for when one is read anew from its start: what the topic no longer has was erased. A
 * verdict means nothing without its offer, so offers stand for both.
 */
export const knownKeys: readonly KnownKeys[] = [
  {
    contract: offerRevised,
    page: (tx, after, limit) =>
      readRows(
        tx,
        keyRow,
        `select offer_id as key, version from offer
          where ($1::uuid is null or offer_id > $1) and version >= 0 and intent <> 'erased' order by offer_id limit $2`,
        [after === '' ? null : after, limit],
      ),
  },
  {
    contract: partnerRegistered,
    page: (tx, after, limit) =>
      readRows(
        tx,
        keyRow,
        `select partner_id as key, version from partner
          where partner_id collate "C" > $1 and status <> 'closed' order by partner_id collate "C" limit $2`,
        [after, limit],
      ),
  },
  {
    contract: postingChanged,
    page: (tx, after, limit) =>
      readRows(
        tx,
        keyRow,
        `select offer_id::text || ':' || partner_id as key, version from outcome
          where ($1 = '' or (offer_id, partner_id collate "C") > (split_part($1, ':', 1)::uuid, split_part($1, ':', 2)))
          order by offer_id, partner_id collate "C" limit $2`,
        [after, limit],
      ),
  },
];
