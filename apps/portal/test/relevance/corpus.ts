import { showableOffer, type ShowableOffer } from '@accord/contracts/showable-offer';
import { archiveAds } from '@accord/offer-composer/archive-ads';
import { composeShowable } from '@accord/offer-composer/compose-showable';

/** The same on every machine and day: an ad is what its index says. */
const TODAY = '2026-11-15';
const OF_ANY_OCCUPATION = 1_300;
const OF_EACH = 12;

/** Occupations that people look for most, so that each has ads to choose among. */
const LOOKED_FOR =
  'A1203 C1206 C1504 D1101 D1102 D1104 D1106 D1202 D1214 D1401 D1408 D1505 D1507 E1101 E1205 F1602 F1603 F1606 F1703 G1501 ' +
  'G1602 G1703 G1803 H2902 H2913 I1304 I1308 I1309 I1604 J1301 J1304 J1501 J1503 J1504 J1506 J1507 K1201 K1207 K1302 K1303 K1304 ' +
  'K2106 K2107 K2204 K2503 M1203 M1501 M1502 M1601 M1607 M1609 M1805 M1855 N1101 N1103 N1105 N1110 N4101 N4103 N4105';

/** Real ads of past years, openly licensed, as a portal is told of them. */
const archived = (): ShowableOffer[] =>
  archiveAds({ today: TODAY }).map(({ finalClient, mandate, ...draft }, index) =>
    showableOffer.parse({
      closesOn: TODAY,
      ...draft,
      offerId: `01a10000-0000-7000-8000-${String(index).padStart(12, '0')}`,
      revision: 1,
      createdAt: new Date(Date.parse(`${TODAY}T06:00:00Z`) - index * 86_400_000).toISOString(),
      updatedAt: `${TODAY}T06:00:00Z`,
    }),
  );

/** Some 2,000 ads: of any occupation, of those most looked for, and real ones. */
export function corpus(): readonly ShowableOffer[] {
  const any = Array.from({ length: OF_ANY_OCCUPATION }, (_, index) => composeShowable(index, { today: TODAY }));
  const lookedFor = LOOKED_FOR.split(' ').flatMap((romeCode, at) =>
    Array.from({ length: OF_EACH }, (_, index) =>
      composeShowable(100_000 + at * 100 + index, { today: TODAY, romeCode }),
    ),
  );
  return [...any, ...lookedFor, ...archived()];
}
