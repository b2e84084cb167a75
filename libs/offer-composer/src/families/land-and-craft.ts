import type { Family } from './family.js';

const land: Family = {
  domains: { A11: 1, A12: 2, A13: 0.4, A14: 3 },
  settings: [
    'Le travail se fait en extérieur, par tous les temps, au rythme des saisons.',
    'Vous travaillez sur plusieurs parcelles, reliées par des chemins communaux.',
    'Les bâtiments ont été refaits il y a deux ans et le matériel est récent.',
  ],
  teams: [
    'une équipe de trois permanents',
    'une équipe de six personnes, renforcée à la belle saison',
    'un binôme expérimenté',
  ],
  benefits: [
    'panier de légumes chaque semaine',
    'équipement fourni',
    'logement possible sur place',
    'prime de fin de saison',
    'mutuelle prise en charge à 60 %',
  ],
  contracts: { CDI: 45, CDD: 20, SAI: 35, MIS: 5 },
  partTime: 0.1,
  training: 0.1,
  pay: { HOUR: 55, MONTH: 40, YEAR: 0, none: 5 },
  licenceB: 0.4,
  accessible: 0.1,
};

const animals: Family = {
  domains: { A15: 1 },
  settings: [
    "L'accueil, les soins et le chenil occupent trois bâtiments voisins.",
    'Vous travaillez au contact des animaux et de ceux qui les confient.',
    'Le site est ouvert six jours sur sept, avec une garde par roulement.',
  ],
  teams: ['une équipe de cinq personnes', 'deux vétérinaires et trois soigneurs', 'une petite équipe soudée'],
  benefits: ['tenue fournie', 'un dimanche de garde sur quatre, compensé', 'formation aux gestes de contention'],
  contracts: { CDI: 60, CDD: 30, SAI: 5 },
  partTime: 0.3,
  training: 0.12,
  pay: { HOUR: 30, MONTH: 65, YEAR: 0, none: 5 },
  licenceB: 0.2,
  accessible: 0.15,
};

const artCraft: Family = {
  domains: { B11: 0.3, B12: 0.2, B13: 0.4, B14: 0.2, B15: 0.2, B16: 0.4, B17: 0.05, B18: 0.4 },
  settings: [
    "L'atelier donne sur une cour calme ; chacun y a son établi.",
    'Vous travaillez à la pièce unique comme à la petite série, de la maquette à la finition.',
    "L'atelier ouvre ses portes au public deux fois par an.",
  ],
  teams: ['un atelier de quatre artisans', 'un maître artisan et deux compagnons', 'une équipe de six mains expertes'],
  benefits: ['outillage personnel remboursé', 'visites de musées sur le temps de travail', 'titres-restaurant'],
  contracts: { CDI: 60, CDD: 35, MIS: 2 },
  partTime: 0.2,
  training: 0.2,
  pay: { HOUR: 30, MONTH: 60, YEAR: 0, none: 10 },
  accessible: 0.3,
};

const building: Family = {
  domains: { F12: 2, F13: 1.5, F14: 0.2, F15: 1.5, F16: 6, F17: 4 },
  settings: [
    'Les chantiers se trouvent à moins de trente kilomètres du dépôt, où la journée commence.',
    'Vous intervenez en neuf comme en rénovation, chez des particuliers et sur des chantiers publics.',
    'Les chantiers durent de quelques jours à plusieurs mois.',
  ],
  teams: [
    'une équipe de quatre compagnons',
    "un chef d'équipe et trois ouvriers",
    'une équipe stable, qui travaille ensemble depuis longtemps',
  ],
  benefits: [
    'indemnités de repas et de trajet',
    'outillage et tenue fournis',
    'prime de vacances',
    'départ anticipé le vendredi à midi',
    'mutuelle du bâtiment',
  ],
  contracts: { CDI: 58, CDD: 17, MIS: 25, DIN: 1 },
  partTime: 0.02,
  training: 0.12,
  pay: { HOUR: 55, MONTH: 40, YEAR: 0, none: 5 },
  payFactor: 1.05,
  licenceB: 0.5,
  accessible: 0.08,
};

const factory: Family = {
  domains: {
    H21: 2,
    H22: 0.8,
    H23: 0.8,
    H24: 0.8,
    H25: 0.8,
    H26: 0.8,
    H27: 0.4,
    H28: 0.5,
    H29: 3,
    H31: 0.3,
    H32: 0.6,
    H33: 1.5,
    H34: 0.4,
  },
  settings: [
    "L'atelier compte deux lignes, dont une renouvelée l'an dernier.",
    'Vous tenez votre poste dans un atelier propre, éclairé et chauffé.',
    'Le site produit pour des clients de toute la région.',
  ],
  teams: [
    'une équipe de huit personnes',
    'une équipe de quinze opérateurs, hommes et femmes',
    'un îlot de cinq personnes, avec un régleur',
  ],
  benefits: [
    'prime de panier',
    "prime d'équipe",
    '13e mois',
    'participation aux bénéfices',
    'restaurant sur le site',
    'mutuelle prise en charge à 70 %',
  ],
  contracts: { CDI: 45, CDD: 20, MIS: 33, DIN: 2, TTI: 2 },
  partTime: 0.04,
  training: 0.08,
  pay: { HOUR: 50, MONTH: 44, YEAR: 1, none: 5 },
  accessible: 0.3,
};

const upkeep: Family = {
  domains: { I11: 0.6, I12: 0.5, I13: 4, I14: 1.2, I15: 0.2, I16: 3 },
  settings: [
    'Vous partagez votre temps entre un atelier équipé et des interventions sur site.',
    "L'atelier dispose des outils de diagnostic de l'année.",
    'Les interventions sont programmées ; les urgences se répartissent par roulement.',
  ],
  teams: [
    'une équipe de six techniciens',
    "un chef d'atelier et quatre mécaniciens",
    'un service de neuf personnes, astreintes partagées',
  ],
  benefits: [
    'véhicule de service',
    'téléphone professionnel',
    'habilitations payées',
    '13e mois',
    "prime d'astreinte",
    'titres-restaurant',
  ],
  contracts: { CDI: 72, CDD: 12, MIS: 16 },
  partTime: 0.02,
  training: 0.12,
  pay: { HOUR: 25, MONTH: 60, YEAR: 10, none: 5 },
  payFactor: 1.08,
  licenceB: 0.6,
  accessible: 0.15,
};

export const landAndCraft: readonly Family[] = [land, animals, artCraft, building, factory, upkeep];
