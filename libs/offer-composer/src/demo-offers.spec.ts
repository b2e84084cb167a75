import { offerContent } from '@accord/contracts/offer';
import { refusals } from '@accord/offer-checks/refusals';
import { runChecks } from '@accord/offer-checks/run-checks';

import { archiveAds } from './archive-ads.js';
import { demoDay, demoOffers } from './demo-offers.js';

describe('what a new system is filled with', () => {
  const today = '2026-11-25';

  it('is every ad of the archive and 300 composed ones, none of those who are left out', () => {
    const offers = demoOffers({ today, leaveOut: ['000100016', '000100024'] });
    const archive = archiveAds({ today });
    expect(offers.slice(0, archive.length)).toEqual(archive);
    expect(offers.slice(archive.length)).toHaveLength(300);
    expect(new Set(offers.map(({ reference }) => reference)).size).toBe(offers.length);
    expect(offers.some(({ employer }) => /^0001000(16|24)/.test(employer.siret))).toBe(false);
    expect(demoOffers({ today }).some(({ employer }) => /^000100016/.test(employer.siret))).toBe(true);
  });

  it('has something for whoever looks for a baker, a nurse or a driver', () => {
    const codes = new Set(demoOffers({ today }).map(({ occupation }) => occupation.romeCode));
    for (const code of ['D1102', 'J1506', 'N4101', 'M1805', 'G1803', 'K2503']) expect(codes).toContain(code);
    expect(codes.size).toBeGreaterThan(200);
  });

  it('is taken and approved, on any day', () => {
    for (const day of [today, '2027-02-28']) {
      const now = new Date(`${day}T23:30:00Z`);
      for (const offer of demoOffers({ today: day })) {
        const content = offerContent.parse(offer);
        const found = runChecks(content, { now }).filter(({ severity }) => severity !== 'advise');
        expect([offer.reference, ...refusals(content, { now, kind: 'new' }), ...found]).toEqual([offer.reference]);
      }
    }
  });

  it('is the same on the next day, counted from the first', () => {
    const [first] = demoOffers({ today });
    expect(demoDay('2026-11-26', first?.closesOn)).toBe(today);
    expect(demoDay('2026-12-08', first?.closesOn)).toBe(today);
  });

  it.each([
    ['there is none yet', '2026-11-25', undefined],
    ['they are two weeks old', '2026-12-09', '2026-12-25'],
    ['they have closed', '2027-03-01', '2026-12-25'],
    ['the clock was set back', '2026-10-01', '2026-12-25'],
  ])('is dated anew when %s', (_, now, closesOn) => expect(demoDay(now, closesOn)).toBe(now));
});
