import { classed, keepClasses } from '@accord/contracts/field-class';
import { instant } from '@accord/contracts/primitives';
import { openContact } from '@accord/contracts/sealed-offer';
import { showableEmployer, showableOffer, type ShowableOffer } from '@accord/contracts/showable-offer';
import { z } from 'zod';

/** An ad as everyone may read it. `contact` is there on one ad's page, where its employer gave one, and in no list. */
export const publicAd = showableOffer
  .omit({ reference: true })
  .extend({
    employer: classed('PUBLIC', showableEmployer.omit({ siret: true })),
    apply: showableOffer.shape.apply
      .omit({ sealed: true })
      .extend({ contact: openContact.optional(), contactUnavailable: z.literal(true).optional() }),
    contract: showableOffer.shape.contract.omit({ cddMotive: true }),
    /** Where the ad comes from: an employer's own offer, or a partner site. */
    origin: z.enum(['employer', 'partner']),
    publishedAt: instant,
  })
  .meta({ title: 'Ad' });
export type PublicAd = z.infer<typeof publicAd>;

/** What the public sees of a showable view: PUBLIC fields alone. */
export function publicAdOf(view: ShowableOffer, publishedAt: string): PublicAd {
  const open = z.record(z.string(), z.unknown()).parse(keepClasses(showableOffer, view, ['PUBLIC']));
  return publicAd.parse({ ...open, origin: view.source === undefined ? 'employer' : 'partner', publishedAt });
}
