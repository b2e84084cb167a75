import type { OfferDraft } from '@accord/contracts/offer';

import type { Chance } from './chance.js';
import type { ComposedOccupation } from './composed-occupation.js';
import type { Contract } from './contract.js';

export type WorkingTime = NonNullable<OfferDraft['workingTime']>;

/** ROME's contexts of hours, as an ad says them. */
const habits: readonly (readonly [context: string, text: string, kind?: 'shift' | 'weekend'])[] = [
  ['126450', 'travail en équipes (2x8 ou 3x8)', 'shift'],
  ['300808', 'travail par roulement', 'shift'],
  ['300803', 'travail de nuit'],
  ['23374', 'travail le samedi', 'weekend'],
  ['23376', 'travail certains week-ends et jours fériés', 'weekend'],
  ['300793', 'travail certains dimanches', 'weekend'],
  ['300805', 'horaires décalés'],
  ['400005', 'horaires fractionnés'],
  ['300804', 'astreintes'],
  ['300806', 'travail en journée'],
  ['403095', "pics d'activité"],
];

/** At night and in the day, in turns and in the day: an ad says one of them. */
const dayOnly = new Set(['126450', '300803', '300808', '300805']);

/** Hours and habits that suit the occupation and the contract; none for those who are nobody's employees. */
export function hoursFor(chance: Chance, occupation: ComposedOccupation, contract: Contract): WorkingTime | undefined {
  if (contract.nature === 'NS') return undefined;
  const chosen = habits.filter(([context]) => occupation.contexts.has(context) && chance.happens(0.55)).slice(0, 3);
  const inTurns = chosen.some(([context]) => dayOnly.has(context));
  const said = chosen.filter(([context]) => context !== '300806' || !inTurns);
  return {
    ...weekOf(chance, occupation, contract),
    ...(said.some(([, , kind]) => kind === 'shift') ? { shift: true } : {}),
    ...(said.some(([, , kind]) => kind === 'weekend') ? { weekend: true } : {}),
    ...(said.length > 0 ? { comment: said.map(([, text]) => text).join(', ') } : {}),
  };
}

/** Part time has at least 24 hours (L3123-27), but where branches go below: cleaning, care, teaching. */
function weekOf(chance: Chance, { domain, family }: ComposedOccupation, { nature }: Contract): WorkingTime {
  if (nature === 'E2' || nature === 'FS' || nature === 'EE') return { weeklyHours: 35, fullTime: true };
  if (chance.happens(family.partTime)) {
    const short = /^K(13|21|22)/.test(domain) && chance.happens(0.4);
    return {
      weeklyHours: short ? chance.between(6, 20) : chance.pick([24, 24, 25, 26, 28, 28, 30, 32]),
      fullTime: false,
    };
  }
  const draw = chance.number();
  if (draw < 0.62) return { weeklyHours: 35, fullTime: true };
  if (draw < 0.72) return { weeklyHours: 37, ...(draw < 0.66 ? { weeklyMinutes: 30 } : {}), fullTime: true };
  return { weeklyHours: draw < 0.95 ? 39 : 38, fullTime: true };
}

/** Hours of base pay that a week costs: from the 36th on a quarter more, from the 44th on half (L3121-36). */
export function paidHours({ weeklyHours = 35, weeklyMinutes = 0 }: WorkingTime): number {
  const hours = weeklyHours + weeklyMinutes / 60;
  return hours <= 35 ? hours : 35 + Math.min(8, hours - 35) * 1.25 + Math.max(0, hours - 43) * 1.5;
}
