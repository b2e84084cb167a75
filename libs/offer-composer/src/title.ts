import type { OfferDraft } from '@accord/contracts/offer';

import type { Chance } from './chance.js';
import { contractWords } from './wording.js';

/** The appellation in both genders, for men and women; one in four says more: contract, place, part time. */
export function titleFor(
  chance: Chance,
  appellation: string,
  placeName: string,
  draft: Omit<OfferDraft, 'title' | 'description' | 'reference'>,
): string {
  const name = `${appellation} ${chance.pick(['(H/F)', '(H/F)', '(H/F)', '(F/H)', 'H/F'])}`;
  if (chance.happens(0.75)) return name;
  const extras = [
    ` - ${placeName}`,
    draft.contract.nature === 'E2' ? ' en apprentissage' : ` - ${contractWords(draft)}`,
    draft.workingTime?.fullTime === false ? ` à temps partiel (${draft.workingTime.weeklyHours} h)` : ` - ${placeName}`,
  ];
  return `${name}${chance.pick(extras)}`;
}
