import { z } from 'zod';

import { agreementDraft } from '../agreement.js';
import { employerWebhook } from '../employer-webhook.js';
import { allEvents } from '../events.js';
import { finding } from '../finding.js';
import { permitProof } from '../internal/permits.js';
import { offerDraft } from '../offer.js';
import { showableOffer } from '../showable-offer.js';
import { webhookBody } from '../webhook.js';

type JsonSchema = Record<string, unknown>;

/** Readers leave out what they do not know, so an event's schema does not forbid it. */
const openWhereRead = (ctx: { jsonSchema: JsonSchema }): void => {
  if (ctx.jsonSchema['additionalProperties'] === false) delete ctx.jsonSchema['additionalProperties'];
};

const eventSchema = (data: z.ZodType): JsonSchema =>
  z.toJSONSchema(data, { target: 'draft-2020-12', io: 'output', override: openWhereRead });
const bodySchema = (body: z.ZodType): JsonSchema => z.toJSONSchema(body, { target: 'draft-2020-12', io: 'input' });

/** Every committed schema by its file's name: events by their type, and what people and programs outside write or verify. */
export function jsonSchemas(): ReadonlyMap<string, JsonSchema> {
  return new Map<string, JsonSchema>([
    ...allEvents.map((event) => [`events/${event.type}.json`, eventSchema(event.data)] as const),
    ['offer-draft.json', bodySchema(offerDraft)],
    ['agreement-draft.json', bodySchema(agreementDraft)],
    ['finding.json', eventSchema(finding)],
    ['showable-offer.json', eventSchema(showableOffer)],
    ['webhook.json', eventSchema(webhookBody)],
    ['employer-webhook.json', eventSchema(employerWebhook)],
    ['permit-proof.json', eventSchema(permitProof)],
  ]);
}
