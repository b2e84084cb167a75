import type { DeliveredOffer, WebhookBody } from '@accord/contracts/webhook';

import { formatNamed, type FormatName } from './formats.js';

/** What stands around an offer in a webhook. */
export interface MessageFacts {
  readonly postingId: string;
  readonly offerId: string;
  /** The posting's version. */
  readonly version: number;
  readonly format: FormatName;
  /** When what is told became so (RFC 3339, UTC): the same on every retry. */
  readonly at: string;
}

/** `published`: the partner is not known to have the offer. `updated`: it has an earlier version. */
export type ShowKind = 'published' | 'updated';

/** The body of a webhook, as the text that is signed and sent. Same facts, same bytes: a retry repeats them exactly. */
export function showMessage(kind: ShowKind, facts: MessageFacts, offer: DeliveredOffer): string {
  const { document } = formatNamed(facts.format).render(offer);
  return JSON.stringify({ type: `offer.${kind}`, timestamp: facts.at, data: { ...about(facts), offer: document } });
}

/** A removal carries no offer content. */
export function removeMessage(facts: MessageFacts): string {
  return bodyText({ type: 'offer.removed', timestamp: facts.at, data: about(facts) });
}

/** Tries out an endpoint: about no offer at all. */
export function testMessage(at: string, message: string): string {
  return bodyText({ type: 'partner.test', timestamp: at, data: { message } });
}

const about = ({ postingId, offerId, version, format }: MessageFacts) => ({ postingId, offerId, version, format });

const bodyText = (body: WebhookBody): string => JSON.stringify(body);
