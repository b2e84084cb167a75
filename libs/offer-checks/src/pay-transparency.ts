import type { Finding } from '@accord/contracts/finding';
import { selfEmployedTypes } from '@accord/reference-data/contract-types';

import type { Check, CheckedOffer } from './check.js';

/**
 * Directive (EU) 2023/970, article 5: applicants must be told the initial pay or its range. It was to be law by 7 June
 * 2026; until a French text says what an offer must show, its absence is a piece of advice.
 */
const noPay: Finding = {
  rule: 'FR-PAY',
  article: 'Directive 2023/970, 5',
  severity: 'advise',
  pointer: '/pay',
  message: { fr: "L'offre ne dit rien du salaire.", en: 'The offer says nothing of the pay.' },
  remedy: {
    fr: 'Indiquez le salaire ou la fourchette de salaire (min, max, unit).',
    en: 'Give the pay or its range (min, max, unit).',
  },
};

function run({ pay, contract }: CheckedOffer): Finding[] {
  if (selfEmployedTypes.has(contract.type)) return [];
  return pay?.min === undefined && pay?.max === undefined ? [noPay] : [];
}

/** An offer says what the work is paid. */
export const payTransparency: Check = { name: 'pay-transparency', needs: [], run };
