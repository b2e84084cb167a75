/** Present forms that the rule for verbs in -er does not make: third person singular → second person plural. */
const irregular: Readonly<Record<string, string>> = {
  accueille: 'accueillez',
  conçoit: 'concevez',
  conduit: 'conduisez',
  construit: 'construisez',
  choisit: 'choisissez',
  définit: 'définissez',
  entretient: 'entretenez',
  établit: 'établissez',
  fournit: 'fournissez',
  garantit: 'garantissez',
  intervient: 'intervenez',
  maintient: 'maintenez',
  met: 'mettez',
  obtient: 'obtenez',
  prend: 'prenez',
  prescrit: 'prescrivez',
  produit: 'produisez',
  promeut: 'promouvez',
  reçoit: 'recevez',
  répond: 'répondez',
  résout: 'résolvez',
  soutient: 'soutenez',
  suit: 'suivez',
  traduit: 'traduisez',
  transmet: 'transmettez',
  vend: 'vendez',
};

/** Verbs in -er that open the sentences of ROME, and change their stem or not: gère → gérez, achète → achetez. */
const stems: Readonly<Record<string, string>> = {
  achète: 'achetez',
  appelle: 'appelez',
  célèbre: 'célébrez',
  complète: 'complétez',
  élève: 'élevez',
  emploie: 'employez',
  gère: 'gérez',
  intègre: 'intégrez',
  interprète: 'interprétez',
  mène: 'menez',
  nettoie: 'nettoyez',
  opère: 'opérez',
  possède: 'possédez',
  prélève: 'prélevez',
  procède: 'procédez',
  règle: 'réglez',
  relève: 'relevez',
  repère: 'repérez',
  révèle: 'révélez',
};

const regular = new Set(
  (
    'adapte aide améliore analyse anime apporte applique assemble assiste assure calcule collabore collecte commercialise ' +
    'communique conseille contribue contrôle coordonne coupe crée cultive décharge dessine développe diagnostique dirige ' +
    'documente effectue élabore élimine encadre enregistre enseigne évalue examine exécute explore exploite fabrique façonne ' +
    'favorise forme identifie implémente informe inspecte installe manipule mesure mobilise monte négocie observe optimise ' +
    'organise oriente participe pilote planifie pose prépare présente programme propose réalise récolte rédige renseigne ' +
    'répare représente respecte restaure sensibilise sélectionne supervise surveille taille teste traite transporte travaille ' +
    'trie utilise valide veille vérifie étudie'
  ).split(' '),
);

/** Words that would have to change with the person. */
const clinging = /(?<!\p{L})(?:son|sa|ses|leur|leurs|il|elle|se|s'|en assure|ou|puis|ainsi)(?!\p{L})/iu;
/** What looks like a second verb of the same subject, later in the sentence: "… et administre les soins". */
const secondVerb = /(?:,|(?<!\p{L})et|(?<!\p{L})mais) \p{L}+e (?:l[ea]s?|l'|des?|du|une?|en) /iu;

/**
 * A sentence of ROME's definitions ("Assure la cuisson de chaque produit") said to the reader ("Vous assurez la cuisson de
 * chaque produit."), where that takes no more than the verb; undefined where it would take a grammarian.
 */
export function saidToReader(sentence: string): string | undefined {
  const [, first = '', second, rest = ''] = /^(\p{L}+)(?: et (\p{L}+))?\s(.+?)[. ]*$/u.exec(sentence) ?? [];
  const verbs = second === undefined ? [secondPerson(first)] : [secondPerson(first), secondPerson(second)];
  if (verbs.includes(undefined) || sentence.length > 170) return undefined;
  if (clinging.test(rest) || secondVerb.test(rest) || /\.\s|;|:/.test(rest)) return undefined;
  if (followers(rest).some((word) => secondPerson(word) !== undefined)) return undefined;
  return `Vous ${verbs.join(' et ')} ${rest}.`;
}

/** Words where a second verb would stand. */
const followers = (rest: string): string[] =>
  [...rest.matchAll(/(?:,|(?<!\p{L})et|(?<!\p{L})mais)\s(\p{L}+)/gu)].map(([, word = '']) => word);

function secondPerson(form: string): string | undefined {
  const word = form.toLowerCase();
  const plain = word === 'evalue' || word === 'elabore' || word === 'etudie' ? `é${word.slice(1)}` : word;
  if (regular.has(plain)) return `${plain}z`;
  return irregular[plain] ?? stems[plain];
}
