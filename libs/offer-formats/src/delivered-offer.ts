import type { OpenContact } from '@accord/contracts/sealed-offer';
import type { ShowableOffer } from '@accord/contracts/showable-offer';
import type { DeliveredOffer } from '@accord/contracts/webhook';

/** The offer as a partner reads it: never the sealed box, and the contact in it only where it was opened for this partner. */
export function deliveredOffer(view: ShowableOffer, contact: OpenContact | undefined): DeliveredOffer {
  const { sealed, ...apply } = view.apply;
  return { ...view, apply: { ...apply, ...contact } };
}
