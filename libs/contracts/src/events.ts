import type { EventContract } from './define-event.js';
import { ledgerAppended } from './events/ledger-appended.js';
import { offerRevised } from './events/offer-revised.js';
import { offerVerified } from './events/offer-verified.js';
import { partnerRegistered } from './events/partner-registered.js';
import { postingChanged } from './events/posting-changed.js';
import { publicationDecided } from './events/publication-decided.js';

/** Every event of Accord: the schemas, AsyncAPI, topics and access lists are generated from this list. */
export const allEvents: readonly EventContract[] = [
  offerRevised,
  offerVerified,
  publicationDecided,
  postingChanged,
  partnerRegistered,
  ledgerAppended,
];
