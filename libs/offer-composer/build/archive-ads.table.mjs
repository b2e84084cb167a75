// What an ad does not say in fields of ours, or says of people and firms, by hand; see data/SOURCE.md.
//   at: INSEE code / postal code · as: contract · rome, ogr · keep: fields taken from the ad as they are
//   mask: names of private firms, written [entreprise] instead · cut: lines that go, since they tell who the firm is, name
//   a person or lead elsewhere · from: first words of the part that is an ad

const learner = (months) => ({ type: 'CDD', nature: 'E2', durationMonths: months });
const project = {
  type: 'CDD',
  nature: 'E1',
  durationMonths: 10,
  cddMotive: "Mission de dix mois du programme Entrepreneurs d'intérêt général",
};
const beginner = { experience: { exigence: 'D' } };
const year = (min, max) => ({ min: min * 100, ...(max ? { max: max * 100 } : {}), currency: 'EUR', unit: 'YEAR' });
const month = (min, max) => ({ min: min * 100, ...(max ? { max: max * 100 } : {}), currency: 'EUR', unit: 'MONTH' });
const years = (exigence, min, max) => ({ experience: { exigence, min, ...(max ? { max } : {}), unit: 'AN' } });
const training = (level, exigence = 'S') => ({ trainings: [{ level, exigence }] });
const english = { languages: [{ iso639: 'en', exigence: 'S' }] };

const feeds = {
  'leboncoin 2999583187': {
    rome: 'D1101',
    at: '37214/37540',
    as: learner(24),
    requirements: { ...beginner, ...training('NV5') },
    benefits: ['remise sur les achats', 'participation et intéressement'],
    mask: ['Auchan'],
    cut: [
      /^Résumé/,
      /^ALTERNANCE - Boucher F\/H, 37540/,
      /50 000 collaborateurs/,
      /Vous voulez en savoir plus/,
      /URL masquée/,
    ],
  },
  'leboncoin 3071721792': {
    rome: 'I1623',
    at: '08105/08000',
    as: learner(12),
    requirements: { ...beginner, ...training('NV3') },
    mask: ['GCA'],
    cut: [
      /^Résumé/,
      /^Conseiller Commercial Après-Vente en Alternance \(H\/F\), /,
      /^Fonction :/,
      /^Entreprise :/,
      /^Distributeur automobile/,
      /^Par ailleurs/,
      /BMW/,
      /Instagram/,
    ],
  },
  'apec 177777865W': {
    rome: 'F1141',
    at: '76540/76000',
    as: learner(12),
    requirements: beginner,
    mask: ['IKOS Raccordement'],
    cut: [/IKOS,/, /Chez IKOS/, /^À propos de l’offre/],
  },
  'apec 177810729W': {
    rome: 'M1889',
    at: '72181/72000',
    as: { type: 'CDD', nature: 'FS', durationMonths: 12 },
    pay: year(21_000),
    requirements: { ...beginner, ...training('NV2'), licences: [{ code: 'B', exigence: 'E' }] },
    mask: ['Agoriade'],
  },
  'apec 177812004W': {
    rome: 'D1408',
    ogr: '20303',
    at: '75101/75001',
    as: { type: 'CDI', nature: 'E2', durationMonths: 24 },
    pay: year(18_000, 22_000),
    requirements: { experience: { exigence: 'S' }, ...english },
  },
  'apec 177860843W': {
    rome: 'D1408',
    title: 'Conseiller(e) clientèle F/H',
    at: '94028/94000',
    as: learner(12),
    requirements: beginner,
    mask: ['DFM'],
    cut: [/^DFM, une entreprise/, /approche 360/, /pulse au rythme/],
  },
  'apec 177861351W': {
    rome: 'C1502',
    title: 'Assistant(e) Immobilier F/H',
    at: '93055/93500',
    as: learner(24),
    requirements: beginner,
    mask: ['JMBK'],
    cut: [/métro Eglise/],
  },
  'hellowork 68087320': {
    rome: 'M1429',
    at: '94080/94300',
    as: { type: 'CDI', nature: 'E1' },
    fullTime: true,
    remote: { mode: 'none' },
    requirements: { ...years('E', 7), ...english },
  },
  'hellowork 68090104': {
    rome: 'E1112',
    at: '53130/53000',
    as: { type: 'CDI', nature: 'E1' },
    requirements: { experience: { exigence: 'S' }, ...training('NV1') },
    mask: ['Lactalis France'],
  },
  'hellowork 68110296': {
    rome: 'M1711',
    at: '51573/51430',
    as: { type: 'CDI', nature: 'E1' },
    fullTime: true,
    remote: { mode: 'hybrid' },
    requirements: years('E', 7),
    mask: ['Comptoir Général de Robinetterie'],
  },
  'hellowork 68111676': {
    rome: 'M1813',
    at: '59350/59160',
    as: { type: 'CDI', nature: 'E1' },
    remote: { mode: 'none' },
    requirements: { ...years('E', 1, 7), ...training('NV1', 'E'), ...english },
    mask: ['Exotec'],
    cut: [/La révolution robotique/],
  },
  'hellowork 68113693': {
    rome: 'H1238',
    at: '38151/38130',
    as: { type: 'CDI', nature: 'E1' },
    remote: { mode: 'none' },
    requirements: { ...years('E', 3, 5), ...training('NV1'), ...english },
    cut: [/^Ref :/],
  },
  'kelio 147171': {
    rome: 'M1828',
    at: '92051/92200',
    as: learner(12),
    fullTime: true,
    requirements: { ...beginner, ...training('NV2') },
    mask: ['Groupe TADA', 'GroupeTADA'],
    cut: [/^Créé en 1987/, /^Diversité, égalité/, /avant-première/, /^Date de début/],
  },
  'kelio 147682': {
    rome: 'I1329',
    at: '92051/92200',
    as: learner(12),
    fullTime: true,
    requirements: { ...beginner, ...training('NV3', 'E'), ...english },
    mask: ['Groupe TADA'],
    cut: [/^Créé en 1987/, /^Diversité, égalité/, /avant-première/, /^Date de début/],
  },
  'edf 2026-100001': {
    rome: 'M1855',
    at: '69383/69003',
    as: learner(24),
    pay: month(820, 1_823),
    requirements: { ...beginner, ...training('NV2') },
    remote: { mode: 'hybrid' },
  },
  'edf 2026-100002': {
    rome: 'I1309',
    at: '76493/76450',
    as: learner(24),
    requirements: { ...beginner, ...training('NV4') },
  },
  'pass A-2025-159026': {
    rome: 'K1802',
    at: '75114/75014',
    as: learner(12),
    requirements: { ...beginner, ...training('NV1') },
  },
  'pass A-2025-159005': {
    rome: 'K1503',
    at: '06029/06400',
    as: learner(12),
    requirements: { ...beginner, ...training('NV2') },
  },
  'pass A-2025-159002': {
    rome: 'K1503',
    at: '06088/06000',
    as: learner(12),
    requirements: { ...beginner, ...training('NV2') },
  },
  'pass A-2025-158999': {
    rome: 'K1503',
    at: '06088/06000',
    as: learner(12),
    requirements: { ...beginner, ...training('NV2') },
  },
  'pass A-2025-158987': {
    rome: 'K2119',
    at: '31555/31000',
    as: learner(24),
    openings: 2,
    requirements: { ...beginner, ...training('NV2') },
  },
  'pass A-2025-158990': {
    rome: 'K1213',
    at: '75114/75014',
    as: learner(12),
    requirements: { ...beginner, ...training('NV1') },
  },
  'pass A-2025-158984': {
    rome: 'K2119',
    at: '91027/91200',
    as: learner(24),
    openings: 2,
    requirements: { ...beginner, ...training('NV2') },
  },
  'cegid 2025-82794': {
    rome: 'K1801',
    title: "Conseiller(e) en charge de l'indemnisation",
    at: '77288/77000',
    as: { type: 'CDD', nature: 'E1', durationMonths: 12 },
    pay: month(1_940),
    requirements: beginner,
    cut: [/Barbara/, /youtu/],
  },
};

const developer = { rome: 'M1805', title: 'Développeur / Développeuse' };
const designer = { rome: 'E1206', title: 'UX designer (H/F)' };
const scientist = { rome: 'M1405', title: 'Data scientist (H/F)' };
const engineer = { rome: 'M1811', title: 'Data engineer (H/F)' };
const paris = (district) => `751${district}/750${district}`;

/** Missions by year and name: who does the work (the texts say so, the fields do not), and where the administration sits. */
const missions = {
  '2017-cc-api-rapports': [developer, paris('01'), { mask: [['Frédéric', "l'équipe"]] }],
  '2017-dgfip-fraude-fiscale': [
    scientist,
    paris('12'),
    {
      mask: [
        ['Marion', "l'équipe"],
        ['Monsieur Dupont', 'Une personne'],
        ['il doit', 'elle doit'],
        ['lui-même', 'elle-même'],
        ['qu’il', 'qu’elle'],
        ['mais il', 'mais elle'],
      ],
    },
  ],
  '2017-mi-cartav-securite-routiere': [
    { rome: 'M1808', title: 'Cartographe géomaticien / géomaticienne', ogr: '11705' },
    paris('08'),
    {
      mask: [
        ['Tristram et Francis ont', "l'équipe a"],
        ['ils ont détaillé', 'elle a détaillé'],
        ['géocodé', 'géocodés'],
      ],
    },
  ],
  '2017-mi-matchid': [engineer, paris('08'), { mask: [[' par Martin', '']] }],
  '2018-eiglink': [
    { rome: 'M1881', title: 'EIG Link (H/F)' },
    paris('07'),
    {
      mask: [
        ['Bastien, Entrepreneur', 'La personne retenue, Entrepreneur'],
        ['Présent à', 'Présente à'],
        ['il participe', 'elle participe'],
        ['Il promeut', 'Elle promeut'],
        ['est intégré à', 'est intégrée à'],
      ],
    },
  ],
  '2018-labsante': [
    scientist,
    paris('14'),
    { mask: [['Philéas, Julien et Samah ont deux missions', "L'équipe a deux missions"]] },
  ],
  '2018-previsecours': [
    scientist,
    '91228/91000',
    {
      mask: [
        ['Tiphaine et Guillaume travaillent', "L'équipe travaille"],
        ['Ils croisent', 'Elle croise'],
        ['ils ont obtenu', 'elle a obtenu'],
        ['Guillaume a réalisé', "l'équipe a réalisé"],
        [' de Tiphaine produisent', ' produisent'],
      ],
    },
  ],
  '2019-acossplateforme': [developer, '93048/93100'],
  '2019-datajust': [scientist, paris('01')],
  '2019-datareg': [engineer, paris('12')],
  '2019-eiglink': [{ rome: 'M1881', title: 'EIG Link (H/F)' }, paris('07'), { openings: 2 }],
  '2019-explocode': [scientist, paris('15')],
  '2019-id-numerique': [designer, paris('08')],
  '2019-maritux': [designer, '29019/29200'],
  '2019-openchronic': [engineer, paris('14')],
  '2019-planipref': [designer, paris('08'), { cut: [/^Au terme des 7 mois/] }],
  '2019-plume': [developer, paris('01')],
  '2019-resorption-bidonvilles': [designer, '92062/92800', { cut: [/^Plus d’informations sur le projet/] }],
  '2019-sequoia-ign': [designer, '94067/94160'],
  '2019-vers-ecole-pour-tous': [designer, '63113/63000', { openings: 2 }],
  '2019-vigicrux': [designer, '31555/31000'],
  '2020-adex': [developer, '93066/93200', { until: 'Suite du défi' }],
  '2020-atlas-culture': [
    { rome: 'M1808', title: 'Cartographe géomaticien / géomaticienne', ogr: '11705' },
    paris('01'),
    { until: 'Étapes clés du défi' },
  ],
  '2020-datalympics': [engineer, paris('12')],
  '2020-datamed': [scientist, '93066/93200', { until: '> « La collaboration' }],
  '2020-eig-link': [{ rome: 'M1881', title: 'EIG Link (H/F)' }, paris('07'), { openings: 2 }],
  '2020-enki': [developer, paris('08')],
  '2020-label': [developer, paris('01')],
  '2020-monitorfish': [engineer, '56055/56410', { until: 'Suite du défi' }],
  '2020-neotac': [developer, '92040/92130'],
  '2020-operations-18': [developer, paris('17')],
  '2020-sedaccord': [designer, paris('07'), { until: 'Les étapes clés' }],
};

/** Every ad that is taken, by source and id. */
export const archiveAds = {
  ...feeds,
  ...Object.fromEntries(
    Object.entries(missions).map(([key, [work, at, more = {}]]) => [
      `eig ${key}`,
      { ...work, at, as: project, requirements: { experience: { exigence: 'S' } }, ...more },
    ]),
  ),
};
