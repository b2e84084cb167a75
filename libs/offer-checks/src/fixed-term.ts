import type { Finding } from '@accord/contracts/finding';
import type { ContractNature } from '@accord/reference-data/contract-types';

import type { Check, CheckedOffer } from './check.js';
import { PlainText } from './plain-text.js';

/** Fixed terms with a ground of their own (L1242-3: employment policy, training; L1242-2, 3°: usage). The season is one too. */
const groundInNature: ReadonlySet<ContractNature> = new Set<ContractNature>([
  'E2',
  'FS',
  'FA',
  'FJ',
  'FT',
  'FU',
  'I1',
  'FV',
  'FW',
  'FX',
  'FY',
  'PR',
  'CU',
  'EE',
  'ER',
]);

/** L1242-8-1: 18 months in general, 36 at most with the longest exceptions (L1242-8-2, engineers and managers). */
const usualMonths = 18;
const mostMonths = 36;

/** A permanent job cannot be tried out under a fixed term: L1242-1. */
const permanentPromises = [
  'cdd evolutif en cdi',
  'evolution en cdi',
  'evolutif vers un cdi',
  'evolution vers un cdi',
  'evolution possible vers un cdi',
  'debouchant sur un cdi',
  'deboucher sur un cdi',
  'debouche sur un cdi',
  "cdi a l'issue",
  "cdi possible a l'issue",
  "possibilite de cdi a l'issue",
  'en vue de cdi',
  "en vue d'un cdi",
  'transformable en cdi',
  'avant cdi',
  'cdd puis cdi',
];

const noGround: Finding = {
  rule: 'FR-CDD',
  article: 'L1242-2',
  severity: 'advise',
  pointer: '/contract/cddMotive',
  message: {
    fr: 'Le motif du contrat à durée déterminée manque.',
    en: 'The ground of the fixed term is missing.',
  },
  remedy: {
    fr: "Donnez le motif : remplacement, accroissement temporaire d'activité, emploi saisonnier …",
    en: 'Give the ground: replacement, temporary increase of activity, seasonal work …',
  },
};

const promise = (pointer: string, span: { start: number; end: number }): Finding => ({
  rule: 'FR-CDD',
  article: 'L1242-1',
  severity: 'review',
  pointer,
  span,
  message: {
    fr: "Un CDD ne peut servir à essayer quelqu'un sur un emploi permanent.",
    en: 'A fixed term must not serve to try someone out on a permanent job.',
  },
  remedy: {
    fr: "Retirez la promesse de CDI, ou proposez un CDI avec une période d'essai.",
    en: 'Take the promise of a permanent contract out, or offer a permanent one with a trial period.',
  },
});

const tooLong = (months: number): Finding => ({
  rule: 'FR-CDD',
  article: 'L1242-8-1',
  severity: months > mostMonths ? 'block' : 'review',
  pointer: '/contract/durationMonths',
  message: {
    fr: `Un CDD dure ${usualMonths} mois au plus, renouvellements compris, hors exceptions.`,
    en: `A fixed term lasts ${usualMonths} months at most, renewals included, exceptions apart.`,
  },
  remedy: {
    fr: "Corrigez la durée, ou précisez dans le motif l'exception qui la permet.",
    en: 'Correct the duration, or name the exception that allows it in the ground.',
  },
});

function promises({ title, description }: CheckedOffer): Finding[] {
  return Object.entries({ title, description }).flatMap(([field, text]) => {
    const span = new PlainText(text).find(permanentPromises);
    return span ? [promise(`/${field}`, span)] : [];
  });
}

function run(offer: CheckedOffer): Finding[] {
  const { type, nature, cddMotive, durationMonths = 0 } = offer.contract;
  if (type !== 'CDD' || groundInNature.has(nature)) return [];
  return [
    ...(cddMotive === undefined ? [noGround] : []),
    ...(durationMonths > usualMonths ? [tooLong(durationMonths)] : []),
    ...promises(offer),
  ];
}

/** A fixed term has a ground, lasts no longer than the law allows, and is no trial for a permanent job. */
export const fixedTerm: Check = { name: 'fixed-term', needs: [], run };
