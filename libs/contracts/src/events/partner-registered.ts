import { z } from 'zod';

import { condition, partnerCategory } from '../code-lists.js';
import { defineEvent, type EventData } from '../define-event.js';
import { instant, partnerId, version } from '../primitives.js';
import { partnerRegistry } from '../topics.js';

/** Where a partner receives; the signing secrets are asked of `partners` by a call, never on a topic. */
export const partnerEndpoint = z.strictObject({
  id: z.uuid(),
  url: z.url({ protocol: /^https?$/ }).max(500),
  format: z.enum(['canonical-json']),
  signing: z.enum(['hmac', 'ed25519']),
  /** Raised when the secrets change, so that publishers ask for them again. */
  secretsVersion: z.int().positive(),
  /** A paused endpoint receives nothing and loses nothing. */
  paused: z.boolean(),
});
export type PartnerEndpoint = z.infer<typeof partnerEndpoint>;

/** Which of a partner's own terms are in force, once the operator has confirmed them. */
export const termsInForce = z.strictObject({
  version: z.int().positive(),
  /** The last version with a material change, 0 for none: agreements given under an older one do not count for this partner. */
  material: z.int().nonnegative(),
});

/** A portal of the directory as the other services know it: no secrets, no persons. */
export const partnerRegistered = defineEvent({
  type: 'partner.registered',
  topic: partnerRegistry,
  data: z.strictObject({
    partner: partnerId,
    version,
    name: z.string().max(120),
    website: z.url().max(500).optional(),
    roles: z.array(z.enum(['outlet', 'source'])).min(1),
    /** The operator's word. */
    category: partnerCategory,
    /** `suspended`: shown nothing new and told to remove (a halt in consent says so at once); `closed`: left the directory. */
    status: z.enum(['active', 'suspended', 'closed']),
    /** Declared by the partner and confirmed by the operator. */
    conditions: z.array(condition),
    /** Left out: it has published none. */
    terms: termsInForce.optional(),
    /** None: the partner pulls, or is not ready. */
    endpoint: partnerEndpoint.nullable(),
    limits: z.strictObject({
      /** Requests at once. */
      concurrency: z.int().min(1).max(64),
      /** Requests a second, on average; bursts of as many. */
      ratePerSecond: z.number().positive().max(1_000),
    }),
    changedAt: instant,
  }),
  key: ({ partner }) => partner,
  version: ({ version: number }) => number,
  readers: ['consent', 'publisher'],
});
export type PartnerRegistered = EventData<typeof partnerRegistered>;
