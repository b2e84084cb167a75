import { offerContent } from '@accord/contracts/offer';
import { sealedOffer } from '@accord/contracts/sealed-offer';
import { showableOffer, showableView } from '@accord/contracts/showable-offer';

import { composeOffer } from './compose-offer.js';
import { composeShowable } from './compose-showable.js';

describe('a composed offer as a portal is told of it', () => {
  it('is what the view of the contracts makes of it', () => {
    let anonymous = 0;
    for (let index = 0; index < 400; index += 1) {
      const shown = composeShowable(index);
      const { opensOn, ...content } = offerContent.parse(composeOffer(index));
      const { offerId, revision, createdAt, updatedAt } = shown;
      expect(showableView(sealedOffer.parse(content), { offerId, revision, createdAt, updatedAt })).toEqual(shown);
      expect(showableOffer.parse(shown)).toEqual(shown);
      if (shown.employer.anonymous) anonymous += 1;
    }
    expect(anonymous).toBeGreaterThan(3);
  });

  it('has an id of its own, and a day within the last two months', () => {
    const shown = Array.from({ length: 2_000 }, (_, index) => composeShowable(index * 499, { today: '2027-02-03' }));
    expect(new Set(shown.map(({ offerId }) => offerId)).size).toBe(2_000);
    const days = shown.map(({ createdAt }) => createdAt.slice(0, 10)).sort();
    expect(days.at(0)?.slice(0, 7)).toBe('2026-12');
    expect(days.at(-1)).toBe('2027-02-03');
  });
});
