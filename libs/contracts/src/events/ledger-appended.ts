import { z } from 'zod';

import { defineEvent, type EventData } from '../define-event.js';
import { holderId, instant, offerId, partnerId, sha256 } from '../primitives.js';
import { consentLedger } from '../topics.js';

const by = z.strictObject({
  /** HMAC of the person's or client's id under consent's key: persons appear by keyed hash only. */
  actor: sha256,
});

/** One leaf of the ledger: what was agreed, withdrawn, stopped, permitted. No personal data. */
export const ledgerLeaf = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('agreement'),
    agreement: z.uuid(),
    holder: holderId,
    digest: sha256,
    wording: sha256,
    /** Of the clause; entries written before these were part of the leaf have none. */
    effect: z.enum(['allow', 'refuse']).optional(),
    from: instant.optional(),
    until: instant.optional(),
    ...by.shape,
  }),
  z.strictObject({ kind: z.literal('withdrawal'), agreement: z.uuid(), holder: holderId, stop: z.uuid(), ...by.shape }),
  z.strictObject({
    kind: z.literal('stop'),
    stop: z.uuid(),
    /** What it covers. */
    scope: z.strictObject({ holder: holderId.optional(), offer: offerId.optional(), partner: partnerId.optional() }),
    because: z.string().max(60),
  }),
  z.strictObject({ kind: z.literal('stopped'), stop: z.uuid(), effectiveAt: instant }),
  z.strictObject({
    kind: z.literal('halt'),
    stop: z.uuid(),
    scope: z.string().max(80),
    lifted: z.boolean(),
    ...by.shape,
  }),
  z.strictObject({
    kind: z.literal('permits'),
    permits: z
      .array(
        z.strictObject({
          permit: z.uuid(),
          offer: offerId,
          partner: partnerId,
          version: z.int(),
          revision: z.int(),
          digest: sha256,
          agreement: z.uuid(),
        }),
      )
      .min(1)
      .max(500),
  }),
]);
export type LedgerLeaf = z.infer<typeof ledgerLeaf>;

/** The ledger's entries in their order, numbered without gaps. */
export const ledgerAppended = defineEvent({
  type: 'ledger.appended',
  topic: consentLedger,
  data: z.strictObject({
    number: z.int().nonnegative(),
    at: instant,
    /** Raised by a restore of consent's database. */
    epoch: z.int().nonnegative(),
    leaf: ledgerLeaf,
  }),
  key: ({ number }) => String(number),
  version: ({ number }) => number,
  readers: ['consent', 'auditor'],
});
export type LedgerAppended = EventData<typeof ledgerAppended>;
