import type { publicationStanding } from '@accord/contracts/events/publication-decided';
import type { z } from 'zod';

import type { OfferFacts } from './offer-facts.js';

export type Standing = z.infer<typeof publicationStanding>;

/**
 * Whether an offer may be shown at all, and else why not; who may show it is the agreements' matter. What the employer wants
 * comes first, then verification, then the window, by consent's own clock. `held` is an order to stop that outranks both.
 */
export function standingOf(offer: OfferFacts, halted: boolean, now: Date): Standing {
  const standing = unhalted(offer, now);
  return halted && (standing === 'published' || standing === 'waiting') ? 'held' : standing;
}

function unhalted({ intent, verdict, shown }: OfferFacts, now: Date): Standing {
  switch (intent) {
    case 'erased':
    case 'withdrawn':
      return 'withdrawn';
    case 'filled':
    case 'suspended':
      return intent;
    case 'show':
  }
  if (shown === undefined) return verdict === 'rejected' ? 'rejected' : 'waiting';
  if (shown.lapsed || shown.closesAt <= now) return 'expired';
  return shown.opensAt !== undefined && shown.opensAt > now ? 'waiting' : 'published';
}
