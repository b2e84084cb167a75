import { z } from 'zod';

import type { DeliveryRow, ReplyRow } from './delivery.store.js';

/** One request to a partner, as it is shown. Its `id` is the permit's, too. */
export const delivery = z
  .object({
    id: z.uuid(),
    at: z.iso.datetime(),
    partner: z.string(),
    kind: z.enum(['show', 'remove', 'test']),
    postingId: z.uuid().optional(),
    offerId: z.uuid().optional(),
    version: z.int().optional(),
    revision: z.int().optional(),
    /** 1 for the first request for its version. */
    number: z.int(),
    result: z.string(),
    status: z.int().optional(),
    error: z.string().optional(),
    /** `nothing`: no byte of it left. */
    sent: z.string(),
    durationMs: z.int(),
    /** Of the showable view, as the permit has it. */
    digest: z.string().optional(),
    mapping: z.string().optional(),
    bodyHmac: z.string().optional(),
    bodySha256: z.string().optional(),
  })
  .meta({ title: 'Delivery' });
export type Delivery = z.infer<typeof delivery>;

export const deliveryWithReply = delivery
  .extend({
    /** What the partner answered, at most 16 KiB; kept for weeks. */
    reply: z.object({ contentType: z.string().optional(), text: z.string(), truncated: z.boolean() }).optional(),
  })
  .meta({ title: 'DeliveryWithReply' });

export const toDelivery = (row: DeliveryRow): Delivery => ({
  id: row.attempt_id,
  at: row.at.toISOString(),
  partner: row.partner_id,
  kind: row.kind,
  postingId: row.posting_id ?? undefined,
  offerId: row.offer_id ?? undefined,
  version: row.version ?? undefined,
  revision: row.revision ?? undefined,
  number: row.number,
  result: row.result,
  status: row.status ?? undefined,
  error: row.error ?? undefined,
  sent: row.sent,
  durationMs: row.duration_ms,
  digest: row.digest ?? undefined,
  mapping: row.mapping ?? undefined,
  bodyHmac: row.body_hmac?.toString('hex'),
  bodySha256: row.body_sha256?.toString('hex'),
});

export const toReply = ({ content_type: contentType, body, truncated }: ReplyRow) => ({
  contentType: contentType ?? undefined,
  text: body.toString('utf8'),
  truncated,
});
