import type { WantedPosting } from '@accord/contracts/events/publication-decided';

import { inState, type Posting, type Wanted } from './posting.js';
import { postingIdOf } from './posting-id.js';

export interface DecisionFacts {
  readonly offerId: string;
  readonly decidedAt: Date;
  readonly now: Date;
}

/**
 * What a decision makes of an offer's postings: only those that change. The highest version wins for each partner, so a
 * decision that is repeated, late or replayed changes nothing.
 */
export function postingsAfterDecision(
  postings: readonly Posting[],
  listed: readonly WantedPosting[],
  facts: DecisionFacts,
): Posting[] {
  const present = new Map(postings.map((posting) => [posting.partner, posting]));
  const names = new Set(listed.map(({ partner }) => partner));
  const wanted = listed.flatMap((listing) => {
    const posting = present.get(listing.partner);
    return posting === undefined
      ? [newPosting(listing, facts)]
      : changed(posting, afterListing(posting, listing, facts));
  });
  const unlisted = postings.filter(({ partner }) => !names.has(partner));
  return [
    ...wanted,
    ...unlisted.flatMap((posting) => changed(posting, afterUnlisting(posting, 'not-listed', facts.now))),
  ];
}

/** What an erased offer leaves of a posting: nothing more is wanted of it. */
export const afterErasure = (posting: Posting, now: Date): Posting => afterUnlisting(posting, 'offer-erased', now);

const changed = (before: Posting, after: Posting): Posting[] => (after === before ? [] : [after]);

/**
 * A partner that consent lists for removal was given a permit once, so it may hold the offer, whatever our own rows say: they
 * may have been lost or restored.
 */
function newPosting(listing: WantedPosting, facts: DecisionFacts): Posting {
  const { offerId, now, decidedAt } = facts;
  return {
    id: postingIdOf(offerId, listing.partner),
    offerId,
    partner: listing.partner,
    wanted: wantedOf(listing),
    wantedAt: decidedAt,
    known: { kind: 'nothing', version: 0 },
    mayHold: listing.wanted === 'remove',
    state: listing.wanted === 'show' ? 'pending' : 'removing',
    since: now,
    ...(listing.wanted === 'remove' && { reason: listing.because }),
    attempts: 0,
    asks: 0,
    dueAt: now,
    outcomeVersion: 0,
  };
}

function afterListing(posting: Posting, listing: WantedPosting, facts: DecisionFacts): Posting {
  if (!isNews(posting, listing)) return posting;
  const wanted = wantedOf(listing);
  const fresh = { ...posting, wanted, wantedAt: facts.decidedAt, attempts: 0, asks: 0, dueAt: facts.now };
  if (wanted.version === posting.known.version) return { ...fresh, dueAt: undefined };
  return wanted.kind === 'remove'
    ? inState({ ...fresh, mayHold: true }, 'removing', facts.now, wanted.because)
    : inState(fresh, 'pending', facts.now);
}

/** A partner listed again at the version it was unlisted at is wanted again. */
const isNews = ({ wanted }: Posting, listing: WantedPosting): boolean =>
  listing.version > wanted.version || (listing.version === wanted.version && wanted.kind === 'nothing');

/**
 * Consent lists whoever may hold the offer, so an unlisted partner should not. Where ours may all the same, that is shown and
 * told, never sent: a removal too needs consent's word.
 */
function afterUnlisting(posting: Posting, reason: string, now: Date): Posting {
  if (posting.wanted.kind === 'nothing' || posting.state === 'removed') return posting;
  const wanted = { kind: 'nothing', version: posting.wanted.version } as const;
  const state = posting.mayHold ? 'removalUnconfirmed' : 'notAllowed';
  return inState({ ...posting, wanted, dueAt: undefined, asks: 0 }, state, now, reason);
}

function wantedOf(listing: WantedPosting): Wanted {
  if (listing.wanted === 'remove') return { kind: 'remove', version: listing.version, because: listing.because };
  const { version, revision, digest, agreement } = listing;
  return { kind: 'show', version, revision, digest, agreement };
}
