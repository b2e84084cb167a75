import { offerContent, offerDraft } from '@accord/contracts/offer';
import { refusals } from '@accord/offer-checks/refusals';
import { runChecks } from '@accord/offer-checks/run-checks';
import { appellationByCode } from '@accord/reference-data/appellations';
import { occupationSheetByCode } from '@accord/reference-data/occupation-sheets';
import { allOccupations } from '@accord/reference-data/occupations';

import { composedMark } from './description.js';
import { composeOffer, defaultToday } from './compose-offer.js';
import { inventedEstablishments, isHiring } from './establishments.js';

const count = 3_000;
const offers = Array.from({ length: count }, (_, index) => composeOffer(index));
const now = new Date(`${defaultToday}T11:00:00Z`);
const share = (holds: (offer: (typeof offers)[number]) => boolean): number => offers.filter(holds).length / count;
const kinds = (of: (offer: (typeof offers)[number]) => string | undefined): Set<string | undefined> =>
  new Set(offers.map(of));

describe('a composed offer', () => {
  it('is always the same for the same index and day, and another for another', () => {
    expect(composeOffer(77)).toEqual(offers[77]);
    expect(composeOffer(77, { today: '2027-05-01' })).not.toEqual(offers[77]);
    expect(new Set(offers.map(({ title, description }) => title + description)).size).toBe(count);
    expect(new Set(offers.map(({ reference }) => reference)).size).toBe(count);
    expect(composeOffer(999_999).reference).toBe('COMPOSED-0999999');
  });

  it('is of the occupation that is asked for, where it has ads', () => {
    const baker = composeOffer(7, { romeCode: 'D1102' });
    expect(baker).toMatchObject({ occupation: { romeCode: 'D1102' }, reference: 'COMPOSED-0000007' });
    expect(baker).toEqual(composeOffer(7, { romeCode: 'D1102' }));
    expect(() => composeOffer(7, { romeCode: 'Z9999' })).toThrow('ROME has no occupation Z9999');
  });

  it('is a draft as employers write it', () => {
    for (const offer of offers) expect(offerDraft.parse(offer)).toEqual(offer);
  });

  it('names no region where there is none, as in Saint-Barthélemy', () => {
    const [workplace] = offerDraft.parse(composeOffer(4_507)).workplaces;
    expect(workplace).toMatchObject({ department: '977' });
    expect(workplace).not.toHaveProperty('region');
  });

  it('names a diploma where only the name of the job is regulated', () => {
    const { occupation, requirements } = composeOffer(2_002_042);
    expect(occupation).toMatchObject({ romeCode: 'M1414', ogrCode: '15888' });
    expect(appellationByCode(occupation.ogrCode ?? '')?.regulated).toBe(true);
    expect(requirements.trainings).toEqual([expect.objectContaining({ exigence: 'E' })]);
  });

  it('is taken, and no check stops it', () => {
    const establishments = new Map(inventedEstablishments.map((one) => [one.siret, one]));
    for (const offer of offers) {
      const content = offerContent.parse({ ...offer });
      const hirer = establishments.get(offer.employer.siret);
      const register = {
        kind: 'found',
        siret: offer.employer.siret,
        open: hirer?.state === 'open',
        legalUnitActive: hirer?.unitState === 'active',
        naf: hirer?.naf,
      } as const;
      const found = runChecks(content, { now, register }).filter(({ severity }) => severity !== 'advise');
      expect([offer.reference, ...refusals(content, { now, kind: 'new' }), ...found]).toEqual([offer.reference]);
    }
  });

  it('holds on any day, under the minimum wage of then', () => {
    for (const today of ['2026-05-20', '2027-03-01'])
      for (let index = 0; index < 500; index += 1) {
        const content = offerContent.parse(composeOffer(index, { today }));
        const found = runChecks(content, { now: new Date(`${today}T11:00:00Z`) });
        expect(found.filter(({ severity }) => severity === 'block')).toEqual([]);
      }
  });

  it('says in its text and its reference that it is composed', () => {
    for (const { reference, description, occupation } of offers) {
      expect(reference).toMatch(/^COMPOSED-\d{7}$/);
      expect(description.endsWith(composedMark(occupation.romeCode))).toBe(true);
    }
  });

  it('is of the length of an ad, for people of both sexes', () => {
    for (const { title, description } of offers) {
      expect(description.length).toBeGreaterThanOrEqual(500);
      expect(description.length).toBeLessThanOrEqual(2_000);
      expect(title).toMatch(/H\/F|F\/H/);
      expect(description).not.toMatch(/undefined|NaN|\n{3}| {2}| ,|\.\.|\d(?:\.|e-)\d/);
    }
  });

  it('speaks in the name of open invented establishments that may be shown, and of no other', () => {
    const hiring = new Set(inventedEstablishments.filter(isHiring).map(({ siret }) => siret));
    for (const { employer } of offers) expect(hiring.has(employer.siret)).toBe(true);
    expect(kinds(({ employer }) => employer.siret).size).toBeGreaterThan(60);
  });

  it('is told of an occupation where people are employed', () => {
    const codes = kinds(({ occupation }) => occupation.romeCode);
    const employed = /403101|403103|403104|403097|403098/;
    const others = /403099|403102|403106|511685/;
    for (const { code } of allOccupations()) {
      const contexts = occupationSheetByCode(code)?.contexts.join() ?? '';
      if (others.test(contexts) && !employed.test(contexts)) expect(codes.has(code)).toBe(false);
    }
    expect(codes.size).toBeGreaterThan(700);
  });

  it('lets nobody work from home where the work is not', () => {
    const away = offers.filter(({ remote }) => remote !== undefined && remote.mode !== 'none');
    expect(away.length).toBeGreaterThan(100);
    for (const { occupation } of away) expect(occupationSheetByCode(occupation.romeCode)?.contexts).toContain('300799');
    expect(away.some(({ occupation }) => /^(D110|G16|J15|F1[2-7])/.test(occupation.romeCode))).toBe(false);
  });
});

describe('composed offers together', () => {
  it('are of every kind', () => {
    expect([...kinds(({ contract }) => contract.type)].sort()).toEqual([
      'CCE',
      'CDD',
      'CDI',
      'DDI',
      'DIN',
      'LIB',
      'MIS',
      'SAI',
      'TTI',
    ]);
    expect(kinds(({ contract }) => contract.nature)).toEqual(
      new Set(['E1', 'E2', 'FS', 'NS', 'I1', 'CU', 'EE', 'CC', 'CI']),
    );
    expect(kinds(({ pay }) => pay?.unit)).toEqual(new Set(['HOUR', 'MONTH', 'YEAR', undefined]));
    expect(kinds(({ requirements }) => requirements.experience.exigence)).toEqual(new Set(['D', 'S', 'E']));
    expect(kinds(({ occupation }) => occupation.romeCode.charAt(0))).toEqual(new Set('ABCDEFGHIJKLMN'));
    expect(kinds(({ workplaces }) => workplaces[0]?.region).size).toBeGreaterThan(16);
  });

  it('are spread as ads are', () => {
    const permanent = share(({ contract }) => contract.type === 'CDI');
    expect(permanent).toBeGreaterThan(0.45);
    expect(permanent).toBeLessThan(0.7);
    expect(share(({ pay }) => pay === undefined)).toBeLessThan(0.15);
    expect(share(({ workingTime }) => workingTime?.fullTime === false)).toBeGreaterThan(0.1);
    expect(share(({ openings }) => openings > 1)).toBeGreaterThan(0.1);
    expect(share(({ access }) => access?.handicap === true)).toBeGreaterThan(0.15);
    expect(share(({ employer }) => employer.anonymous)).toBeGreaterThan(0.01);
    expect(share(({ requirements }) => requirements.languages !== undefined)).toBeGreaterThan(0.04);
    expect(share(({ requirements }) => requirements.trainings !== undefined)).toBeGreaterThan(0.3);
    expect(share(({ requirements }) => requirements.licences !== undefined)).toBeGreaterThan(0.1);
    const large = share(({ workplaces }) =>
      /^(751|132|6938|31555|44109|33063|59350)/.test(workplaces[0]?.communeInsee ?? ''),
    );
    expect(large).toBeGreaterThan(0.1);
  });
});
