import type { OfferVerified } from '@accord/contracts/events/offer-verified';
import type { PostingChanged } from '@accord/contracts/events/posting-changed';
import type { PublicationDecided } from '@accord/contracts/events/publication-decided';
import { v7 as uuid } from 'uuid';

export const at = '2026-11-01T10:00:00Z';
/** Publishers number their outcomes by the clock, consent its decisions by epochs: their versions do not fit into 32 bits. */
export const high = 2 ** 41;
export const verdict = (offerId: string, change: Partial<OfferVerified> = {}): OfferVerified => ({
  offerId,
  version: 1,
  revision: 1,
  verdict: 'approved',
  takeDown: false,
  findings: [],
  policyVersion: '1',
  decidedBy: 'machine',
  decidedAt: at,
  ...change,
});
export const outcome = (offerId: string, change: Partial<PostingChanged> = {}): PostingChanged => ({
  offerId,
  partner: 'jobs',
  postingId: uuid(),
  version: high + 1,
  state: 'live',
  wantedVersion: 1,
  knownVersion: 1,
  mayHold: true,
  since: at,
  attempts: 1,
  ...change,
});
export const show = (partner: string, version = 1) =>
  ({ partner, wanted: 'show', version, revision: 1, digest: 'a'.repeat(64), agreement: uuid() }) as const;

export const decision = (offerId: string, change: Partial<PublicationDecided> = {}): PublicationDecided => ({
  offerId,
  version: high + 1,
  holder: '000100016',
  offer: null,
  ownPortal: true,
  standing: 'published',
  decidedAt: at,
  postings: [],
  ...change,
});
