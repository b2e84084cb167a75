import type { OfferDraft } from '@accord/contracts/offer';
import type { ShowableOffer } from '@accord/contracts/showable-offer';

import { Chance } from './chance.js';
import { composeOffer, defaultToday, type ComposeOptions } from './compose-offer.js';
import { dayAfter } from './days.js';

/**
 * The same offer as a portal is told of it, without intake and consent in between: for tests and benchmarks of search. Created
 * in the 60 days before `today`, most of them lately; an offer that opens later is taken as open.
 */
export function composeShowable(index: number, { today = defaultToday, romeCode }: ComposeOptions = {}): ShowableOffer {
  const { opensOn, closesOn = dayAfter(today, 60), ...draft } = composeOffer(index, { today, romeCode });
  const createdAt = createdBefore(today, index);
  return {
    ...(draft.employer.anonymous ? masked(draft) : draft),
    closesOn,
    offerId: offerIdOf(index, createdAt),
    revision: 1,
    createdAt: createdAt.toISOString(),
    updatedAt: createdAt.toISOString(),
  };
}

type Open = Omit<OfferDraft, 'opensOn' | 'closesOn'>;

/** As consent's view masks it (`showableView` of the contracts): a test compares the two. */
function masked({ reference, ...draft }: Open): Omit<Open, 'employer' | 'reference'> & Pick<ShowableOffer, 'employer'> {
  const { naf, size } = draft.employer;
  return {
    ...draft,
    employer: { anonymous: true, naf, size },
    workplaces: draft.workplaces.map(({ street, label, lat, lon, ...place }) => place),
    apply: { form: true },
  };
}

const DAY_MS = 86_400_000;

function createdBefore(today: string, index: number): Date {
  const chance = new Chance(index + 0x1_0000_0000);
  return new Date(Date.parse(`${today}T06:00:00Z`) - Math.floor(chance.number() ** 2 * 60 * DAY_MS));
}

/** A UUID of version 7, as intake gives, made of the moment and the index alone. */
function offerIdOf(index: number, createdAt: Date): string {
  const time = createdAt.getTime().toString(16).padStart(12, '0');
  const number = index.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7acc-8${number.slice(0, 3)}-000${number.slice(3)}`;
}
