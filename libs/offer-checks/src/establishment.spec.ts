import { cleanOffer, given } from '../test/given-offer.js';
import { establishment } from './establishment.js';

const { siret } = cleanOffer.employer;
const found = { kind: 'found', siret, open: true, legalUnitActive: true } as const;

describe('the establishment', () => {
  it('may hire while it is open', () => given(establishment, {}, { register: found }).finds());
  it('may not when the register does not know it', () =>
    given(establishment, {}, { register: { kind: 'unknown', siret } }).finds('block FR-EMPLOYER /employer/siret'));
  it('may not when it is closed', () =>
    given(establishment, {}, { register: { ...found, open: false, closedOn: '2024-03-31' } }).finds(
      'block FR-EMPLOYER /employer/siret',
    ));
  it('may not when its company has ceased', () =>
    given(establishment, {}, { register: { ...found, legalUnitActive: false } }).finds(
      'block FR-EMPLOYER /employer/siret',
    ));
  it('is judged by its own answer only', () =>
    given(establishment, {}, { register: { kind: 'unknown', siret: '80746931700018' } }).finds());

  it('tells since when it is closed', () => {
    const [finding] = establishment.run(cleanOffer, {
      now: new Date(),
      register: { ...found, open: false, closedOn: '2024-03-31' },
    });
    expect(finding?.message.fr).toContain('2024-03-31');
  });
});
