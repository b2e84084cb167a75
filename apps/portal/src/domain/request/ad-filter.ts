import { opensAt } from '@accord/contracts/show-dates';
import { communeByCode } from '@accord/reference-data/communes';

import { cellsOver, type Point } from '../index/cells.js';
import { askedPerHour } from '../index/pay-per-hour.js';
import { MOST_HOURS, PAY_STEPS, stepBelow } from '../steps.js';
import { term, type TermKind } from '../terms.js';
import { all, any, has, phrase, type TsQuery } from '../query/tsquery.js';
import type { Understood } from '../query/understand-query.js';
import { codeFilters, type CodeFilter } from './code-filters.js';
import { searchArea } from './search-area.js';
import type { SearchQuery } from './search-query.js';

/** What a search asks beside its words: the database's type `ad_filter`. */
export interface AdFilter {
  readonly codes?: TsQuery;
  readonly place?: TsQuery;
  readonly excluded?: TsQuery;
  /** Cents an hour. */
  readonly leastPay?: number;
  readonly around?: Point & { readonly radius: number };
  readonly since?: Date;
}

/** A filter of the query by its name, for a facet that is computed without it. */
export type FilterName = keyof SearchQuery;

export function adFilter(
  query: SearchQuery,
  excluded: Understood['excluded'],
  now: Date,
  without?: FilterName,
): AdFilter {
  const asked = without === undefined ? query : { ...query, [without]: undefined };
  return {
    codes: all([...codesAsked(asked), ...rangesAsked(asked)]),
    ...placeAsked(asked),
    excluded: any(excluded.flatMap((words) => phrase(words, (stem) => stem) ?? [])),
    leastPay: asked.payMin === undefined ? undefined : askedPerHour(asked.payMin, asked.payUnit),
    since: sinceWhen(asked.postedSince, now),
  };
}

const isCodeFilter = (name: string): name is CodeFilter => name in codeFilters;

/** A domain is a part of its occupations' code, and one of their terms. */
const kindOf = (name: CodeFilter): TermKind => (name === 'domain' ? 'occupation' : name);

function codesAsked(query: SearchQuery): TsQuery[] {
  const filters = Object.keys(codeFilters).filter(isCodeFilter);
  const anonymous = query.anonymous === undefined ? [] : [query.anonymous ? 'anonymous' : 'named'];
  return [
    ...filters.flatMap((name) => any((query[name] ?? []).map((code) => has(term(kindOf(name), code)))) ?? []),
    ...anonymous.map((kind) => has(term('employer', kind))),
  ];
}

function rangesAsked({ hoursMin, hoursMax, payMin, payUnit, experienceYears }: SearchQuery): TsQuery[] {
  const hours = hoursMin === undefined && hoursMax === undefined ? [] : range(hoursMin ?? 1, hoursMax ?? MOST_HOURS);
  const years = experienceYears === undefined ? [] : range(0, experienceYears);
  const step =
    payMin === undefined ? undefined : (stepBelow(PAY_STEPS, askedPerHour(payMin, payUnit) / 100) ?? PAY_STEPS[0]);
  return [
    any(hours.map((hour) => has(term('hours', hour)))),
    any(years.map((year) => has(term('years', year)))),
    step === undefined ? undefined : has(term('pay', step)),
  ].filter((part) => part !== undefined);
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);

/** Kilometres around the commune where distance sorts and no radius is given. */
export const FARTHEST = 200;

/** Communes by their code, which an arrondissement's ads have of their city too; a circle by its cells and the distance. */
function placeAsked({ commune, sort, ...query }: SearchQuery): Pick<AdFilter, 'place' | 'around'> {
  const radius = query.radius ?? (sort === 'distance' ? FARTHEST : undefined);
  const [only] = commune ?? [];
  const middle = only === undefined ? undefined : communeByCode(only)?.location;
  if (radius === undefined || radius === 0 || middle === undefined)
    return { place: any((commune ?? []).map((code) => has(term('commune', code)))) };
  return { place: disc(middle, radius), around: { ...middle, radius } };
}

/** The cells that cover a circle, in kilometres. */
export const disc = ({ lat, lon }: Point, radius: number): TsQuery | undefined =>
  any(cellsOver(searchArea(lat, lon, radius)).map(has));

function sinceWhen(since: SearchQuery['postedSince'], now: Date): Date | undefined {
  if (since === undefined) return undefined;
  return 'day' in since ? opensAt(since.day) : new Date(now.getTime() - since.days * 86_400_000);
}
