import { publicationDecided } from '@accord/contracts/events/publication-decided';
import type { KnownKeys } from '@accord/messaging/messaging-options';
import { z } from 'zod';

const keys = z.array(z.object({ key: z.string(), version: z.coerce.number() }));

/** What the portal shows, for when decisions are read anew from their start: an ad that they no longer know was erased. */
export const knownAds: KnownKeys = {
  contract: publicationDecided,
  page: async (tx, after, limit) =>
    keys.parse(
      await tx.query(
        `select offer_id as key, version from ad
          where ($1::uuid is null or offer_id > $1) and shown order by offer_id limit $2`,
        [after === '' ? null : after, limit],
      ),
    ),
};
