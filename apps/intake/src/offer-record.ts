import type { OfferRevised } from '@accord/contracts/events/offer-revised';
import type { OfferContent } from '@accord/contracts/offer';
import type { SealedOffer } from '@accord/contracts/sealed-offer';

import type { OfferLife } from './domain/offer-life.js';
import { agentOf, type Employer } from './employer.js';
import type { PreparedText } from './prepare-text.js';

/** An offer's row: everything but its texts. */
export interface OfferRecord {
  readonly id: string;
  readonly holder: string;
  readonly reference: string;
  readonly title: string;
  readonly life: OfferLife;
  /** Why it is not to be shown: a code. */
  readonly reason?: string;
  /** Its employer's words on that. */
  readonly comment?: string;
  /** How many found somebody, where it is filled and its employer told. */
  readonly openingsFilled?: number;
  /** A day or an instant, as in the contract. */
  readonly closesOn: string;
  /** Under which it was made; whoever holds it sees the offer. */
  readonly mandate?: OfferContent['mandate'];
  readonly draftDigest: Buffer;
  readonly createdAt: Date;
  /** When its last text was submitted. */
  readonly submittedAt: Date;
  readonly changedAt: Date;
}

/** Who acts under a mandate touches what was made under one of its own. */
export function isOwn({ mandate }: OfferRecord, employer: Employer): boolean {
  const agent = agentOf(employer);
  return agent === null || mandate?.holderSiren === agent;
}

/** Whether a draft is what the employer sent last; a last day that is over by now is another one. */
export const saysTheSame = (record: OfferRecord, { digest, content }: PreparedText): boolean =>
  digest.equals(record.draftDigest) && content.closesOn === record.closesOn;

/** What the topic says of an offer: always the whole. */
export const revisedEventOf = (record: OfferRecord, offer: SealedOffer): OfferRevised => ({
  offerId: record.id,
  version: record.life.version,
  revision: record.life.revision,
  holder: record.holder,
  intent: record.life.intent,
  ...(record.reason !== undefined && record.life.intent !== 'show' && { reason: record.reason }),
  createdAt: record.createdAt.toISOString(),
  submittedAt: record.submittedAt.toISOString(),
  changedAt: record.changedAt.toISOString(),
  offer,
});
