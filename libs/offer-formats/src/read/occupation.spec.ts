import { contractKind } from './contract.js';
import { occupationFrom } from './occupation.js';
import { quoted } from './quoted.js';
import { Reading } from './reading.js';

const field = (text: string | undefined, source: string) => ({ text, source, pointer: `/${source}` });
const occupation = (said: { rome?: string; ogr?: string; label?: string; isco?: string }) => {
  const reading = new Reading(() => undefined);
  const found = occupationFrom(reading, {
    rome: field(said.rome, 'rome'),
    ogr: field(said.ogr, 'ogr'),
    label: field(said.label, 'label'),
    isco: field(said.isco, 'isco'),
  });
  return {
    rome: found['romeCode'],
    errors: reading.errors.map(({ code }) => code),
    notes: reading.notes.map(({ code }) => code),
    found,
  };
};

describe('an occupation', () => {
  it.each([
    ['its ROME code', { rome: ' d1102' }, 'D1102', []],
    ['the OGR code of an appellation', { ogr: '10200' }, 'F1402', []],
    [
      'the name of an appellation, in both genders',
      { label: 'Abatteur / Abatteuse de carrière' },
      'F1402',
      ['occupation-by-name'],
    ],
    ['the name in one gender, in capitals', { label: 'CERAMISTE D’ART' }, 'B1201', ['occupation-by-name']],
    ['the name with H/F', { label: 'Rotativiste (H/F)' }, 'E1301', ['occupation-by-name']],
    ['a code, whatever the name says', { rome: 'D1102', label: 'Rotativiste' }, 'D1102', []],
  ])('is known by %s', (_name, said, rome, notes) =>
    expect(occupation(said)).toMatchObject({ rome, notes, errors: [] }),
  );

  it('keeps label, OGR and ISCO codes', () =>
    expect(occupation({ rome: 'F1402', ogr: '010200', label: 'Abatteur', isco: '7113' }).found).toEqual({
      romeCode: 'F1402',
      ogrCode: '10200',
      label: 'Abatteur',
      iscoCode: '7113',
    }));

  it.each([
    ['a code of nothing', { rome: 'A9999', label: 'Rotativiste' }, ['unknown-occupation']],
    ['a name of nothing', { label: 'Magicien du chiffre' }, ['occupation-missing']],
    ['an ISCO code alone', { isco: '7411' }, ['occupation-missing']],
    ['an OGR code of nothing', { ogr: '1' }, ['unknown-appellation', 'occupation-missing']],
    ['nothing', {}, ['occupation-missing']],
  ])('is refused for %s', (_name, said, errors) => expect(occupation(said)).toMatchObject({ rome: undefined, errors }));
});

describe('a contract', () => {
  const contract = (type: string | undefined, nature?: string) => {
    const reading = new Reading(() => undefined);
    const kind = contractKind(reading, { type: field(type, 'type'), nature: field(nature, 'nature') });
    return { ...kind, errors: reading.errors.map(({ code }) => code) };
  };
  it.each([
    ['CDI', undefined, { type: 'CDI', nature: 'E1', errors: [] }],
    ['Contrat d’apprentissage', undefined, { type: 'CDD', nature: 'E2', errors: [] }],
    ['CDI', 'E2', { type: 'CDI', nature: 'E2', errors: [] }],
    ['professionnalisation', undefined, { type: 'CDD', nature: 'FS', errors: [] }],
    ['profession libérale', undefined, { type: 'LIB', nature: 'NS', errors: [] }],
    ['intérim', 'contrat de travail', { type: 'MIS', nature: 'E1', errors: [] }],
    ['alternance', undefined, { errors: ['ambiguous-contract-type'] }],
    ['stage', undefined, { nature: 'E1', errors: ['unknown-contract-type'] }],
    ['CDD', 'ZZ', { type: 'CDD', nature: 'E1', errors: ['unknown-contract-nature'] }],
    [undefined, undefined, { nature: 'E1', errors: [] }],
  ])('%p of nature %p', (type, nature, expected) => expect(contract(type, nature)).toEqual(expected));
});

describe('a value in a message', () => {
  it.each(['CDX', 'Magicien du chiffre', '35999'])('%p is repeated', (text) =>
    expect(quoted(text).en).toBe(`“${text}”`),
  );
  it.each(['jean@example.org', '+33 1 99 00 00 01', '0199000001', '00010001600013', 'x'.repeat(41), 'a\nb'])(
    '%p is not: it may be a person’s, or is no value to find again',
    (text) =>
      expect(quoted(text)).toEqual({
        fr: `cette valeur (${text.length} caractères)`,
        en: `this value (${text.length} characters)`,
      }),
  );
});
