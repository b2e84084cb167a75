import type { OfferDraft } from '@accord/contracts/offer';

import { archiveAds, daysOnShow } from './archive-ads.js';
import { composeOffer, defaultToday, type ComposeOptions } from './compose-offer.js';
import { dayAfter } from './days.js';

const composedCount = 300;

/**
 * What a new system is filled with: every ad of the archive, and composed ones.
 * @param leaveOut SIREN of employers that the first steps of the README use: what they see shall be their own
 */
export function demoOffers({ today = defaultToday, leaveOut = [] }: DemoOptions = {}): OfferDraft[] {
  const offers = archiveAds({ today });
  const wanted = offers.length + composedCount;
  for (let index = 1; offers.length < wanted; index += 1) {
    const offer = composeOffer(index, { today });
    if (!leaveOut.includes(offer.employer.siret.slice(0, 9))) offers.push(offer);
  }
  return offers;
}

export interface DemoOptions extends ComposeOptions {
  readonly leaveOut?: readonly string[];
}

/** Days after which the offers are dated anew: the first of them would close a few days later. */
const freshDays = 14;

/**
 * The day that the offers of a system are counted from: that of its first load while they are fresh, so that a second load
 * changes nothing, else `now`.
 * @param closesOn of the first of the offers, where the system has it
 */
export function demoDay(now: string, closesOn: string | undefined): string {
  if (closesOn === undefined) return now;
  const loaded = dayAfter(closesOn.slice(0, 10), -daysOnShow(0));
  return loaded <= now && now < dayAfter(loaded, freshDays) ? loaded : now;
}
