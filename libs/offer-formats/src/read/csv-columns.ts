import { folded } from './fold.js';

interface Column {
  /** Where its value goes in the offer; null for what is no part of one. */
  readonly pointer: string | null;
  /** Other headers it goes by. */
  readonly aliases: readonly string[];
}
const column = (pointer: string | null, ...aliases: readonly string[]): Column => ({ pointer, aliases });

/** Every column of the CSV form: its name, where it goes, what else it may be called. */
export const csvColumns = {
  reference: column('/reference', 'ref', 'identifiant'),
  supprimer: column(null, 'remove', 'suppression'),
  motif_suppression: column(null, 'motif', 'reason'),
  intitule: column('/title', 'titre', 'libellé du poste'),
  description: column('/description', 'descriptif'),
  code_rome: column('/occupation/romeCode', 'rome'),
  code_ogr: column('/occupation/ogrCode', 'ogr'),
  metier: column('/occupation/label', 'appellation'),
  siret: column('/employer/siret'),
  entreprise: column('/employer/name', 'employeur', 'raison sociale', 'nom entreprise'),
  enseigne: column('/employer/brand'),
  description_entreprise: column('/employer/description'),
  site_web: column('/employer/website', 'site internet'),
  effectif: column('/employer/size', 'tranche effectif'),
  code_naf: column('/employer/naf', 'naf', 'ape', 'code ape'),
  anonyme: column('/employer/anonymous'),
  entreprise_adaptee: column('/employer/adaptedCompany'),
  client_final_siret: column('/finalClient/siret'),
  client_final_nom: column('/finalClient/name'),
  commune_insee: column('/workplaces/0/communeInsee', 'code insee', 'code commune'),
  code_postal: column('/workplaces/0/postalCode', 'cp'),
  ville: column('/workplaces/0/label', 'commune', 'lieu'),
  adresse: column('/workplaces/0/street', 'rue'),
  pays: column('/workplaces/0/country'),
  // Follow from the commune: not read.
  departement: column(null, 'department'),
  region: column(null),
  latitude: column('/workplaces/0/lat'),
  longitude: column('/workplaces/0/lon'),
  teletravail: column('/remote/mode'),
  teletravail_jours: column('/remote/daysPerWeek'),
  type_contrat: column('/contract/type', 'contrat'),
  nature_contrat: column('/contract/nature'),
  duree_mois: column('/contract/durationMonths'),
  duree_jours: column('/contract/durationDays'),
  date_debut: column('/contract/startDate', 'date de début'),
  debut_souple: column('/contract/startFlexible'),
  motif_cdd: column('/contract/cddMotive'),
  heures_hebdo: column('/workingTime/weeklyHours', 'durée hebdomadaire'),
  temps_plein: column('/workingTime/fullTime'),
  code_horaire: column('/workingTime/scheduleCode'),
  travail_equipe: column('/workingTime/shift'),
  week_end: column('/workingTime/weekend'),
  precisions_horaires: column('/workingTime/comment', 'horaires'),
  salaire_min: column('/pay/min', 'salaire minimum'),
  salaire_max: column('/pay/max', 'salaire maximum'),
  devise: column('/pay/currency'),
  salaire_periode: column('/pay/unit', 'période salaire'),
  salaire_mois: column('/pay/months', 'nombre de mois'),
  precisions_salaire: column('/pay/comment'),
  avantages: column('/pay/benefits'),
  salaire_negociable: column('/pay/negotiable'),
  experience: column('/requirements/experience/exigence', 'expérience exigée'),
  experience_min: column('/requirements/experience/min'),
  experience_max: column('/requirements/experience/max'),
  experience_unite: column('/requirements/experience/unit'),
  precisions_experience: column('/requirements/experience/comment'),
  qualification: column('/requirements/qualification'),
  formation_niveau: column('/requirements/trainings/0/level', 'niveau de formation', 'diplôme'),
  formation_domaine: column('/requirements/trainings/0/domain'),
  formation_exigence: column('/requirements/trainings/0/exigence'),
  langues: column('/requirements/languages'),
  permis: column('/requirements/licences'),
  competences: column('/requirements/skills'),
  savoir_etre: column('/requirements/softSkills'),
  postes: column('/openings', 'nombre de postes'),
  acces_handicap: column('/access/handicap', 'accessible th'),
  insertion: column('/access/inclusion'),
  debutants_bienvenus: column('/access/beginnersWelcome'),
  seniors_bienvenus: column('/access/seniorFriendly'),
  candidature_url: column('/apply/url', 'url', 'lien', 'redirection'),
  candidature_service: column('/apply/form'),
  candidature_consignes: column('/apply/instructions'),
  contact_fonction: column('/apply/contactRole'),
  contact_email: column('/apply/email', 'email', 'courriel'),
  contact_telephone: column('/apply/phone', 'téléphone'),
  contact_nom: column('/apply/contactName'),
  debut_diffusion: column('/opensOn'),
  fin_diffusion: column('/closesOn', 'date de fin de publication'),
} as const satisfies Readonly<Record<string, Column>>;

export type CsvColumn = keyof typeof csvColumns;

export const csvColumnNames: readonly CsvColumn[] = namesOf(csvColumns);

function namesOf<T extends string>(columns: Readonly<Record<T, Column>>): T[] {
  const has = (name: string): name is T => Object.hasOwn(columns, name);
  return Object.keys(columns).filter(has);
}

/** The path in the API is a name of each column too: `employer.siret`, `workplaces.0.postalCode`. */
const byHeader: ReadonlyMap<string, CsvColumn> = new Map(
  csvColumnNames.flatMap((name) => {
    const { pointer, aliases } = csvColumns[name];
    return [name, ...(pointer === null ? [] : [pointer]), ...aliases].map((header) => [folded(header), name]);
  }),
);

/** The column a header means: whatever its case, accents, spaces or underscores. */
export const csvColumnFor = (header: string): CsvColumn | undefined => byHeader.get(folded(header));

/** The column whose name is only a slip or two away from a header that means none. */
export function csvColumnLike(header: string): CsvColumn | undefined {
  // No slip makes a name that long.
  if (header.length > 60) return undefined;
  const written = folded(header);
  const likely = [...byHeader].map(([name, found]) => ({ found, slips: distance(written, name) }));
  likely.sort((a, b) => a.slips - b.slips);
  const [best] = likely;
  return best !== undefined && best.slips <= Math.min(3, Math.floor(written.length / 3)) ? best.found : undefined;
}

/** Levenshtein's: how many letters to change, add or leave out. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
