import type { Family } from './family.js';

const money: Family = {
  domains: { C11: 1.2, C12: 1.6, C13: 0.5, C14: 0.7 },
  settings: [
    "L'agence se trouve en centre-ville et reçoit sur rendez-vous.",
    'Le service traite les dossiers de trois départements.',
    "Vous partagez un plateau calme, avec des salles d'entretien fermées.",
  ],
  teams: [
    'une équipe de dix conseillers et conseillères',
    'un service de sept personnes',
    'une agence de cinq personnes',
  ],
  benefits: [
    '13e mois',
    'intéressement',
    'titres-restaurant',
    'mutuelle et prévoyance',
    '15 jours de RTT',
    'tarifs du personnel',
  ],
  contracts: { CDI: 80, CDD: 17, MIS: 3 },
  partTime: 0.06,
  training: 0.15,
  pay: { HOUR: 2, MONTH: 30, YEAR: 62, none: 6 },
  payFactor: 1.1,
  languages: 0.12,
  accessible: 0.5,
};

const property: Family = {
  domains: { C15: 1.6 },
  settings: [
    "L'agence tient la location, la vente et le syndic d'un même quartier.",
    "Vous êtes au bureau le matin et sur le terrain l'après-midi.",
  ],
  teams: ['une agence de six personnes', 'un service de gestion de quatre personnes'],
  benefits: ['commissions sans plafond', 'téléphone professionnel', 'titres-restaurant', 'véhicule de service'],
  contracts: { CDI: 76, CDD: 10, LIB: 12, MIS: 2 },
  partTime: 0.06,
  training: 0.15,
  pay: { HOUR: 2, MONTH: 60, YEAR: 30, none: 8 },
  licenceB: 0.5,
  accessible: 0.35,
};

const media: Family = {
  domains: { E11: 2.2, E12: 0.6, E13: 0.6, E14: 0.8 },
  settings: [
    'Les projets durent de trois semaines à six mois, souvent menés de front.',
    "Le studio partage ses locaux avec une maison d'édition.",
    'Vous travaillez avec les auteurs, les imprimeurs et les clients.',
  ],
  teams: ['une équipe de huit personnes', 'un pôle création de cinq personnes', 'une rédaction de six personnes'],
  benefits: ['titres-restaurant', 'RTT', 'abonnement de transport remboursé à 75 %', 'matériel au choix'],
  contracts: { CDI: 62, CDD: 36, MIS: 2 },
  partTime: 0.1,
  training: 0.25,
  pay: { HOUR: 3, MONTH: 40, YEAR: 50, none: 7 },
  languages: 0.3,
  accessible: 0.5,
};

const studies: Family = {
  domains: { F11: 1.4, H11: 0.6, H12: 2, H13: 0.6, H14: 0.8, H15: 1, K24: 0.5 },
  settings: [
    "Le bureau d'études suit chaque projet de l'esquisse à la réception.",
    "Le laboratoire dispose d'équipements récents et d'un budget d'essais.",
    'Les missions alternent calcul au bureau et visites sur site.',
  ],
  teams: [
    'une équipe projet de six personnes',
    "un bureau d'études de douze personnes",
    'une unité de dix chercheurs et techniciens',
  ],
  benefits: [
    '13e mois',
    '12 jours de RTT',
    "restaurant d'entreprise",
    'participation et intéressement',
    "formation de quinze jours à l'arrivée",
    'mutuelle prise en charge à 70 %',
  ],
  contracts: { CDI: 78, CDD: 17, MIS: 5 },
  partTime: 0.02,
  training: 0.15,
  pay: { HOUR: 2, MONTH: 25, YEAR: 68, none: 5 },
  payFactor: 1.1,
  languages: 0.35,
  licenceB: 0.2,
  accessible: 0.45,
};

const office: Family = {
  domains: { M11: 0.8, M12: 4, M13: 0.6, M14: 1.5, M15: 2, M16: 6, K19: 1 },
  settings: [
    'Les bureaux sont à cinq minutes de la gare et accessibles en fauteuil.',
    'Le service vient de changer de logiciel ; une formation est prévue.',
    'Vous avez un interlocuteur dans chaque service.',
  ],
  teams: [
    'un service de quatre personnes',
    'une équipe de sept personnes',
    'un binôme, avec relais pendant les congés',
  ],
  benefits: [
    'titres-restaurant',
    'horaires souples',
    '10 jours de RTT',
    '13e mois',
    'mutuelle prise en charge à 60 %',
    'abonnement de transport remboursé à 75 %',
  ],
  contracts: { CDI: 66, CDD: 26, MIS: 8 },
  partTime: 0.2,
  training: 0.15,
  pay: { HOUR: 12, MONTH: 52, YEAR: 30, none: 6 },
  languages: 0.15,
  accessible: 0.6,
};

const computing: Family = {
  domains: { M18: 6 },
  settings: [
    'Les applications servent chaque jour quarante mille personnes.',
    'Le code est relu par ses pairs, testé et livré plusieurs fois par semaine.',
    'Vous choisissez votre poste de travail et participez aux choix techniques.',
  ],
  teams: [
    'une équipe de six développeurs et développeuses',
    'une équipe de neuf personnes, conception comprise',
    'un pôle de quatre personnes',
  ],
  benefits: [
    'horaires souples',
    '12 jours de RTT',
    'titres-restaurant',
    'participation aux bénéfices',
    'budget de formation annuel',
    'mutuelle prise en charge à 80 %',
  ],
  contracts: { CDI: 88, CDD: 10, MIS: 2 },
  partTime: 0.02,
  training: 0.14,
  pay: { HOUR: 1, MONTH: 14, YEAR: 79, none: 6 },
  payFactor: 1.15,
  languages: 0.45,
  accessible: 0.6,
};

export const officeAndStudies: readonly Family[] = [money, property, media, studies, office, computing];
