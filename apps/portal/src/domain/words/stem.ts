/** Plurals that no rule makes. */
const IRREGULAR: Readonly<Record<string, string>> = {
  travaux: 'travail',
  vitraux: 'vitrail',
  emaux: 'email',
  baux: 'bail',
  tuyaux: 'tuyau',
  yeux: 'oeil',
  hotesse: 'hote',
  maitresse: 'maitre',
  contremaitresse: 'contremaitre',
  doctoresse: 'docteur',
  publique: 'public',
  sapeuse: 'sapeur',
  pretresse: 'pretre',
  poetesse: 'poete',
  manageuse: 'manager',
  designeuse: 'designer',
  reportrice: 'reporter',
  bookeuse: 'booker',
  dispatcheuse: 'dispatcher',
  barmaid: 'barman',
  pizzaiola: 'pizzaiolo',
};

const REMEMBERED = 30_000;
const remembered = new Map<string, string>();

/**
 * What a folded French word has in common with its plural and its other gender: "infirmière", "infirmiers" and
 * "infirmier" are one, as are "directrice" and "directeur". It is made for the names of jobs and takes less away than
 * Snowball's stemmer, for which "direction" and "directeur" or "comptoir" and "compte" would meet.
 */
export function stem(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const found = stemOf(word);
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(word, found);
  return found;
}

function stemOf(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  return endOf(masculine(singular(word)));
}

function singular(word: string): string {
  const single = word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
  const irregular = IRREGULAR[word] ?? IRREGULAR[single];
  if (irregular !== undefined) return irregular;
  if (word.endsWith('aux') && !word.endsWith('eaux') && word.length > 4) return `${word.slice(0, -3)}al`;
  return word.endsWith('x') ? word.slice(0, -1) : single;
}

function masculine(word: string): string {
  if (word.length < 6) return word;
  if (word.endsWith('trice') || word.endsWith('drice')) return `${word.slice(0, -4)}eur`;
  if (word.endsWith('euse')) return `${word.slice(0, -2)}r`;
  if (word.endsWith('abilite') || word.endsWith('ibilite')) return `${word.slice(0, -5)}l`;
  return word;
}

/** The silent ends: e, a doubled consonant, the s of "anglais" beside "anglaise", f beside v. */
function endOf(word: string): string {
  let end = word;
  while (end.length > 3 && end.endsWith('e')) end = end.slice(0, -1);
  if (end.length > 3 && end.at(-1) === end.at(-2)) end = end.slice(0, -1);
  if (end.length > 3 && end.endsWith('s')) end = end.slice(0, -1);
  return end.endsWith('v') ? `${end.slice(0, -1)}f` : end;
}
