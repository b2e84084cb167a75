import type { Family } from './family.js';

const food: Family = {
  domains: { D11: 5 },
  settings: [
    'Le laboratoire est climatisé et se trouve au niveau de la boutique.',
    'La boutique vend ce qui est fait sur place, du mardi au dimanche midi.',
    'Vous travaillez des produits frais, choisis chez des producteurs du pays.',
  ],
  teams: ['une équipe de cinq personnes', 'un chef et deux ouvriers', 'une équipe de production de six personnes'],
  benefits: [
    'deux jours de repos de suite',
    'repas pris sur place',
    "prime de fin d'année",
    'produits de la maison à prix réduit',
    'mutuelle prise en charge à 50 %',
  ],
  contracts: { CDI: 68, CDD: 24, SAI: 4, MIS: 4 },
  partTime: 0.12,
  training: 0.2,
  pay: { HOUR: 35, MONTH: 60, YEAR: 0, none: 5 },
  accessible: 0.15,
};

const shop: Family = {
  domains: { D12: 7, D13: 1.5, D15: 6 },
  settings: [
    'Le magasin compte cinq rayons et reçoit surtout une clientèle de quartier.',
    'Le magasin est desservi par le tramway ; un stationnement est réservé au personnel.',
    "Le point de vente vient d'être réaménagé, réserve comprise.",
  ],
  teams: [
    'une équipe de huit vendeurs et vendeuses',
    'une équipe de douze personnes, avec un responsable de rayon',
    'une petite équipe de trois personnes',
  ],
  benefits: [
    'remise sur les achats',
    '13e mois',
    "planning donné trois semaines à l'avance",
    'prime sur objectifs',
    'titres-restaurant',
    'un samedi sur deux libre',
  ],
  contracts: { CDI: 60, CDD: 32, SAI: 4, MIS: 4 },
  partTime: 0.4,
  training: 0.12,
  pay: { HOUR: 40, MONTH: 50, YEAR: 4, none: 6 },
  languages: 0.05,
  accessible: 0.3,
};

const beauty: Family = {
  domains: {},
  occupations: {
    D1202: 3,
    D1203: 1,
    D1208: 2,
    D1215: 0.5,
    D1216: 1,
    D1217: 0.3,
    D1218: 0.3,
    D1220: 1,
    D1222: 0.7,
    D1225: 0.7,
    D1231: 0.7,
    D1232: 0.3,
    D1237: 0.3,
    D1240: 1,
    D1241: 0.3,
  },
  settings: [
    'Le salon compte six postes et travaille surtout sur rendez-vous.',
    'La clientèle est fidèle ; vous gardez la vôtre.',
    'Le salon a été refait cette année, lumière et bacs compris.',
  ],
  teams: ['une équipe de quatre personnes', 'un salon de six personnes'],
  benefits: [
    'deux jours de repos de suite',
    'pourboires gardés',
    'matériel fourni',
    'formations de marque',
    'prime sur chiffre',
  ],
  contracts: { CDI: 72, CDD: 24, LIB: 2 },
  partTime: 0.3,
  training: 0.22,
  pay: { HOUR: 35, MONTH: 58, YEAR: 0, none: 7 },
  accessible: 0.2,
};

const workshops: Family = {
  domains: {},
  occupations: { D1205: 0.6, D1206: 0.4, D1207: 0.6, D1226: 0.2, D1228: 0.3, D1229: 0.3, D1236: 0.6, D1242: 0.8 },
  settings: [
    "L'atelier est derrière la boutique, avec la lumière du jour.",
    'Le linge et les vêtements viennent des hôtels, des restaurants et des particuliers du quartier.',
  ],
  teams: ['un atelier de cinq personnes', 'une petite équipe de trois personnes'],
  benefits: ['tenue fournie', 'planning fixe', 'titres-restaurant', 'mutuelle prise en charge à 50 %'],
  contracts: { CDI: 66, CDD: 26, SAI: 4, MIS: 4 },
  partTime: 0.35,
  training: 0.1,
  pay: { HOUR: 50, MONTH: 46, YEAR: 0, none: 4 },
  accessible: 0.25,
};

const sales: Family = {
  domains: { D14: 4, M17: 3 },
  occupations: { D1113: 1, D1107: 1, D1116: 1 },
  settings: [
    'Le secteur couvre le département ; deux jours par semaine se passent au bureau.',
    'Vous reprenez un portefeuille de clients existant et le développez.',
    'Les rendez-vous sont pris par une équipe sédentaire.',
  ],
  teams: [
    'une force de vente de sept personnes',
    'un binôme avec une assistante ou un assistant',
    'une équipe de quatre commerciaux',
  ],
  benefits: [
    'véhicule de fonction',
    'ordinateur et téléphone portables',
    'prime trimestrielle',
    'frais de déplacement remboursés',
    'titres-restaurant',
    '12 jours de RTT',
  ],
  contracts: { CDI: 86, CDD: 9, CCE: 3, MIS: 2 },
  partTime: 0.03,
  training: 0.12,
  pay: { HOUR: 2, MONTH: 40, YEAR: 52, none: 6 },
  payFactor: 1.1,
  languages: 0.25,
  licenceB: 0.6,
  accessible: 0.3,
};

const welcome: Family = {
  domains: { G11: 1.2, G12: 3, G13: 0.8 },
  settings: [
    'Le public est fait de familles, de groupes et de visiteurs de passage.',
    'Vous accueillez au comptoir, au téléphone et par écrit.',
    "Le site reçoit cent mille visiteurs par an, surtout d'avril à octobre.",
  ],
  teams: ['une équipe de dix personnes', "une équipe d'animation de six personnes", 'un service de quatre personnes'],
  benefits: [
    'entrées gratuites pour les proches',
    'repas sur place',
    'titres-restaurant',
    'logement saisonnier possible',
  ],
  contracts: { CDI: 45, CDD: 35, SAI: 20 },
  partTime: 0.3,
  training: 0.12,
  pay: { HOUR: 35, MONTH: 55, YEAR: 3, none: 7 },
  languages: 0.4,
  licenceB: 0.1,
  accessible: 0.35,
};

const hotel: Family = {
  domains: { G14: 0.8, G15: 2.5, G17: 1.5 },
  settings: [
    "L'hôtel compte soixante chambres et reste ouvert toute l'année.",
    "La maison reçoit une clientèle d'affaires en semaine et de loisirs le week-end.",
    "L'établissement est à dix minutes à pied de la gare.",
  ],
  teams: ['une équipe de quinze personnes', "une équipe d'étages de huit personnes", 'une réception de cinq personnes'],
  benefits: [
    'repas pris sur place',
    'deux jours de repos de suite',
    'uniforme fourni et entretenu',
    'mutuelle de la branche',
    'nuits à prix réduit dans nos maisons',
  ],
  contracts: { CDI: 62, CDD: 20, SAI: 15, MIS: 3 },
  partTime: 0.25,
  training: 0.14,
  pay: { HOUR: 35, MONTH: 58, YEAR: 2, none: 5 },
  languages: 0.35,
  accessible: 0.2,
};

const table: Family = {
  domains: { G16: 7, G18: 6 },
  settings: [
    'La cuisine est ouverte sur la salle ; quatre-vingts couverts par service en semaine.',
    'La carte est courte, change avec les saisons et part de produits bruts.',
    'La salle compte soixante places, la terrasse quarante aux beaux jours.',
  ],
  teams: ['une brigade de six personnes', 'une brigade de quatre en cuisine', 'une équipe de salle de sept personnes'],
  benefits: [
    'deux jours de repos de suite',
    'pas de coupure le midi en semaine',
    'repas pris sur place',
    'pourboires partagés',
    'heures supplémentaires payées',
    'mutuelle prise en charge à 50 %',
  ],
  contracts: { CDI: 58, CDD: 18, SAI: 18, MIS: 6 },
  partTime: 0.2,
  training: 0.2,
  pay: { HOUR: 40, MONTH: 55, YEAR: 0, none: 5 },
  languages: 0.12,
  accessible: 0.12,
};

const storage: Family = {
  domains: { N11: 8, N12: 2, N13: 1 },
  settings: [
    "L'entrepôt couvre six mille mètres carrés, à température ambiante.",
    'Les quais ouvrent à six heures ; le dernier départ est à vingt heures.',
    'Le dépôt est desservi par la ligne de bus de la zone.',
  ],
  teams: [
    'une équipe de douze personnes',
    'une équipe du matin de neuf personnes',
    'un service exploitation de cinq personnes',
  ],
  benefits: [
    'prime de productivité',
    'prime de panier',
    'chaussures et tenue fournies',
    '13e mois',
    'mutuelle prise en charge à 60 %',
  ],
  contracts: { CDI: 42, CDD: 18, MIS: 38, DIN: 2, TTI: 1.5 },
  partTime: 0.08,
  training: 0.06,
  pay: { HOUR: 55, MONTH: 38, YEAR: 3, none: 4 },
  licenceB: 0.12,
  accessible: 0.2,
};

const driving: Family = {
  domains: { N21: 0.3, N22: 0.3, N31: 0.3, N32: 0.2, N41: 7, N42: 0.8, N43: 0.3, N44: 0.2 },
  settings: [
    'Le matériel a moins de quatre ans et chacun garde le sien.',
    'Les départs se font du dépôt ; le retour a lieu chaque soir.',
    "Le planning est connu deux semaines à l'avance.",
  ],
  teams: ['une équipe de vingt conducteurs et conductrices', 'un équipage stable', 'une exploitation de six personnes'],
  benefits: [
    'frais de repas payés',
    '13e mois',
    'tenue fournie',
    'formation obligatoire prise en charge',
    'prime de non-accident',
    'mutuelle de la branche',
  ],
  contracts: { CDI: 70, CDD: 14, MIS: 16 },
  partTime: 0.1,
  training: 0.04,
  pay: { HOUR: 50, MONTH: 45, YEAR: 1, none: 4 },
  payFactor: 1.05,
  accessible: 0.1,
};

export const tradeAndTravel: readonly Family[] = [
  food,
  shop,
  beauty,
  workshops,
  sales,
  welcome,
  hotel,
  table,
  storage,
  driving,
];
