import type { Finding } from '@accord/contracts/finding';
import type { Workplace } from '@accord/contracts/offer';
import { communeByCode } from '@accord/reference-data/communes';
import { selfEmployedTypes, type ContractNature } from '@accord/reference-data/contract-types';
import { minimumWageOn, wageTerritoryOf, type MinimumWage } from '@accord/reference-data/minimum-wage';

import type { Check, CheckContext, CheckedOffer } from './check.js';
import { parisDay } from './paris-day.js';
import { hourlyPay, weeklyHoursOf, type HourlyPay } from './hourly-pay.js';

/**
 * Paid by a scale of their own, a share of the minimum wage or a daily sum: apprentices (D6222-26), professionalisation
 * (D6325-15), PACTE, educational commitment (L432-3 CASF), the reserve, training before hiring, and nobody's employees.
 */
const exempt: ReadonlySet<ContractNature> = new Set<ContractNature>([
  'E2',
  'FS',
  'FJ',
  'EE',
  'ER',
  'FA',
  'FV',
  'PR',
  'NS',
]);

const euros = (cents: number): string => (cents / 100).toFixed(2);

/** The minimum wage at one workplace; none abroad, and where the table does not reach. */
function wageAt({ communeInsee, country }: Workplace, day: string): MinimumWage | undefined {
  const department = country === 'FR' ? communeByCode(communeInsee)?.department : undefined;
  const territory = department === undefined ? undefined : wageTerritoryOf(department);
  return territory && minimumWageOn(day, territory);
}

/** The lowest figure that holds at a workplace of the offer; none when one of them has none. */
function wageOf({ workplaces, contract: { startDate } }: CheckedOffer, today: string): MinimumWage | undefined {
  const day = startDate !== undefined && startDate > today ? startDate : today;
  const wages = workplaces.map((place) => wageAt(place, day));
  if (wages.includes(undefined)) return undefined;
  return wages.toSorted((a, b) => (a?.hourlyCents ?? 0) - (b?.hourlyCents ?? 0))[0];
}

const tooLow = (pointer: string, wage: MinimumWage): Finding => ({
  rule: 'FR-SMIC',
  article: 'L3231-2',
  severity: 'block',
  pointer,
  message: {
    fr: `Ce salaire est inférieur au SMIC : ${euros(wage.hourlyCents)} € brut de l'heure depuis le ${wage.from}.`,
    en: `This pay is below the minimum wage: ${euros(wage.hourlyCents)} EUR gross an hour since ${wage.from}.`,
  },
  remedy: {
    fr: "Corrigez le montant, l'unité (heure, mois, an) ou la durée hebdomadaire, ou dites les jours de repos (RTT) ; les montants sont bruts et en centimes.",
    en: 'Correct the amount, the unit (hour, month, year) or the weekly hours, or mention the rest days (RTT); amounts are gross and in cents.',
  },
});

const perhapsTooLow = (pointer: string, wage: MinimumWage): Finding => ({
  ...tooLow(pointer, wage),
  severity: 'advise',
  message: {
    fr: 'Hors prime annuelle, ou heures supplémentaires majorées, ce salaire passe sous le SMIC.',
    en: 'Without the yearly bonus, or with overtime at its premium, this pay falls below the minimum wage.',
  },
});

const unknownHours: Finding = {
  rule: 'FR-SMIC',
  article: 'L3231-2',
  severity: 'advise',
  pointer: '/workingTime/weeklyHours',
  message: {
    fr: 'Sans la durée hebdomadaire, ce salaire à temps partiel ne peut être comparé au SMIC.',
    en: 'Without the weekly hours, this part-time pay cannot be compared with the minimum wage.',
  },
  remedy: { fr: 'Donnez la durée hebdomadaire.', en: 'Give the weekly hours.' },
};

/** Decrees round to the cent, and so do employers: 1,867 a month is the minimum wage of 12.31 an hour. */
const isBelow = (hourlyCents: number, wage: MinimumWage): boolean => Math.round(hourlyCents) < wage.hourlyCents;

function compared(pointer: string, hourly: HourlyPay | undefined, wage: MinimumWage): Finding[] {
  if (hourly === undefined) return [unknownHours];
  if (isBelow(hourly.atBest, wage)) return [tooLow(pointer, wage)];
  return isBelow(hourly.strict, wage) ? [perhapsTooLow(pointer, wage)] : [];
}

function run(offer: CheckedOffer, { now }: CheckContext): Finding[] {
  const { pay, contract } = offer;
  if (pay === undefined || pay.currency !== 'EUR') return [];
  if (exempt.has(contract.nature) || selfEmployedTypes.has(contract.type)) return [];
  const wage = wageOf(offer, parisDay(now));
  const [field, amount] = pay.min === undefined ? (['max', pay.max] as const) : (['min', pay.min] as const);
  if (wage === undefined || amount === undefined) return [];
  return compared(`/pay/${field}`, hourlyPay(amount, pay, weeklyHoursOf(offer)), wage);
}

/** No pay below the minimum wage in force when the work begins, by the hour, whatever the unit it is given in. */
export const minimumWage: Check = { name: 'minimum-wage', needs: [], run };
