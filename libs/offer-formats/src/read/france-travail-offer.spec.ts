import fc from 'fast-check';

import { draftOf, errorsOf, notesOf, wholeDraft } from '../../test/read.js';
import {
  type FranceTravailField,
  franceTravailFieldFor,
  franceTravailFieldNames,
  franceTravailFields,
} from './france-travail-fields.js';
import { franceTravailOffer } from './france-travail-offer.js';

type Said = Partial<Record<FranceTravailField, string>>;
const row = (said: Said) => franceTravailOffer((field) => said[field]);
const least: Said = {
  Par_ref_offre: 'A-1',
  Libelle_metier_OGR: 'Boulanger / Boulangère',
  Description: 'Vous préparez et cuisez les pains et viennoiseries de notre fournil.',
  Code_rome: 'D1102',
  Off_etab_siret: '00010001600013',
  Off_etab_enseigne: 'Fournil des Remparts',
  COM_cle: '35238',
  CPO_cle: '35000',
  TCO_cle: 'CDI',
  NTC_cle: 'E1',
  Exp_cle: 'D',
  Type_mouvement: 'C',
};
const others: Said = {
  Par_URL_offre: 'https://fournil.example/emplois/1',
  Code_OGR: '10200',
  Emploi_metier_isco: '7512',
  Off_experience_duree_min: '1',
  Off_experience_duree_max: '3',
  Exp_cle: 'E',
  Dur_cle_experience: 'AN',
  Off_experience_commentaire: 'En boulangerie',
  Qua_cle: '3',
  SCN_cle: '10.71C',
  Tfm_cle_1: 'NV5',
  Dfm_libelle_1: 'Boulangerie',
  Dfm_exi_cle_1: 'E',
  Tfm_cle_2: 'NV4',
  Lan_cle_1: 'EN',
  NVL_cle_1: '3',
  Lan_exi_cle_1: 'S',
  Lan_cle_2: 'DE',
  TSA_cle: 'M',
  Off_salaire_min: '2150',
  Off_salaire_max: '2400.50',
  UMO_cle: 'EUR',
  Off_salaire_nb_mois: '13',
  Off_salaire_cpt_commentaire: 'Selon expérience',
  Off_travail_hebdo_nb_hh: '35',
  Off_travail_hebdo_nb_mi: '30',
  THO_cle: 'HAN',
  Off_THO_commentaire: 'De nuit',
  Off_contrat_duree_MO: '6',
  Off_contrat_duree_JO: '2',
  Off_adr_compl_1: 'Bâtiment B',
  Off_adr_no_voie: '1',
  Off_adr_nom_voie: 'rue des Remparts',
  COM_libelle: 'RENNES',
  Pay_cle: 'FR',
  Coordonnee_geo_loc_1: '48.11',
  Coordonnee_geo_loc_2: '-1.68',
  PCO_cle_1: 'B',
  PCO_exi_cle_1: 'S',
  PCO_cle_2: 'C',
  Off_date_fin_publication: '30/09/2027',
  OST_poste_restant_nb: '2',
  Off_client_final_siret: '00010002400017',
  Off_client_final_nom: 'Garage',
  Date_debut_contrat: '01/09/2027',
  Description_entreprise: 'Boulangerie de quartier.',
  Civ_correspondant: '2',
  Nom_correspondant: 'Le Goff',
  Prenom_correspondant: 'Camille',
  Tel_correspondant: '0199000001',
  Mail_correspondant: 'recrutement@fournil.example',
};

describe('a row of France Travail’s file', () => {
  it('needs no more than an offer does', () =>
    expect(draftOf(row(least))).toMatchObject({ reference: 'A-1', contract: { type: 'CDI', nature: 'E1' } }));

  it('can say what the format has fields for', () => {
    expect(draftOf(row({ ...least, ...others }))).toEqual(wholeDraft('france-travail'));
    const said = { ...least, ...others };
    expect(
      franceTravailFieldNames.filter((name) => franceTravailFields[name].pointer !== null && said[name] === undefined),
    ).toEqual(['Dfm_libelle_2', 'Dfm_exi_cle_2', 'NVL_cle_2', 'Lan_exi_cle_2', 'PCO_exi_cle_2']);
  });

  it('with labels and keys beside is read the same', () => {
    const beside: Said = {
      Par_cle: 'X',
      Qua_libelle: 'Cadre',
      DEP_cle: '75',
      Version: '1',
      Off_date_creation: '01/01/2026',
    };
    expect(row({ ...least, ...beside }).value).toEqual(row(least).value);
  });

  it.each<[FranceTravailField, string, string]>([
    ['Code_rome', 'Z9999', 'unknown-occupation'],
    ['Exp_cle', 'X', 'unknown-experience'],
    ['Dur_cle_experience', 'SE', 'unknown-unit'],
    ['Qua_cle', '0', 'unknown-qualification'],
    ['SCN_cle', '9999Z', 'unknown-sector'],
    ['Tfm_cle_1', 'NV9', 'unknown-training-level'],
    ['Lan_cle_1', 'ZZ', 'unknown-language'],
    ['NVL_cle_1', '6', 'unknown-language-level'],
    ['TSA_cle', 'C', 'unknown-pay-period'],
    ['TCO_cle', 'CDX', 'unknown-contract-type'],
    ['NTC_cle', 'E9', 'unknown-contract-nature'],
    ['PCO_cle_1', 'Z', 'unknown-licence'],
    ['Off_date_fin_publication', '31/06/2027', 'not-a-day'],
    ['Pay_cle', 'BE', 'workplace-abroad'],
    ['COM_cle', '35999', 'unknown-commune'],
    ['Off_etab_siret', '1234', 'not-a-siret'],
    ['Type_mouvement', 'X', 'unknown-movement'],
  ])('with %s %p is refused, by the field’s name', (field, text, code) => {
    expect(errorsOf(row({ ...least, [field]: text }))).toContain(`${field} ${code}`);
  });

  it.each(
    franceTravailFieldNames.filter(
      (name) => franceTravailFields[name].max !== null && franceTravailFields[name].pointer !== null,
    ),
  )('%s has its greatest length', (name) => {
    const max = franceTravailFields[name].max ?? 0;
    expect(errorsOf(row({ ...least, [name]: 'x'.repeat(max + 1) }))).toContain(`${name} too-long`);
    expect(errorsOf(row({ ...least, [name]: 'x'.repeat(max) }))).not.toContain(`${name} too-long`);
  });

  it('with an amount whose period is not said is refused', () =>
    expect(errorsOf(row({ ...least, TSA_cle: 'X', Off_salaire_min: '2000' }))).toEqual(['TSA_cle unknown-pay-period']));

  it('with a comment on pay alone keeps that', () =>
    expect(draftOf(row({ ...least, TSA_cle: 'X', Off_salaire_cpt_commentaire: 'Barème légal' }))?.pay).toMatchObject({
      comment: 'Barème légal',
    }));

  it('names no final client that is the employer itself', () =>
    expect(row({ ...least, Off_client_final_siret: '00010001600013' }).value).not.toHaveProperty('finalClient'));

  it('agrees to nothing: its consent to broadcasting is not taken for an agreement, and that is said', () => {
    const read = row({ ...least, Mode_diffusion: 'O' });
    expect(notesOf(read)).toEqual(['Mode_diffusion no-agreement-by-import']);
    expect(read.value).toEqual(row(least).value);
    expect(notesOf(row({ ...least, Mode_diffusion: 'N' }))).toEqual([]);
  });

  it.each([
    ['S', 'D01', { reference: 'A-1', remove: true, reason: 'D92-D01' }],
    ['S', undefined, { reference: 'A-1', remove: true }],
  ])('with movement %s and motive %s is a removal', (Type_mouvement, Motif_suppression, value) =>
    expect(row({ ...least, Type_mouvement, ...(Motif_suppression && { Motif_suppression }) }).value).toEqual(value),
  );

  it('with movement M, or none, is an offer', () => {
    expect(row({ ...least, Type_mouvement: 'M' }).value).toEqual(row(least).value);
    expect(row({ ...least, Type_mouvement: undefined }).value).toEqual(row(least).value);
  });

  it('never fails, whatever it says', () => {
    const cells = fc.record(
      Object.fromEntries(franceTravailFieldNames.map((name) => [name, fc.string({ maxLength: 8 })])),
      { requiredKeys: [] },
    );
    fc.assert(fc.property(cells, (said) => row(said).errors.every(({ source }) => source !== '')));
  });

  it('is known by its field names in any case', () => {
    expect(franceTravailFieldFor(' par_REF_offre')).toBe('Par_ref_offre');
    expect(franceTravailFieldFor('reference')).toBeUndefined();
  });
});
