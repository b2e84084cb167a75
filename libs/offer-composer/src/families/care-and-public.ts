import type { Family } from './family.js';

const health: Family = {
  domains: { J11: 2, J15: 7 },
  occupations: { J1301: 3, J1304: 3, J1308: 1 },
  settings: [
    'Le service compte trente lits et travaille avec deux médecins référents.',
    'Le dossier de soins est informatisé ; le matériel de transfert est dans chaque chambre.',
    "L'établissement est à taille humaine et les plannings sont faits avec les équipes.",
  ],
  teams: [
    'une équipe pluridisciplinaire',
    'une équipe soignante de douze personnes',
    'un service de huit personnes, encadrement compris',
  ],
  benefits: [
    "reprise de l'ancienneté",
    'prime de nuit et de dimanche',
    'place en crèche sur demande',
    'self du personnel',
    "planning connu un mois à l'avance",
    'mutuelle prise en charge à 60 %',
  ],
  contracts: { CDI: 60, CDD: 30, MIS: 10 },
  partTime: 0.22,
  training: 0.03,
  pay: { HOUR: 12, MONTH: 70, YEAR: 10, none: 8 },
  payFactor: 1.1,
  accessible: 0.2,
};

const healthTechnique: Family = {
  domains: { J12: 0.8, J13: 1.5, J14: 1.2 },
  settings: [
    'Les locaux sont neufs et le matériel est renouvelé régulièrement.',
    'Les rendez-vous sont pris par le secrétariat et laissent le temps de faire.',
    'Vous travaillez en lien avec les prescripteurs et les familles.',
  ],
  teams: ['un cabinet de cinq personnes', 'un plateau technique de neuf personnes', 'une équipe de six praticiens'],
  benefits: [
    'titres-restaurant',
    '13e mois',
    'formation continue payée',
    'mutuelle prise en charge à 60 %',
    'un samedi sur trois seulement',
  ],
  contracts: { CDI: 66, CDD: 26, MIS: 6, LIB: 2 },
  partTime: 0.25,
  training: 0.06,
  pay: { HOUR: 12, MONTH: 68, YEAR: 12, none: 8 },
  payFactor: 1.05,
  accessible: 0.3,
};

const social: Family = {
  domains: { K11: 0.8, K12: 3 },
  settings: [
    'Chaque situation est suivie à deux voix, et revue en équipe toutes les deux semaines.',
    "L'accueil est ouvert du lundi au samedi ; les permanences tournent.",
    'Vous travaillez avec les écoles, les services sociaux et les associations du quartier.',
  ],
  teams: [
    'une équipe éducative de six personnes',
    'une équipe pluridisciplinaire de neuf personnes',
    'une équipe de quatre personnes',
  ],
  benefits: [
    'congés trimestriels',
    'analyse de la pratique chaque mois',
    'mutuelle de la branche',
    'véhicule de service',
    "reprise de l'ancienneté",
  ],
  contracts: { CDI: 62, CDD: 38 },
  partTime: 0.25,
  training: 0.06,
  pay: { HOUR: 8, MONTH: 74, YEAR: 6, none: 12 },
  licenceB: 0.4,
  accessible: 0.4,
};

const care: Family = {
  domains: { K13: 7 },
  settings: [
    'Les interventions se font au domicile des personnes, dans un même quartier.',
    "Vous avez un référent, joignable à toute heure, et une réunion d'équipe par semaine.",
    'Les tournées sont stables : les mêmes personnes, aux mêmes heures.',
  ],
  teams: ['une équipe de secteur de dix personnes', 'une équipe autonome de sept personnes'],
  benefits: [
    'temps de trajet payé',
    'indemnité kilométrique',
    'téléphone professionnel',
    'un week-end sur trois seulement',
    'groupe de parole chaque mois',
    'mutuelle de la branche',
  ],
  contracts: { CDI: 64, CDD: 32, MIS: 4 },
  partTime: 0.5,
  training: 0.06,
  pay: { HOUR: 45, MONTH: 48, YEAR: 1, none: 6 },
  licenceB: 0.45,
  accessible: 0.2,
};

const publicService: Family = {
  domains: { K14: 1.2, K15: 0.3, K16: 0.8, K17: 0.6, K18: 1 },
  settings: [
    'Le poste est rattaché à la direction générale et travaille avec six communes.',
    'Les dossiers touchent la vie de quarante mille habitants.',
    "Le service partage une maison de pays avec l'accueil du public.",
  ],
  teams: ['une direction de neuf agents', 'un service de cinq personnes', 'un pôle de douze agents'],
  benefits: [
    'régime indemnitaire',
    '25 jours de congés et 15 jours de RTT',
    'participation à la mutuelle',
    'restaurant administratif',
    'abonnement de transport remboursé à 75 %',
  ],
  contracts: { CDI: 45, CDD: 55 },
  partTime: 0.1,
  training: 0.1,
  pay: { HOUR: 2, MONTH: 58, YEAR: 28, none: 12 },
  languages: 0.1,
  licenceB: 0.2,
  accessible: 0.6,
};

const teaching: Family = {
  domains: { K21: 3.5 },
  settings: [
    'Les groupes comptent douze personnes au plus.',
    'Les salles sont équipées et les progressions sont préparées en commun.',
    "L'année compte trente-six semaines, avec un temps de préparation reconnu.",
  ],
  teams: [
    'une équipe pédagogique de quinze personnes',
    'un pôle de six formateurs et formatrices',
    'une équipe de neuf personnes',
  ],
  benefits: ['congés scolaires', 'restaurant sur le site', 'formation continue', 'mutuelle prise en charge à 50 %'],
  contracts: { CDI: 55, CDD: 45 },
  partTime: 0.35,
  training: 0.04,
  pay: { HOUR: 20, MONTH: 55, YEAR: 17, none: 8 },
  languages: 0.1,
  accessible: 0.5,
};

const cleanAndSafe: Family = {
  domains: { K22: 5, K23: 0.8, K25: 2.5, K26: 0.3 },
  settings: [
    'Les sites sont tous dans la même agglomération et se rejoignent en transports.',
    "Les consignes de chaque site sont écrites et revues avec vous à l'arrivée.",
    'Le matériel est entretenu par nos soins et remplacé sans attendre.',
  ],
  teams: ['une équipe de quatre personnes', 'une équipe de dix agents', 'un binôme'],
  benefits: [
    'tenue fournie',
    'prime de transport',
    'prime de dimanche',
    'formation au poste de deux jours',
    'mutuelle de la branche',
  ],
  contracts: { CDI: 62, CDD: 30, MIS: 8, DDI: 4 },
  partTime: 0.45,
  training: 0.03,
  pay: { HOUR: 60, MONTH: 36, YEAR: 0, none: 4 },
  licenceB: 0.2,
  accessible: 0.3,
};

const stage: Family = {
  domains: { L11: 0.2, L12: 0.3, L13: 0.5, L14: 0.3, L15: 0.6 },
  settings: [
    'La saison compte vingt spectacles et une dizaine de résidences.',
    "Le plateau fait douze mètres d'ouverture ; le parc technique est récent.",
    "L'activité suit le calendrier des répétitions, des montages et des rencontres.",
  ],
  teams: [
    'une équipe permanente de onze personnes',
    'une équipe technique de quatre personnes',
    'un encadrement de cinq personnes',
  ],
  benefits: ['repas de tournée payés', 'invitations', 'récupération des soirées', 'mutuelle de la branche'],
  contracts: { CDI: 30, CDD: 70 },
  partTime: 0.2,
  training: 0.03,
  pay: { HOUR: 20, MONTH: 62, YEAR: 8, none: 10 },
  languages: 0.15,
  accessible: 0.25,
};

export const careAndPublic: readonly Family[] = [
  health,
  healthTechnique,
  social,
  care,
  publicService,
  teaching,
  cleanAndSafe,
  stage,
];
