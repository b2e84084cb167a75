import type { OfferDraft } from '@accord/contracts/offer';
import { minimumWageOn } from '@accord/reference-data/minimum-wage';

import type { Chance } from './chance.js';
import type { ComposedOccupation } from './composed-occupation.js';
import type { Contract } from './contract.js';
import { paidHours, type WorkingTime } from './hours.js';
import type { Experience } from './requirements.js';

export type Pay = NonNullable<OfferDraft['pay']>;

/** What the pay of an ad depends on. */
export interface PaidWork {
  readonly occupation: ComposedOccupation;
  readonly contract: Contract;
  readonly workingTime: WorkingTime | undefined;
  readonly experience: Experience;
  /** First day of work, or today. */
  readonly day: string;
}

const weeksAMonth = 52 / 12;

/** Pay an hour against the minimum wage, by the level of training that the occupation asks for. */
const levelFactor: Readonly<Record<string, number>> = { NV5: 1.04, NV4: 1.1, NV3: 1.26, NV2: 1.42, NV1: 1.75 };

/** The pay of an ad, never below the minimum wage of its first day; none where ads of its kind say nothing. */
export function payFor(chance: Chance, work: PaidWork): Pay | undefined {
  const { occupation, contract, workingTime } = work;
  const { family } = occupation;
  if (contract.nature === 'NS' || workingTime === undefined) return undefined;
  const benefits = chance.some(family.benefits, chance.between(0, 3));
  const minimum = minimumWageOn(work.day, 'common')?.hourlyCents;
  if (minimum === undefined) return undefined;
  if (contract.nature === 'E2' || contract.nature === 'FS') return learnerPay(chance, minimum, benefits);
  const unit = unitFor(chance, work);
  if (unit === undefined) return undefined;
  const months = unit !== 'HOUR' && benefits.includes('13e mois') ? 13 : 12;
  const hourly = Math.max(minimum, minimum * factorOf(chance, work));
  const [least, most] = rangeOf(chance, hourly, minimum);
  const perUnit = amountOf(unit, paidHours(workingTime), months);
  const step = stepOf[unit];
  const min = up(least * perUnit, step);
  const max = most === undefined ? undefined : Math.max(min, up(most * perUnit, step));
  return {
    min,
    ...(max === undefined ? {} : { max }),
    currency: 'EUR',
    unit,
    ...(months === 13 ? { months } : {}),
    ...(benefits.length > 0 ? { benefits } : {}),
    ...(chance.happens(0.25) ? { comment: chance.pick(comments) } : {}),
    ...(chance.happens(0.12) ? { negotiable: true } : {}),
  };
}

const comments = [
  'selon expérience',
  'selon la convention collective',
  'selon expérience et diplôme',
  'à débattre',
  'primes en sus',
];

/** Amounts are written in round figures, rounded up so as not to fall below the minimum. */
const stepOf = { HOUR: 5, MONTH: 1_000, YEAR: 50_000 } as const;
const up = (cents: number, step: number): number => Math.ceil(cents / step - 1e-9) * step;

function amountOf(unit: Pay['unit'], weeklyHours: number, months: number): number {
  if (unit === 'HOUR') return 1;
  return unit === 'MONTH' ? weeklyHours * weeksAMonth : weeklyHours * weeksAMonth * months;
}

function rangeOf(chance: Chance, hourly: number, minimum: number): [least: number, most?: number] {
  if (chance.happens(0.2)) return [hourly];
  const width = 1 + chance.number() * 0.24;
  return [Math.max(minimum, hourly * (1 - (width - 1) / 2)), hourly * (1 + (width - 1) / 2 + 0.01)];
}

function unitFor(chance: Chance, { occupation: { family, managerial }, contract }: PaidWork): Pay['unit'] | undefined {
  if (contract.type === 'MIS' || contract.type === 'TTI') return 'HOUR';
  const { HOUR, MONTH, YEAR, none } = family.pay;
  const yearly = managerial ? YEAR * 3 + 10 : YEAR * 0.5;
  const draw = chance.number() * (HOUR + MONTH + yearly + none);
  if (draw < none) return undefined;
  if (draw < none + yearly) return 'YEAR';
  return draw < none + yearly + MONTH || managerial ? 'MONTH' : 'HOUR';
}

/** How far above the minimum wage. */
function factorOf(chance: Chance, { occupation, experience }: PaidWork): number {
  const { family, managerial, access, domain } = occupation;
  const level = levelFactor[access.level ?? ''] ?? 1.01;
  const practised = 1 + Math.min(10, yearsOf(experience)) * 0.022;
  const medical = domain === 'J11' && access.level === 'NV1' ? 1.9 : 1;
  const own = (family.payFactor ?? 1) * (managerial ? 1.22 : 1) * medical;
  return level * practised * own * (0.94 + chance.number() * 0.16);
}

const yearsOf = ({ min = 0, unit }: Experience): number => (unit === 'MO' ? min / 12 : min);

/** Apprentices are paid a share of the minimum wage that depends on age and year (D6222-26). */
function learnerPay(chance: Chance, minimum: number, benefits: string[]): Pay | undefined {
  if (chance.happens(0.3)) return undefined;
  const monthly = minimum * 35 * weeksAMonth;
  return {
    min: up(monthly * 0.43, 100),
    max: up(monthly, 100),
    currency: 'EUR',
    unit: 'MONTH',
    comment: "selon l'âge et l'année de formation",
    ...(benefits.length > 0 ? { benefits } : {}),
  };
}
