import { gzipSync } from 'node:zlib';

import { importMediaTypes } from '../../src/import/formats.js';
import { fileOf, imported, outcomes } from '../bulk-client.js';
import { intake, problemOf, submitted, viewOf } from '../intake-harness.js';

interface Form {
  readonly name: string;
  readonly type: string;
  readonly format: string;
  /** Of examples/import: which records begin in which lines. */
  readonly file: string;
  readonly lines: readonly number[];
  /** A record that takes down the offer with this reference. */
  readonly removal: (reference: string) => string;
}
const forms: readonly Form[] = [
  {
    name: 'NDJSON',
    type: 'application/x-ndjson',
    format: 'ndjson',
    file: 'offers.ndjson',
    lines: [1, 2],
    removal: (reference) => JSON.stringify({ reference, remove: true }),
  },
  {
    name: 'a JSON array',
    type: 'application/json',
    format: 'json',
    file: 'offers.json',
    lines: [2, 48],
    removal: (reference) => JSON.stringify([{ reference, remove: true }]),
  },
  {
    name: 'CSV',
    type: 'text/csv',
    format: 'csv',
    file: 'offers.csv',
    lines: [2, 4],
    removal: (reference) => `reference;supprimer\n${reference};oui\n`,
  },
  {
    name: 'France Travail’s file',
    type: 'text/vnd.francetravail.offres+csv',
    format: 'france-travail',
    file: 'offers.france-travail.txt',
    lines: [2, 3],
    removal: (reference) => `Par_ref_offre|Type_mouvement|Motif_suppression\n${reference}|S|D01\n`,
  },
  {
    name: 'HR-XML',
    type: 'application/xml',
    format: 'hr-xml',
    file: 'offers.hr-xml.xml',
    lines: [3],
    removal: (reference) =>
      `<PositionOpening><DocumentID>${reference}</DocumentID><PositionOpeningStatusCode>Closed</PositionOpeningStatusCode></PositionOpening>`,
  },
  {
    name: 'JSON-LD',
    type: 'application/ld+json',
    format: 'json-ld',
    file: 'offers.jsonld',
    lines: [4],
    removal: (reference) =>
      JSON.stringify({ '@type': 'DeleteAction', object: { '@type': 'JobPosting', identifier: reference } }),
  },
];
const example = ({ file }: Form): Buffer => fileOf(`examples/import/${file}`);

beforeEach(() => (intake().consent.mode = 'stopped'));

describe.each(forms)('an import as $name', (form) => {
  const { type, format, lines } = form;
  const all = (status: string) => lines.map((line) => `${line} ${status}`);

  it('takes the example, and knows it again', async () => {
    const first = await imported(example(form), type);
    expect(outcomes(first)).toEqual(all('created'));
    expect(first.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'block'))).toEqual([]);
    const second = await imported(example(form), type);
    expect(outcomes(second)).toEqual(all('unchanged'));
    expect(second.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
    const { offer } = await viewOf(intake().bakery, first[0]?.id ?? '');
    expect(offer).toMatchObject({
      title: 'Boulanger / Boulangère (H/F)'.slice(0, offer.title.length),
      occupation: { romeCode: 'D1102' },
      workplaces: [{ communeInsee: '35238', postalCode: '35000' }],
      contract: { type: 'CDI', nature: 'E1' },
      pay: { min: 215_000, max: 240_000, unit: 'MONTH', currency: 'EUR' },
      requirements: { experience: { min: format === 'json-ld' ? 12 : 1 } },
      apply: { email: 'recrutement@fournil-des-remparts.example' },
    });
  });

  it('comes compressed: as its coding, or as its type', async () => {
    const body = gzipSync(example(form));
    expect(outcomes(await imported(body, type, { headers: { 'content-encoding': 'gzip' } }))).toEqual(all('unchanged'));
    expect(outcomes(await imported(body, 'application/gzip', { query: `?format=${format}` }))).toEqual(
      all('unchanged'),
    );
  });

  it('removes what it says to, and nothing else', async () => {
    const { id, reference } = await removable();
    const other = await removable();
    const [receipt] = await imported(form.removal(reference), type);
    expect(receipt).toMatchObject({
      line: expect.any(Number),
      reference,
      id,
      status: 'withdrawn',
      stop: `/v1/offers/${id}/stop`,
    });
    expect((await viewOf(intake().bakery, other.id)).intent).toBe('show');
    expect(outcomes(await imported(form.removal('nobody'), type))).toEqual([
      expect.stringContaining('unknown-reference'),
    ]);
  });
});

let count = 0;
async function removable() {
  const reference = `REM-${(count += 1)}`;
  return { reference, ...(await submitted(intake().bakery, { reference })) };
}

describe('an import’s form', () => {
  it.each([
    ['text/csv', 'france-travail'],
    ['text/plain', 'csv'],
    ['application/json', 'json-ld'],
    ['application/octet-stream', 'hr-xml'],
  ])('of the loose type %s is said by format=%s', async (type, format) => {
    const form = forms.find((one) => one.format === format);
    const body = form === undefined ? '' : example(form);
    const receipts = await imported(body, type, { query: `?format=${format}` });
    expect(outcomes(receipts)).toEqual(form?.lines.map((line) => `${line} unchanged`));
  });

  it.each([
    ['a format that there is not', 'text/csv', '?format=excel', 400, '/format'],
    ['a parameter that there is not', 'text/csv', '?sort=yes', 400, '/sort'],
    ['a format against its type', 'application/json', '?format=csv', 415, 'text/csv'],
    ['gzip of nobody knows what', 'application/gzip', '', 415, '?format='],
    ['a charset that is not read', 'text/csv; charset=ebcdic', '', 415, 'windows-1252'],
    ['no type', '', '', 415, 'application/ld+json'],
  ])('%s is refused, and says what is welcome', async (_name, type, query, status, word) => {
    const answer = await intake().bakery.post(`/v1/offers/bulk${query}`, 'x', { 'content-type': type });
    expect(answer.status).toBe(status);
    expect(problemOf(answer).detail + JSON.stringify(answer.body)).toContain(word);
  });

  it('is listed in OpenAPI, each', async () => {
    const { body } = await intake().bakery.get('/openapi.json');
    expect(body).toMatchObject({
      paths: {
        '/v1/offers/bulk': {
          post: {
            requestBody: { content: Object.fromEntries(importMediaTypes.map((type) => [type, expect.anything()])) },
          },
        },
      },
    });
  });
});

describe('a finding about a record', () => {
  const csv = (cells: Readonly<Record<string, string>>) => {
    const row = {
      reference: 'F-1',
      intitule: 'Boulanger',
      description: 'Vous préparez et cuisez les pains et viennoiseries de notre fournil.',
      code_rome: 'D1102',
      siret: '00010001600013',
      entreprise: 'Fournil des Remparts',
      code_postal: '35000',
      ville: 'Rennes',
      type_contrat: 'CDI',
      experience: 'D',
      ...cells,
    };
    return `${Object.keys(row).join(';')}\n${Object.values(row).join(';')}\n`;
  };
  const refusal = async (cells: Readonly<Record<string, string>>) => (await imported(csv(cells), 'text/csv'))[0];

  it('names the column, the value, and what to write instead', async () => {
    const receipt = await refusal({ type_contrat: 'CDX', salaire_min: '2,150', salaire_periode: 'mois' });
    expect(receipt).toMatchObject({
      line: 2,
      reference: 'F-1',
      status: 'refused',
      findings: [
        {
          rule: 'INPUT-UNKNOWN-CONTRACT-TYPE',
          severity: 'block',
          pointer: '/contract/type',
          source: 'type_contrat',
          message: {
            fr: 'type_contrat : « CDX » n’est pas un type de contrat.',
            en: 'type_contrat: “CDX” is no type of contract.',
          },
          remedy: { en: expect.stringContaining('CDI, CDD') },
        },
        { rule: 'INPUT-NOT-AN-AMOUNT', pointer: '/pay/min', source: 'salaire_min' },
      ],
    });
  });

  it('names the column that is not filled in', async () => {
    const receipt = await refusal({ siret: '', description: 'courte' });
    expect(receipt?.findings).toEqual([
      expect.objectContaining({ rule: 'INPUT-TOO-SMALL', pointer: '/description', source: 'description' }),
      expect.objectContaining({
        rule: 'INPUT-MISSING-FIELD',
        pointer: '/employer/siret',
        source: 'siret',
        message: { fr: 'siret : Ce champ manque.', en: 'siret: this is missing: fill it in' },
      }),
    ]);
  });

  it('names the column of what only the offer as a whole shows', async () => {
    const own = await refusal({ siret: '00010002400017' });
    expect(own).toMatchObject({
      findings: [{ rule: 'INPUT-SIRET-NOT-YOURS', pointer: '/employer/siret', source: 'siret' }],
    });
    const past = await refusal({ fin_diffusion: '31/01/2020' });
    expect(past).toMatchObject({
      findings: [{ rule: 'INPUT-DATE-IN-THE-PAST', pointer: '/closesOn', source: 'fin_diffusion' }],
    });
    const poor = await refusal({ reference: 'F-2', salaire_min: '500', salaire_periode: 'mois', heures_hebdo: '35' });
    expect(poor).toMatchObject({ status: 'created' });
    expect(poor?.findings).toContainEqual(
      expect.objectContaining({ rule: 'FR-SMIC', source: expect.stringMatching(/^salaire/) }),
    );
  });

  it('repeats nothing that could be a person’s', async () => {
    const receipt = await refusal({ type_contrat: 'camille@canary.invalid', experience: '+33 1 99 00 00 01' });
    expect(receipt?.findings).toHaveLength(2);
    expect(JSON.stringify(receipt)).not.toMatch(/canary|99 00/);
  });
});
