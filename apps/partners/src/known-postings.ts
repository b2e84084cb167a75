import { postingChanged } from '@accord/contracts/events/posting-changed';
import type { KnownKeys } from '@accord/messaging/messaging-options';
import { z } from 'zod';

const keys = z.array(z.object({ key: z.string(), version: z.coerce.number() }));

/** What is counted, for when outcomes are read anew from their start: a posting that they no longer know was erased. */
export const knownPostings: KnownKeys = {
  contract: postingChanged,
  page: async (tx, after, limit) =>
    keys.parse(
      await tx.query(
        `select offer_id::text || ':' || partner_id as key, version from posting
          where ($1 = '' or (offer_id, partner_id collate "C") > (nullif(split_part($1, ':', 1), '')::uuid, split_part($1, ':', 2)))
          order by offer_id, partner_id collate "C" limit $2`,
        [after, limit],
      ),
    ),
};
