import type { OfferFilter } from '@accord/contracts/agreement';
import type { ContractType } from '@accord/contracts/code-lists';
import type { OfferIntent } from '@accord/contracts/offer-state';
import type { SealedOffer } from '@accord/contracts/sealed-offer';

import type { Clause } from './clause.js';

/** What clauses can be about, of the text that was verified. */
export interface OfferTraits {
  readonly occupation: string;
  readonly communes: readonly string[];
  readonly departments: readonly string[];
  readonly contractType: ContractType;
}

/** The approved text and when it may be seen. */
export interface ShownText {
  readonly revision: number;
  /** Of its showable view. */
  readonly digest: string;
  readonly traits: OfferTraits;
  readonly opensAt?: Date;
  readonly closesAt: Date;
  /** Its end was stored: a clock that steps back does not undo it. */
  readonly lapsed: boolean;
}

/** An offer as the gate and the rule see it. */
export interface OfferFacts {
  readonly offerId: string;
  readonly holder: string;
  readonly intent: OfferIntent | 'erased';
  readonly verdict: 'none' | 'rejected' | 'other';
  readonly shown?: ShownText;
}

/** What clauses can be about, of an offer as it travels. */
export function traitsOf({ occupation, workplaces, contract }: SealedOffer): OfferTraits {
  const departments = workplaces.map((place) => place.department ?? departmentOf(place.communeInsee));
  return {
    occupation: occupation.romeCode,
    communes: [...new Set(workplaces.map((place) => place.communeInsee))],
    departments: [...new Set(departments)],
    contractType: contract.type,
  };
}

/** INSEE's commune codes begin with their department: two characters, three overseas. */
const departmentOf = (commune: string): string => commune.slice(0, /^9[78]/.test(commune) ? 3 : 2);

/** All dimensions that a filter names must match; within one, any. A place matches if one of the offer's workplaces does. */
export function matchesFilter(filter: OfferFilter, { occupation, communes, departments, contractType }: OfferTraits) {
  return (
    (filter.occupations?.some((code) => occupation.startsWith(code)) ?? true) &&
    (filter.communes?.some((code) => communes.includes(code)) ?? true) &&
    (filter.departments?.some((code) => departments.includes(code)) ?? true) &&
    (filter.contractTypes?.includes(contractType) ?? true)
  );
}

/** Whether a clause is about this offer. */
export function coversOffer({ scope }: Pick<Clause, 'scope'>, offerId: string, traits: OfferTraits): boolean {
  switch (scope.offers) {
    case 'one':
      return scope.offerId === offerId;
    case 'filter':
      return matchesFilter(scope.filter, traits);
    case 'all':
      return true;
  }
}
