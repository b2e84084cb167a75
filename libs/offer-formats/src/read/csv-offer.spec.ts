import fc from 'fast-check';

import { draftOf, errorsOf, notesOf, wholeDraft } from '../../test/read.js';
import { type CsvColumn, csvColumnFor, csvColumnLike, csvColumnNames, csvColumns } from './csv-columns.js';
import { csvOffer, csvSources } from './csv-offer.js';

const row = (cells: Partial<Record<CsvColumn, string>>) => {
  const header = (column: CsvColumn) => column.toUpperCase();
  return csvOffer({ cell: (column) => cells[column], header, sourceOf: csvSources(header) });
};
const least: Partial<Record<CsvColumn, string>> = {
  reference: 'A-1',
  intitule: 'Boulanger / Boulangère',
  description: 'Vous préparez et cuisez les pains et viennoiseries de notre fournil.',
  code_rome: 'D1102',
  siret: '00010001600013',
  entreprise: 'Fournil des Remparts',
  code_postal: '35000',
  ville: 'Rennes',
  type_contrat: 'CDI',
  experience: 'D',
};
const others: Partial<Record<CsvColumn, string>> = {
  code_ogr: '10200',
  metier: 'Boulanger',
  enseigne: 'Le Fournil',
  description_entreprise: 'Boulangerie de quartier.',
  site_web: 'https://fournil.example',
  effectif: '3 à 5 salariés',
  code_naf: '1071C',
  anonyme: 'oui',
  entreprise_adaptee: 'non',
  client_final_siret: '000 100 024 00017',
  client_final_nom: 'Garage',
  commune_insee: '35238',
  adresse: '1 rue des Remparts',
  pays: 'France',
  latitude: '48,11',
  longitude: '-1.68',
  teletravail: 'partiel',
  teletravail_jours: '0,5',
  nature_contrat: 'Contrat de travail',
  duree_mois: '6',
  duree_jours: '3',
  date_debut: '01/09/2027',
  debut_souple: 'oui',
  motif_cdd: 'Remplacement',
  heures_hebdo: '35h30',
  temps_plein: 'oui',
  code_horaire: 'HAN',
  travail_equipe: 'non',
  week_end: 'oui',
  precisions_horaires: 'De 4 h à 11 h',
  salaire_min: '2 150 €',
  salaire_max: '2400,50',
  devise: 'eur',
  salaire_periode: 'mois',
  salaire_mois: '13',
  precisions_salaire: 'Selon expérience',
  avantages: 'Mutuelle | Pain | ',
  salaire_negociable: 'oui',
  experience: 'S',
  experience_min: '1',
  experience_max: '3',
  experience_unite: 'ans',
  precisions_experience: 'En boulangerie',
  qualification: '3',
  formation_niveau: 'CAP',
  formation_domaine: 'Boulangerie',
  formation_exigence: 'E',
  langues: 'en:B2:E|de',
  permis: 'B:S|C',
  competences: 'Pétrir|Façonner : E',
  savoir_etre: 'Rigueur|Équipe',
  postes: '2',
  acces_handicap: 'oui',
  insertion: 'non',
  debutants_bienvenus: 'oui',
  seniors_bienvenus: 'oui',
  candidature_url: 'https://fournil.example/emplois',
  candidature_service: 'oui',
  candidature_consignes: 'Un CV',
  contact_fonction: 'Gérante',
  contact_email: 'recrutement@fournil.example',
  contact_telephone: '01 99 00 00 01',
  contact_nom: 'Camille Le Goff',
  debut_diffusion: '01/08/2027',
  fin_diffusion: '2027-09-30T18:00:00Z',
};

describe('a row of a CSV', () => {
  it('needs no more than an offer does', () =>
    expect(draftOf(row(least))).toMatchObject({
      reference: 'A-1',
      workplaces: [{ communeInsee: '35238', department: '35' }],
      contract: { type: 'CDI', nature: 'E1' },
      requirements: { experience: { exigence: 'D' } },
      apply: {},
      openings: 1,
    }));

  it('can say all of it', () => {
    const draft = draftOf(row({ ...least, ...others }));
    expect(draft).toEqual(wholeDraft('csv'));
    const unsaid = csvColumnNames.filter(
      (name) => csvColumns[name].pointer !== null && { ...least, ...others }[name] === undefined,
    );
    expect(unsaid).toEqual([]);
  });

  it.each<[CsvColumn, string, string]>([
    ['code_rome', 'A9999', 'unknown-occupation'],
    ['siret', '1,0001E+13', 'not-a-siret'],
    ['code_naf', '9999Z', 'unknown-sector'],
    ['effectif', 'beaucoup', 'unknown-workforce-band'],
    ['anonyme', 'un peu', 'neither-yes-nor-no'],
    ['commune_insee', '35999', 'unknown-commune'],
    ['pays', 'Belgique', 'workplace-abroad'],
    ['latitude', 'nord', 'not-a-coordinate'],
    ['teletravail', 'parfois', 'unknown-remote-mode'],
    ['type_contrat', 'stage', 'unknown-contract-type'],
    ['nature_contrat', 'rare', 'unknown-contract-nature'],
    ['duree_mois', 'six', 'not-a-whole-number'],
    ['date_debut', 'bientôt', 'not-a-day'],
    ['heures_hebdo', 'plein', 'not-a-working-time'],
    ['salaire_min', '2,150', 'not-an-amount'],
    ['salaire_periode', 'semaine', 'unknown-pay-period'],
    ['experience', '2 ans', 'unknown-experience'],
    ['experience_unite', 'lunes', 'unknown-unit'],
    ['qualification', '12', 'unknown-qualification'],
    ['formation_niveau', 'doctorat', 'unknown-training-level'],
    ['langues', 'klingon', 'unknown-language'],
    ['permis', 'avion', 'unknown-licence'],
    ['fin_diffusion', 'toujours', 'not-a-day'],
    ['supprimer', 'bof', 'neither-yes-nor-no'],
  ])('with %s %p is refused, by the column’s name in the file', (column, text, code) => {
    const read = row({ ...least, [column]: text });
    expect(errorsOf(read)).toEqual([`${column.toUpperCase()} ${code}`]);
    const [error] = read.errors;
    expect(error?.message.en).toMatch(new RegExp(`^${column.toUpperCase()}: `));
    expect(error?.remedy.fr).not.toBe('');
    expect(error?.pointer).toMatch(column === 'supprimer' ? /^$/ : /^\//);
  });

  it('says all that is wrong at once', () =>
    expect(errorsOf(row({ ...least, siret: '1', type_contrat: 'x', postes: 'y' }))).toHaveLength(3));

  it('without experience asks for none, and says so', () => {
    const read = row({ ...least, experience: undefined });
    expect(draftOf(read)?.requirements.experience).toEqual({ exigence: 'D' });
    expect(notesOf(read)).toEqual(['EXPERIENCE experience-assumed']);
  });

  it('is a removal where it says so, whatever else it says', () => {
    expect(row({ ...least, supprimer: 'oui', motif_suppression: 'filled' }).value).toEqual({
      reference: 'A-1',
      remove: true,
      reason: 'filled',
    });
    expect(row({ ...least, supprimer: 'non' }).value).not.toHaveProperty('remove');
  });

  it('does not depend on anything but what it says', () =>
    expect(row({ ...least, ...others }).value).toEqual(row({ ...least, ...others }).value));

  it('never fails, whatever it says', () => {
    const cells = fc.record(Object.fromEntries(csvColumnNames.map((name) => [name, fc.string({ maxLength: 12 })])), {
      requiredKeys: [],
    });
    fc.assert(fc.property(cells, (said) => row(said).errors.every(({ source }) => source !== '')));
  });

  it('knows where each field of the offer stands', () => {
    const sourceOf = csvSources((column) => column);
    expect(sourceOf('/employer/siret')).toBe('siret');
    expect(sourceOf('/requirements/languages/1/level')).toBe('langues');
    expect(sourceOf('/pay/min')).toBe('salaire_min');
    expect(sourceOf('/mandate/holderSiren')).toBeUndefined();
  });
});

describe('a header', () => {
  it.each([
    ['Code ROME', 'code_rome'],
    ['code-rome', 'code_rome'],
    ['occupation.romeCode', 'code_rome'],
    ['Intitulé', 'intitule'],
    ['Réf.', 'reference'],
    ['workplaces.0.postalCode', 'code_postal'],
    ['salaire', undefined],
  ])('%p means %p', (header, column) => expect(csvColumnFor(header)).toBe(column));

  it.each([
    ['anonim', 'anonyme'],
    ['salaire minimun', 'salaire_min'],
    ['salade', undefined],
  ])('%p may be a slip of %p', (header, column) => expect(csvColumnLike(header)).toBe(column));

  it('means one column only', () => {
    const names = csvColumnNames.flatMap((name) => [name, ...csvColumns[name].aliases]);
    expect(names.filter((name) => csvColumnFor(name) === undefined)).toEqual([]);
    for (const name of csvColumnNames) {
      for (const alias of [name, ...csvColumns[name].aliases])
        expect([alias, csvColumnFor(alias)]).toEqual([alias, name]);
    }
  });
});
