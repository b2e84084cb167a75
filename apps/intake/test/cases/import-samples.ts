import type { ImportReceipt } from '../../src/import/receipt.js';
import { fileOf, imported, outcomes } from '../bulk-client.js';
import { intake, viewOf } from '../intake-harness.js';

const sample = (name: string): Buffer => fileOf(`libs/offer-formats/samples/${name}`);
const offerOf = async (receipt: ImportReceipt | undefined) => (await viewOf(intake().bakery, receipt?.id ?? '')).offer;
const rules = (receipt: ImportReceipt | undefined) => receipt?.findings.map(({ rule, source }) => `${rule} ${source}`);

describe('a file as software writes it', () => {
  it('is small ads in CSV, with texts of many lines', async () => {
    const receipts = await imported(sample('small-ads.csv'), 'text/csv');
    expect(outcomes(receipts)).toEqual(['2 created', '16 created']);
    const offer = await offerOf(receipts[0]);
    expect(offer).toMatchObject({
      title: 'ALTERNANCE - Boulanger F/H',
      contract: { type: 'CDD', nature: 'E2' },
      requirements: { experience: { exigence: 'D' } },
      apply: { url: 'https://annonces.example/offres_d_emploi/1000000001.htm' },
    });
    expect(offer.description).toContain('✨Nous sommes…\nUne boulangerie');
    expect(offer.description).toContain('"le meilleur pain de la rue"');
    expect(await offerOf(receipts[1])).toMatchObject({ workplaces: [{ postalCode: '35700', label: 'Rennes' }] });
  });

  it('is a spreadsheet’s export: another encoding, a title, a zero that was lost', async () => {
    const receipts = await imported(sample('spreadsheet-cp1252.csv'), 'text/csv; charset=windows-1252');
    expect(outcomes(receipts)).toEqual(['5 created', '7 not-a-siret']);
    expect(rules(receipts[0])).toContain('INPUT-TITLE-LINES-SKIPPED undefined');
    const offer = await offerOf(receipts[0]);
    expect(offer).toMatchObject({
      title: 'Pâtissier / Pâtissière',
      workplaces: [{ communeInsee: '01053', postalCode: '01000' }],
      pay: { min: 225_000 },
    });
    expect(offer.description).toContain('aime "transmettre".\nDeux dimanches par mois – majorés à 100 €.');
    expect(receipts[1]?.findings[0]?.remedy.en).toContain('format the column as text');
  });

  it('is France Travail’s exchange file with all of its fields', async () => {
    const receipts = await imported(sample('exchange.txt'), 'text/csv', { query: '?format=france-travail' });
    expect(outcomes(receipts)).toEqual(['2 created', '3 created', '4 unknown-reference']);
    expect(rules(receipts[0])).toContain('INPUT-NO-AGREEMENT-BY-IMPORT Mode_diffusion');
    expect(await offerOf(receipts[0])).toMatchObject({
      reference: 'E2-exchange-1',
      contract: { nature: 'E2', durationMonths: 24 },
      openings: 5,
    });
    const second = await offerOf(receipts[1]);
    expect(second.description).toContain('la vitrine | préparez');
    expect(second).toMatchObject({
      pay: { min: 1_260, unit: 'HOUR' },
      requirements: { languages: [{ iso639: 'en', level: '2' }] },
    });
  });

  it('is HR-XML 2 in a SOAP envelope, of two suppliers', async () => {
    const receipts = await imported(sample('hr-xml-2-soap.xml'), 'text/xml');
    expect(outcomes(receipts)[0]).toBe('8 created');
    const offer = await offerOf(receipts[0]);
    expect(offer).toMatchObject({
      reference: 'SOAP-1',
      title: 'Responsable de fournil',
      workplaces: [{ communeInsee: '35238', street: 'rue des Remparts' }],
      contract: { type: 'CDI' },
    });
    expect(offer.description).toContain('- Former les apprentis');
    expect(receipts[1]).toMatchObject({ line: 73, reference: 'SOAP-2', status: 'refused' });
    expect(rules(receipts[1])).toEqual([
      'INPUT-OCCUPATION-MISSING PositionProfile/PositionDetail/JobCategory',
      'INPUT-NOT-A-SIRET PositionSupplier/SupplierId/IdValue',
      'INPUT-UNKNOWN-PLACE PositionProfile/PositionDetail/PhysicalLocation/PostalAddress/PostalCode',
      'INPUT-MISSING-FIELD PositionProfile/PositionDetail/PositionClassification',
      'INPUT-EXPERIENCE-ASSUMED UserArea/Experience',
    ]);
  });

  it('is HR-XML 3 as EURES has it', async () => {
    const receipts = await imported(sample('hr-xml-3-eures.xml'), 'application/xml');
    expect(outcomes(receipts)[0]).toBe('3 created');
    expect(await offerOf(receipts[0])).toMatchObject({
      reference: 'EURES-1',
      workplaces: [{ communeInsee: '35238', street: '6 rue des Remparts' }],
      occupation: { romeCode: 'D1102', iscoCode: '7512' },
      contract: { type: 'CDI', startDate: '2027-03-01' },
      requirements: { experience: { exigence: 'E', min: 1, unit: 'AN' } },
      apply: { url: 'https://emplois.example/138328250' },
      openings: 2,
    });
    expect(rules(receipts[0])).toContain('INPUT-UNKNOWN-SECTOR PositionProfile/PositionOrganization/IndustryCode');
    expect(rules(receipts[1])?.slice(0, 3)).toEqual([
      'INPUT-OCCUPATION-MISSING PositionProfile/JobCategoryCode',
      'INPUT-NOT-A-SIRET PositionProfile/PositionOrganization/OrganizationIdentifiers/OrganizationLegalID',
      'INPUT-WORKPLACE-ABROAD PositionProfile/PositionLocation/Address/CountryCode',
    ]);
  });

  it('is a careers page’s JSON-LD', async () => {
    const receipts = await imported(sample('site.jsonld'), 'application/ld+json');
    expect(outcomes(receipts)[0]).toBe('2 created');
    const offer = await offerOf(receipts[0]);
    expect(offer).toMatchObject({
      reference: 'SITE-1',
      workplaces: [{ communeInsee: '35238' }, { communeInsee: '35288', label: 'ST MALO' }],
    });
    expect(offer.description).toBe(
      'Vous préparez et cuisez les pains et viennoiseries de notre fournil :\n\n- pétrissage\n- façonnage',
    );
    expect(rules(receipts[1])).toContain('INPUT-CONTRACT-TYPE-MISSING /employmentType');
    expect(rules(receipts[1])).toContain('INPUT-MISSING-FIELD /hiringOrganization/identifier');
  });
});
