import { condition, partnerCategory } from '@accord/contracts/code-lists';
import { partnerEndpoint, partnerRegistered } from '@accord/contracts/events/partner-registered';
import { partnerId } from '@accord/contracts/primitives';
import { z } from 'zod';

const name = z.string().trim().min(1).max(120);
const website = z.url({ protocol: /^https?$/ }).max(500);
const roles = z
  .array(z.enum(['outlet', 'source']))
  .min(1)
  .max(2);
const limits = partnerRegistered.data.shape.limits;

/** POST /v1/partners */
export const newPartner = z
  .strictObject({
    id: partnerId.refine((id) => id !== 'me', '"me" stands for whoever asks'),
    name,
    website: website.optional(),
    roles: roles.default(['outlet']),
    category: partnerCategory,
    limits: limits.default({ concurrency: 4, ratePerSecond: 20 }),
  })
  .meta({ title: 'NewPartner' });
export type NewPartner = z.infer<typeof newPartner>;

/** PATCH /v1/partners/{id}: the operator's word. `conditions` are those it confirms of what the partner declared. */
export const partnerChange = z
  .strictObject({
    category: partnerCategory.optional(),
    status: z.enum(['active', 'suspended', 'closed']).optional(),
    roles: roles.optional(),
    limits: limits.optional(),
    conditions: z.array(condition).max(5).optional(),
  })
  .refine(
    (change) => Object.keys(change).length > 0,
    'name at least one of category, status, roles, limits, conditions',
  )
  .meta({ title: 'PartnerChange' });
export type PartnerChange = z.infer<typeof partnerChange>;

/** PUT /v1/partners/me/profile */
export const partnerProfile = z
  .strictObject({ name, website: website.optional(), declaredConditions: z.array(condition).max(5) })
  .meta({ title: 'PartnerProfile' });
export type PartnerProfile = z.infer<typeof partnerProfile>;

/** POST /v1/partners/me/endpoints */
export const newEndpoint = z
  .strictObject({
    url: z.string().min(1).max(500),
    format: partnerEndpoint.shape.format.default('canonical-json'),
    signing: partnerEndpoint.shape.signing.default('hmac'),
  })
  .meta({ title: 'NewEndpoint' });
export type NewEndpoint = z.infer<typeof newEndpoint>;

export const haltBody = z.strictObject({ reason: z.string().trim().min(3).max(200) });

/** What everybody with a token may read of a partner: no endpoints, no secrets. */
export const partnerView = partnerRegistered.data
  .omit({ endpoint: true, limits: true, version: true, partner: true })
  .extend({ id: partnerId, halted: z.boolean() })
  .meta({ title: 'Partner' });
export type PartnerView = z.infer<typeof partnerView>;

export const endpointView = partnerEndpoint.omit({ secretsVersion: true }).meta({ title: 'Endpoint' });
export const shownSecrets = z
  .object({ secrets: z.array(z.object({ id: z.uuid(), kind: z.enum(['hmac', 'ed25519']), secret: z.string() })) })
  .meta({ title: 'ShownSecrets', description: 'Shown once: what verifies a webhook. It cannot be read again.' });

const stopView = z.union([
  z.object({ state: z.literal('stopped'), effectiveAt: z.iso.datetime(), receipt: z.string() }),
  z.object({ state: z.literal('stopping'), stop: z.uuid() }),
]);
export const changedPartner = partnerView.extend({ stop: stopView.optional() }).meta({ title: 'ChangedPartner' });
