import { z } from 'zod';

import { employerEvent } from './employer-event.js';
import { instant } from './primitives.js';

/** Asked for by the employer, to try its endpoint out. */
export const subscriptionTest = z.strictObject({
  type: z.literal('subscription.test'),
  timestamp: instant,
  data: z.strictObject({ subscription: z.uuid(), message: z.string() }),
});

/** Body of a webhook to an employer's software: an event as its stream tells it, or a test. */
export const employerWebhook = z
  .discriminatedUnion('type', [...employerEvent.options, subscriptionTest])
  .meta({ title: 'EmployerWebhook' });
export type EmployerWebhook = z.infer<typeof employerWebhook>;
