import {
  boulanger,
  infirmier,
  developpeur,
  secretaire,
  vendeur,
  comptable,
  cariste,
  menage,
  camion,
  maintenance,
} from './judgements.js';
import {
  beginner,
  best,
  both,
  code,
  commune,
  contract,
  department,
  give,
  job,
  nature,
  no,
  only,
  partTime,
  region,
  remote,
  text,
  title,
  type Rule,
} from './rules.js';

/** What people ask, and by what rule an ad is good for it. */
export interface JudgedQuery {
  readonly kind: string;
  /** As it stands behind `?`, not encoded: `q=…&contract=…`. */
  readonly query: string;
  readonly rule: Rule;
}

const words: readonly (readonly [kind: string, q: string, rule: Rule])[] = [
  // Both genders and numbers of the same name
  ['gender', 'boulanger', boulanger],
  ['gender', 'boulangère', boulanger],
  ['gender', 'infirmières', infirmier],
  ['gender', 'développeuse', developpeur],
  ['gender', 'coiffeuses', job(/coiffeu/, 'D1202', 'D1208')],
  [
    'gender',
    'conductrice de bus',
    best(give(3, both(title(/bus/), code('N4103'))), give(2, code('N4103')), give(1, title(/conduct/))),
  ],
  ['gender', 'serveuse', job(/serveu/, 'G1803', 'G1801 G1802')],
  ['gender', 'éducatrice spécialisée', job(/educateur.*specialise|educateur specialise/, 'K1207', 'K1203 K1201')],
  ['gender', 'employés de rayon', job(/rayon/, 'D1507', 'D1505')],
  [
    'gender',
    'directrice des ressources humaines',
    best(
      give(3, both(title(/direct|responsable/), title(/ressources humaines|\brh\b/))),
      give(2, title(/ressources humaines|\brh\b/)),
      give(1, code('M1501 M1502 M1503')),
    ),
  ],

  // Accents and capitals as they come
  ['accents', 'INFIRMIERE', infirmier],
  ['accents', 'macon', job(/macon/, 'F1703', 'F1704 F1701')],
  [
    'accents',
    'electricien batiment',
    best(
      give(3, both(title(/electricien/), code('F1602'))),
      give(2, code('F1602')),
      give(2, title(/electricien/)),
      give(1, code('I1309')),
    ),
  ],
  ['accents', 'hote de caisse', job(/caisse|caissi/, 'D1505', 'D1507')],
  ['accents', 'Esthéticienne', job(/estheticien/, 'D1208', 'D1202')],
  [
    'accents',
    'mecanicien auto',
    best(give(3, both(title(/mecanicien/), code('I1604'))), give(2, code('I1604')), give(1, title(/mecanicien/))),
  ],

  // Letters too many, too few, swapped
  ['misspelt', 'boulangr', boulanger],
  ['misspelt', 'infirmeir', infirmier],
  ['misspelt', 'plonbier', job(/plombi/, 'F1603', 'I1308')],
  ['misspelt', 'secretaire medicalle', job(/secretaire medic|medico/, 'M1609', 'M1607')],
  [
    'misspelt',
    'dévelopeur web',
    best(
      give(3, both(title(/developpeu/), title(/web/))),
      give(3, code('M1855')),
      give(2, title(/developpeu/)),
      give(1, code('M1805')),
    ),
  ],
  ['misspelt', 'aide soigante', job(/aide-soignant/, 'J1501', 'J1301 K1302')],
  ['misspelt', 'chaudronier', job(/chaudronni/, 'H2902', 'H2913')],
  ['misspelt', 'manutentionaire', job(/manutention/, 'N1105', 'N1101 N1103')],
  ['misspelt', "garde d'enfnats", job(/garde d'enfant/, 'K1303', 'J1304 K1310')],
  ['misspelt', 'receptioniste hotel', job(/reception/, 'G1703', 'M1601')],

  // Abbreviations of the trades
  ['abbreviation', 'IDE', infirmier],
  ['abbreviation', 'IADE', job(/anesthesiste/, 'J1503', 'J1504 J1506')],
  ['abbreviation', 'IBODE', job(/bloc operatoire/, 'J1504', 'J1503 J1506')],
  [
    'abbreviation',
    'AS de nuit',
    best(
      give(3, both(code('J1501'), text(/\bnuit/))),
      give(1, code('J1501')),
      give(1, both(code('J1301'), text(/\bnuit/))),
    ),
  ],
  [
    'abbreviation',
    'ASH',
    best(give(3, both(title(/hospitalier|service/), code('J1301'))), give(2, code('J1301')), give(1, code('J1501'))),
  ],
  [
    'abbreviation',
    'dev web',
    best(
      give(3, code('M1855')),
      give(3, both(title(/developpeu/), title(/web/))),
      give(2, title(/developpeu/)),
      give(1, code('M1805')),
    ),
  ],
  ['abbreviation', 'chauffeur PL', camion],
  [
    'abbreviation',
    'assistante RH',
    best(give(3, both(title(/assistant/), code('M1501'))), give(2, code('M1501')), give(1, code('M1502'))),
  ],
  ['abbreviation', 'compta', comptable],
  ['abbreviation', 'tech maintenance', maintenance],
  ['abbreviation', 'prof des écoles', job(/professeur|maitre|instituteur/, 'K2106', 'K2107')],

  // Other words for the same job
  ['synonym', 'femme de ménage', menage],
  ['synonym', 'camionneur', camion],
  [
    'synonym',
    'vigile',
    best(give(3, code('K2503')), give(2, title(/securite|surveill/)), give(1, code('K2502 K2508'))),
  ],
  ['synonym', 'nounou', best(give(3, code('K1303')), give(3, title(/assistant.* maternel/)), give(1, code('J1304')))],
  [
    'synonym',
    'programmeur',
    best(give(3, title(/programmeu/)), give(3, code('M1805')), give(2, title(/developpeu/)), give(1, code('M1855'))),
  ],
  ['synonym', 'garagiste', best(give(3, title(/garagiste/)), give(2, code('I1604')), give(1, code('I1606')))],
  ['synonym', 'caissière', job(/caissi|caisse/, 'D1505', 'D1507')],
  ['synonym', 'maçonnerie', job(/macon/, 'F1703', 'F1704')],
  [
    'synonym',
    'jardinier',
    best(give(3, code('A1203')), give(3, title(/jardin|espaces verts/)), give(1, text(/jardin/))),
  ],
  ['synonym', 'agent immobilier', job(/immobili/, 'C1504', 'C1502 C1501')],
  ['synonym', 'baby sitter', job(/baby-sitter/, 'K1303', 'J1304')],

  // A place among the words
  ['place', 'boulanger marseille', only(commune('13055'), boulanger)],
  ['place', 'infirmier bretagne', only(region('53'), infirmier)],
  ['place', 'comptable à paris', only(commune('75056'), comptable)],
  ['place', 'vendeur nantes', only(commune('44109'), vendeur)],
  ['place', 'coiffeur ile de france', only(region('11'), job(/coiffeu/, 'D1202'))],
  ['place', 'cariste 59', only(department('59'), cariste)],
  [
    'place',
    'aide à domicile Gironde',
    only(
      department('33'),
      best(give(3, title(/aide a domicile|auxiliaire de vie/)), give(3, code('K1302 K1304')), give(1, code('K1303'))),
    ),
  ],
  ['place', 'développeur nantes', only(commune('44109'), developpeur)],
  [
    'place',
    'serveur saint denis',
    only(
      department('974 93'),
      only((ad) => ad.communes.some((one) => ['97411', '93066'].includes(one)), job(/serveu/, 'G1803')),
    ),
  ],
  ['place', 'technicien maintenance 69003', only(commune('69383'), maintenance)],

  // A contract among the words
  ['contract', 'développeur cdi', only(contract('CDI DIN'), developpeur)],
  ['contract', 'boucher apprentissage', only(nature('E2'), job(/bouch/, 'D1101', 'D1103'))],
  ['contract', 'secrétaire temps partiel', only(partTime, secretaire)],
  ['contract', 'développeur télétravail', only(remote, developpeur)],
  [
    'contract',
    'aide cuisine débutant',
    only(
      beginner,
      best(
        give(3, both(title(/aide de cuisine|commis/), code('G1602'))),
        give(2, code('G1602')),
        give(1, code('G1603 G1605')),
      ),
    ),
  ],
  ['contract', 'manutentionnaire intérim', only(contract('MIS DIN TTI'), job(/manutention/, 'N1105', 'N1101'))],

  // Quoted
  ['phrase', '"data scientist"', best(give(3, title(/data scientist/)), give(1, text(/data scientist/)))],
  [
    'phrase',
    '"employé de rayon"',
    best(give(3, title(/employe.? (\/ employee )?de rayon/)), give(2, text(/employee? de rayon/))),
  ],
  [
    'phrase',
    '"garde d\'enfant à domicile"',
    best(give(3, title(/garde d'enfant a domicile/)), give(1, text(/garde d'enfant a domicile/))),
  ],
  [
    'phrase',
    '"peintre en bâtiment" lille',
    only(commune('59350'), best(give(3, title(/peintre en batiment/)), give(1, text(/peintre en batiment/)))),
  ],

  // Excluded
  ['exclusion', 'infirmier -anesthésiste', only(no(text(/anesthesiste/)), infirmier)],
  ['exclusion', 'développeur -web', only(no(text(/\bweb/)), developpeur)],
  ['exclusion', 'secrétaire -médicale', only(no(title(/medical|medico/)), secretaire)],
  ['exclusion', 'coiffeur -"permis B"', only(no(text(/permis b\b/)), job(/coiffeu/, 'D1202'))],

  // Either
  ['or', 'boulanger ou pâtissier', best(boulanger, job(/patissi/, 'D1104', 'D1117'))],
  ['or', 'cariste ou manutentionnaire', best(cariste, job(/manutention/, 'N1105'))],

  // As people speak
  ['sentence', 'je cherche un emploi de boulanger', boulanger],
  ['sentence', "offre d'emploi aide-soignante H/F", job(/aide-soignant/, 'J1501', 'J1301')],
  [
    'sentence',
    'poste de technicien de maintenance industrielle',
    best(give(3, both(title(/technicien/), title(/maintenance/), code('I1304 I1302 I1309'))), maintenance),
  ],
  [
    'sentence',
    "agent d'entretien h/f",
    best(
      give(3, title(/agente? d'entretien|agent \/ agente d'entretien/)),
      give(2, code('K2204')),
      give(1, code('K2202 K1304')),
    ),
  ],
  ['sentence', 'recherche travail comptable confirmé', comptable],

  // What an ad is about rather than its name
  ['skill', 'soudure TIG', best(give(3, both(text(/soud/), text(/\btig\b/))), give(1, code('H2913')))],
  ['skill', 'recrutement', best(give(3, title(/recrut/)), give(2, code('M1502')), give(1, text(/recrut/)))],
  [
    'skill',
    'conduite de chariot élévateur',
    best(give(3, code('N1101')), give(2, text(/chariots? elevateur/)), give(1, code('N1105 N1103 N1112'))),
  ],
];

const withFilters: readonly JudgedQuery[] = [
  { kind: 'filter', query: 'q=vendeur&contract=CDD', rule: only(contract('CDD'), vendeur) },
  { kind: 'filter', query: 'q=infirmier&department=75,92,93,94', rule: only(department('75 92 93 94'), infirmier) },
  { kind: 'filter', query: 'q=développeur&remote=hybrid,full', rule: only(remote, developpeur) },
  {
    kind: 'filter',
    query: 'q=serveur&workingTime=part',
    rule: only((ad) => ad.view.workingTime?.fullTime === false, job(/serveu/, 'G1803', 'G1801')),
  },
  {
    kind: 'filter',
    query: 'q=conducteur&domain=N41',
    rule: only((ad) => ad.code.startsWith('N41'), best(give(3, title(/conduct/)), give(1, title(/chauffeur/)))),
  },
  {
    kind: 'filter',
    query: 'q=aide&experience=D&occupation=K1302,K1304',
    rule: only(both(beginner, code('K1302 K1304')), best(give(3, title(/\baide\b/)), give(1, text(/\baide\b/)))),
  },
  { kind: 'filter', query: 'q=N4101', rule: give(3, code('N4101')) },
];

export const judgedQueries: readonly JudgedQuery[] = [
  ...words.map(([kind, q, rule]) => ({ kind, query: `q=${q}`, rule })),
  ...withFilters,
];
