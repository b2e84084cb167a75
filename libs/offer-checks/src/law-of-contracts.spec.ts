import { given, now, offerWith } from '../test/given-offer.js';
import { anonymity } from './anonymity.js';
import { fixedTerm } from './fixed-term.js';
import { temporaryWork } from './temporary-work.js';

const agency = { name: 'Artois Emploi', siret: '42373532300044', naf: '78.20Z' };
const text = 'Pour un de nos clients, vous préparez les commandes et chargez les camions.';

describe('a fixed term', () => {
  const withGround = { type: 'CDD', nature: 'E1', durationMonths: 6, cddMotive: 'Remplacement' } as const;
  const { cddMotive, ...without } = withGround;
  void cddMotive;
  it.each([
    ['with its ground', withGround, []],
    ['without', without, ['advise FR-CDD /contract/cddMotive']],
    ['of usage', { ...without, nature: 'CU' }, []],
    ['of an apprentice', { ...without, nature: 'E2', durationMonths: 36 }, []],
    ['of insertion', { ...without, type: 'DDI', nature: 'I1' }, []],
    ['of 18 months', { ...withGround, durationMonths: 18 }, []],
    ['of two years', { ...withGround, durationMonths: 24 }, ['review FR-CDD /contract/durationMonths']],
    ['of four years', { ...withGround, durationMonths: 48 }, ['block FR-CDD /contract/durationMonths']],
  ] as const)('%s', (_, contract, findings) => given(fixedTerm, { contract }).finds(...findings));

  it.each([
    ['CDD de 6 mois, possibilité de CDI à l’issue.', 'possibilité de CDI à l’issue'],
    ['CDD ÉVOLUTIF EN CDI', 'CDD ÉVOLUTIF EN CDI'],
    ['Ce contrat peut déboucher sur un CDI selon résultats.', 'déboucher sur un CDI'],
  ])('that promises a permanent job: %s', (promise, words) => {
    const description = `Vous rejoignez notre équipe de production. ${promise}`;
    const [finding] = fixedTerm.run(offerWith({ contract: withGround, description }), { now });
    expect(finding).toMatchObject({ severity: 'review', rule: 'FR-CDD', pointer: '/description' });
    expect(description.slice(finding?.span?.start, finding?.span?.end).toLowerCase()).toContain(
      words.toLowerCase().slice(-10),
    );
  });

  it.each([
    'Vous remplacez un collègue en CDI absent six mois, sans évolution prévue.',
    "Nos équipes comptent trente CDI ; à l'issue du contrat, une prime est versée.",
  ])('that promises none: %s', (description) => given(fixedTerm, { contract: withGround, description }).finds());

  it('is not looked for in a permanent contract', () =>
    given(fixedTerm, { description: 'CDD évolutif en CDI, voilà ce que nous ne proposons pas ici.' }).finds());
});

describe('temporary work', () => {
  const mission = { type: 'MIS', nature: 'E1', durationMonths: 3 } as const;
  const noMention = 'block FR-TEMP /description';
  it.each([
    [
      'said in the text',
      { contract: mission, employer: agency, description: `${text} Notre agence d'intérim vous suit.` },
      [],
    ],
    [
      'said in the name',
      { contract: mission, employer: { ...agency, name: 'PARTENAIRES INTERIM' }, description: text },
      [],
    ],
    ['not said', { contract: mission, employer: agency, description: text }, [noMention]],
    ['not said by an agency that hires for good', { employer: agency, description: text }, [noMention]],
    ['of another employer', { description: text }, []],
    [
      'said in a word that is another',
      { contract: mission, employer: agency, description: `${text} Poste pour intérimédiaire.` },
      [noMention],
    ],
    [
      'offered anonymously',
      { contract: mission, employer: { ...agency, anonymous: true }, description: `${text} Intérim.` },
      ['block FR-TEMP /employer/anonymous'],
    ],
  ] as const)('%s', (_, change, findings) => given(temporaryWork, change).finds(...findings));

  it("is known by the register's sector before the offer's word", () => {
    const siret = '00010001600013';
    const register = { kind: 'found', siret, open: true, legalUnitActive: true, naf: '78.20Z' } as const;
    given(temporaryWork, { description: text }, { register }).finds(noMention);
    given(
      temporaryWork,
      { employer: { ...agency, siret }, description: text },
      { register: { ...register, naf: '56.10A' } },
    ).finds();
  });
});

describe('an anonymous offer', () => {
  const named = 'Le FOURNIL  des Remparts recrute une personne pour son équipe du matin.';
  it.each([
    ['that names nobody', { employer: { anonymous: true } }, []],
    [
      'whose text names the employer',
      { employer: { anonymous: true, name: 'fournil' }, description: named },
      ['block FR-ANONYMOUS /description'],
    ],
    [
      'whose title names the brand',
      { employer: { anonymous: true, brand: 'Épi d’Or' }, title: "Vendeur chez EPI D'OR" },
      ['block FR-ANONYMOUS /title'],
    ],
    [
      'with a name too short to be told from a word',
      { employer: { anonymous: true, name: 'Une' }, description: named },
      [],
    ],
    ['that is not anonymous', { description: named }, []],
  ])('%s', (_, change, findings) => given(anonymity, change).finds(...findings));
});
