import type { EmployerEventFacts } from '@accord/contracts/employer-event';
import type { OfferVerified } from '@accord/contracts/events/offer-verified';
import type { PublicationDecided } from '@accord/contracts/events/publication-decided';
import type { Finding } from '@accord/contracts/finding';
import type { OfferIntent } from '@accord/contracts/offer-state';

import type { PostingView } from './live-map.js';
import { type OfferLife, type Publication, stateOf } from './offer-life.js';

type OfferStopIntent = Exclude<OfferIntent, 'show'>;

/** What an event needs to know of its offer, as it is after the change. */
export interface EventOffer {
  readonly id: string;
  readonly reference: string;
  readonly life: OfferLife;
  readonly closesOn: string;
}

const about = ({ id, reference, life }: EventOffer) => ({
  offerId: id,
  reference,
  revision: life.revision,
  state: stateOf(life),
});

const rulesOf = (findings: readonly Finding[]): string[] => [...new Set(findings.map(({ rule }) => rule))];

/** A text was written: the first, an edit, or the same with a later last day. */
export function textEvent(
  type: 'offer.submitted' | 'offer.revised' | 'offer.renewed',
  offer: EventOffer,
  { by, findings }: { readonly by: string; readonly findings: readonly Finding[] },
): EmployerEventFacts {
  return { type, data: { ...about(offer), by, closesOn: offer.closesOn, rules: rulesOf(findings) } };
}

export interface StopWord {
  readonly intent: OfferStopIntent;
  readonly by: string;
  /** A code. */
  readonly reason: string;
  readonly openingsFilled?: number | undefined;
}

/** The employer's word that an offer is not to be shown. */
export function stopEvent(offer: EventOffer, { intent, by, reason, openingsFilled }: StopWord): EmployerEventFacts {
  const data = { ...about(offer), by, reason };
  switch (intent) {
    case 'suspended':
      return { type: 'offer.suspended', data };
    case 'filled':
      return { type: 'offer.filled', data: { ...data, ...(openingsFilled !== undefined && { openingsFilled }) } };
    case 'withdrawn':
      return { type: 'offer.withdrawn', data };
  }
}

/** The employer's word that it is to be shown again. */
export const reopenedEvent = (offer: EventOffer, by: string): EmployerEventFacts => ({
  type: 'offer.reopened',
  data: { ...about(offer), by },
});

/** Nothing of what the employer's word was to take down is under way any more. */
export const stoppedEvent = (
  offer: EventOffer,
  done: { readonly intent: OfferStopIntent; readonly effectiveAt: string },
): EmployerEventFacts => ({ type: 'offer.stopped', data: { ...about(offer), ...done } });

export const verdictEvent = (offer: EventOffer, heard: OfferVerified): EmployerEventFacts => ({
  type: 'offer.verified',
  data: {
    ...about(offer),
    revision: heard.revision,
    verdict: heard.verdict,
    rules: rulesOf(heard.findings),
    decidedBy: heard.decidedBy,
    decidedAt: heard.decidedAt,
    ...(heard.approvedRevision !== undefined && { approvedRevision: heard.approvedRevision }),
  },
});

/** What a decision changed for the offer as a whole; decisions that concern partners alone change nothing of it. */
export function standingEvents(
  before: Publication,
  offer: EventOffer,
  decided: PublicationDecided,
): EmployerEventFacts[] {
  const { standing, ownPortal } = decided;
  const was = before.kind === 'decided' ? before.standing : 'waiting';
  const shown = decided.offer?.revision;
  const facts = { ...about(offer), ...(shown !== undefined && { revision: shown }) };
  switch (standing) {
    case 'published': {
      const same = before.kind === 'decided' && was === standing && before.shownRevision === shown;
      return same ? [] : [{ type: 'offer.published', data: { ...facts, ownPortal } }];
    }
    case 'expired':
      return was === standing ? [] : [{ type: 'offer.expired', data: facts }];
    default:
      return was === 'published' ? [{ type: 'offer.takenDown', data: { ...facts, because: standing } }] : [];
  }
}

/** The lines of the live map that look different now. */
export function postingEvents(
  offer: EventOffer,
  before: readonly PostingView[],
  after: readonly PostingView[],
): EmployerEventFacts[] {
  const known = new Map(before.map((line) => [line.partner, line]));
  return after.flatMap((line) => lineEvents(offer, known.get(line.partner), line));
}

/** The same of one partner. */
export const lineEvents = (
  offer: EventOffer,
  before: PostingView | undefined,
  after: PostingView | undefined,
): EmployerEventFacts[] =>
  after === undefined || looksAlike(before, after)
    ? []
    : [{ type: 'posting.changed', data: { ...about(offer), posting: after } }];

const looksAlike = (before: PostingView | undefined, after: PostingView): boolean =>
  before !== undefined &&
  before.state === after.state &&
  before.publicUrl === after.publicUrl &&
  before.why === after.why;
