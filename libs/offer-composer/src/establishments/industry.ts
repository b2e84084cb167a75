import { closed, type UnitRow } from './unit-row.js';

/** Units that hire, sections A to G of the NAF: fields, mines, factories, energy, water, building sites, shops. */
export const industry: readonly UnitRow[] = [
  {
    name: 'Domaine de la Grande Oseraie',
    naf: '01.21Z',
    hires: 'A11 A14 A13',
    at: [
      ['00010008100017', '1 CHEMIN DES OSIERS', 'saumur'],
      ['00010008100025', '6 RUE DU PRESSOIR', 'dijon'],
    ],
  },
  {
    name: 'Forestière des Sapins Muets',
    naf: '02.20Z',
    hires: 'A11 A12 A14 H22',
    at: [['00010009900019', '3 ROUTE DES CRETES', 'limoges']],
  },
  {
    name: 'Armement La Belle Esquive',
    naf: '03.11Z',
    hires: 'A14 N31',
    at: [['00010010700010', '7 QUAI DES BRUMES', 'lorient']],
  },
  {
    name: 'Carrières du Mont Feint',
    naf: '08.11Z',
    hires: 'F14 F13 H28',
    at: [['00010011500013', '2 ROUTE DES CARRIERES', 'clermont']],
  },
  {
    name: 'Conserverie du Petit Cap',
    naf: '10.20Z',
    hires: 'H21 H33 H15 H25',
    at: [
      ['00010012300017', '15 QUAI DES SALAISONS', 'quimper'],
      ['00010012300025', '4 RUE DU SEL', 'lorient', closed],
    ],
  },
  {
    name: 'Fournil des Remparts',
    naf: '10.71C',
    hires: 'D11 H21',
    at: [
      ['00010001600013', '4 RUE DU FOUR', 'rennes'],
      ['00010001600021', '12 QUAI DES SALINES', 'nantes'],
      ['00010001600039', '1 PLACE DU MARCHE', 'brest', closed],
    ],
  },
  {
    name: "Tissages de l'Orme Bleu",
    naf: '13.20Z',
    hires: 'H24 B14 B18',
    at: [['00010013100010', '9 RUE DES NAVETTES', 'troyes']],
  },
  {
    name: 'Cartonnages du Moulin Rond',
    naf: '17.21A',
    hires: 'H31 H32 H33 E13',
    at: [['00010014900012', '11 ROUTE DU MOULIN', 'grenoble']],
  },
  {
    name: 'Laboratoires de la Source Perdue',
    naf: '21.20Z',
    hires: 'H23 H12 H15 H13 H33',
    at: [
      ['00010015600017', '20 RUE DES ALAMBICS', 'rouen'],
      ['00010015600025', '5 ALLEE DU QUINQUINA', 'lyon'],
    ],
  },
  {
    name: 'Verrerie des Sables Gris',
    naf: '23.13Z',
    hires: 'H28 H34 B12 B16',
    at: [['00010016400011', '8 RUE DE LA CANNE', 'metz']],
  },
  {
    name: 'Manufacture des Trois Rives',
    naf: '25.62B',
    hires: 'H25 H26 H29 H32 H34 H12 H14',
    at: [
      ['00010017200014', '40 RUE DES TOURS', 'strasbourg'],
      ['00010017200022', '12 RUE DU COMPAS', 'poitiers'],
    ],
  },
  {
    name: 'Circuits de la Combe Claire',
    naf: '26.12Z',
    hires: 'H26 H12 H11 H14',
    at: [['00010018000017', '6 AVENUE DES ONDES', 'toulouse']],
  },
  {
    name: 'Meubles Orfanel',
    naf: '31.09B',
    hires: 'H22 B13 B18',
    at: [['00010019800019', '14 RUE DES VARLOPES', 'nantes']],
  },
  {
    name: 'Ateliers du Littoral',
    naf: '33.12Z',
    hires: 'H29 I11 I13 I15 I16',
    at: [
      ['00010002400017', '8 CHEMIN DE LA GREVE', 'brest'],
      ['00010002400025', '30 RUE DES FORGES', 'lille', closed],
    ],
  },
  {
    name: 'Énergies du Haut Vallon',
    naf: '35.11Z',
    hires: 'H27 I13 F11 H13',
    at: [
      ['00010020600010', '1 ROUTE DU BARRAGE', 'annecy'],
      ['00010020600028', '18 RUE DES TURBINES', 'grenoble'],
    ],
  },
  {
    name: 'Eaux et Tri des Quatre Vallées',
    naf: '38.11Z',
    hires: 'K23 H13 N41',
    at: [['00010021400014', '22 ROUTE DU LAVOIR', 'perpignan']],
  },
  {
    name: 'Bâtisseurs du Gué',
    naf: '41.20B',
    hires: 'F11 F12 F13 F15 F16 F17',
    at: [
      ['00010022200017', '10 RUE DU PONT DE BOIS', 'bordeaux'],
      ['00010022200025', '3 AVENUE DES MACONS', 'montpellier'],
      ['00010022200033', '5 RUE DU MORTIER', 'tours', closed],
    ],
  },
  {
    name: 'Toitures Lambrissel',
    naf: '43.91B',
    hires: 'F15 F16 F17 I15',
    at: [['00010023000010', '17 RUE DES ARDOISIERS', 'tours']],
  },
  {
    name: 'Garage du Rond Clocher',
    naf: '45.20A',
    hires: 'I16 D1204 D1223 D1224 D1230 D1234 D1238',
    at: [
      ['00010024800012', '2 ROUTE DE LA FORGE', 'poitiers'],
      ['00010024800020', '9 RUE DES BIELLES', 'metz'],
    ],
  },
  {
    name: 'Comptoir des Halles Basses',
    naf: '47.11F',
    hires: 'D11 D12 D13 D15',
    at: [
      ['00010025500017', '1 MAIL DES HALLES', 'marseille'],
      ['00010025500025', '33 RUE DES ETALS', 'lille'],
      ['00010025500033', '8 COURS DES BALANCES', 'bordeaux'],
    ],
  },
  {
    name: 'Maison Tisserelle',
    naf: '47.71Z',
    hires: 'D12 D13 D14',
    at: [
      ['00010026300011', '28 RUE DES AIGUILLES', 'paris'],
      ['00010026300029', '4 PLACE DU DE', 'rouen'],
    ],
  },
];
