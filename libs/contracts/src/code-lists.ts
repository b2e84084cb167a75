import { z } from 'zod';

/** Type de contrat: France Travail's codes. */
export const contractType = z.enum(['CDI', 'CDD', 'DDI', 'DIN', 'FRA', 'LIB', 'MIS', 'SAI', 'REP', 'CCE', 'TTI']);
export type ContractType = z.infer<typeof contractType>;

/** Nature du contrat: France Travail's codes. */
export const contractNature = z.enum([
  'E1',
  'E2',
  'FS',
  'FA',
  'FJ',
  'FT',
  'FU',
  'I1',
  'NS',
  'FV',
  'FW',
  'FX',
  'FY',
  'PS',
  'PR',
  'CC',
  'CU',
  'EE',
  'ER',
  'CI',
]);

/** Exigence: D débutant accepté, S souhaitée, E exigée. */
export const experienceExigence = z.enum(['D', 'S', 'E']);
/** Exigence of a diploma, language, skill: S souhaitée, E exigée. */
export const exigence = z.enum(['S', 'E']);
/** Unité d'expérience: JO jours, MO mois, AN ans. */
export const experienceUnit = z.enum(['JO', 'MO', 'AN']);
/** Qualification: 1 manœuvre … 9 cadre. */
export const qualification = z.enum(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
/** Niveau de formation. */
export const trainingLevel = z.enum(['AFS', 'C12', 'C3A', 'CFG', 'CP4', 'NV5', 'NV4', 'NV3', 'NV2', 'NV1']);
export const payUnit = z.enum(['HOUR', 'MONTH', 'YEAR']);
export const remoteMode = z.enum(['none', 'hybrid', 'full']);

/** What a portal is, by the operator's word. */
export const partnerCategory = z.enum(['public', 'private', 'training', 'event']);
export type PartnerCategory = z.infer<typeof partnerCategory>;

/** What an employer may ask of a portal; the portal declares, the operator confirms. */
export const condition = z.enum(['oneClick', 'noAccount', 'showsSource', 'noRebroadcast', 'noContactData']);
export type Condition = z.infer<typeof condition>;

/** Why a filled offer needs nobody any more. */
export const fillingReason = z.enum([
  /** Somebody came through this service: its portal, its counsellors. */
  'foundThroughService',
  /** … through a partner portal the offer was on. */
  'foundThroughPartner',
  'foundElsewhere',
  /** Somebody of the firm moved or was promoted. */
  'internal',
  /** Enough people applied; one of them will be taken. */
  'enoughApplications',
  /** Some openings were filled, the others are given up. */
  'abandoned',
  'other',
]);
/** Why an offer is withdrawn for good. */
export const withdrawalReason = z.enum([
  'filled',
  'abandoned',
  'postponed',
  'budget',
  'reorganisation',
  'duplicate',
  'mistake',
  /** Another offer takes its place. */
  'replaced',
  'other',
]);
/** Why an offer is out of sight for a while. */
export const suspensionReason = z.enum([
  'enoughApplications',
  'pause',
  'holidays',
  'budget',
  'reorganisation',
  'other',
]);
