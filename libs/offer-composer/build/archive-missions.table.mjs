// Fields as in archive-feeds.table.mjs; a pair in `mask` says what stands instead of a first name, and how the sentence goes on.

const project = {
  type: 'CDD',
  nature: 'E1',
  durationMonths: 10,
  cddMotive: "Mission de dix mois du programme Entrepreneurs d'intérêt général",
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

/** Missions of administrations, by source and id. */
export const missionAds = Object.fromEntries(
  Object.entries(missions).map(([key, [work, at, more = {}]]) => [
    `eig ${key}`,
    { ...work, at, as: project, requirements: { experience: { exigence: 'S' } }, ...more },
  ]),
);
