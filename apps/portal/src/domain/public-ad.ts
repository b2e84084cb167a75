import { classed, classKeeper } from '@accord/contracts/field-class';
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

const keepPublic = classKeeper(showableOffer, ['PUBLIC']);
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** What the public sees of a showable view: PUBLIC fields alone. */
export const publicAdOf = (view: ShowableOffer, publishedAt: string): PublicAd =>
  publicAd.parse(publicFieldsOf(view, publishedAt));

/**
 * The same of a view as it is stored, which was checked when it came: for lists, where checking it again would cost more
 * than finding it.
 */
export function publicFieldsOf(view: object, publishedAt: string): Record<string, unknown> {
  const open = keepPublic(view);
  const origin = 'source' in view ? 'partner' : 'employer';
  return { ...(isObject(open) ? open : {}), origin, publishedAt };
}
