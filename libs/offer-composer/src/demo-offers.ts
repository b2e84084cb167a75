import type { OfferDraft } from '@accord/contracts/offer';

import { archiveAds, daysOnShow } from './archive-ads.js';
import { composeOffer, defaultToday, type ComposeOptions } from './compose-offer.js';
import { dayAfter } from './days.js';

const composedCount = 300;

/** Occupations that most people look for first, each there at least once: bakers, nurses, drivers … */
const looked =
  'A1203 C1206 C1504 D1101 D1102 D1104 D1202 D1214 D1408 D1505 D1507 E1205 F1602 F1603 F1606 F1703 G1501 G1602 G1703 G1803 ' +
  'H2902 H2913 I1304 I1309 I1604 J1102 J1304 J1305 J1501 J1506 K1201 K1207 K1302 K1303 K1304 K2106 K2107 K2204 K2503 M1203 ' +
  'M1501 M1601 M1607 M1805 M1855 N1101 N1103 N1105 N4101 N4103 N4105';
const lookedFor: readonly string[] = looked.split(' ');

export interface DemoOptions extends Pick<ComposeOptions, 'today'> {
  readonly leaveOut?: readonly string[];
}

/**
 * What a new system is filled with: every ad of the archive, and 300 composed offers.
 * @param leaveOut SIREN of employers that the first steps of the README use: what they see shall be their own
 */
export function demoOffers({ today = defaultToday, leaveOut = [] }: DemoOptions = {}): OfferDraft[] {
  const composed: OfferDraft[] = [];
  for (let index = 1; composed.length < composedCount; index += 1) {
    const offer = composeOffer(index, { today, romeCode: lookedFor[composed.length] });
    if (!leaveOut.includes(offer.employer.siret.slice(0, 9))) composed.push(offer);
  }
  return [...archiveAds({ today }), ...composed];
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
