import { z } from 'zod';

import { classKeeper, classed } from './field-class.js';
import { offerContent, offerEmployer, offerOccupation, offerSource } from './offer.js';
import { instant, offerId, revision } from './primitives.js';
import { sealedOffer, type SealedOffer } from './sealed-offer.js';

/** Whoever the employer is, seen from outside: an anonymous one shows its sector and size at most. */
export const showableEmployer = classed('PUBLIC', offerEmployer.partial({ siret: true, name: true }));

/** The showable view (DESIGN.md §6): what remains of an offer for a portal. Its digest is what a permit covers. */
export const showableOffer = sealedOffer
  .omit({ finalClient: true, mandate: true })
  .extend({
    offerId: classed('PUBLIC', offerId),
    revision: classed('PUBLIC', revision),
    /** Every offer shown is dated (L5332-1): when the employer first submitted it, and this text. */
    createdAt: classed('PUBLIC', instant),
    updatedAt: classed('PUBLIC', instant),
    reference: offerContent.shape.reference.optional(),
    occupation: classed('PUBLIC', offerOccupation.omit({ confidence: true })),
    employer: showableEmployer,
    source: classed('PUBLIC', offerSource.omit({ collector: true, reference: true, receivedAt: true })).optional(),
  })
  .meta({ title: 'ShowableOffer' });
export type ShowableOffer = z.infer<typeof showableOffer>;

/** What stands around a revision's text in the view. */
export interface ShownRevision {
  readonly offerId: string;
  readonly revision: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

const openFields = classKeeper(sealedOffer, ['PUBLIC', 'PARTNER']);
const fields = z.record(z.string(), z.unknown());

/** The view of one revision: INTERNAL gone, an anonymous employer masked. */
export function showableView(offer: SealedOffer, shown: ShownRevision): ShowableOffer {
  const open = openFields(offer.employer.anonymous ? masked(offer) : offer);
  return showableOffer.parse({ ...fields.parse(open), ...shown });
}

/**
 * An anonymous employer (L5332-2, L5332-4): nothing that names it, says where exactly it is or how to reach it directly
 * remains; people apply through the service.
 */
function masked(offer: SealedOffer): unknown {
  const { reference, finalClient, mandate, source, ...open } = offer;
  return {
    ...open,
    employer: { anonymous: true, naf: offer.employer.naf, size: offer.employer.size },
    workplaces: offer.workplaces.map(({ street, label, lat, lon, ...place }) => place),
    apply: { form: true },
  };
}
