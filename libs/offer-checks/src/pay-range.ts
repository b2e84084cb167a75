import type { Finding } from '@accord/contracts/finding';

import type { Check, CheckedOffer } from './check.js';
import { hourlyPay, weeklyHoursOf } from './hourly-pay.js';

const falsePay = { rule: 'FR-FALSE', article: 'L5331-3' } as const;

/** 250 EUR an hour, some 450,000 a year: what is above was mostly written in another unit. */
const implausibleHourlyCents = 25_000;

const reversed: Finding = {
  ...falsePay,
  severity: 'block',
  pointer: '/pay/max',
  message: { fr: 'Le maximum est inférieur au minimum.', en: 'The maximum is below the minimum.' },
  remedy: { fr: 'Échangez ou corrigez min et max.', en: 'Exchange or correct min and max.' },
};

const implausible = (pointer: string): Finding => ({
  ...falsePay,
  severity: 'review',
  pointer,
  message: {
    fr: "Ce montant est invraisemblable pour l'unité indiquée.",
    en: 'This amount is implausible for the unit given.',
  },
  remedy: {
    fr: "Vérifiez l'unité (HOUR, MONTH, YEAR) ; les montants sont en centimes.",
    en: 'Check the unit (HOUR, MONTH, YEAR); amounts are in cents.',
  },
});

function run(offer: CheckedOffer): Finding[] {
  const { pay } = offer;
  if (pay === undefined) return [];
  const findings: Finding[] = [];
  if (pay.min !== undefined && pay.max !== undefined && pay.max < pay.min) findings.push(reversed);
  for (const field of ['min', 'max'] as const) {
    const amount = pay[field];
    const hourly = amount === undefined ? undefined : hourlyPay(amount, pay, weeklyHoursOf(offer));
    if (hourly !== undefined && hourly.strict > implausibleHourlyCents) findings.push(implausible(`/pay/${field}`));
  }
  return findings;
}

/** The range of pay is one, and of the size that pay has (L5331-3, 2°). */
export const payRange: Check = { name: 'pay-range', needs: [], run };
