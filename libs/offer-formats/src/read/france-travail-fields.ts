interface FileField {
  /** Most characters the exchange format allows; null where its own form limits it. */
  readonly max: number | null;
  /** Where it goes in the offer; null for what says nothing about it: labels of codes, keys of the sender, unused fields. */
  readonly pointer: string | null;
}
const field = (max: number | null, pointer: string | null = null): FileField => ({ max, pointer });

/** A level of training and its domain: the fields ending in _1 and _2. */
const training = (at: 0 | 1) => `/requirements/trainings/${at}`;
const language = (at: 0 | 1) => `/requirements/languages/${at}`;
const licence = (at: 0 | 1) => `/requirements/licences/${at}`;

/** The fields of France Travail's exchange file, with their greatest lengths, in the order of the format. */
export const franceTravailFields = {
  Par_ref_offre: field(50, '/reference'),
  Par_cle: field(50),
  Par_nom: field(50),
  Par_URL_offre: field(300, '/apply/url'),
  Code_rome: field(5, '/occupation/romeCode'),
  Code_OGR: field(6, '/occupation/ogrCode'),
  Libelle_metier_OGR: field(293, '/title'),
  Description: field(4_000, '/description'),
  Off_experience_duree_min: field(2, '/requirements/experience/min'),
  Off_experience_duree_max: field(2, '/requirements/experience/max'),
  Exp_cle: field(1, '/requirements/experience/exigence'),
  Exp_libelle: field(30),
  Dur_cle_experience: field(2, '/requirements/experience/unit'),
  Dur_libelle_experience: field(30),
  Off_experience_commentaire: field(36, '/requirements/experience/comment'),
  Qua_cle: field(1, '/requirements/qualification'),
  Qua_libelle: field(100),
  SCN_cle: field(6, '/employer/naf'),
  SCN_libelle: field(100),
  Tfm_cle_1: field(3, `${training(0)}/level`),
  Tfm_libelle_1: field(100),
  Dfm_cle_1: field(5),
  Dfm_libelle_1: field(100, `${training(0)}/domain`),
  Dfm_exi_cle_1: field(1, `${training(0)}/exigence`),
  Dfm_exi_libelle_1: field(30),
  Tfm_cle_2: field(3, `${training(1)}/level`),
  Tfm_libelle_2: field(100),
  Dfm_cle_2: field(5),
  Dfm_libelle_2: field(100, `${training(1)}/domain`),
  Dfm_exi_cle_2: field(1, `${training(1)}/exigence`),
  Dfm_exi_libelle_2: field(30),
  Lan_cle_1: field(2, `${language(0)}/iso639`),
  Lan_libelle_1: field(100),
  NVL_cle_1: field(1, `${language(0)}/level`),
  NVL_libelle_1: field(30),
  Lan_exi_cle_1: field(1, `${language(0)}/exigence`),
  Lan_exi_libelle_1: field(30),
  Lan_cle_2: field(2, `${language(1)}/iso639`),
  Lan_libelle_2: field(100),
  NVL_cle_2: field(1, `${language(1)}/level`),
  NVL_libelle_2: field(30),
  Lan_exi_cle_2: field(1, `${language(1)}/exigence`),
  Lan_exi_libelle_2: field(30),
  TSA_cle: field(1, '/pay/unit'),
  TSA_libelle: field(30),
  Off_salaire_min: field(null, '/pay/min'),
  Off_salaire_max: field(null, '/pay/max'),
  UMO_cle: field(3, '/pay/currency'),
  UMO_libelle: field(100),
  Off_salaire_nb_mois: field(null, '/pay/months'),
  Off_salaire_cpt_commentaire: field(36, '/pay/comment'),
  Off_travail_hebdo_nb_hh: field(2, '/workingTime/weeklyHours'),
  Off_travail_hebdo_nb_mi: field(2, '/workingTime/weeklyMinutes'),
  THO_cle: field(3, '/workingTime/scheduleCode'),
  THO_libelle: field(100),
  Off_THO_commentaire: field(36, '/workingTime/comment'),
  NTC_cle: field(2, '/contract/nature'),
  NTC_libelle: field(100),
  TCO_cle: field(3, '/contract/type'),
  TCO_libelle: field(100),
  Off_contrat_duree_MO: field(null, '/contract/durationMonths'),
  Off_contrat_duree_JO: field(null, '/contract/durationDays'),
  Off_adr_id: field(null),
  Off_adr_norme: field(50),
  Off_adr_compl_1: field(26),
  Off_adr_compl_2: field(26),
  Off_adr_no_voie: field(5),
  Off_adr_nom_voie: field(26, '/workplaces/0/street'),
  CPO_cle: field(5, '/workplaces/0/postalCode'),
  COM_cle: field(5, '/workplaces/0/communeInsee'),
  COM_libelle: field(100, '/workplaces/0/label'),
  DEP_cle: field(3),
  DEP_libelle: field(100),
  REG_cle: field(2),
  REG_libelle: field(100),
  Pay_cle: field(2, '/workplaces/0/country'),
  Pay_libelle: field(100),
  CON_cle: field(2),
  CON_libelle: field(100),
  Coordonnee_geo_loc_1: field(null, '/workplaces/0/lat'),
  Coordonnee_geo_loc_2: field(null, '/workplaces/0/lon'),
  PCO_cle_1: field(4, `${licence(0)}/code`),
  PCO_libelle_1: field(100),
  PCO_exi_cle_1: field(1, `${licence(0)}/exigence`),
  PCO_exi_libelle_1: field(30),
  PCO_cle_2: field(4, `${licence(1)}/code`),
  PCO_libelle_2: field(100),
  PCO_exi_cle_2: field(1, `${licence(1)}/exigence`),
  PCO_exi_libelle_2: field(30),
  Off_date_creation: field(10),
  Off_date_modification: field(10),
  Off_date_fin_publication: field(10, '/closesOn'),
  OST_poste_restant_nb: field(3, '/openings'),
  Off_client_final_siret: field(14, '/finalClient/siret'),
  Off_client_final_nom: field(52, '/finalClient/name'),
  Off_etab_enseigne: field(52, '/employer/name'),
  Col_cle: field(50),
  Col_nom: field(50),
  Col_URL_offre: field(300),
  Version: field(3),
  Type_mouvement: field(1),
  Date_debut_contrat: field(10, '/contract/startDate'),
  Motif_suppression: field(3),
  Description_entreprise: field(500, '/employer/description'),
  Off_etab_siret: field(14, '/employer/siret'),
  Id_recruteur: field(10),
  Civ_correspondant: field(1),
  Nom_correspondant: field(25, '/apply/contactName'),
  Prenom_correspondant: field(15),
  Tel_correspondant: field(15, '/apply/phone'),
  Mail_correspondant: field(55, '/apply/email'),
  Libelle_etab: field(40),
  Num_voie_etab: field(5),
  Type_voie_etab: field(3),
  Lib_voie_etab: field(26),
  Cplt_adresse_1: field(26),
  Cplt_adresse_2: field(26),
  Code_postal_etab: field(5),
  Code_commune_etab: field(5),
  Service: field(1),
  Mode_diffusion: field(1),
  Rappel: field(1),
  Mode_presentation: field(3),
  Emploi_metier_isco: field(4, '/occupation/iscoCode'),
} as const satisfies Readonly<Record<string, FileField>>;

export type FranceTravailField = keyof typeof franceTravailFields;

export const franceTravailFieldNames: readonly FranceTravailField[] = namesOf(franceTravailFields);

function namesOf<T extends string>(fields: Readonly<Record<T, FileField>>): T[] {
  const has = (name: string): name is T => Object.hasOwn(fields, name);
  return Object.keys(fields).filter(has);
}

const byLowerCase = new Map(franceTravailFieldNames.map((name) => [name.toLowerCase(), name]));

/** The field a header means, whatever its case. */
export const franceTravailFieldFor = (header: string): FranceTravailField | undefined =>
  byLowerCase.get(header.trim().toLowerCase());
