import type { Finding } from '@accord/contracts/finding';
import { offerContent, type OfferContent } from '@accord/contracts/offer';

import type { Check, CheckContext } from '../src/check.js';
import { runChecks } from '../src/run-checks.js';

/** A Tuesday, at noon in Paris; the minimum wage is 12.31 EUR. */
export const now = new Date('2026-11-24T11:00:00Z');

/** An offer that no check has anything to say about. */
export const cleanOffer: OfferContent = offerContent.parse({
  reference: 'REF-1',
  title: 'Boulanger / Boulangère (H/F)',
  description:
    'Vous préparez et cuisez les pains et viennoiseries de notre fournil, dans une équipe de cinq personnes.',
  occupation: { romeCode: 'D1102', ogrCode: '11573' },
  employer: { siret: '00010001600013', name: 'Fournil des Remparts', naf: '10.71C' },
  workplaces: [{ communeInsee: '35238', postalCode: '35000', department: '35', region: '53' }],
  contract: { type: 'CDI', nature: 'E1' },
  workingTime: { weeklyHours: 35, fullTime: true },
  pay: { min: 215_000, max: 240_000, unit: 'MONTH' },
  requirements: { experience: { exigence: 'S', min: 1, unit: 'AN' } },
  apply: { form: true },
  closesOn: '2026-12-31',
});

type Change = { readonly [Field in keyof OfferContent]?: OfferContent[Field] | Partial<OfferContent[Field]> };

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The clean offer with some fields changed; a group keeps what is not named. */
export function offerWith(change: Change): OfferContent {
  const merged = Object.entries(change).map(([field, value]) => {
    const before: unknown = Reflect.get(cleanOffer, field);
    return [field, isObject(before) && isObject(value) ? { ...before, ...value } : value];
  });
  return offerContent.parse({ ...cleanOffer, ...Object.fromEntries(merged) });
}

/** What a finding says, in a line: `block FR-SMIC /pay/min`. */
export const inShort = ({ severity, rule, pointer }: Finding): string => `${severity} ${rule} ${pointer}`;

/** given(check, change).finds('block FR-SMIC /pay/min') */
export const given = (check: Check, change: Change, context: Partial<CheckContext> = {}) => ({
  finds: (...expected: string[]): void => {
    const offer = offerWith(change);
    expect(check.run(offer, { now, ...context }).map(inShort)).toEqual(expected);
    const whole = runChecks(offer, { now, ...context }).map(inShort);
    for (const finding of expected) expect(whole).toContain(finding);
  },
});
