import { term } from '../terms.js';
import { nameKey, stemsOf } from '../words/stems.js';

const apprenticeship = [term('nature', 'E2')];
const professionalisation = [term('nature', 'FS')];
const temporary = [term('contract', 'MIS'), term('contract', 'DIN')];
const beginner = [term('experience', 'D')];
const partTime = [term('workingTime', 'part')];
const fullTime = [term('workingTime', 'full')];
const selfEmployed = [term('contract', 'LIB'), term('nature', 'NS'), term('nature', 'PS')];
const remote = [term('remote', 'hybrid'), term('remote', 'full')];

/** What people write into the box although a filter says it: an ad has the words, or the code. */
const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  cdi: [term('contract', 'CDI'), term('contract', 'DIN')],
  'contrat indéterminé': [term('contract', 'CDI'), term('contract', 'DIN')],
  'durée indéterminée': [term('contract', 'CDI'), term('contract', 'DIN')],
  cdd: [term('contract', 'CDD'), term('contract', 'DDI'), term('contract', 'SAI')],
  'durée déterminée': [term('contract', 'CDD'), term('contract', 'DDI'), term('contract', 'SAI')],
  intérim: temporary,
  intérimaire: temporary,
  'mission intérim': temporary,
  'mission intérimaire': temporary,
  saisonnier: [term('contract', 'SAI')],
  saison: [term('contract', 'SAI')],
  alternance: [...apprenticeship, ...professionalisation],
  alternant: [...apprenticeship, ...professionalisation],
  apprentissage: apprenticeship,
  apprenti: apprenticeship,
  'contrat apprentissage': apprenticeship,
  'contrat professionnalisation': professionalisation,
  professionnalisation: professionalisation,
  'contrat pro': professionalisation,
  'temps partiel': partTime,
  'mi temps': partTime,
  'temps plein': fullTime,
  'temps complet': fullTime,
  télétravail: remote,
  'travail domicile': [term('remote', 'full')],
  débutant: beginner,
  'débutant accepté': beginner,
  'sans expérience': beginner,
  freelance: selfEmployed,
  indépendant: selfEmployed,
  'travailleur handicapé': [term('access', 'handicap')],
};

const byStems = new Map(Object.entries(WRITTEN).map(([words, terms]) => [nameKey(stemsOf(words)), terms]));

/** Terms that say what these stems say; none where they are just words. */
export const factsWritten = (stems: readonly string[]): readonly string[] => byStems.get(nameKey(stems)) ?? [];
