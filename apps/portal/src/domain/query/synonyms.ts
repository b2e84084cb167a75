import { nameKey, stemsOf } from '../words/stems.js';

/**
 * What people write for a job that ROME and most ads call otherwise: abbreviations of the trades, and everyday words. ROME's
 * own appellations need no line here. Each leads to names that are looked for as well.
 */
const WRITTEN: Readonly<Record<string, string>> = {
  // Care
  ide: 'infirmier diplômé état|infirmier',
  'infirmier de': 'infirmier diplômé état',
  idec: 'infirmier coordinateur',
  ibode: 'infirmier bloc opératoire',
  iade: 'infirmier anesthésiste',
  as: 'aide soignant',
  asd: 'aide soignant à domicile',
  ash: 'agent service hospitalier',
  amp: 'aide médico psychologique',
  aes: 'accompagnant éducatif et social',
  aesh: 'accompagnant élèves en situation de handicap',
  avs: 'auxiliaire de vie sociale',
  'auxiliaire vie': 'auxiliaire de vie sociale',
  'aide domicile': 'auxiliaire de vie sociale|assistant de vie|aide à domicile',
  mk: 'masseur kinésithérapeute',
  kiné: 'masseur kinésithérapeute',
  kinésithérapeute: 'masseur kinésithérapeute',
  ortho: 'orthophoniste',
  psy: 'psychologue',
  manip: 'manipulateur radiologie',
  'manip radio': "manipulateur d'électroradiologie médicale",
  // School and social work
  atsem: 'agent territorial spécialisé des écoles maternelles',
  cpe: "conseiller principal d'éducation",
  prof: 'professeur|enseignant',
  fle: 'français langue étrangère',
  cip: 'conseiller en insertion professionnelle',
  cesf: 'conseiller en économie sociale et familiale',
  es: 'éducateur spécialisé',
  eje: 'éducateur de jeunes enfants',
  nounou: "garde d'enfants|assistant maternel",
  'baby sitter': "garde d'enfants",
  // Office
  rh: 'ressources humaines',
  drh: 'directeur des ressources humaines',
  raf: 'responsable administratif et financier',
  daf: 'directeur administratif et financier',
  dsi: 'directeur des systèmes informatiques|systèmes information',
  dg: 'directeur général',
  dga: 'directeur général adjoint',
  adv: 'administration des ventes',
  // Computing
  programmeur: 'développeur informatique',
  'ingénieur logiciel': 'ingénieur développement informatique|développeur informatique',
  'software engineer': 'développeur informatique',
  devops: 'ingénieur devops',
  // Building, industry, transport
  btp: 'bâtiment travaux publics',
  tp: 'travaux publics',
  vrd: 'voirie réseaux divers',
  qse: 'qualité sécurité environnement',
  hse: 'hygiène sécurité environnement',
  qhse: 'qualité hygiène sécurité environnement',
  maçonnerie: 'maçon',
  plomberie: 'plombier',
  électricité: 'électricien',
  menuiserie: 'menuisier',
  soudure: 'soudeur',
  pl: 'poids lourd',
  spl: 'super lourd|poids lourd',
  vl: 'véhicule léger',
  camionneur: 'conducteur de poids lourd|conducteur routier|chauffeur poids lourd',
  routier: 'conducteur routier|conducteur de poids lourd',
  'chauffeur pl': 'conducteur de poids lourd|chauffeur poids lourd',
  'chauffeur spl': 'conducteur super lourd|conducteur de poids lourd',
  'chauffeur poids lourd': 'conducteur de poids lourd',
  'chauffeur routier': 'conducteur routier|conducteur de poids lourd',
  'chauffeur livreur': 'chauffeur livreur|conducteur livreur',
  'chauffeur bus': 'conducteur de bus|conducteur autobus',
  manut: 'manutentionnaire',
  'chariot élévateur': 'cariste|conducteur de chariots élévateurs',
  'conduite chariot élévateur': 'cariste|conducteur de chariots élévateurs',
  caces: 'cariste',
  'préparateur commande': 'préparateur de commandes',
  // Trade, hotels, cleaning
  'femme ménage': "agent d'entretien|employé de ménage|femme de ménage|agent de nettoyage",
  'homme ménage': "agent d'entretien|employé de ménage|agent de nettoyage",
  'aide ménager': 'employé de ménage|aide ménager',
  ménage: "agent d'entretien|employé de ménage|agent de nettoyage",
  nettoyage: "agent de nettoyage|agent d'entretien",
  caissier: 'hôte de caisse|caissier|employé de caisse',
  caisse: 'hôte de caisse|caissier',
  'mise rayon': 'employé de rayon|employé libre service',
  els: 'employé libre service',
  vrp: 'voyageur représentant placier',
  commercial: 'technico commercial|attaché commercial|commercial',
  serveur: 'serveur|serveur en restauration',
  cuistot: 'cuisinier',
  plongeur: 'plongeur en restauration',
  vigile: 'agent de sécurité|agent de prévention et de sécurité',
  'agent sécurité': 'agent de sécurité|agent de prévention et de sécurité',
  ssiap: 'agent de sécurité incendie',
  éboueur: 'agent de collecte|éboueur|ripeur',
  jardinier: "jardinier|jardinier paysagiste|agent d'entretien des espaces verts|ouvrier d'entretien des espaces verts",
  'espaces verts': "jardinier|agent d'entretien des espaces verts",
};

/** Words cut short, folded, and the word they are short for. */
export const ALIASES: Readonly<Partial<Record<string, string>>> = {
  admin: 'administratif',
  assist: 'assistant',
  asst: 'assistant',
  auto: 'automobile',
  com: 'communication',
  compta: 'comptable',
  dev: 'developpeur',
  dir: 'directeur',
  elec: 'electricien',
  indus: 'industriel',
  info: 'informatique',
  ing: 'ingenieur',
  meca: 'mecanicien',
  medico: 'medical',
  prepa: 'preparateur',
  pro: 'professionnel',
  prof: 'professeur',
  resp: 'responsable',
  restau: 'restauration',
  resto: 'restaurant',
  sec: 'secretaire',
  tech: 'technicien',
};

const byStems = new Map(
  Object.entries(WRITTEN).map(
    ([written, names]) => [nameKey(stemsOf(written)), names.split('|').map((name) => stemsOf(name))] as const,
  ),
);

const words = new Set([...byStems.keys()].flatMap((key) => key.split(' ')));
/** Whether a stem stands in anything that has other names: it is then no misspelling. */
export const isSynonymWord = (stem: string): boolean => words.has(stem);

/** Other names, by their stems, for what these stems say. */
export const synonymsOf = (stems: readonly string[]): readonly (readonly string[])[] =>
  byStems.get(nameKey(stems)) ?? [];
