import { workplaceFrom } from './place.js';
import { Reading } from './reading.js';

const place = (said: { insee?: string; postalCode?: string; city?: string; country?: string; lat?: string }) => {
  const reading = new Reading(() => undefined);
  const field = (text: string | undefined, source: string) => ({ text, source, pointer: '/workplaces/0' });
  const found = workplaceFrom(reading, {
    pointer: '/workplaces/0',
    insee: field(said.insee, 'insee'),
    postalCode: field(said.postalCode, 'cp'),
    city: field(said.city, 'ville'),
    country: field(said.country, 'pays'),
    lat: field(said.lat, 'lat'),
  });
  return {
    commune: found?.['communeInsee'],
    postalCode: found?.['postalCode'],
    errors: reading.errors.map(({ code, source, pointer }) => `${code} ${source} ${pointer}`),
    notes: reading.notes.map(({ code }) => code),
    remedies: reading.errors.map(({ remedy }) => remedy.en).join(),
    found,
  };
};

describe('a workplace', () => {
  it.each([
    ['by postal code and name', { postalCode: '35000', city: 'Rennes' }, '35238', '35000'],
    ['by a postal code that serves one commune', { postalCode: '35000' }, '35238', '35000'],
    ['by the name among those of a postal code', { postalCode: '01000', city: 'BOURG EN BRESSE' }, '01053', '01000'],
    [
      'by a postal code that a spreadsheet shortened',
      { postalCode: '1000', city: 'Bourg-en-Bresse' },
      '01053',
      '01000',
    ],
    ['in an arrondissement', { postalCode: '75014', city: 'PARIS 14ème' }, '75114', '75014'],
    ['in an arrondissement of Lyon', { postalCode: '69003', city: 'Lyon 03' }, '69383', '69003'],
    ['with CEDEX', { postalCode: '35042', city: 'RENNES CEDEX 7' }, '35238', '35042'],
    ['with a department behind', { postalCode: '92800', city: 'Puteaux, Hauts-de-Seine' }, '92062', '92800'],
    ['with a department before', { postalCode: '35000', city: '35 - RENNES' }, '35238', '35000'],
    ['with Saint cut short', { postalCode: '42000', city: 'ST ETIENNE' }, '42218', '42000'],
    ['by INSEE code', { insee: '35238', postalCode: '35700' }, '35238', '35700'],
    ['by INSEE code of Corsica', { insee: '2a004', postalCode: '20000' }, '2A004', '20000'],
    ['by a name that one commune has', { city: 'Puteaux' }, '92062', '92800'],
    ['overseas', { postalCode: '97400', city: 'Saint-Denis' }, '97411', '97400'],
    ['in words for France', { postalCode: '35000', city: 'Rennes', country: 'France' }, '35238', '35000'],
  ])('is found %s', (_name, said, commune, postalCode) => {
    expect(place(said)).toMatchObject({ commune, postalCode, errors: [], notes: [] });
  });

  it('has its department and region', () =>
    expect(place({ postalCode: '35000', city: 'Rennes', lat: '48.1' }).found).toEqual({
      communeInsee: '35238',
      postalCode: '35000',
      label: 'Rennes',
      department: '35',
      region: '53',
      country: 'FR',
      lat: 48.1,
    }));

  it.each([
    [
      'a name that is none of its postal code’s only commune',
      { postalCode: '35000', city: 'Quartier Beauregard' },
      'place-by-postal-code',
      '35238',
    ],
    ['an INSEE code without a postal code, of several', { insee: '35238' }, 'postal-code-assumed', '35238'],
  ])('is taken from %s, and says so', (_name, said, note, commune) => {
    expect(place(said)).toMatchObject({ commune, notes: [note], errors: [] });
  });

  it.each([
    [
      'an INSEE code of nothing',
      { insee: '35999', postalCode: '35000' },
      'unknown-commune insee /workplaces/0/communeInsee',
      'postal code and name',
    ],
    [
      'a postal code that serves several',
      { postalCode: '01000' },
      'unknown-place cp /workplaces/0',
      'Saint-Denis-lès-Bourg',
    ],
    [
      'a name that none of several has',
      { postalCode: '01000', city: 'Lyon' },
      'unknown-place ville /workplaces/0',
      'Bourg-en-Bresse',
    ],
    ['a name that many have', { city: 'Saint-Denis' }, 'unknown-place ville /workplaces/0', 'INSEE'],
    ['nothing', {}, 'unknown-place cp /workplaces/0', 'INSEE'],
    [
      'another country',
      { postalCode: '7713', city: 'Steinkjer', country: 'NO' },
      'workplace-abroad pays /workplaces/0/country',
      'France',
    ],
  ])('is refused for %s, with what to write', (_name, said, error, remedy) => {
    const { commune, errors, remedies } = place(said);
    expect(commune).toBeUndefined();
    expect(errors).toEqual([error]);
    expect(remedies).toContain(remedy);
  });
});
