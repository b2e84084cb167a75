import { contractType, type ContractType } from '@accord/contracts/code-lists';
import type { OfferDraft } from '@accord/contracts/offer';

import { Weighted, type Chance } from './chance.js';
import type { ComposedOccupation } from './composed-occupation.js';
import { dayAfter } from './days.js';
import type { Family } from './families/family.js';

export type Contract = OfferDraft['contract'];

/** Grounds of a fixed term that the law knows (L1242-2). */
const grounds = [
  "Remplacement d'une personne absente",
  "Accroissement temporaire d'activité",
  'Remplacement pendant un congé de maternité',
  "Attente de l'arrivée d'une personne recrutée en contrat à durée indéterminée",
  'Remplacement partiel pendant un temps partiel thérapeutique',
];

const draws = new WeakMap<Family, Weighted<ContractType>>();

function drawOf(family: Family): Weighted<ContractType> {
  const drawn =
    draws.get(family) ?? new Weighted(contractType.options.map((type) => [type, family.contracts[type] ?? 0]));
  draws.set(family, drawn);
  return drawn;
}

/** The contract of an ad: of the kinds that its line of work uses, as long as the law lets them last. */
export function contractFor(chance: Chance, occupation: ComposedOccupation, today: string): Contract {
  const contract = learns(chance, occupation)
    ? trainingContract(chance)
    : ofType(chance, occupation, drawOf(occupation.family).pick(chance));
  return { ...contract, ...start(chance, today) };
}

/** Nobody learns in an apprenticeship to lead others, nor a profession that the law reserves. */
const learns = (chance: Chance, { family, managerial, regulated, access, label }: ComposedOccupation): boolean =>
  !managerial && !regulated && access.level !== undefined && !leading.test(label) && chance.happens(family.training);

const leading = /^(?:Responsable|Direct|Chef|Cadre|Gérant|Expert|Ingénieur|Coord|Superv)/;

function trainingContract(chance: Chance): Contract {
  if (chance.happens(0.2)) return { type: 'CDD', nature: 'FS', durationMonths: chance.pick([6, 9, 12, 12]) };
  return { type: 'CDD', nature: 'E2', durationMonths: chance.pick([12, 12, 24, 24, 36]) };
}

function ofType(chance: Chance, { domain }: ComposedOccupation, type: ContractType): Contract {
  switch (type) {
    case 'CDD':
      return fixedTerm(chance, domain);
    case 'SAI':
      return { type, nature: 'E1', durationMonths: chance.between(2, 8), cddMotive: 'Emploi saisonnier' };
    case 'MIS':
      return chance.happens(0.4)
        ? { type, nature: 'E1', durationDays: chance.pick([3, 5, 10, 15, 20]) }
        : { type, nature: 'E1', durationMonths: chance.pick([1, 2, 3, 3, 6, 9]) };
    case 'DDI':
    case 'TTI':
      return { type, nature: 'I1', durationMonths: chance.pick([4, 6, 12]) };
    case 'CDI':
      return { type, nature: permanentNature(chance, domain) };
    case 'DIN':
      return { type, nature: 'E1' };
    default:
      return { type, nature: 'NS' };
  }
}

function permanentNature(chance: Chance, domain: string): Contract['nature'] {
  if (/^F1[2-7]/.test(domain) && chance.happens(0.05)) return 'CC';
  return /^(K21|G12|L)/.test(domain) && chance.happens(0.06) ? 'CI' : 'E1';
}

function fixedTerm(chance: Chance, domain: string): Contract {
  const usage = domain.startsWith('L') ? 0.6 : /^G1[568]/.test(domain) ? 0.15 : 0;
  if (chance.happens(usage))
    return { type: 'CDD', nature: 'CU', durationDays: chance.pick([1, 2, 5, 15, 30]), cddMotive: "Contrat d'usage" };
  if (domain === 'G12' && chance.happens(0.2))
    return { type: 'CDD', nature: 'EE', durationDays: chance.pick([7, 14, 21, 28]) };
  return {
    type: 'CDD',
    nature: 'E1',
    durationMonths: chance.pick([1, 2, 3, 4, 6, 6, 6, 8, 9, 10, 12, 12, 12, 18]),
    cddMotive: chance.pick(grounds),
  };
}

function start(chance: Chance, today: string): Pick<Contract, 'startDate' | 'startFlexible'> {
  if (chance.happens(0.4)) return chance.happens(0.3) ? { startFlexible: true } : {};
  const startDate = dayAfter(today, chance.between(5, 100));
  return chance.happens(0.3) ? { startDate, startFlexible: true } : { startDate };
}
