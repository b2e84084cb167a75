import { employerEventType } from '@accord/contracts/employer-event';
import { offerId } from '@accord/contracts/primitives';
import { z } from 'zod';

const instant = z.iso.datetime();
const url = z.string().trim().min(1).max(500);
const types = z
  .array(employerEventType)
  .min(1)
  .refine((list) => new Set(list).size === list.length, 'names a type twice');
const description = z.string().trim().min(1).max(200);
const signing = z.enum(['hmac', 'ed25519']);

/** POST /v1/subscriptions */
export const newSubscription = z
  .strictObject({
    /** Where the employer's software receives: https, at a public address. */
    url,
    /** Left out: every type, later ones too. */
    types: types.optional(),
    description: description.optional(),
    signing: signing.default('hmac'),
  })
  .meta({ title: 'NewSubscription' });
export type NewSubscription = z.infer<typeof newSubscription>;

/** PATCH /v1/subscriptions/{id}: what is not named stays. */
export const subscriptionChange = z
  .strictObject({
    url: url.optional(),
    /** Null: every type. */
    types: types.nullable().optional(),
    description: description.nullable().optional(),
    /** `active` resumes it, whatever paused it: what waited is sent. */
    state: z.enum(['active', 'paused']).optional(),
  })
  .refine((change) => Object.keys(change).length > 0, 'name at least one of url, types, description, state')
  .meta({ title: 'SubscriptionChange' });
export type SubscriptionChange = z.infer<typeof subscriptionChange>;

export const testMessage = z.strictObject({ message: z.string().trim().min(1).max(200).optional() }).optional();

export const subscriptionView = z
  .strictObject({
    id: z.uuid(),
    /** Whose it is, where somebody else acts for the employer. */
    agent: z.string().optional(),
    url: z.string(),
    types: types.optional(),
    description: z.string().optional(),
    signing,
    state: z.enum(['active', 'paused']),
    /** Why nothing is sent, since when, and what to do. */
    paused: z
      .strictObject({ because: z.enum(['employer', 'gone', 'failing']), since: instant, message: z.string() })
      .optional(),
    failingSince: instant.optional(),
    lastSuccessAt: instant.optional(),
    /** Deliveries that wait. */
    pending: z.int(),
    /** What signs now; their values were shown once. */
    secrets: z.array(z.strictObject({ id: z.uuid(), kind: signing, createdAt: instant, until: instant.optional() })),
    createdAt: instant,
    changedAt: instant,
  })
  .meta({ title: 'Subscription' });
export type SubscriptionView = z.infer<typeof subscriptionView>;

const shownSecret = z.strictObject({
  id: z.uuid(),
  kind: signing,
  /** `whsec_…`, or the public key in PEM: what verifies. */
  secret: z.string(),
});
export type ShownSecret = z.infer<typeof shownSecret>;
export const shownSecrets = z
  .strictObject({ secrets: z.array(shownSecret) })
  .meta({ title: 'ShownSecrets', description: 'Shown once: what verifies a webhook. It cannot be read again.' });

export const createdSubscription = subscriptionView
  .extend({ secrets: z.array(shownSecret) })
  .meta({ title: 'CreatedSubscription' });
export type CreatedSubscription = z.infer<typeof createdSubscription>;

const deliveryView = z.strictObject({
  /** As in the header `webhook-id`. */
  id: z.uuid(),
  sequence: z.int(),
  type: employerEventType,
  offerId,
  state: z.enum(['pending', 'delivered', 'failed']),
  attempts: z.int(),
  createdAt: instant,
  lastAttemptAt: instant.optional(),
  nextAttemptAt: instant.optional(),
  /** Of the last attempt: the endpoint's answer, or why there was none. */
  status: z.int().optional(),
  error: z.string().optional(),
  durationMs: z.int().optional(),
});
export type DeliveryView = z.infer<typeof deliveryView>;
export const deliveryState = deliveryView.shape.state;
export const deliveryList = z.strictObject({ items: z.array(deliveryView), next: z.string().optional() });

export const testAnswer = z
  .strictObject({
    /** As in the header `webhook-id`. */
    id: z.string(),
    result: z.enum(['delivered', 'gone', 'failed']),
    status: z.int().optional(),
    error: z.string().optional(),
    durationMs: z.int(),
  })
  .meta({ title: 'SubscriptionTestAnswer' });
export type TestAnswer = z.infer<typeof testAnswer>;
