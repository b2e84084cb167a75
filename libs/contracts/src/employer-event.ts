import { z } from 'zod';

import { verdict } from './events/offer-verified.js';
import { publicationStanding } from './events/publication-decided.js';
import { offerIntent, offerState, postingState } from './offer-state.js';
import { instant, offerId, partnerId, revision, siren } from './primitives.js';
import { dayOrInstant } from './show-dates.js';

/** What every event says of its offer: ids and states, never a text of it and nothing of a person. */
const about = {
  offerId,
  /** The employer's own. */
  reference: z.string().max(255),
  /** The text the event is about. */
  revision,
  /** The offer's state after it. */
  state: offerState,
};
/** Who did it: the employer's SIREN, or that of whoever acts for it under a mandate. */
const by = siren;
/** Ids of the rules that found something. */
const rules = z.array(z.string().max(60)).max(100);
const reason = z.string().max(60);

const text = z.strictObject({ ...about, by, closesOn: dayOrInstant, rules });
const posting = z.strictObject({
  partner: partnerId,
  state: postingState,
  since: instant,
  publicUrl: z.url().max(500).optional(),
  /** A code: the partner's reason, or what is still on its way. */
  why: z.string().max(80).optional(),
});

const facts = {
  'offer.submitted': text,
  'offer.revised': text,
  'offer.renewed': text,
  'offer.verified': z.strictObject({
    ...about,
    verdict,
    rules,
    decidedBy: z.enum(['machine', 'moderator']),
    decidedAt: instant,
    approvedRevision: revision.optional(),
  }),
  'offer.published': z.strictObject({ ...about, ownPortal: z.boolean() }),
  'offer.takenDown': z.strictObject({ ...about, because: publicationStanding }),
  'offer.expiring': z.strictObject({
    ...about,
    closesOn: dayOrInstant,
    daysLeft: z.int().nonnegative(),
    /** Where to ask for a later last day. */
    renewal: z.string().max(200),
  }),
  'offer.expired': z.strictObject(about),
  'offer.suspended': z.strictObject({ ...about, by, reason }),
  'offer.filled': z.strictObject({ ...about, by, reason, openingsFilled: z.int().positive().optional() }),
  'offer.withdrawn': z.strictObject({ ...about, by, reason }),
  'offer.reopened': z.strictObject({ ...about, by }),
  /** From `effectiveAt` on no broadcast starts or is under way. */
  'offer.stopped': z.strictObject({ ...about, intent: offerIntent, effectiveAt: instant }),
  'posting.changed': z.strictObject({ ...about, posting }),
};

const event = <T extends keyof typeof facts>(type: T) =>
  z.strictObject({
    type: z.literal(type),
    /** When it happened. */
    timestamp: instant,
    /** Grows with each event of an offer: the id of a server-sent event. */
    sequence: z.int().positive(),
    data: facts[type],
  });

/** What happened to an offer, as its employer's software is told: server-sent events and webhooks say the same. */
export const employerEvent = z
  .discriminatedUnion('type', [
    event('offer.submitted'),
    event('offer.revised'),
    event('offer.renewed'),
    event('offer.verified'),
    event('offer.published'),
    event('offer.takenDown'),
    event('offer.expiring'),
    event('offer.expired'),
    event('offer.suspended'),
    event('offer.filled'),
    event('offer.withdrawn'),
    event('offer.reopened'),
    event('offer.stopped'),
    event('posting.changed'),
  ])
  .meta({ title: 'EmployerEvent' });
export type EmployerEvent = z.infer<typeof employerEvent>;

type Told<E extends EmployerEvent> = E extends EmployerEvent ? Pick<E, 'type' | 'data'> : never;
/** An event before it has its place and time. */
export type EmployerEventFacts = Told<EmployerEvent>;

export const employerEventType = z.enum(employerEvent.options.map(({ shape }) => shape.type.value));
export type EmployerEventType = z.infer<typeof employerEventType>;
