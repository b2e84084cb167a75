import type { ShowableOffer } from '@accord/contracts/showable-offer';
import { communeByCode } from '@accord/reference-data/communes';

import { fold } from '../../src/domain/fold.js';
import type { Grade } from './ndcg.js';

/** What a judgement looks at: facts of the ad, never what the search made of it. */
export interface Facts {
  readonly code: string;
  /** Folded: no accents, lower case. */
  readonly title: string;
  readonly text: string;
  readonly communes: readonly string[];
  readonly departments: readonly string[];
  readonly regions: readonly string[];
  readonly view: ShowableOffer;
}

export function factsOf(view: ShowableOffer): Facts {
  const communes = view.workplaces.flatMap(({ communeInsee }) => communeByCode(communeInsee) ?? []);
  return {
    code: view.occupation.romeCode,
    title: fold(view.title),
    text: fold(`${view.title} ${view.description}`),
    communes: communes.flatMap(({ code, parent }) => (parent === undefined ? [code] : [code, parent])),
    departments: communes.map(({ department }) => department),
    regions: communes.map(({ region }) => region),
    view,
  };
}

export type Rule = (ad: Facts) => Grade;
type Condition = (ad: Facts) => boolean;

/** The best that any of the rules gives. */
export const best =
  (...rules: readonly Rule[]): Rule =>
  (ad) =>
    rules.reduce<Grade>((grade, rule) => {
      const other = rule(ad);
      return other > grade ? other : grade;
    }, 0);

export const give =
  (grade: Grade, condition: Condition): Rule =>
  (ad) =>
    condition(ad) ? grade : 0;

/** Nothing is of use that does not meet the condition: a place asked for, a word excluded, a filter. */
export const only =
  (condition: Condition, rule: Rule): Rule =>
  (ad) =>
    condition(ad) ? rule(ad) : 0;

export const code =
  (codes: string): Condition =>
  (ad) =>
    codes.split(' ').includes(ad.code);
export const title =
  (pattern: RegExp): Condition =>
  (ad) =>
    pattern.test(ad.title);
export const text =
  (pattern: RegExp): Condition =>
  (ad) =>
    pattern.test(ad.text);
export const both =
  (...conditions: readonly Condition[]): Condition =>
  (ad) =>
    conditions.every((condition) => condition(ad));
export const no =
  (condition: Condition): Condition =>
  (ad) =>
    !condition(ad);
export const commune =
  (insee: string): Condition =>
  (ad) =>
    ad.communes.includes(insee);
export const department =
  (departments: string): Condition =>
  (ad) =>
    ad.departments.some((one) => departments.split(' ').includes(one));
export const region =
  (insee: string): Condition =>
  (ad) =>
    ad.regions.includes(insee);
export const contract =
  (types: string): Condition =>
  ({ view }) =>
    types.split(' ').includes(view.contract.type);
export const nature =
  (natures: string): Condition =>
  ({ view }) =>
    natures.split(' ').includes(view.contract.nature);
export const partTime: Condition = ({ view: { workingTime } }) =>
  workingTime?.fullTime === false || (workingTime?.weeklyHours ?? 35) < 35;
export const remote: Condition = ({ view }) => view.remote !== undefined && view.remote.mode !== 'none';
export const beginner: Condition = ({ view }) => view.requirements.experience.exigence === 'D';

/**
 * The usual judgement of a job: the name in the title is what was asked for, another name of the same occupation nearly so,
 * a neighbouring occupation of some use.
 */
export const job = (name: RegExp, codes: string, neighbours = ''): Rule =>
  best(give(3, both(title(name), code(codes))), give(2, code(codes)), give(2, title(name)), give(1, code(neighbours)));
